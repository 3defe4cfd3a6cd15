/** Why this file exists: before a new version of a job role replaces an old one, people see exactly what it asks differently. */
import { byText, type Level, type SkillKey } from '../../frameworks/index.js';
import type { JobRoleDuties } from './job-role.js';
import type { Requirement } from './requirement.js';

export interface JobRoleContent extends JobRoleDuties {
  readonly title: string;
  readonly kitKey: string | null;
  readonly timeBox: string | null;
  readonly entryRequirements: readonly { readonly skill: SkillKey; readonly level: Level }[];
  /** One per skill. */
  readonly requirements: readonly Requirement[];
}

export const REQUIREMENT_PARTS = ['LEVEL', 'WEIGHT', 'MUST_HAVE', 'EVIDENCE_CLASS', 'STAGES'] as const;
export type RequirementPart = (typeof REQUIREMENT_PARTS)[number];
export const TEXT_PARTS = [
  'TITLE',
  'MISSION',
  'OUTCOMES',
  'OWNS',
  'DOES_NOT_OWN',
  'KIT',
  'TIME_BOX',
  'ENTRY_REQUIREMENTS',
] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

export interface ChangedRequirement {
  readonly before: Requirement;
  readonly after: Requirement;
  /** In the order of `REQUIREMENT_PARTS`; never empty. */
  readonly parts: readonly RequirementPart[];
}
/** A part before and after, as lines; a part that says nothing has none. */
export interface ChangedText {
  readonly part: TextPart;
  readonly before: readonly string[];
  readonly after: readonly string[];
}
export interface JobRoleDiff {
  readonly isEmpty: boolean;
  /** The three lists by skill key. */
  readonly added: readonly Requirement[];
  readonly removed: readonly Requirement[];
  readonly changed: readonly ChangedRequirement[];
  /** In the order of `TEXT_PARTS`. */
  readonly texts: readonly ChangedText[];
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.toSorted(byText).every((one, i) => one === b.toSorted(byText)[i]);
const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

function changedParts(before: Requirement, after: Requirement): readonly RequirementPart[] {
  const differs: Readonly<Record<RequirementPart, boolean>> = {
    LEVEL: before.level !== after.level,
    WEIGHT: before.weight !== after.weight,
    MUST_HAVE: before.isMustHave !== after.isMustHave,
    EVIDENCE_CLASS: before.minEvidenceClass !== after.minEvidenceClass,
    STAGES: !isSameSet(before.stages, after.stages),
  };
  return REQUIREMENT_PARTS.filter((part) => differs[part]);
}

function linesOf(one: JobRoleContent): Readonly<Record<TextPart, readonly string[]>> {
  const line = (text: string | null): readonly string[] => (text === null || text === '' ? [] : [text]);
  return {
    TITLE: line(one.title),
    MISSION: line(one.mission),
    OUTCOMES: one.outcomesIn12Months,
    OWNS: one.owns,
    DOES_NOT_OWN: one.doesNotOwn,
    KIT: line(one.kitKey),
    TIME_BOX: line(one.timeBox),
    ENTRY_REQUIREMENTS: one.entryRequirements.map(({ skill, level }) => `${skill} ${level}`).toSorted(byText),
  };
}

/**
 * What differs from one version of a job role to another, requirements matched by skill. The order of requirements, of stages and of
 * entry requirements does not matter; the order of outcomes and duties does, since their author chose it.
 */
export function diffJobRoleVersions(before: JobRoleContent, after: JobRoleContent): JobRoleDiff {
  const sorted = (list: readonly Requirement[]): readonly Requirement[] =>
    list.toSorted((a, b) => byText(a.skill, b.skill));
  const [old, fresh] = [before, after].map((one) => new Map(one.requirements.map((r) => [r.skill, r])));
  const added = sorted(after.requirements).filter((one) => old?.has(one.skill) === false);
  const removed = sorted(before.requirements).filter((one) => fresh?.has(one.skill) === false);
  const changed = sorted(after.requirements).flatMap((one): readonly ChangedRequirement[] => {
    const earlier = old?.get(one.skill);
    const parts = earlier === undefined ? [] : changedParts(earlier, one);
    return earlier === undefined || parts.length === 0 ? [] : [{ before: earlier, after: one, parts }];
  });
  const [was, is] = [linesOf(before), linesOf(after)];
  const texts = TEXT_PARTS.filter((part) => !isSameList(was[part], is[part])).map((part) => ({
    part,
    before: was[part],
    after: is[part],
  }));
  return {
    isEmpty: [added, removed, changed, texts].every((list) => list.length === 0),
    added,
    removed,
    changed,
    texts,
  };
}
