/** Why this file exists: a draft of a job role as the builder holds it: pure changes, differences and merges, without any screen. */
import type { BuilderDraftFragment, RequirementInput, UpdateJobRoleDraftInput } from '../../gql/graphql.js';

export interface DraftRequirement {
  readonly skillKey: string;
  readonly level: number;
  readonly weight: number;
  readonly isMustHave: boolean;
  readonly minEvidenceClass: number;
  readonly stages: readonly string[];
}

export interface Draft {
  readonly title: string;
  readonly mission: string;
  readonly outcomesIn12Months: readonly string[];
  readonly owns: readonly string[];
  readonly doesNotOwn: readonly string[];
  readonly timeBox: string;
  readonly kitKey: string | null;
  readonly requirements: readonly DraftRequirement[];
}
export type ListPart = 'outcomesIn12Months' | 'owns' | 'doesNotOwn';
export type TextPart = Exclude<keyof Draft, 'requirements'>;
export const TEXT_PARTS: readonly TextPart[] = [
  'title',
  'mission',
  'outcomesIn12Months',
  'owns',
  'doesNotOwn',
  'timeBox',
  'kitKey',
];

export const draftOf = (v: BuilderDraftFragment): Draft => ({
  title: v.title,
  mission: v.mission,
  outcomesIn12Months: v.outcomesIn12Months,
  owns: v.owns,
  doesNotOwn: v.doesNotOwn,
  timeBox: v.timeBox ?? '',
  kitKey: v.kitKey ?? null,
  requirements: v.requirements.map(({ skillKey, level, weight, isMustHave, minEvidenceClass, stages }) => ({
    skillKey,
    level,
    weight,
    isMustHave,
    minEvidenceClass,
    stages,
  })),
});

/** Weakest evidence that a level asks for when nothing else is said. */
export const evidenceForLevel = (level: number): number => Math.min(level, 3);

const lines = (list: readonly string[]): string[] => list.map((l) => l.trim()).filter((l) => l !== '');
/** A part as it is kept: empty lines are not, nor the space around a text. */
const kept = (draft: Draft, part: TextPart): string | string[] | null => {
  const value = draft[part];
  if (value === null) return null;
  return typeof value === 'string' ? value.trim() : lines(value);
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const changedTexts = (from: Draft, to: Draft): readonly TextPart[] =>
  TEXT_PARTS.filter((part) => !same(kept(from, part), kept(to, part)));
/** What a requirement says, whatever order its fields were written in. */
const valuesOf = (r: DraftRequirement | undefined): readonly unknown[] | null =>
  r === undefined ? null : [r.skillKey, r.level, r.weight, r.isMustHave, r.minEvidenceClass, r.stages];
export const requirementsDiffer = (from: Draft, to: Draft): boolean =>
  !same(from.requirements.map(valuesOf), to.requirements.map(valuesOf));
export const differ = (from: Draft, to: Draft): boolean =>
  changedTexts(from, to).length > 0 || requirementsDiffer(from, to);

export type Texts = Omit<UpdateJobRoleDraftInput, 'jobRoleVersionId' | 'version'>;

/** The parts that changed, as the API takes them. A title is never sent empty: the last one stays until there is another. */
export function textsInput(from: Draft, to: Draft): Texts {
  const changed = new Set(changedTexts(from, to).filter((part) => part !== 'title' || to.title.trim() !== ''));
  return {
    ...(changed.has('title') ? { title: to.title.trim() } : {}),
    ...(changed.has('mission') ? { mission: to.mission.trim() } : {}),
    ...(changed.has('outcomesIn12Months') ? { outcomesIn12Months: lines(to.outcomesIn12Months) } : {}),
    ...(changed.has('owns') ? { owns: lines(to.owns) } : {}),
    ...(changed.has('doesNotOwn') ? { doesNotOwn: lines(to.doesNotOwn) } : {}),
    ...(changed.has('timeBox') ? { timeBox: to.timeBox.trim() === '' ? null : to.timeBox.trim() } : {}),
    ...(changed.has('kitKey') ? { kitKey: to.kitKey } : {}),
  };
}
export const requirementsInput = (draft: Draft): RequirementInput[] =>
  draft.requirements.map((r) => ({ ...r, stages: [...r.stages] }));

/**
 * Two people's changes put together. Where both changed the same text or the same skill, mine stands.
 * @param base what both started from
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Draft {
  const mineChanged = new Set(changedTexts(base, mine));
  const texts = Object.fromEntries(TEXT_PARTS.map((part) => [part, (mineChanged.has(part) ? mine : theirs)[part]]));
  return { ...theirs, ...texts, requirements: mergeRequirements(base, mine, theirs) };
}

function mergeRequirements(base: Draft, mine: Draft, theirs: Draft): readonly DraftRequirement[] {
  const [before, here, there] = [base, mine, theirs].map((d) => new Map(d.requirements.map((r) => [r.skillKey, r])));
  const pick = (key: string): DraftRequirement | undefined =>
    same(valuesOf(before?.get(key)), valuesOf(here?.get(key))) ? there?.get(key) : here?.get(key);
  const order = [...new Set([...mine.requirements, ...theirs.requirements].map((r) => r.skillKey))];
  return order.map(pick).filter((r) => r !== undefined);
}

export const setRequirement = (
  draft: Draft,
  skillKey: string,
  change: Partial<Omit<DraftRequirement, 'skillKey'>>,
): Draft => ({
  ...draft,
  requirements: draft.requirements.map((r) => (r.skillKey === skillKey ? withChange(r, change) : r)),
});

/** The least evidence follows the level as long as nobody set it apart. */
function withChange(r: DraftRequirement, change: Partial<DraftRequirement>): DraftRequirement {
  const follows = change.level !== undefined && r.minEvidenceClass === evidenceForLevel(r.level);
  return { ...r, ...(follows ? { minEvidenceClass: evidenceForLevel(change.level ?? r.level) } : {}), ...change };
}

export const dropRequirements = (draft: Draft, skillKeys: readonly string[]): Draft => ({
  ...draft,
  requirements: draft.requirements.filter((r) => !skillKeys.includes(r.skillKey)),
});

/** Adds a skill at the end, or raises it where it is asked for already. */
export function askFor(draft: Draft, asked: Pick<DraftRequirement, 'skillKey' | 'level' | 'stages'>): Draft {
  const found = draft.requirements.find((r) => r.skillKey === asked.skillKey);
  if (found !== undefined)
    return found.level >= asked.level ? draft : setRequirement(draft, asked.skillKey, { level: asked.level });
  const added = { weight: 3, isMustHave: false, minEvidenceClass: evidenceForLevel(asked.level), ...asked };
  return { ...draft, requirements: [...draft.requirements, added] };
}

/** @param by -1 for one place up, 1 for one place down */
export function moveRequirement(draft: Draft, skillKey: string, by: -1 | 1): Draft {
  const at = draft.requirements.findIndex((r) => r.skillKey === skillKey);
  const [moved, other] = [draft.requirements[at], draft.requirements[at + by]];
  if (moved === undefined || other === undefined) return draft;
  const requirements = [...draft.requirements];
  requirements[at] = other;
  requirements[at + by] = moved;
  return { ...draft, requirements };
}
