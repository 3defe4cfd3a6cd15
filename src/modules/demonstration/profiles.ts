/** Why this file exists: what people hold was reviewed in spring and in autumn, before and after the company took the product up. */
import type { Unit } from '../../platform/database/index.js';
import { currentFramework } from '../frameworks/data.js';
import type { Level, SkillKey } from '../frameworks/index.js';
import { isLevel } from '../frameworks/index.js';
import { currentJobRoleVersionByKey } from '../job-roles/data.js';
import type { JobRoleKey } from '../job-roles/index.js';
import { importConfirmed, type ConfirmedClaim } from '../matrices/data.js';
import { daysAfter } from './calendar.js';
import { personIn, type Staff } from './company.js';
import { ADMINISTRATOR } from './content/members.data.js';
import { PEOPLE, QUALITY_WORK, type DemoPerson } from './content/people.data.js';
import { PROFILE_CHANGES, REVIEWED_IN_SPRING } from './content/profiles.data.js';
import { daysOf, saidOf, workTypes, type ReviewFrame } from './profile-evidence.js';
import { shapeProfile, strongestLevel, type AskedLevel, type Rounds, type ShapedLevel } from './profile-shape.js';
import type { Story } from './story.js';

/** Days of the two reviews, from the story day. */
const ROUNDS = { SPRING: -190, AUTUMN: -45 } as const;
type Round = keyof typeof ROUNDS;

async function askedOf(unit: Unit, person: DemoPerson): Promise<readonly AskedLevel[]> {
  if (person.jobRole !== null)
    return (await currentJobRoleVersionByKey(unit, person.jobRole as JobRoleKey))?.requirements ?? [];
  if (person.team !== 'quality') return [];
  return QUALITY_WORK.flatMap(([skill, level]) =>
    isLevel(level) ? [{ skill: skill as SkillKey, level, isMustHave: true }] : [],
  );
}

/** The level that a review found; `null` when it said nothing of the skill. */
function levelAt(shaped: ShapedLevel, round: Round, { types }: ReviewFrame): Level | null {
  const wanted = shaped.round === round ? shaped.level : round === 'SPRING' ? shaped.before : null;
  const strongest = strongestLevel(workTypes(shaped.skill), types);
  if (wanted === null || strongest === null) return null;
  return wanted > strongest ? strongest : wanted;
}

const roundsOf = (person: DemoPerson): Rounds =>
  REVIEWED_IN_SPRING.has(person.key) ? 'SPRING' : person.shape === 'NEW' ? 'AUTUMN' : 'BOTH';

/** What one person held at a review. */
function claimsOf(
  person: DemoPerson,
  asked: readonly AskedLevel[],
  round: Round,
  frame: ReviewFrame,
): ConfirmedClaim[] {
  const personId = personIn(frame.staff, person.key);
  const changes = new Map(Object.entries(PROFILE_CHANGES[person.key] ?? {}) as [SkillKey, Level | null][]);
  const reviewDay = daysAfter(frame.storyDay, ROUNDS[round]);
  return shapeProfile(person, asked, changes, roundsOf(person)).flatMap((shaped) => {
    const level = levelAt(shaped, round, frame);
    if (level === null) return [];
    const { pieces, ...who } = saidOf(person, shaped.skill, level, frame);
    const { validOn, occurredOn } = daysOf(person, shaped, pieces, reviewDay, frame);
    const evidence = pieces.map((one) => ({ ...one, occurredOn }));
    return [{ personId, ...who, skillKey: shaped.skill, level, evidence, validOn }];
  });
}

async function reviewed(unit: Unit, round: Round, storyDay: string, staff: Staff): Promise<ConfirmedClaim[]> {
  const { framework } = await currentFramework(unit);
  const types = new Map(framework.evidenceTypes.map((type) => [type.key, type]));
  const names = new Map(framework.skills.map(({ key, name }) => [key, name]));
  const claims: ConfirmedClaim[] = [];
  for (const person of PEOPLE.filter(({ manager }) => manager !== null))
    claims.push(...claimsOf(person, await askedOf(unit, person), round, { storyDay, staff, types, names }));
  return claims;
}

/** Brings in what was reviewed in spring and in autumn, so that the matrix can be read as it was and as it is. */
export async function tellProfiles(story: Story, staff: Staff): Promise<void> {
  for (const round of ['SPRING', 'AUTUMN'] as const)
    await story.act(`profiles/${round.toLowerCase()}`, ADMINISTRATOR.key, { day: ROUNDS[round] }, async (unit) =>
      importConfirmed(unit, await reviewed(unit, round, story.theatre.storyDay, staff)),
    );
}
