/** Why this file exists: turns framework records into API objects, once per version. */
import type { Unit } from '../../../platform/database/index.js';
import type { Activity, FrameworkVersionId, Skill, SkillKey, SkillReferences } from '../domain/framework.js';
import type { FrameworkDiff } from '../domain/diff-frameworks.js';
import { frameworkVersion, type FrameworkVersion } from '../store/framework.store.js';
import type { Impact } from '../extension-points.js';
import type { FrameworkDiffObject, GrowthActivityObject, SkillObject } from './framework.types.js';

const skills = new WeakMap<FrameworkVersion, ReadonlyMap<SkillKey, SkillObject>>();

const references = (r: SkillReferences): string[] => [
  ...r.sfia.map((c) => `SFIA ${c}`),
  ...r.esco.map((c) => `ESCO ${c}`),
  ...r.mlTestScore.map((c) => `ML Test Score ${c}`),
  ...r.gmlp.map((c) => `GMLP ${c}`),
  ...r.regulations,
];

/** The skills of a version as API objects, in the framework's order. */
export function skillObjects(version: FrameworkVersion): ReadonlyMap<SkillKey, SkillObject> {
  const known = skills.get(version);
  if (known !== undefined) return known;
  const categories = new Map(version.framework.categories.map((c) => [c.key, c]));
  const names = new Map(version.framework.skills.map((s) => [s.key, s.name]));
  const scale = version.framework.scale;
  const object = (s: Skill): SkillObject => ({
    id: version.skillIds.get(s.key) ?? '',
    key: s.key,
    name: s.name,
    definition: s.definition,
    category: categories.get(s.category) ?? { key: s.category, name: s.category, order: 0 },
    affinityResearch: s.affinity.research,
    affinityProduction: s.affinity.production,
    levels: s.indicators.map((indicators, i) => ({ level: i + 1, name: scale[i]?.name ?? String(i + 1), indicators })),
    prerequisites: s.prerequisites.map((p) => ({
      skillKey: p.skill,
      skillName: names.get(p.skill) ?? p.skill,
      minLevel: p.minLevel,
      fromLevel: p.fromLevel,
    })),
    references: references(s.references),
  });
  const made = new Map(version.framework.skills.map((s) => [s.key, object(s)]));
  skills.set(version, made);
  return made;
}

/** One skill of a version as an API object, or `null`. Published versions are kept in the process, so this seldom asks the database. */
export async function skillObject(unit: Unit, id: FrameworkVersionId, key: SkillKey): Promise<SkillObject | null> {
  const version = await frameworkVersion(unit, id);
  return version === null ? null : (skillObjects(version).get(key) ?? null);
}

export const activityObject = (a: Activity): GrowthActivityObject => ({
  ...a,
  raises: a.raises.map((r) => ({ skillKey: r.skill, from: r.from, to: r.from + 1 })),
  evidence: a.evidence.map((e) => ({ typeKey: e.type, show: e.show })),
});

export const diffObject = (diff: FrameworkDiff, impact: readonly Impact[]): FrameworkDiffObject => ({
  skillsAdded: diff.skills.added.map((s) => s.key),
  skillsRemoved: diff.skills.removed.map((s) => s.key),
  skillsChanged: diff.skills.changed.map((s) => ({
    skillKey: s.key,
    parts: [...new Set(s.changes.map((c) => c.part))],
  })),
  categoriesTouched: [
    ...diff.categories.added,
    ...diff.categories.removed,
    ...diff.categories.changed.map((c) => c.after),
  ]
    .map((c) => c.key)
    .sort(),
  activitiesTouched: [
    ...diff.activities.added,
    ...diff.activities.removed,
    ...diff.activities.changed.map((c) => c.after),
  ]
    .map((a) => a.key)
    .sort(),
  impact: impact.map((i) => ({ ...i, skillKeys: i.skills })),
});
