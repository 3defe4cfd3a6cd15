/** Why this file exists: before a new framework version replaces an old one, people see exactly what changes, part by part. */
import {
  LEVELS,
  type Activity,
  type Category,
  type EvidenceType,
  type Framework,
  type Level,
  type Prerequisite,
  type ScaleLevel,
  type Skill,
  type SkillKey,
} from './framework.js';
import { byText } from './stable-order.js';

/** One changed part of a skill, before and after. A level without indicators is an empty list. */
export type SkillChange =
  | { readonly part: 'NAME' | 'DEFINITION' | 'CATEGORY'; readonly before: string; readonly after: string }
  | { readonly part: 'AFFINITY'; readonly before: Skill['affinity']; readonly after: Skill['affinity'] }
  | {
      readonly part: 'INDICATORS';
      readonly level: Level;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | {
      readonly part: 'PREREQUISITES';
      readonly added: readonly Prerequisite[];
      readonly removed: readonly Prerequisite[];
    }
  | { readonly part: 'REFERENCES'; readonly before: Skill['references']; readonly after: Skill['references'] };

export interface ChangedSkill {
  readonly key: SkillKey;
  /** In the order name, definition, category, affinity, indicators by level, prerequisites, references; never empty. */
  readonly changes: readonly SkillChange[];
}

/** An entry that both versions have and whose named properties differ; both states, so that the difference can be shown. */
export interface ChangedEntry<T> {
  readonly before: T;
  readonly after: T;
  /** Names of the properties that differ, sorted; never empty. */
  readonly parts: readonly string[];
}

/** All lists in the order of their keys. */
export interface ListDiff<T, C = ChangedEntry<T>> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly C[];
}

export interface FrameworkDiff {
  readonly isEmpty: boolean;
  /** By level. */
  readonly scale: ListDiff<ScaleLevel>;
  readonly categories: ListDiff<Category>;
  readonly skills: ListDiff<Skill, ChangedSkill>;
  readonly evidenceTypes: ListDiff<EvidenceType>;
  readonly activities: ListDiff<Activity>;
}

/** A text that is equal for equal values, whatever the order of properties, and of entries in lists that are sets. */
function canonical(value: unknown, isSet: boolean): string {
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown) => canonical(entry, isSet));
    return `[${(isSet ? entries.sort(byText) : entries).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const properties = Object.entries(value).sort(([a], [b]) => byText(a, b));
  return `{${properties.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one, isSet)}`).join(',')}}`;
}
const isSame = (a: unknown, b: unknown, isSet = false): boolean => canonical(a, isSet) === canonical(b, isSet);

function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
  const [old, fresh] = [
    new Map(before.map((one) => [keyOf(one), one])),
    new Map(after.map((one) => [keyOf(one), one])),
  ];
  const sorted = (list: Iterable<T>): readonly T[] => [...list].sort((a, b) => byText(keyOf(a), keyOf(b)));
  return {
    added: sorted(fresh.values()).filter((one) => !old.has(keyOf(one))),
    removed: sorted(old.values()).filter((one) => !fresh.has(keyOf(one))),
    kept: sorted(fresh.values()).flatMap((one) => {
      const earlier = old.get(keyOf(one));
      return earlier === undefined ? [] : [[earlier, one] as const];
    }),
  };
}

function changedEntry<T extends object>(before: T, after: T): readonly ChangedEntry<T>[] {
  const now = new Map<string, unknown>(Object.entries(after));
  const parts = Object.entries(before)
    .filter(([name, value]) => !isSame(value, now.get(name), true))
    .map(([name]) => name)
    .sort(byText);
  return parts.length > 0 ? [{ before, after, parts }] : [];
}

const byKey = (one: { readonly key: string }): string => one.key;

function diffList<T extends object>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): ListDiff<T> {
  const { added, removed, kept } = pairs(before, after, keyOf);
  return { added, removed, changed: kept.flatMap(([old, fresh]) => changedEntry(old, fresh)) };
}

function indicatorChanges(before: Skill, after: Skill): readonly SkillChange[] {
  return LEVELS.flatMap((level) => {
    const [old, fresh] = [before.indicators[level - 1] ?? [], after.indicators[level - 1] ?? []];
    return isSame(old, fresh) ? [] : [{ part: 'INDICATORS', level, before: old, after: fresh } as const];
  });
}

function prerequisiteChanges(before: Skill, after: Skill): readonly SkillChange[] {
  const missingFrom = (list: readonly Prerequisite[], other: readonly Prerequisite[]): readonly Prerequisite[] =>
    list
      .filter((one) => !other.some((two) => isSame(one, two)))
      .sort((a, b) => byText(a.skill, b.skill) || a.fromLevel - b.fromLevel || a.minLevel - b.minLevel);
  const added = missingFrom(after.prerequisites, before.prerequisites);
  const removed = missingFrom(before.prerequisites, after.prerequisites);
  return added.length + removed.length > 0 ? [{ part: 'PREREQUISITES', added, removed }] : [];
}

function skillChanges(before: Skill, after: Skill): readonly SkillChange[] {
  const text = (part: 'NAME' | 'DEFINITION' | 'CATEGORY', old: string, fresh: string): readonly SkillChange[] =>
    old === fresh ? [] : [{ part, before: old, after: fresh }];
  const [old, fresh] = [before.references, after.references];
  return [
    ...text('NAME', before.name, after.name),
    ...text('DEFINITION', before.definition, after.definition),
    ...text('CATEGORY', before.category, after.category),
    ...(isSame(before.affinity, after.affinity)
      ? []
      : [{ part: 'AFFINITY', before: before.affinity, after: after.affinity } as const]),
    ...indicatorChanges(before, after),
    ...prerequisiteChanges(before, after),
    ...(isSame(old, fresh, true) ? [] : [{ part: 'REFERENCES', before: old, after: fresh } as const]),
  ];
}

function diffSkills(before: readonly Skill[], after: readonly Skill[]): ListDiff<Skill, ChangedSkill> {
  const { added, removed, kept } = pairs(before, after, byKey);
  const changed = kept.map(([old, fresh]) => ({ key: fresh.key, changes: skillChanges(old, fresh) }));
  return { added, removed, changed: changed.filter((one) => one.changes.length > 0) };
}

/**
 * What is added, removed and changed from one framework to another, matched by key: a renamed key is one removal and one addition.
 * The order of lists matters only for the indicators of a level; prerequisites, references and the lists of an activity are sets.
 * @returns the same for the same contents, in whatever order skills, categories and activities are given
 */
export function diffFrameworks(before: Framework, after: Framework): FrameworkDiff {
  const scale = diffList(before.scale, after.scale, (one) => String(one.level));
  const categories = diffList(before.categories, after.categories, byKey);
  const skills = diffSkills(before.skills, after.skills);
  const evidenceTypes = diffList(before.evidenceTypes, after.evidenceTypes, byKey);
  const activities = diffList(before.activities, after.activities, byKey);
  const lists = [scale, categories, skills, evidenceTypes, activities];
  const isEmpty = lists.every((one) => one.added.length + one.removed.length + one.changed.length === 0);
  return { isEmpty, scale, categories, skills, evidenceTypes, activities };
}
