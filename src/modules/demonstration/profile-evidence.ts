/** Why this file exists: who says that somebody holds a level, who reviewed it, what there is to show and from when it is. */
import type { PersonId } from '../../platform/access/index.js';
import type { EvidenceType, EvidenceTypeKey, Level, SkillKey } from '../frameworks/index.js';

import type { ConfirmedClaim } from '../matrices/data.js';
import { addMonths } from '../matrices/index.js';
import { asTold, daysAfter } from './calendar.js';
import { personIn, type Staff } from './company.js';
import type { SkillEvidence } from './content/evidence.js';
import { ENGINEERING_EVIDENCE } from './content/evidence-engineering.data.js';
import { DATA_AND_MODEL_EVIDENCE } from './content/evidence-models.data.js';
import { PRACTICE_EVIDENCE } from './content/evidence-practice.data.js';
import { PEOPLE, type DemoPerson } from './content/people.data.js';
import { NAMES } from './content/profiles.data.js';
import type { ShapedLevel } from './profile-shape.js';
import { oneOf, percentOf } from './spread.js';

const EVIDENCE = { ...DATA_AND_MODEL_EVIDENCE, ...ENGINEERING_EVIDENCE, ...PRACTICE_EVIDENCE };

/** What every claim of a review is made with. */
export interface ReviewFrame {
  readonly storyDay: string;
  readonly staff: Staff;
  readonly types: ReadonlyMap<EvidenceTypeKey, EvidenceType>;
  /** Names of skills. */
  readonly names: ReadonlyMap<SkillKey, string>;
}

interface Piece {
  readonly typeKey: EvidenceTypeKey;
  readonly title: string;
}
/** Who says it, who reviewed it and what there is to show. */
type Said = Pick<ConfirmedClaim, 'claimantPersonId' | 'source' | 'reviewerId'> & { readonly pieces: readonly Piece[] };

const piece = (type: string, title: string): Piece => ({ typeKey: type as EvidenceTypeKey, title });

function evidenceFor(skill: SkillKey): SkillEvidence {
  const found = EVIDENCE[skill];
  if (found === undefined) throw new Error(`there is no evidence to show for ${skill}`);
  return found;
}

/** Types of work that this company has to show for a skill. */
export const workTypes = (skill: SkillKey): readonly EvidenceTypeKey[] =>
  evidenceFor(skill).made.map(([type]) => type as EvidenceTypeKey);

/** A title with the names of the company in it. */
const named = (title: string, ...words: readonly string[]): string =>
  title.replace(/\{(release|site|screen)\}/g, (_, kind: keyof typeof NAMES) => oneOf(NAMES[kind], ...words, kind));

/** A piece that can carry the level alone; the people of the company never claim with less. */
function workFor(person: string, skill: SkillKey, level: Level, { types }: ReviewFrame): Piece {
  const carries = ([type]: readonly [string, string]): boolean =>
    (types.get(type as EvidenceTypeKey)?.maxLevel ?? 0) >= level;
  const [type, title] = oneOf(evidenceFor(skill).made.filter(carries), person, skill, 'work');
  return piece(type, named(title, person, skill));
}

const managerOf = (person: DemoPerson): string => {
  if (person.manager === null) throw new Error(`nobody reviews ${person.key}`);
  return person.manager;
};

/** Most of a profile is work of the person, reviewed by the manager; some was seen by the manager or by a peer. */
export function saidOf(person: DemoPerson, skill: SkillKey, level: Level, frame: ReviewFrame): Said {
  const idOf = (key: string): PersonId => personIn(frame.staff, key);
  const manager = managerOf(person);
  const above = PEOPLE.find(({ key }) => key === manager)?.manager ?? null;
  const peers = PEOPLE.filter((one) => one.team === person.team && one.manager === manager && one.key !== person.key);
  const place = percentOf(person.key, skill, 'source');
  const work = workFor(person.key, skill, level, frame);
  const own = { claimantPersonId: idOf(person.key), source: 'ARTEFACT', reviewerId: idOf(manager) } as const;
  if (level === 1 && place < 70) {
    const title = `Training completed: ${frame.names.get(skill) ?? skill}`;
    return { ...own, pieces: [piece('training-record', title)] };
  }
  const seen = named(oneOf(evidenceFor(skill).seen, person.key, skill, 'seen'), person.key, skill);
  if (above !== null && place < 42) {
    const observation = piece('manager-observation', seen);
    const pieces = level === 5 || place < 12 ? [observation, work] : [observation];
    return { claimantPersonId: idOf(manager), source: 'MANAGER', reviewerId: idOf(above), pieces };
  }
  if (peers.length > 0 && level <= 3 && place >= 84) {
    const peer = oneOf(peers, person.key, skill, 'peer');
    const pieces = [piece('peer-attestation', `${peer.name}: ${seen}`)];
    return { claimantPersonId: idOf(peer.key), source: 'PEER', reviewerId: idOf(manager), pieces };
  }
  return { ...own, pieces: [work] };
}

/**
 * Days of the work and of the claim: shortly before the review; for stale evidence so long ago that it no longer counts as fresh.
 * @param reviewDay  YYYY-MM-DD
 */
export function daysOf(
  person: DemoPerson,
  shaped: ShapedLevel,
  pieces: readonly Piece[],
  reviewDay: string,
  { storyDay, types }: ReviewFrame,
): { readonly validOn: string; readonly occurredOn: string } {
  const spread = percentOf(person.key, shaped.skill, 'day') % 50;
  const months = Math.max(...pieces.map(({ typeKey }) => types.get(typeKey)?.freshMonths ?? 0));
  const old = daysAfter(addMonths(storyDay, -months), -20 - 2 * spread);
  const started = asTold(storyDay, person.startedOn);
  const isStale = shaped.isStale && old > daysAfter(started, 30);
  const validOn = isStale ? daysAfter(old, 12) : daysAfter(reviewDay, -3 - spread);
  const occurredOn = isStale ? old : daysAfter(validOn, -4 - (spread % 30));
  return { validOn, occurredOn: occurredOn < started ? started : occurredOn };
}
