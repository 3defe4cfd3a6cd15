/** Why this file exists: each check of the ladders is shown to speak when it should, also under overlays. */
import { LADDER_CHECKS } from './check-ladders.js';
import {
  byKey,
  changed,
  describeChecks,
  inAllSettings,
  ofSkill,
  oneError,
  pick,
  type Draft,
  type FailingCase,
} from './library.fixture.js';
import type { Library } from './library.js';

const ladder = (draft: Draft<Library>) => byKey(draft.ladders, 'ladder-research');
const asked = (draft: Draft<Library>, jobRole: string, skill: string) =>
  ofSkill(byKey(draft.jobRoles, jobRole).requirements, skill);
const RUNGS = 'roles.yaml:ladders.ladder-research.rungs';

const CASES: readonly FailingCase[] = [
  {
    check: 'unknownJobRolesOfLadders',
    it: 'reports a rung that is not there',
    edit: (draft) => (ladder(draft).rungs[4] = 'rds-9'),
    findings: oneError(RUNGS, 'unknown job role rds-9'),
  },
  {
    check: 'jobRolesOfAnotherTrack',
    it: 'reports a production job role on the research ladder',
    edit: (draft) => (ladder(draft).rungs[4] = 'mle-5'),
    findings: oneError(RUNGS, 'mle-5 belongs to another track'),
  },
  {
    check: 'kitsOfLadders',
    it: 'reports a ladder with the kit of another track',
    edit: (draft) => (ladder(draft).kit = 'kit-hybrid'),
    findings: oneError('roles.yaml:ladders.ladder-research.kit', 'kit-hybrid is not a kit of this track'),
  },
  {
    check: 'kitsOfLadders',
    it: 'reports a ladder with a kit that is not there',
    edit: (draft) => (ladder(draft).kit = 'kit-moon'),
    findings: oneError('roles.yaml:ladders.ladder-research.kit', 'kit-moon is not a kit of this track'),
  },
  {
    check: 'shortLadders',
    it: 'reports a ladder with four rungs',
    edit: (draft) => ladder(draft).rungs.pop(),
    findings: oneError(RUNGS, 'has 4 rungs instead of 5'),
  },
  {
    check: 'rungsOutOfOrder',
    it: 'reports two rungs that changed places',
    edit: (draft) => ladder(draft).rungs.splice(0, 2, 'rds-2', 'rds-1'),
    findings: [
      ...oneError(RUNGS, 'rds-2 stands at place 1 but says rung 2'),
      ...oneError(RUNGS, 'rds-1 stands at place 2 but says rung 1'),
    ],
  },
  {
    check: 'droppedSkills',
    it: 'reports a skill that rung 2 asks for and rung 3 does not',
    edit: (draft) => {
      const jobRole = byKey(draft.jobRoles, 'rds-3');
      jobRole.requirements = jobRole.requirements.filter((row) => row.skill !== 'stakeholder-communication');
    },
    findings: inAllSettings(
      'roles.yaml:roles.rds-3.requirements.stakeholder-communication',
      'asked for at rds-2 but no longer here',
    ),
  },
  {
    check: 'droppedSkills',
    it: 'lets rung 2 leave out what rung 1 asks for',
    edit: (draft) =>
      byKey(draft.jobRoles, 'rds-1').requirements.push({
        ...asked(draft, 'rds-1', 'deep-learning'),
        skill: 'containers',
      }),
    findings: [],
  },
  {
    check: 'fallingLevels',
    it: 'reports a level that falls from rung 2 to rung 3',
    edit: (draft) => (asked(draft, 'rds-3', 'stakeholder-communication').level = 1),
    findings: inAllSettings(
      'roles.yaml:roles.rds-3.requirements.stakeholder-communication',
      'falls from 2 at rds-2 to 1',
    ),
  },
  {
    // scientific-communication is asked at 2 by rds-1, and no overlay touches it: 5 - 2 = 3 levels.
    check: 'jumpingMustHaves',
    it: 'reports a must-have that rises by three levels in one rung',
    edit: (draft) => Object.assign(asked(draft, 'rds-2', 'scientific-communication'), { level: 5, isMustHave: true }),
    findings: inAllSettings(
      'roles.yaml:roles.rds-2.requirements.scientific-communication',
      'a must-have that jumps from 2 at rds-1 to 5',
    ),
  },
  {
    check: 'jumpingMustHaves',
    it: 'lets a wish rise by three levels',
    edit: (draft) => Object.assign(asked(draft, 'rds-2', 'scientific-communication'), { level: 5, isMustHave: false }),
    findings: [],
  },
];

describe('checks of ladders', () => {
  describeChecks(LADDER_CHECKS, CASES);

  it('holds the ladders to a stricter limit when a clarity rule sets one', () => {
    const check = pick(LADDER_CHECKS, (one) => one.name === 'jumpingMustHaves');
    const edit = (draft: Draft<Library>): void => {
      Object.assign(asked(draft, 'rds-2', 'scientific-communication'), { level: 4, isMustHave: true });
    };
    expect(check(changed(edit))).toEqual([]);
    const findings = check(
      changed((draft) => {
        edit(draft);
        const { test } = byKey(draft.clarityRules, 'no-growth-path');
        if ('maxJump' in test) test.maxJump = 1;
      }),
    );
    expect(findings).toContainEqual({
      severity: 'ERROR',
      path: 'roles.yaml:roles.rds-2.requirements.scientific-communication',
      message: 'a must-have that jumps from 2 at rds-1 to 4',
    });
  });
});
