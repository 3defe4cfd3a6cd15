/** Why this file exists: the library is held to its own clarity rules, each kind of test shown to bite. */
import { CLARITY_CHECKS } from './check-clarity.js';
import {
  byKey,
  describeChecks,
  inAllSettings,
  ofSkill,
  oneError,
  type Draft,
  type FailingCase,
} from './library.fixture.js';
import type { Library } from './library.js';

const rule = (draft: Draft<Library>, key: string) => byKey(draft.clarityRules, key);
const RULES = 'roles.yaml:role_clarity_rules';

/** Makes a job role ask for each skill at a level, as a wish and not as a must-have. */
function ask(draft: Draft<Library>, jobRole: string, skills: readonly string[], level: number): void {
  const { requirements } = byKey(draft.jobRoles, jobRole);
  for (const skill of skills) {
    const found = requirements.find((row) => row.skill === skill);
    if (found === undefined) {
      requirements.push({ skill, level, weight: 1, isMustHave: false, minEvidenceClass: 1, stages: [] });
    } else found.level = level;
  }
}

const MODELLING = ['statistical-inference', 'ml-modelling', 'deep-learning', 'model-evaluation', 'subgroup-bias'];
const ENGINEERING = [
  'production-python',
  'version-control-review',
  'api-integration',
  'containers',
  'cloud-infrastructure',
];

const broken: readonly FailingCase[] = [
  {
    check: 'brokenClarityRules',
    it: 'reports a research job role with three production duties at level 3',
    edit: (draft) => {
      ask(draft, 'rds-1', ['ci-cd', 'online-serving', 'incident-response'], 3);
    },
    findings: inAllSettings('roles.yaml:roles.rds-1', 'breaks our own rule research-title-production-duties'),
  },
  {
    check: 'brokenClarityRules',
    it: 'is silent on a research job role with two of them',
    edit: (draft) => {
      ask(draft, 'rds-1', ['ci-cd', 'online-serving'], 3);
    },
    findings: [],
  },
  {
    check: 'brokenClarityRules',
    it: 'reports a production job role at rung 3 that must not operate',
    edit: (draft) => {
      const { requirements } = byKey(draft.jobRoles, 'mle-3');
      for (const skill of ['drift-monitoring', 'incident-response', 'retraining-pipelines']) {
        ofSkill(requirements, skill).isMustHave = false;
      }
    },
    findings: inAllSettings('roles.yaml:roles.mle-3', 'breaks our own rule production-without-operations'),
  },
  {
    // The medtech overlay raises quality-systems to 2 at rung 2 and so mends it; the raises of the other one are taken away.
    check: 'brokenClarityRules',
    it: 'reports a job role without regulatory skill only under the overlays that the rule names',
    edit: (draft) => {
      const jobRole = byKey(draft.jobRoles, 'rds-2');
      const regulatory = draft.framework.skills.filter((skill) => skill.category === 'regulatory-quality');
      const isRegulatory = (row: { skill: string }): boolean => regulatory.some((skill) => skill.key === row.skill);
      jobRole.requirements = jobRole.requirements.filter((row) => !isRegulatory(row));
      const overlay = byKey(draft.overlays, 'gxp-operations');
      overlay.raises = overlay.raises.filter((row) => !isRegulatory(row) || !row.tracks.includes('RESEARCH'));
    },
    findings: [...oneError('roles.yaml:roles.rds-2', 'breaks our own rule no-regulatory-skill under gxp-operations')],
  },
  {
    // rds-1 lists 23 skills; 22 must-haves are allowed.
    check: 'brokenClarityRules',
    it: 'reports a job role with 23 must-haves',
    edit: (draft) => {
      for (const row of byKey(draft.jobRoles, 'rds-1').requirements) row.isMustHave = true;
    },
    findings: inAllSettings('roles.yaml:roles.rds-1', 'breaks our own rule unicorn'),
  },
  {
    check: 'brokenClarityRules',
    it: 'reports five modelling and five engineering skills at level 4 in one job role',
    edit: (draft) => {
      ask(draft, 'rds-1', [...MODELLING, ...ENGINEERING], 4);
    },
    findings: inAllSettings('roles.yaml:roles.rds-1', 'breaks our own rule unicorn'),
  },
  {
    check: 'brokenClarityRules',
    it: 'is silent with five modelling and four engineering skills at level 4',
    edit: (draft) => {
      ask(draft, 'rds-1', [...MODELLING, ...ENGINEERING.slice(1)], 4);
    },
    findings: [],
  },
];

const unknown: readonly FailingCase[] = [
  {
    check: 'unknownSkillsOfRules',
    it: 'reports a rule about a skill that is not there',
    edit: (draft) => (rule(draft, 'production-without-operations').test = noMust(['telepathy'])),
    findings: oneError(`${RULES}.production-without-operations.test`, 'unknown skill telepathy'),
  },
  {
    check: 'unknownCategoriesOfRules',
    it: 'reports a rule about a category that is not there',
    edit: (draft) => {
      const { test } = rule(draft, 'unicorn');
      if ('left' in test) test.left.push('finance');
      if ('right' in test) test.right.push('magic');
    },
    findings: [
      ...oneError(`${RULES}.unicorn.test`, 'unknown category finance'),
      ...oneError(`${RULES}.unicorn.test`, 'unknown category magic'),
    ],
  },
  {
    check: 'unknownCategoriesOfRules',
    it: 'reports a rule that misses a category that is not there',
    edit: (draft) => {
      const { test } = rule(draft, 'no-regulatory-skill');
      if ('category' in test) test.category = 'finance';
    },
    findings: oneError(`${RULES}.no-regulatory-skill.test`, 'unknown category finance'),
  },
  {
    check: 'unknownOverlaysOfRules',
    it: 'reports a rule about an overlay that is not there',
    edit: (draft) => {
      const { test } = rule(draft, 'no-regulatory-skill');
      if ('overlays' in test) test.overlays.push('moon');
    },
    findings: oneError(`${RULES}.no-regulatory-skill.test`, 'unknown overlay moon'),
  },
  {
    check: 'unknownJobRolesOfRules',
    it: 'reports a rule about a job role that is not there',
    edit: (draft) => {
      const { test } = rule(draft, 'bridge-without-support');
      if ('jobRoles' in test) test.jobRoles.push('astronaut');
    },
    findings: oneError(`${RULES}.bridge-without-support.test`, 'unknown job role astronaut'),
  },
];

/** A rule that breaks on the hybrid track at rung 5, where no job role stands. */
const noMust = (skills: string[]) => ({ type: 'NO_MUST_AMONG', tracks: ['HYBRID'], skills, minRung: 5 });

describe('checks of clarity rules', () => {
  describeChecks(CLARITY_CHECKS, [...broken, ...unknown]);
});
