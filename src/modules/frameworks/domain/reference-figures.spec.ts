/** Why this file exists: the figures that the product states about its built-in library come out of these functions. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { chooseActivities, PRACTICE_KINDS } from './choose-activities.js';
import {
  LEVELS,
  type Activity,
  type ActivityKind,
  type EvidenceType,
  type Framework,
  type Level,
  type Lever,
  type Skill,
  type SkillKey,
} from './framework.js';
import { stepsBetween } from './level-steps.js';
import { closePrerequisites, topologicalOrder } from './prerequisites.js';
import { validateFramework } from './validate-framework.js';

type Rows<K extends string, R> = Readonly<Record<K, readonly R[]>>;
type SkillRow = Omit<Skill, 'indicators' | 'prerequisites'> & {
  readonly levels: Readonly<Record<Level, readonly string[]>>;
  readonly prerequisites: readonly {
    readonly skill: SkillKey;
    readonly min_level: Level;
    readonly from_level: Level;
  }[];
};
type EvidenceRow = EvidenceType & { readonly max_level: Level; readonly fresh_months: number };
type ActivityRow = Omit<Activity, 'kind' | 'lever' | 'choose'> & {
  readonly kind: string;
  readonly lever: string;
  readonly choose?: number;
};
type Asked = readonly { readonly skill: SkillKey; readonly level: Level }[];
interface JobRoleRow {
  readonly key: string;
  readonly requirements: Asked;
  readonly entry_requirements?: Asked;
}

const load = (name: string) =>
  parse(readFileSync(new URL(`../../../../library/${name}.yaml`, import.meta.url), 'utf8'));
const skillsFile: Pick<Framework, 'scale' | 'categories'> & Rows<'skills', SkillRow> = load('skills');
const evidenceFile: Rows<'evidence_types', EvidenceRow> = load('evidence');
const activitiesFile: Rows<'activities', ActivityRow> = load('activities');
const jobRolesFile: Rows<'roles', JobRoleRow> = load('roles');
const upper = (text: string) => text.toUpperCase().replaceAll('-', '_');

const library: Framework = {
  scale: skillsFile.scale,
  categories: skillsFile.categories,
  skills: skillsFile.skills.map((one) => ({
    ...one,
    indicators: LEVELS.map((level) => one.levels[level]),
    prerequisites: one.prerequisites.map((need) => ({
      skill: need.skill,
      minLevel: need.min_level,
      fromLevel: need.from_level,
    })),
  })),
  evidenceTypes: evidenceFile.evidence_types.map((one) => ({
    ...one,
    maxLevel: one.max_level,
    freshMonths: one.fresh_months,
  })),
  activities: activitiesFile.activities.map((one) => ({
    ...one,
    kind: upper(one.kind) as ActivityKind,
    lever: upper(one.lever) as Lever,
    choose: one.choose ?? null,
  })),
};

const levels = (rows: Asked) => new Map(rows.map((row) => [row.skill, row.level]));
const bridge = jobRolesFile.roles.find((one) => one.key === 'bridge-ds-mle');
const [entry, target] = [levels(bridge?.entry_requirements ?? []), levels(bridge?.requirements ?? [])];
const goals = closePrerequisites(library.skills, entry, target);
const steps = [...goals].flatMap(([skill, to]) => stepsBetween(skill, entry.get(skill) ?? null, to));

describe('the built-in framework', () => {
  it('can be published as it is', () => {
    expect(library.skills).toHaveLength(61);
    expect(library.activities).toHaveLength(81);
    expect(validateFramework(library)).toEqual([]);
  });

  it('has an order in which every skill follows its prerequisites', () => {
    const order = topologicalOrder(library.skills);
    const places = new Map(order.ok ? order.value.map((key, index) => [key, index]) : []);
    expect(places.size).toBe(61);
    for (const skill of library.skills) {
      for (const one of skill.prerequisites) expect(places.get(one.skill)).toBeLessThan(places.get(skill.key) ?? -1);
    }
  });
});

describe('the bridge from data scientist to machine-learning engineer', () => {
  it('takes 45 steps, and prerequisites add none', () => {
    expect(steps).toHaveLength(45);
    expect([...goals.keys()].filter((skill) => !target.has(skill))).toEqual([]);
  });

  it.each([
    ['the order of the library', library.activities],
    ['the order of keys', library.activities.toSorted((a, b) => (a.key < b.key ? -1 : 1))],
  ])('takes 27 activities of 934 hours, 78 percent of them practice, in %s', (_, activities) => {
    const cover = chooseActivities(activities, steps);
    expect(cover.uncovered).toEqual([]);
    expect(cover.chosen).toHaveLength(27);
    expect(cover.totalHours).toBe(934);
    expect(Math.round(100 * (cover.practiceShare ?? 0))).toBe(78);
    const practice = cover.chosen.filter((one) => PRACTICE_KINDS.includes(one.activity.kind));
    expect(practice.reduce((sum, one) => sum + one.activity.hours, 0)).toBe(724); // 724 / 934 = .775
    expect([...cover.hoursByLever.values()].reduce((sum, hours) => sum + hours, 0)).toBe(934);
  });

  it('is covered the same whatever the order of the steps', () => {
    const forwards = chooseActivities(library.activities, steps);
    expect(chooseActivities(library.activities, steps.toReversed())).toEqual(forwards);
  });
});
