/** Why this file exists: the figures that the product states about its built-in job roles come out of these functions. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  LEVELS,
  stepsCoveredBy,
  type Activity,
  type ActivityKind,
  type CategoryKey,
  type Level,
  type Lever,
  type Prerequisite,
  type Skill,
  type SkillKey,
  type Track,
} from '../../frameworks/index.js';
import { bridgeBetween } from './bridge.js';
import type { ClarityRule, ClarityTest, PlanField } from './clarity-rule.js';
import { reviewClarity } from './clarity-review.js';
import type { ClaritySubject, Rung } from './clarity-tests.js';
import { compareJobRoles } from './compare-job-roles.js';
import { effectiveRequirements, evidenceClassForLevel } from './effective-requirements.js';
import { fitOf, subtotalsByAxis, type HeldLevel } from './fit.js';
import type { JobRoleKey } from './job-role.js';
import type { Overlay, Requirement } from './requirement.js';

type Row = Readonly<Record<string, unknown>>;
type SkillRow = Omit<Skill, 'prerequisites'> & {
  readonly prerequisites: readonly {
    readonly skill: SkillKey;
    readonly min_level: Level;
    readonly from_level: Level;
  }[];
};
interface JobRoleRow {
  readonly key: JobRoleKey;
  readonly name: string;
  readonly track: string;
  readonly rung: number;
  readonly mission: string;
  readonly outcomes_12m: readonly string[];
  readonly owns: readonly string[];
  readonly does_not_own: readonly string[];
  readonly entry_requirements?: readonly { readonly skill: SkillKey; readonly level: Level }[];
  readonly requirements: readonly (Omit<Requirement, 'isMustHave' | 'minEvidenceClass'> & { readonly must: boolean })[];
}
type ActivityRow = Omit<Activity, 'choose'> & { readonly choose?: number };
type OverlayRow = Omit<Overlay, 'raises'> & {
  readonly raises: readonly (Overlay['raises'][number] & { readonly must_from: number | null })[];
};
interface JobRolesFile {
  readonly roles: readonly JobRoleRow[];
  readonly overlays: readonly OverlayRow[];
  readonly role_clarity_rules: readonly (Omit<ClarityRule, 'test'> & { readonly test: Row })[];
}

const load = (name: string) =>
  parse(readFileSync(new URL(`../../../../library/${name}.yaml`, import.meta.url), 'utf8'));
const skillsFile: { readonly skills: readonly SkillRow[] } = load('skills');
const activitiesFile: { readonly activities: readonly ActivityRow[] } = load('activities');
const file: JobRolesFile = load('roles');
const upper = (text: string) => text.toUpperCase().replaceAll('-', '_');
const tracks = (list: unknown) => (list as readonly string[]).map((one) => upper(one) as Track);

const skills: readonly Skill[] = skillsFile.skills.map((one) => ({
  ...one,
  prerequisites: one.prerequisites.map(
    (need): Prerequisite => ({ skill: need.skill, minLevel: need.min_level, fromLevel: need.from_level }),
  ),
}));
const activities: readonly Activity[] = activitiesFile.activities.map((one) => ({
  ...one,
  kind: upper(one.kind) as ActivityKind,
  lever: upper(one.lever) as Lever,
  choose: one.choose ?? null,
}));
const overlays: readonly Overlay[] = file.overlays.map((one) => ({
  ...one,
  raises: one.raises.map((raise) => ({ ...raise, tracks: tracks(raise.tracks), mustFrom: raise.must_from })),
}));
/** `min_level` becomes `minLevel`; `roles` becomes `jobRoles`; kinds, tracks and plan fields become upper case. */
const testOf = (row: Row): ClarityTest => {
  const camel = Object.entries(row).map(([name, value]) => [
    name === 'roles' ? 'jobRoles' : name.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  const fields = ((row['fields'] ?? []) as readonly string[]).map((one) => upper(one) as PlanField);
  const type = upper(String(row['type']));
  return { ...Object.fromEntries(camel), type, fields, tracks: tracks(row['tracks'] ?? []) } as ClarityTest;
};
const rules: readonly ClarityRule[] = file.role_clarity_rules.map((one) => ({ ...one, test: testOf(one.test) }));

const rowOf = (key: string): JobRoleRow => {
  const row = file.roles.find((one) => one.key === key);
  if (row === undefined) throw new Error(`no job role ${key} in the library`);
  return row;
};
const requirementsOf = (key: string): readonly Requirement[] =>
  rowOf(key).requirements.map(({ must, ...one }) => ({
    ...one,
    isMustHave: must,
    minEvidenceClass: evidenceClassForLevel(one.level),
  }));
const positionOf = (key: string) => ({ track: upper(rowOf(key).track) as Track, rung: rowOf(key).rung });
const under = (key: string, ...names: readonly string[]) =>
  effectiveRequirements(
    requirementsOf(key),
    positionOf(key),
    overlays.filter((one) => names.includes(one.key)),
  );
const mustsOf = (list: readonly Requirement[]) => list.filter((one) => one.isMustHave).length;
const affinity = new Map(skills.map((one) => [one.key, one.affinity]));
const categoryOf = new Map<SkillKey, CategoryKey>(skills.map((one) => [one.key, one.category]));
const coveredSteps = stepsCoveredBy(activities);

const rungOf = (key: string, ...names: readonly string[]): Rung => ({
  jobRole: rowOf(key).key,
  title: rowOf(key).name,
  rung: rowOf(key).rung,
  requirements: under(key, ...names),
});
const subjectOf = (key: string, names: readonly string[] = [], next: string | null = null): ClaritySubject => ({
  ...positionOf(key),
  jobRole: rowOf(key).key,
  title: rowOf(key).name,
  requirements: under(key, ...names),
  overlays: overlays.filter((one) => names.includes(one.key)).map((one) => one.key),
  categoryOf,
  nextRung: next === null ? null : rungOf(next, ...names),
  coveredSteps,
  productionRungs: LEVELS.map((level) => rungOf(`mle-${level}`, ...names)),
  plan: null,
});

describe('the built-in job roles', () => {
  it('ask a senior machine-learning engineer under medical-device rules for 20 must-haves instead of 15', () => {
    expect(mustsOf(under('mle-3'))).toBe(15);
    expect(mustsOf(under('mle-3', 'medtech-samd'))).toBe(20);
  });

  it('keep every raise of several overlays together', () => {
    const both = under('mle-3', 'medtech-samd', 'gxp-operations');
    expect(both.find((one) => one.skill === 'change-control-pccp')).toMatchObject({
      level: 3, // 2 of the role; medtech-samd 3, gxp-operations 3
      isMustHave: true,
      weight: 5,
      reasons: [
        { overlay: 'gxp-operations', toLevel: 3 },
        { overlay: 'medtech-samd', fromLevel: 3, toLevel: 3 },
      ],
    });
    for (const one of [...under('mle-3', 'medtech-samd'), ...under('mle-3', 'gxp-operations')]) {
      const joined = both.find((other) => other.skill === one.skill);
      expect(joined?.level).toBeGreaterThanOrEqual(one.level);
    }
  });

  it('show a senior researcher as 30 percent of a senior engineer, 11 of 15 must-haves missing', () => {
    const held = new Map(
      requirementsOf('rds-3').map((one): [SkillKey, HeldLevel] => [one.skill, { level: one.level, evidenceClass: 5 }]),
    );
    const fit = fitOf(requirementsOf('mle-3'), held);
    expect(fit.demonstrated).toBeCloseTo(0.3037, 4);
    expect(fit.fit).toBeCloseTo(0.8867, 4);
    expect(fit.coverage).toBeCloseTo(0.3425, 4);
    expect(fit.mustHaves).toMatchObject({ total: 15, met: 4 });
    const statuses = fit.mustHaves.missing.map((one) => one.status);
    expect(statuses.filter((one) => one === 'NOT_ASSESSED')).toHaveLength(10);
    expect(statuses.filter((one) => one === 'BELOW')).toHaveLength(1);
    expect(fit.isReady).toBe(false);
    expect(fit.words[0]).toMatch(/^11 of 15 must-haves are missing: /u);
    expect(fit.words[1]).toMatch(/^Not ready: 10 not assessed, 1 below the floor/u);
    const { research, production } = subtotalsByAxis(fit.lines, affinity);
    expect(research.demonstrated).toBeGreaterThan(production.demonstrated);
  });

  it('share little between the two tracks at the same rung', () => {
    const side = (key: string) => {
      const { mission, outcomes_12m: outcomesIn12Months, owns, does_not_own: doesNotOwn } = rowOf(key);
      return { mission, outcomesIn12Months, owns, doesNotOwn, requirements: requirementsOf(key) };
    };
    const { overlapShare, demand, duties, shared } = compareJobRoles(side('rds-2'), side('mle-2'), affinity);
    expect(shared.map((one) => one.skill)).toContain('production-python');
    expect(overlapShare).toBeLessThan(0.4);
    expect(demand.left.research).toBeGreaterThan(demand.right.research);
    expect(demand.left.production).toBeLessThan(demand.right.production);
    expect(duties.owns).toMatchObject({ shared: [], onlyRight: ['One service or pipeline in use, with support'] });
  });

  it('bridge from data scientist to engineer in 45 steps, 27 activities and 934 hours, 78 percent of them practice', () => {
    const entry = rowOf('bridge-ds-mle').entry_requirements ?? [];
    const held = new Map(entry.map((one) => [one.skill, one.level]));
    const bridge = bridgeBetween({ skills, activities }, held, requirementsOf('bridge-ds-mle'));
    expect(bridge.steps).toHaveLength(45);
    expect(bridge.chosen).toHaveLength(27);
    expect(bridge.totalHours).toBe(934);
    expect(Math.round(100 * (bridge.practiceShare ?? 0))).toBe(78);
    expect(bridge.uncovered).toEqual([]);
    expect(bridge.goals.every((one) => one.isAskedByJobRole)).toBe(true);
    expect(bridge.steps.every((one) => one.coveredBy !== null)).toBe(true);
  });
});

describe('the clarity rules of the library', () => {
  const ladders = [
    ['rds-1', 'rds-2', 'rds-3', 'rds-4', 'rds-5'],
    ['mle-1', 'mle-2', 'mle-3', 'mle-4', 'mle-5'],
    ['bridge-ds-mle'],
    ['applied-ml-scientist'],
  ];
  const rungs = ladders.flatMap((ladder) => ladder.map((key, index) => [key, ladder[index + 1] ?? null] as const));

  it.each(rungs)('find nothing in %s, under no overlay and under each', (key, next) => {
    for (const names of [[], ...overlays.map((one) => [one.key])]) {
      expect(reviewClarity(rules, subjectOf(key, names, next))).toEqual([]);
    }
  });

  it('find production duties in a data scientist with three operations skills at level 3, and propose a split', () => {
    const duties = ['ci-cd', 'online-serving', 'incident-response'] as readonly string[] as readonly SkillKey[];
    const [sample] = requirementsOf('mle-3');
    const added = duties.flatMap((skill) => (sample === undefined ? [] : [{ ...sample, skill, isMustHave: false }]));
    const clear = subjectOf('rds-2');
    const findings = reviewClarity(rules, { ...clear, requirements: [...clear.requirements, ...added] });
    expect(findings).toMatchObject([
      {
        rule: 'research-title-production-duties',
        message: 'This data scientist role asks for production ownership.',
        skills: ['ci-cd', 'incident-response', 'online-serving'],
        facts: { count: 3, minLevel: 3 },
        split: {
          stays: {
            title: 'Data Scientist, Research',
            skills: requirementsOf('rds-2')
              .map((one) => one.skill)
              .sort(),
          },
          moves: { nearest: { jobRole: 'mle-3', title: 'Senior Machine Learning Engineer', rung: 3 } },
        },
      },
    ]);
  });

  it('find an engineer without operations, a role without quality, a unicorn, a gap, and a bridge without support', () => {
    const found = (subject: ClaritySubject) => reviewClarity(rules, subject).map((one) => one.rule);
    const nobodyMust = under('mle-3').map((one) => ({ ...one, isMustHave: false }));
    expect(found({ ...subjectOf('mle-3'), requirements: nobodyMust })).toEqual(['production-without-operations']);
    const samd = subjectOf('rds-2', ['medtech-samd']);
    const withoutQuality = samd.requirements.filter((one) => categoryOf.get(one.skill) !== 'regulatory-quality');
    expect(found({ ...samd, requirements: withoutQuality })).toEqual(['no-regulatory-skill']);
    const allMust = under('mle-3').map((one) => ({ ...one, isMustHave: true }));
    expect(found({ ...subjectOf('mle-3'), requirements: allMust })).toEqual(['unicorn']);
    expect(found({ ...subjectOf('mle-1', [], 'mle-4') })).toEqual(['no-growth-path']);
    const plan = { mentor: null, deploymentDate: '2025-09-01', protectedTimeShare: 0.5 };
    expect(found({ ...subjectOf('bridge-ds-mle'), plan })).toEqual(['bridge-without-support']);
  });
});
