/** Why this file exists: each check of the job roles is shown to speak when it should, also under overlays. */
import { JOB_ROLE_CHECKS } from './check-job-roles.js';
import {
  byKey,
  describeChecks,
  inAllSettings,
  oneError,
  ofSkill,
  type Draft,
  type FailingCase,
} from './library.fixture.js';
import type { Library } from './library.js';

/** Rung 1 of the research ladder, the lowest that there is. */
const associate = (draft: Draft<Library>) => byKey(draft.jobRoles, 'rds-1');
const asked = (draft: Draft<Library>, skill: string) => ofSkill(associate(draft).requirements, skill);
const PATH = 'roles.yaml:roles.rds-1';

const CASES: readonly FailingCase[] = [
  {
    check: 'unknownKitsOfJobRoles',
    it: 'reports a kit that is not there',
    edit: (draft) => (associate(draft).kit = 'kit-moon'),
    findings: oneError(`${PATH}.kit`, 'unknown kit kit-moon'),
  },
  {
    check: 'kitsOfAnotherTrack',
    it: 'reports a research job role with the kit of the production track',
    edit: (draft) => (associate(draft).kit = 'kit-production'),
    findings: oneError(`${PATH}.kit`, 'kit-production belongs to another track'),
  },
  {
    check: 'unknownSfiaCodesOfJobRoles',
    it: 'reports a code that the SFIA list does not hold',
    edit: (draft) => associate(draft).external.sfia.push('ZZZZ'),
    findings: oneError(`${PATH}.external.sfia`, 'unknown SFIA code ZZZZ'),
  },
  {
    check: 'repeatedRequirements',
    it: 'reports a skill that is asked for twice',
    edit: (draft) => associate(draft).requirements.push({ ...asked(draft, 'lab-workflow') }),
    findings: oneError(`${PATH}.requirements.lab-workflow`, 'the skill is asked for twice'),
  },
  {
    check: 'unknownSkillsOfRequirements',
    it: 'reports a skill that is not there',
    edit: (draft) => (asked(draft, 'lab-workflow').skill = 'telepathy'),
    findings: oneError(`${PATH}.requirements.telepathy`, 'unknown skill telepathy'),
  },
  {
    check: 'unknownStagesOfRequirements',
    it: 'reports a stage that the kit does not have',
    edit: (draft) => asked(draft, 'lab-workflow').stages.push('lunch'),
    findings: oneError(`${PATH}.requirements.lab-workflow`, 'unknown stage lunch'),
  },
  {
    check: 'stagesWithoutFittingItem',
    it: 'reports a stage of the kit in which no item rates the skill at this rung',
    edit: (draft) => asked(draft, 'lab-workflow').stages.push('screen'),
    findings: oneError(`${PATH}.requirements.lab-workflow`, 'stage screen has no item that assesses it at rung 1'),
  },
  {
    check: 'mustHavesWithoutStage',
    it: 'reports a must-have that the interviews leave out',
    edit: (draft) => (asked(draft, 'statistical-inference').stages = []),
    findings: oneError(`${PATH}.requirements.statistical-inference`, 'a must-have that no stage assesses'),
  },
  {
    check: 'entrySkills',
    it: 'reports an entry requirement that is not there',
    edit: (draft) => associate(draft).entryRequirements.push({ skill: 'telepathy', level: 1 }),
    findings: oneError(`${PATH}.entry_requirements`, 'unknown skill telepathy'),
  },
  {
    check: 'entrySkills',
    it: 'reports an entry requirement that is listed twice',
    edit: (draft) =>
      associate(draft).entryRequirements.push({ skill: 'mentoring', level: 1 }, { skill: 'mentoring', level: 2 }),
    findings: oneError(`${PATH}.entry_requirements`, 'mentoring is listed twice'),
  },
  {
    // mentoring 3 needs cross-functional-collaboration 2, and this job role asks for 1.
    check: 'prerequisitesAskedTooLow',
    it: 'reports a skill whose prerequisite is asked for at a lower level, alone and under every overlay',
    edit: (draft) =>
      associate(draft).requirements.push({ ...asked(draft, 'lab-workflow'), skill: 'mentoring', level: 3 }),
    findings: inAllSettings(
      `${PATH}.requirements.mentoring`,
      'level 3 needs cross-functional-collaboration 2, asked is 1',
    ),
  },
  {
    // technical-leadership 3 needs mentoring 2, which this job role does not ask for at all: it is implied.
    check: 'prerequisitesAskedTooLow',
    it: 'is silent when the prerequisite is not asked for at all',
    edit: (draft) => {
      associate(draft).requirements = [{ ...asked(draft, 'lab-workflow'), skill: 'technical-leadership', level: 3 }];
    },
    findings: [],
  },
  {
    check: 'mustHavesBeyondStageMinutes',
    it: 'reports a must-have that no choice of items can assess, alone and under every overlay',
    edit: (draft) => (asked(draft, 'biomedical-data-standards').isMustHave = true),
    findings: inAllSettings(PATH, 'no plan within the stage minutes assesses biomedical-data-standards'),
  },
];

describe('checks of job roles', () => {
  describeChecks(JOB_ROLE_CHECKS, CASES);
});
