/** Why this file exists: who could guide somebody across a step, from those who offered to mentor and hold the level. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import type { Level, LevelStep, SkillKey } from '../../frameworks/index.js';
import { isLevel } from '../../frameworks/index.js';
import { todayOf, verifiedNow } from '../../matrices/data.js';
import { personById } from '../../people/data.js';
import type { TeamId } from '../../people/index.js';
import { suggestMentors, type MentorSuggestion } from '../domain/mentors.js';
import { menteeCounts } from '../store/mentoring.store.js';

/** Most mentors offered at a time. */
const OFFERED = 20;

export interface MentorOffer {
  readonly skill: SkillKey;
  /** Level that the learner holds; 0 = none known. */
  readonly from: LevelStep['from'];
  readonly to: Level;
  /** Best first. Those who are not eligible are not named: why not would tell about them. */
  readonly suggested: readonly MentorSuggestion[];
  /** How many people offered to mentor at all. */
  readonly asked: number;
}

interface Offering {
  readonly id: PersonId;
  readonly teamId: TeamId | null;
  readonly mentorCapacity: number;
}
const OFFERING = `
select id, team_id as "teamId", mentor_capacity as "mentorCapacity" from person
 where organisation_id = $1 and mentor_capacity > 0 and (left_on is null or left_on > $2::date) order by id`;

const STARTS: readonly LevelStep['from'][] = [0, 1, 2, 3, 4];

/**
 * Mentors for one skill of a person. The policy has decided that the actor may plan for the person.
 * @param toLevel  the level to reach; `null` for the next one
 * @returns        `null` when there is no such person, or the level to reach is held already
 */
export async function mentorOffer(
  unit: Unit,
  personId: PersonId,
  skill: SkillKey,
  toLevel: Level | null,
): Promise<MentorOffer | null> {
  const learner = await personById(unit, personId);
  if (learner === null) return null;
  const people = await unit.rows<Offering>(OFFERING, [todayOf(unit)]);
  const ids = people.map(({ id }) => id);
  const held = await verifiedNow(unit, { personIds: [...ids, personId], skills: [skill] });
  const levelOf = (id: PersonId): Level | null => held.get(id)?.get(skill)?.level ?? null;
  const now = levelOf(personId) ?? 0;
  const next = now + 1;
  const to = toLevel ?? (isLevel(next) ? next : null);
  const from = STARTS.find((start) => start === now);
  if (to === null || from === undefined || to <= from) return null;
  const counts = await menteeCounts(unit, ids, personId);
  const candidates = people.map(({ id, teamId, mentorCapacity }) => ({
    personId: id,
    teamId,
    level: levelOf(id),
    capacityLeft: mentorCapacity - (counts.get(id) ?? 0),
    isAvailable: true,
  }));
  const about = { personId, managerId: learner.managerId, teamId: learner.teamId };
  const { suggested } = suggestMentors({ skill, from, to }, about, candidates);
  return { skill, from, to, suggested: suggested.slice(0, OFFERED), asked: people.length };
}
