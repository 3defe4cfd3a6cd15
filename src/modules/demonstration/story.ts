/**
 * Why this file exists: the story is told in acts. Each act is one write unit of one member, so everything in it passes the rules that
 * users' records pass, and the audit trail names who did it. The trail is the memory too: an act that it knows is not told again, and
 * the ids of what an act made are read from it. So a telling that broke off goes on where it stopped.
 */
import type { Actor, MemberId, PersonId } from '../../platform/access/index.js';
import type { Clock } from '../../platform/clock/index.js';
import type { AuditFact, Database, Unit } from '../../platform/database/index.js';
import type { Id, OrganisationId } from '../../platform/ids/index.js';
import type { Outcome, Problem } from '../../platform/outcome/index.js';
import { scopesOf, type GrantName } from '../grants/index.js';
import { instantOf, type Moment } from './calendar.js';

/** Every act is a request of this name and its own; the trail is searched for it. */
export const ACT_PREFIX = 'demonstration/';

/** What an act left in the audit trail. */
export type Told = Pick<AuditFact, 'type' | 'entity' | 'entityId' | 'data'>;

/** A clock that stands where the story is. */
export interface StoryClock extends Clock {
  turnTo(instant: string): void;
}
export function storyClock(): StoryClock {
  let current = new Date(0);
  return { now: () => current, turnTo: (instant) => void (current = new Date(instant)) };
}

/** A member of the cast, as units know them. */
export interface Player {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly personId: PersonId | null;
  readonly grants: readonly GrantName[];
}

/** Where the story is told: a database of its own clock. */
export interface Theatre {
  readonly database: Database;
  readonly clock: StoryClock;
  readonly organisationId: OrganisationId;
  /** YYYY-MM-DD. */
  readonly storyDay: string;
}

export class Story {
  readonly #cast = new Map<string, Actor>();

  /** @param told  what the acts of an earlier telling left behind, by the name of the act */
  constructor(
    readonly theatre: Theatre,
    private readonly told: Map<string, readonly Told[]>,
  ) {}

  /** Somebody can act from now on. */
  castAs(key: string, { grants, ...player }: Player): void {
    const { organisationId } = this.theatre;
    this.#cast.set(key, {
      ...player,
      organisationId,
      grants,
      scopes: scopesOf(grants),
      sessionId: 'demonstration',
      tokenId: null,
    });
  }

  /**
   * Tells one act, unless the trail knows it.
   * @param name  stays the same for ever; another name is another act
   * @param by    key of the member who acts; `null` for the product itself
   * @throws when the act is refused: the story is wrong then, not the visitor
   */
  async act(
    name: string,
    by: string | null,
    at: Moment,
    work: (unit: Unit) => Promise<Outcome<unknown, Problem>>,
  ): Promise<void> {
    if (this.told.has(name)) return;
    const { database, clock, organisationId, storyDay } = this.theatre;
    clock.turnTo(instantOf(storyDay, at));
    let facts: readonly AuditFact[] = [];
    const outcome = await database.write(
      { organisationId, actor: this.#actor(by), requestId: ACT_PREFIX + name },
      async (unit) => {
        const result = await work(unit);
        facts = unit.facts;
        return result;
      },
    );
    if (!outcome.ok)
      throw new Error(`the demonstration cannot tell "${name}": ${outcome.problem.code}: ${outcome.problem.message}`);
    this.told.set(name, facts);
  }

  /** What an act left in the trail. @throws when it was not told */
  traces(act: string): readonly Told[] {
    const found = this.told.get(act);
    if (found === undefined) throw new Error(`the demonstration has not told "${act}" yet`);
    return found;
  }

  /** Id of the first record of this kind that an act touched. @throws when there is none */
  idOf<B extends string>(act: string, entity: B): Id<B> {
    const found = this.traces(act).find((fact) => fact.entity === entity);
    if (found === undefined) throw new Error(`"${act}" touched no ${entity}`);
    return found.entityId as Id<B>;
  }

  /** The employee record of a member of the cast. @throws for somebody who has none */
  personOf(key: string): PersonId {
    const id = this.#actor(key)?.personId ?? null;
    if (id === null) throw new Error(`${key} is no employee`);
    return id;
  }

  #actor(key: string | null): Actor | null {
    if (key === null) return null;
    const found = this.#cast.get(key);
    if (found === undefined) throw new Error(`${key} is not in the cast`);
    return found;
  }
}

/** Runs one step after another inside an act and stops at the first refusal. */
export async function eachInTurn<T>(
  list: readonly T[],
  step: (item: T) => Promise<Outcome<unknown, Problem>>,
): Promise<Outcome<null, Problem>> {
  for (const item of list) {
    const outcome = await step(item);
    if (!outcome.ok) return outcome;
  }
  return { ok: true, value: null };
}
