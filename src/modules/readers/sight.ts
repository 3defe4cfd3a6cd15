/**
 * Why this file exists: who can see a record, and why. There are no rules here: each member is asked by the code that decides their reads,
 * once as they are, and for the reason with one thing changed: one scope alone, no conflict of interest, one grant more.
 */
import type { AccessScope, Actor, MemberId } from '../../platform/access/index.js';
import { reaches } from '../../platform/access/index.js';
import { StandIns, type Unit } from '../../platform/database/index.js';
import { asIfWithoutConflict, openAccesses } from '../candidates/data.js';
import type { CandidateId } from '../candidates/index.js';
import { matrixCells, membersAsActors, scopesOf, type GrantName, type MemberAsActor } from '../grants/index.js';
import { RECORDS, type RecordKind, type Sight } from './record-kinds.js';
import { ruleOf, type SightRule } from './rules.js';

export interface RecordName {
  readonly kind: RecordKind;
  readonly id: string;
}
/** Passes the gate of a root field. */
export type Gate = (actor: Actor, field: string) => boolean;

export interface SightReason {
  readonly rule: SightRule;
  /** Grants by which the rule holds. */
  readonly grants: readonly {
    readonly grant: GrantName;
    readonly groupName: string | null;
    readonly expiresAt: string | null;
  }[];
  /** When it ends by itself; `null` when it does not. */
  readonly endsAt: string | null;
}
export interface MemberSight {
  readonly memberId: MemberId;
  readonly sees: boolean;
  readonly reasons: readonly SightReason[];
}

const withScopes = (actor: Actor, changes: Iterable<readonly [string, ReadonlySet<AccessScope>]>): Actor => ({
  ...actor,
  scopes: new Map([...actor.scopes, ...(changes as Iterable<[`${string}:${string}`, ReadonlySet<AccessScope>]>)]),
});

/** Whether the actor of the unit may ask about the record; whoever may not is told nothing of it. */
export async function mayAsk(unit: Unit, { kind, id }: RecordName): Promise<boolean> {
  const { actor } = unit;
  if (actor === null) return false;
  const { asked, isPersonal } = RECORDS[kind];
  const isForAll = reaches(actor, 'record-reader:read', 'ALL');
  if (!isForAll && !(isPersonal && reaches(actor, 'record-reader:read', 'OWN'))) return false;
  const scope = isForAll ? asked.scope : 'OWN';
  const asker = withScopes(actor, [[asked.permission, new Set([scope])]]);
  return asked.isSeen(new StandIns(unit).of(asker), id);
}

/** One question about one record, for all members. */
class Question {
  readonly #standIns: StandIns;
  #expiries: ReadonlyMap<MemberId, string> = new Map();
  /** Changes to grants that wait are for those who see all grants. */
  readonly #tellsRequests: boolean;

  constructor(
    private readonly unit: Unit,
    private readonly record: RecordName,
    private readonly gate: Gate,
  ) {
    this.#standIns = new StandIns(unit);
    this.#tellsRequests = unit.actor !== null && reaches(unit.actor, 'grant:read', 'ALL');
  }

  async ask(): Promise<readonly MemberSight[]> {
    const { kind, id } = this.record;
    if (kind === 'CANDIDATE_CONTACT') {
      const open = await openAccesses(this.unit, id as CandidateId);
      this.#expiries = new Map(open.map(({ memberId, expiresAt }) => [memberId, expiresAt]));
    }
    const members = await membersAsActors(this.unit, this.#standIns);
    const found = await Promise.all(members.map((member) => this.#sightOf(member)));
    return found.filter((one) => one !== null);
  }

  #read(actor: Actor, change: (unit: Unit) => Unit = (unit) => unit): Promise<Sight> {
    const { field, read } = RECORDS[this.record.kind];
    if (!this.gate(actor, field)) return Promise.resolve({ sees: false });
    return read(change(this.#standIns.of(actor)), this.record.id);
  }

  async #sightOf(member: MemberAsActor): Promise<MemberSight | null> {
    const sight = await this.#read(member.actor);
    const reasons = sight.sees ? await this.#opening(member, sight) : await this.#closing(member, sight);
    const { memberId } = member.actor;
    return sight.sees || reasons.length > 0 ? { memberId, sees: sight.sees, reasons } : null;
  }

  /** By which scopes the member sees it: those that would do alone. */
  async #opening(member: MemberAsActor, sight: Sight): Promise<readonly SightReason[]> {
    const { actor } = member;
    if (sight.isAuthor === true) return [{ rule: 'AUTHOR', grants: [], endsAt: null }];
    const { permission } = RECORDS[this.record.kind];
    const scopes = [...(actor.scopes.get(permission) ?? [])];
    const alone = await Promise.all(
      scopes.map(async (scope) =>
        scopes.length === 1 ? true : (await this.#read(withScopes(actor, [[permission, new Set([scope])]]))).sees,
      ),
    );
    return scopes.flatMap((scope, i) => (alone[i] === true ? this.#reason(member, scope) : []));
  }

  #reason({ actor, held }: MemberAsActor, scope: AccessScope): readonly SightReason[] {
    const { permission } = RECORDS[this.record.kind];
    const rule = ruleOf(scope);
    if (rule === null) throw new Error(`${permission} @${scope} opens a record and has no words`);
    const cells = matrixCells().filter((cell) => cell.permission === permission && cell.scope === scope);
    const grants = held.filter(({ grant }) => cells.some((cell) => cell.grant === grant));
    const ends = grants.map(({ expiresAt }) => expiresAt);
    const ofGrants = ends.every((end) => end !== null) ? (ends.toSorted().at(-1) ?? null) : null;
    const ofGlass = scope === 'BREAK_GLASS' ? (this.#expiries.get(actor.memberId) ?? null) : null;
    const endsAt = [ofGrants, ofGlass].filter((end) => end !== null).toSorted()[0] ?? null;
    return [{ rule, grants, endsAt }];
  }

  /** Why a member does not see it of whom one might think so; nothing for all others. */
  async #closing({ actor, waiting }: MemberAsActor, sight: Sight): Promise<readonly SightReason[]> {
    const because = (rule: SightRule, grant?: GrantName): readonly SightReason[] => [
      { rule, grants: grant === undefined ? [] : [{ grant, groupName: null, expiresAt: null }], endsAt: null },
    ];
    if (sight.withheld === undefined) {
      const free = await this.#read(actor, asIfWithoutConflict);
      if (free.sees || free.withheld !== undefined) return because('CONFLICT_OF_INTEREST');
    }
    if (sight.withheld !== undefined) return because(sight.withheld);
    for (const grant of this.#tellsRequests ? waiting : []) {
      const later = { ...actor, scopes: scopesOf([...actor.grants, grant]) };
      if ((await this.#read(later)).sees) return because('WAITING_FOR_SECOND', grant);
    }
    return actor.grants.includes('ORGANISATION_ADMIN') ? because('ADMINISTERS_ONLY') : [];
  }
}

/**
 * All members who see a record, and those who do not although one might think so.
 * @param gate of the root field by which a record is read
 */
export const membersSight = (unit: Unit, record: RecordName, gate: Gate): Promise<readonly MemberSight[]> =>
  new Question(unit, record, gate).ask();
