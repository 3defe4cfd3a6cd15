/** Why this file exists: which requisitions, applications and candidates an actor may see is said once, as conditions that every statement uses. */
import { may, reaches, type Permission, type PersonId } from '../../../platform/access/index.js';
import { isStandIn, type Unit } from '../../../platform/database/index.js';
import type { ApplicationId, CandidateId } from '../domain/application.js';
import { panelPartsOf } from '../extension-points.js';
import type { ApplicationStage } from '../domain/application.js';
import { conflictsAbout } from './conflicts.js';

/** What an actor stands in relation to, read once for a statement. */
export interface Reach {
  readonly personId: PersonId | null;
  /** Applications on whose panel the actor sits; a conflict takes some of them away again. */
  readonly assigned: readonly ApplicationId[];
  /** Applications for which an own scorecard is due, whatever grants the actor holds. */
  readonly due: readonly ApplicationId[];
  readonly conflicted: readonly CandidateId[];
  /** Those of them whose manager the actor is, and nothing else: what a hire brings about. The record of one's own hire stays readable. */
  readonly managed: readonly CandidateId[];
}

/** True when a conflict of interest hides the application from the actor. */
export const isBarred = (
  reach: Reach,
  application: {
    readonly candidateId: CandidateId;
    readonly stage: ApplicationStage;
    readonly hiringManagerId: PersonId;
  },
): boolean =>
  reach.conflicted.includes(application.candidateId) &&
  !(
    application.stage === 'HIRED' &&
    application.hiringManagerId === reach.personId &&
    reach.managed.includes(application.candidateId)
  );

/** The same as a condition on an application (alias `a`) and its requisition (alias `q`). Parameters: conflicted, managed, the actor's person. */
export const notBarred = (conflicted: string, managed: string, me: string): string =>
  `(a.candidate_id <> all(${conflicted}::uuid[]) or (a.stage = 'HIRED' and q.hiring_manager_id = ${me}::uuid and a.candidate_id = any(${managed}::uuid[])))`;

const known = new WeakMap<Unit, Promise<Reach>>();

async function read(unit: Unit): Promise<Reach> {
  const { actor } = unit;
  const personId = actor?.personId ?? null;
  if (actor === null || personId === null) return { personId, assigned: [], due: [], conflicted: [], managed: [] };
  const conflicts = await conflictsAbout(unit, personId);
  const managed = [...conflicts].flatMap(([id, kinds]) =>
    kinds.every((kind) => kind === 'MANAGER_OF_APPLICANT') ? [id] : [],
  );
  const parts = may(actor, 'application:read') ? await panelPartsOf(unit, personId) : [];
  const assigned = reaches(actor, 'application:read', 'ASSIGNED') ? parts.map((part) => part.applicationId) : [];
  const due = parts.filter((part) => part.isScorecardDue).map((part) => part.applicationId);
  return { personId, assigned, due, conflicted: [...conflicts.keys()], managed };
}

/** The reach of the unit's actor. Kept for a read unit, which sees one snapshot; a write unit asks anew each time. */
export function reachOf(unit: Unit): Promise<Reach> {
  if (unit.mode !== 'READ') return read(unit);
  const kept = known.get(unit) ?? read(unit);
  known.set(unit, kept);
  return kept;
}

/**
 * Makes a stand-in read as if no conflict of interest barred its actor, to tell that a conflict is the reason why they do not see a record.
 * Never for what is shown to anybody.
 */
export function asIfWithoutConflict(standIn: Unit): Unit {
  if (!isStandIn(standIn)) throw new Error('a conflict of interest is lifted for nobody');
  known.set(
    standIn,
    read(standIn).then((reach) => ({ ...reach, conflicted: [], managed: [] })),
  );
  return standIn;
}

