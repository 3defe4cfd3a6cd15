/** Why this file exists: each check of the growth paths and of the bridge is shown to speak when it should. */
import { GROWTH_PATH_CHECKS } from './check-growth-paths.js';
import { byKey, describeChecks, inAllSettings, oneError, type Draft, type FailingCase } from './library.fixture.js';
import type { Library } from './library.js';

/** Takes one step of a skill out of every activity. */
function withoutStep(draft: Draft<Library>, skill: string, from: number): void {
  for (const activity of draft.framework.activities) {
    activity.raises = activity.raises.filter((step) => step.skill !== skill || step.from !== from);
  }
}

const CASES: readonly FailingCase[] = [
  {
    check: 'unknownJobRolesOfCrossings',
    it: 'reports a promised way that ends nowhere',
    edit: (draft) => (byKey(draft.jobRoles, 'applied-ml-scientist').key = 'applied-scientist'),
    findings: oneError(
      'roles.yaml:roles',
      'applied-ml-scientist is missing: a promised way between the ladders starts or ends there',
    ),
  },
  {
    // Only rds-3 asks for the step from 2 to 3, its neighbour below for 2; no overlay touches the skill.
    check: 'pathsWithoutActivity',
    it: 'reports a step between neighbours that no activity raises, alone and under every overlay',
    edit: (draft) => {
      withoutStep(draft, 'scientific-communication', 2);
    },
    findings: inAllSettings(
      'roles.yaml:roles.rds-3',
      'no activity for scientific-communication from 2 to 3 on the way from rds-2',
    ),
  },
  {
    // Of the research job roles none asks for online-serving; the lowest production one does, so no climb needs the step.
    check: 'pathsWithoutActivity',
    it: 'reports a step between the ladders that no activity raises',
    edit: (draft) => {
      withoutStep(draft, 'online-serving', 0);
    },
    findings: [
      ...inAllSettings(
        'roles.yaml:roles.bridge-ds-mle',
        'no activity for online-serving from 0 to 1 on the way from rds-2',
      ),
      ...inAllSettings('roles.yaml:roles.mle-3', 'no activity for online-serving from 0 to 1 on the way from rds-3'),
    ],
  },
  {
    check: 'missingBridge',
    it: 'reports a library in which no job role starts from entry requirements',
    edit: (draft) => (byKey(draft.jobRoles, 'bridge-ds-mle').entryRequirements = []),
    findings: oneError(
      'roles.yaml:roles',
      'no job role has entry requirements: the bridge between the ladders is missing',
    ),
  },
  {
    // The bridge starts with research-code-refactoring 1 and asks for 3.
    check: 'bridgeStepsWithoutActivity',
    it: 'reports a step of the bridge that no activity raises',
    edit: (draft) => {
      withoutStep(draft, 'research-code-refactoring', 2);
    },
    findings: oneError('roles.yaml:roles.bridge-ds-mle', 'no activity for the steps research-code-refactoring@2'),
  },
  {
    check: 'bridgeStepsWithoutActivity',
    it: 'is silent about a step that the bridge starts above',
    edit: (draft) => {
      withoutStep(draft, 'research-code-refactoring', 0);
    },
    findings: [],
  },
  {
    check: 'bridgesWithTooLittlePractice',
    it: 'reports a bridge made of reviews',
    edit: (draft) => {
      for (const activity of draft.framework.activities) activity.kind = 'REVIEW';
    },
    findings: oneError(
      'roles.yaml:roles.bridge-ds-mle',
      'less than half of its 928 hours are pairing, projects or on-call',
    ),
  },
];

describe('checks of growth paths', () => {
  describeChecks(GROWTH_PATH_CHECKS, CASES);
});
