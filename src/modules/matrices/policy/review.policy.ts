/** Why this file exists: which assessments a member may read, and which of them are theirs to review. */
import { reaches, type PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { personsByIds } from '../../people/data.js';
import type { AssessmentRecord } from '../store/assessment.tables.js';
import { isWithin, reachOf } from './reach.js';

type Subject = Pick<AssessmentRecord, 'personId' | 'state' | 'claimantPersonId'>;

/** A claim that others make about a person is shown to that person once it was reviewed, not before. */
export const isReleasedTo = (viewer: PersonId | null, assessment: Subject): boolean =>
  assessment.personId !== viewer || assessment.state !== 'PROPOSED' || assessment.claimantPersonId === viewer;

/**
 * Those of the assessments that the actor reviews: as the manager of the person, or as the manager of that manager when the claim is the
 * manager's own, so that every claim meets a second pair of eyes. Two statements at most, however many.
 */
export async function reviewable<A extends Subject>(unit: Unit, assessments: readonly A[]): Promise<ReadonlySet<A>> {
  const { actor } = unit;
  const self = actor?.personId ?? null;
  if (actor === null || self === null || assessments.length === 0 || !reaches(actor, 'assessment:submit', 'TEAM'))
    return new Set();
  const people = await personsByIds(
    unit,
    assessments.map(({ personId }) => personId),
  );
  const managerOf = (id: PersonId): PersonId | null => people.get(id)?.managerId ?? null;
  const above = assessments.filter((a) => a.claimantPersonId !== null && a.claimantPersonId === managerOf(a.personId));
  const managers = await personsByIds(
    unit,
    above.flatMap(({ claimantPersonId: id }) => (id === null ? [] : [id])),
  );
  const isMine = (a: A): boolean =>
    managerOf(a.personId) === self ||
    (above.includes(a) && a.claimantPersonId !== null && managers.get(a.claimantPersonId)?.managerId === self);
  return new Set(assessments.filter(isMine));
}

export const isReviewer = async (unit: Unit, assessment: Subject): Promise<boolean> =>
  (await reviewable(unit, [assessment])).size === 1;

/**
 * What the actor may read of these assessments, in their order: those within reach and released, and what waits for the actor's review,
 * since nobody reviews what they cannot see.
 */
export async function readable<A extends Subject>(unit: Unit, assessments: readonly A[]): Promise<readonly A[]> {
  const reach = await reachOf(unit, 'assessment:read');
  const viewer = unit.actor?.personId ?? null;
  const released = assessments.filter((one) => isReleasedTo(viewer, one));
  const outside = released.filter((one) => !isWithin(reach, one.personId) && one.state === 'PROPOSED');
  const mine = await reviewable(unit, outside);
  return released.filter((one) => isWithin(reach, one.personId) || mine.has(one));
}
