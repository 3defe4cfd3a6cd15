/** Why this file exists: each check of the growth activities is shown to speak when it should. */
import { ACTIVITY_CHECKS } from './check-activities.js';
import { byKey, describeChecks, oneError, oneWarning, type Draft, type FailingCase } from './library.fixture.js';
import type { Library } from './library.js';

const activities = (draft: Draft<Library>) => draft.framework.activities;
/** Raises to at most 3; ends in a merged change and a peer attestation, which carry 3 each. */
const buddy = (draft: Draft<Library>) => byKey(activities(draft), 'mentor-production-buddy');
const PATH = 'activities.yaml:activities.mentor-production-buddy';

/** Takes one step of a skill out of every activity. */
function withoutStep(draft: Draft<Library>, skill: string, from: number): void {
  for (const activity of activities(draft)) {
    activity.raises = activity.raises.filter((step) => step.skill !== skill || step.from !== from);
  }
}

/** An activity that nothing depends on, so that only the fault of the case is reported. */
const extra = (kind: string, from: number, evidence: readonly string[]) => (draft: Draft<Library>) =>
  activities(draft).push({
    ...buddy(draft),
    key: 'extra',
    kind,
    raises: [{ skill: 'mentoring', from }],
    evidence: evidence.map((type) => ({ type, show: 'Something to see' })),
  });
const EXTRA = 'activities.yaml:activities.extra';

const CASES: readonly FailingCase[] = [
  {
    check: 'unknownSkillsOfSteps',
    it: 'reports a step in a skill that is not there',
    edit: (draft) => buddy(draft).raises.push({ skill: 'telepathy', from: 0 }),
    findings: oneError(`${PATH}.raises`, 'unknown skill telepathy'),
  },
  {
    check: 'stepsAboveTheCatalogue',
    it: 'reports an activity that leads to level 5',
    edit: extra('PROJECT', 4, ['mentee-outcome']),
    findings: oneError(`${EXTRA}.raises`, 'mentoring: no catalogue activity leads to level 5'),
  },
  {
    check: 'unknownSkillsOfNeeds',
    it: 'reports a need for a skill that is not there',
    edit: (draft) => buddy(draft).needs.push({ skill: 'telepathy', level: 1 }),
    findings: oneError(`${PATH}.needs`, 'unknown skill telepathy'),
  },
  {
    check: 'unknownEvidenceTypes',
    it: 'reports evidence of a type that is not there',
    edit: (draft) => buddy(draft).evidence.push({ type: 'hearsay', show: 'Somebody said so' }),
    findings: oneError(`${PATH}.evidence`, 'unknown evidence type hearsay'),
  },
  {
    check: 'coursesThatClaimTooMuch',
    it: 'reports a course that claims level 3',
    edit: extra('COURSE', 2, ['mentee-outcome']),
    findings: oneError(`${EXTRA}.raises`, 'a course may not claim level 3'),
  },
  {
    check: 'coursesThatClaimTooMuch',
    it: 'lets a course claim level 2',
    edit: extra('COURSE', 1, ['mentee-outcome']),
    findings: [],
  },
  {
    check: 'certificatesAlone',
    it: 'reports a certification that claims level 3 without other evidence',
    edit: extra('CERTIFICATION', 2, ['mentee-outcome']),
    findings: oneError(`${EXTRA}.evidence`, 'a certificate alone may not claim level 3'),
  },
  {
    check: 'certificatesAlone',
    it: 'lets a certification claim level 3 with other evidence beside it',
    edit: extra('CERTIFICATION', 2, ['certificate', 'mentee-outcome']),
    findings: [],
  },
  {
    check: 'evidenceThatCarriesTooLittle',
    it: 'reports level 3 on a training record, which carries level 1',
    edit: extra('PROJECT', 2, ['training-record']),
    findings: oneError(`${EXTRA}.evidence`, 'carries level 1, the activity claims 3'),
  },
  {
    check: 'evidenceThatCarriesTooLittle',
    it: 'counts the strongest evidence of an activity',
    edit: extra('PROJECT', 2, ['training-record', 'merged-change']),
    findings: [],
  },
  {
    check: 'stepsWithoutActivity',
    it: 'reports a skill that nobody can take from 0 to 1',
    edit: (draft) => {
      withoutStep(draft, 'mentoring', 0);
    },
    findings: oneError('activities.yaml:activities', 'no activity leads from 0 to 1 in mentoring'),
  },
  {
    check: 'stepsWithoutActivity',
    it: 'reports a skill that nobody can take from 2 to 3',
    edit: (draft) => {
      withoutStep(draft, 'mentoring', 2);
    },
    findings: oneError('activities.yaml:activities', 'no activity leads from 2 to 3 in mentoring'),
  },
  {
    check: 'stepsToFourWithoutActivity',
    it: 'warns of a skill that nobody can take from 3 to 4',
    edit: (draft) => {
      withoutStep(draft, 'mentoring', 3);
    },
    findings: oneWarning('activities.yaml:activities', 'no activity leads from 3 to 4 in mentoring'),
  },
];

describe('checks of activities', () => {
  describeChecks(ACTIVITY_CHECKS, CASES);
});
