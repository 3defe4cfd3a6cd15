/** Why this file exists: the directory is for everybody; how much somebody works, mentors, and when they leave is for those who plan with them. */
import { may, reaches, type Actor } from '../../../platform/access/index.js';
import type { PersonRecord } from '../store/person.tables.js';

/**
 * True for the person, the manager on record, planners, auditors, and administrators of the directory, who have to see what they change.
 */
export function seesPlanningData(actor: Actor, person: Pick<PersonRecord, 'id' | 'managerId'>): boolean {
  if (actor.personId === person.id) return true;
  if (may(actor, 'directory:update') || reaches(actor, 'skills-matrix:read', 'ALL')) return true;
  const isManager = actor.personId !== null && actor.personId === person.managerId;
  return isManager && reaches(actor, 'skills-matrix:read', 'TEAM');
}
