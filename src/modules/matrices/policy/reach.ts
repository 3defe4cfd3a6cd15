/** Why this file exists: a permission says what a member may do; this says about which people. */
import { reaches, type Permission, type PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { directReports, personById } from '../../people/data.js';
import { mentorSource } from '../extension-points.js';

/** The people whose records an actor may reach with one permission. */
export interface Reach {
  /** True for everybody of the organisation; then `personIds` says nothing. */
  readonly all: boolean;
  readonly personIds: readonly PersonId[];
}
const NOBODY: Reach = { all: false, personIds: [] };

/**
 * Whom the actor of the unit reaches with a permission: themselves (OWN), direct reports (TEAM), people whom they mentor and who agreed
 * (MENTEE), or everybody (ALL). AGGREGATE reaches no row. It is asked anew in each unit, so that a transfer counts at once.
 */
export async function reachOf(unit: Unit, permission: Permission): Promise<Reach> {
  const { actor } = unit;
  if (actor === null) return NOBODY;
  if (reaches(actor, permission, 'ALL')) return { all: true, personIds: [] };
  const self = actor.personId;
  if (self === null) return NOBODY;
  const own = reaches(actor, permission, 'OWN') ? [self] : [];
  const team = reaches(actor, permission, 'TEAM') ? await directReports(unit, self) : [];
  const mentees = reaches(actor, permission, 'MENTEE') ? await mentorSource().menteesOf(unit, self) : [];
  return { all: false, personIds: [...new Set([...own, ...team, ...mentees])] };
}

export const isWithin = (reach: Reach, personId: PersonId): boolean => reach.all || reach.personIds.includes(personId);

/** Whether the actor may read the profile of a person: the person exists, and assessments about them are within reach. */
export async function seesProfile(unit: Unit, personId: PersonId): Promise<boolean> {
  return isWithin(await reachOf(unit, 'assessment:read'), personId) && (await personById(unit, personId)) !== null;
}
