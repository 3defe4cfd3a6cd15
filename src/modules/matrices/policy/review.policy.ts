/** Why this file exists: which assessments a member may read, and which of them are theirs to review. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { managerOf } from '../../people/data.js';
import type { AssessmentRecord } from '../store/assessment.tables.js';
import { isWithin, reachOf, type Reach } from './reach.js';

type Visible = Pick<AssessmentRecord, 'personId' | 'state' | 'claimantPersonId'>;

/** A claim that others make about a person is shown to that person once it was reviewed, not before. */
export const isReleasedTo = (viewer: PersonId | null, assessment: Visible): boolean =>
  assessment.personId !== viewer || assessment.state !== 'PROPOSED' || assessment.claimantPersonId === viewer;

/** True when the row is within reach and released to the viewer. */
export const isReadable = (reach: Reach, viewer: PersonId | null, assessment: Visible): boolean =>
  isWithin(reach, assessment.personId) && isReleasedTo(viewer, assessment);

/**
 * What the actor may read of these assessments, in their order. A claim that waits for the actor's review can be read too, since nobody
 * reviews what they cannot see.
 */
export async function readable<A extends Visible>(unit: Unit, assessments: readonly A[]): Promise<readonly A[]> {
  const reach = await reachOf(unit, 'assessment:read');
  const viewer = unit.actor?.personId ?? null;
  const result: A[] = [];
  for (const one of assessments)
    if (isReadable(reach, viewer, one) || (one.state === 'PROPOSED' && (await isReviewer(unit, one)))) result.push(one);
  return result;
}

/**
 * True when the actor reviews claims about the person: as their manager, or as the manager of that manager when the claim is the
 * manager's own, so that every claim meets a second pair of eyes.
 */
export async function isReviewer(unit: Unit, assessment: Visible): Promise<boolean> {
  const self = unit.actor?.personId ?? null;
  if (self === null || unit.actor?.scopes.get('assessment:submit')?.has('TEAM') !== true) return false;
  const manager = await managerOf(unit, assessment.personId);
  if (manager === null || manager === self) return manager === self;
  return assessment.claimantPersonId === manager && (await managerOf(unit, manager)) === self;
}