/** A condition and the values of its parameters, which start at `from`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const own = (unit: Unit, permission: Permission, reach: Reach): PersonId | null =>
  unit.actor !== null && reaches(unit.actor, permission, 'REQUISITION') ? reach.personId : null;
const all = (unit: Unit, permission: Permission): boolean =>
  unit.actor !== null && reaches(unit.actor, permission, 'ALL');

/**
 * Requisitions (alias `q`) that the actor may see for a permission. Select `isStaff` with it to tell those that are merely posted.
 * Five parameters from `from` on.
 */
export async function requisitionsWithin(
  unit: Unit,
  permission: 'requisition:read' | 'requisition:update',
  from: number,
): Promise<{
  readonly where: string;
  readonly isStaff: string;
  readonly isOwn: string;
  readonly values: readonly unknown[];
}> {
  const reach = await reachOf(unit);
  const p = (n: number): string => `$${from + n}`;
  const isOwn = `(${p(0)}::boolean or q.hiring_manager_id is not distinct from ${p(1)}::uuid)`;
  const isStaff = `(${isOwn} or exists (select 1 from application x where x.organisation_id = q.organisation_id and x.requisition_id = q.id
     and x.id = any(${p(2)}::uuid[]) and x.candidate_id <> all(${p(3)}::uuid[])))`;
  const isPosted = unit.actor !== null && reaches(unit.actor, permission, 'POSTED');
  return {
    where: `(${isStaff} or (${p(4)}::boolean and q.is_posted))`,
    isStaff,
    isOwn,
    values: [
      all(unit, permission),
      own(unit, permission, reach),
      permission === 'requisition:read' ? reach.assigned : [],
      reach.conflicted,
      isPosted,
    ],
  };
}

/** Applications (alias `a`, their requisition alias `q`) that the actor may see or change: never one with a conflict of interest. */
export async function applicationsWithin(
  unit: Unit,
  permission: 'application:read' | 'application:update',
  from: number,
): Promise<Condition> {
  const reach = await reachOf(unit);
  const p = (n: number): string => `$${from + n}`;
  return {
    sql: `(${p(0)}::boolean or q.hiring_manager_id is not distinct from ${p(1)}::uuid or a.id = any(${p(2)}::uuid[])) and ${notBarred(p(3), p(4), p(1))}`,
    values: [
      all(unit, permission),
      own(unit, permission, reach),
      permission === 'application:read' ? reach.assigned : [],
      reach.conflicted,
      reach.managed,
    ],
  };
}

/** Candidates (alias `c`): `where` for all that may be seen at all, `isDetailed` for more than the name, `isOwn` for contact data. */
export async function candidatesWithin(
  unit: Unit,
  from: number,
): Promise<{
  readonly where: string;
  readonly isDetailed: string;
  readonly isOwn: string;
  readonly values: readonly unknown[];
}> {
  const reach = await reachOf(unit);
  const p = (n: number): string => `$${from + n}`;
  const applied = (
    condition: string,
  ): string => `exists (select 1 from application x join requisition y on y.organisation_id = x.organisation_id and y.id = x.requisition_id
     where x.organisation_id = c.organisation_id and x.candidate_id = c.id and ${condition})`;
  const isOwn = `(c.added_by_id is not distinct from ${p(0)}::uuid and ${p(0)}::uuid is not null or ${applied(`y.hiring_manager_id = ${p(0)}::uuid`)})`;
  const isDetailed = `(${isOwn} or ${applied(`x.id = any(${p(1)}::uuid[])`)})`;
  const { actor } = unit;
  const isMasked = actor !== null && reaches(actor, 'candidate:read', 'MASKED');
  const isAssigned = actor !== null && reaches(actor, 'candidate:read', 'ASSIGNED');
  return {
    where: `(${p(2)}::boolean or ${isDetailed}) and (c.id <> all(${p(3)}::uuid[]) or (c.id = any(${p(4)}::uuid[])
     and ${applied(`x.stage = 'HIRED' and y.hiring_manager_id = ${p(0)}::uuid`)}))`,
    isDetailed,
    isOwn,
    values: [
      own(unit, 'candidate:read', reach),
      isAssigned ? reach.assigned : [],
      isMasked,
      reach.conflicted,
      reach.managed,
    ],
  };
}
