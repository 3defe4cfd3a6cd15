/** Why this file exists: what people hold was reviewed in spring and in autumn, before and after the company took the product up. */
import type { PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { currentFramework } from '../frameworks/data.js';
import type { EvidenceType, EvidenceTypeKey, Level, SkillKey } from '../frameworks/index.js';
import { isLevel } from '../frameworks/index.js';
import { addMonths } from '../matrices/index.js';
import { currentJobRoleVersionByKey } from '../job-roles/data.js';
import type { JobRoleKey } from '../job-roles/index.js';
import { importConfirmed, type ConfirmedClaim } from '../matrices/data.js';
import { asTold, daysAfter } from './calendar.js';
import type { Staff } from './company.js';
import type { SkillEvidence } from './content/evidence.js';
import { ENGINEERING_EVIDENCE } from './content/evidence-engineering.data.js';
import { DATA_AND_MODEL_EVIDENCE } from './content/evidence-models.data.js';
import { PRACTICE_EVIDENCE } from './content/evidence-practice.data.js';
import { ADMINISTRATOR } from './content/members.data.js';
import { PEOPLE, QUALITY_WORK, type DemoPerson } from './content/people.data.js';
import { NAMES, PROFILE_CHANGES, REVIEWED_IN_SPRING } from './content/profiles.data.js';
import { shapeProfile, strongestLevel, type AskedLevel, type ShapedLevel } from './profile-shape.js';
import { oneOf, percentOf } from './spread.js';
import type { Story } from './story.js';

const EVIDENCE = { ...DATA_AND_MODEL_EVIDENCE, ...ENGINEERING_EVIDENCE, ...PRACTICE_EVIDENCE };
/** Days of the two reviews, from the story day. */
export const ROUNDS = { SPRING: -190, AUTUMN: -45 } as const;
type Round = keyof typeof ROUNDS;
type Types = ReadonlyMap<EvidenceTypeKey, EvidenceType>;

const evidenceFor = (skill: SkillKey): SkillEvidence => {
  const found = EVIDENCE[skill];
  if (found === undefined) throw new Error(`there is no evidence to show for ${skill}`);
  return found;
};

/** A title with the names of the company in it. */
const named = (title: string, ...words: readonly string[]): string =>
  title.replace(/\{(release|site|screen)\}/g, (_, kind: keyof typeof NAMES) => oneOf(NAMES[kind], ...words, kind));

/** Pieces that can carry the level alone; the people of the company never claim with less. */
function workFor(
  person: string,
  skill: SkillKey,
  level: Level,
  types: Types,
): { typeKey: EvidenceTypeKey; title: string } {
  const enough = evidenceFor(skill).made.filter(
    ([type]) => (types.get(type as EvidenceTypeKey)?.maxLevel ?? 0) >= level,
  );
  const [type, title] = oneOf(enough, person, skill, 'work');
  return { typeKey: type as EvidenceTypeKey, title: named(title, person, skill) };
}

/** Who says it, who reviewed it and what there is to show. */
type Said = Pick<ConfirmedClaim, 'claimantPersonId' | 'source' | 'reviewerId'> & {
  readonly pieces: readonly { typeKey: EvidenceTypeKey; title: string }[];
};

function said(
  person: DemoPerson,
  { skill, level }: { skill: SkillKey; level: Level },
  staff: Staff,
  types: Types,
): Said {
  const idOf = (key: string): PersonId => staff.get(key) ?? missing(key);
  const manager = person.manager ?? missing(person.key);
  const above = PEOPLE.find(({ key }) => key === manager)?.manager ?? null;
  const peers = PEOPLE.filter((one) => one.team === person.team && one.manager === manager && one.key !== person.key);
  const place = percentOf(person.key, skill, 'source');
  const work = workFor(person.key, skill, level, types);
  const seen = named(oneOf(evidenceFor(skill).seen, person.key, skill, 'seen'), person.key, skill);
  if (above !== null && place < 42) {
    const observation = { typeKey: 'manager-observation' as EvidenceTypeKey, title: seen };
    const pieces = level === 5 || place < 12 ? [observation, work] : [observation];
    return { claimantPersonId: idOf(manager), source: 'MANAGER', reviewerId: idOf(above), pieces };
  }
  if (peers.length > 0 && level <= 3 && place >= 84) {
    const peer = oneOf(peers, person.key, skill, 'peer');
    const pieces = [{ typeKey: 'peer-attestation' as EvidenceTypeKey, title: `${peer.name}: ${seen}` }];
    return { claimantPersonId: idOf(peer.key), source: 'PEER', reviewerId: idOf(manager), pieces };
  }
  return { claimantPersonId: idOf(person.key), source: 'ARTEFACT', reviewerId: idOf(manager), pieces: [work] };
}

const missing = (key: string): never => {
  throw new Error(`${key} is not on the staff, or has no manager`);
};

/** Days of the work and of the claim: shortly before the review; for stale evidence so long ago that it no longer counts as fresh. */
function daysOf(
  person: DemoPerson,
  shaped: ShapedLevel,
  round: Round,
  pieces: Said['pieces'],
  told: { storyDay: string; types: Types },
) {
  const { storyDay, types } = told;
  const spread = percentOf(person.key, shaped.skill, 'day') % 50;
  const usual = daysAfter(storyDay, ROUNDS[round] - 3 - spread);
  const months = Math.max(...pieces.map(({ typeKey }) => types.get(typeKey)?.freshMonths ?? 0));
  const old = daysAfter(addMonths(storyDay, -months), -20 - 2 * spread);
  const started = asTold(storyDay, person.startedOn);
  const isStale = shaped.isStale && old > daysAfter(started, 30);
  const validOn = isStale ? daysAfter(old, 12) : usual;
  const occurredOn = isStale ? old : daysAfter(validOn, -(4 + (spread % 30)));
  return { validOn, occurredOn: occurredOn < started ? started : occurredOn };
}

async function askedOf(unit: Unit, person: DemoPerson): Promise<readonly AskedLevel[]> {
  if (person.jobRole !== null)
    return (await currentJobRoleVersionByKey(unit, person.jobRole as JobRoleKey))?.requirements ?? [];
  if (person.team !== 'quality') return [];
  return QUALITY_WORK.flatMap(([skill, level]) =>
    isLevel(level) ? [{ skill: skill as SkillKey, level, isMustHave: true }] : [],
  );
}

/** What one person held at a review. */
function claimsOf(
  person: DemoPerson,
  asked: readonly AskedLevel[],
  round: Round,
  told: { storyDay: string; types: Types; staff: Staff },
): ConfirmedClaim[] {
  const personId = told.staff.get(person.key) ?? missing(person.key);
  const changes = new Map(Object.entries(PROFILE_CHANGES[person.key] ?? {}) as [SkillKey, Level | null][]);
  const rounds = REVIEWED_IN_SPRING.has(person.key) ? 'SPRING' : person.shape === 'NEW' ? 'AUTUMN' : 'BOTH';
  return shapeProfile(person, asked, changes, rounds).flatMap((shaped) => {
    const wanted = shaped.round === round ? shaped.level : round === 'SPRING' ? shaped.before : null;
    const strongest = strongestLevel(
      evidenceFor(shaped.skill).made.map(([type]) => type as EvidenceTypeKey),
      told.types,
    );
    if (wanted === null || strongest === null) return [];
    const level = wanted > strongest ? strongest : wanted;
    const { pieces, ...who } = said(person, { skill: shaped.skill, level }, told.staff, told.types);
    const { validOn, occurredOn } = daysOf(person, shaped, round, pieces, told);
    const evidence = pieces.map((piece) => ({ ...piece, occurredOn }));
    return [{ personId, ...who, skillKey: shaped.skill, level, evidence, validOn }];
  });
}

/** Brings in what was reviewed in spring and in autumn, so that the matrix can be read as it was and as it is. */
export async function tellProfiles(story: Story, staff: Staff): Promise<void> {
  for (const round of Object.keys(ROUNDS) as Round[]) {
    await story.act(`profiles/${round.toLowerCase()}`, ADMINISTRATOR.key, { day: ROUNDS[round] }, async (unit) => {
      const { framework } = await currentFramework(unit);
      const types: Types = new Map(framework.evidenceTypes.map((type) => [type.key, type]));
      const told = { storyDay: story.theatre.storyDay, types, staff };
      const claims: ConfirmedClaim[] = [];
      for (const person of PEOPLE)
        if (person.manager !== null) claims.push(...claimsOf(person, await askedOf(unit, person), round, told));
      return importConfirmed(unit, claims);
    });
  }
}
