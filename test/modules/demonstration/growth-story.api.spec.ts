/** Why this file exists: whoever steps into the growth part of the demonstration finds plans that run, stall, warn and start from interviews. */
import { ensureDemonstration } from '../../../src/modules/demonstration/index.js';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { stepInto, storyWeek } from '../../support/demonstration.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ demo: true, clock: storyWeek });
  await ensureDemonstration(app.database);
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const PLAN = `state isBridge protectedHoursPerWeek weeklyHours deploymentOn deploymentName mentorAgreedAt person { displayName } mentor { displayName }
  stallSignal { days } nextActivity { activityKey } supportFindings { code } endOn
  goals { skillKey fromLevel toLevel state dropReason startingAssessment { source } checkIns { isDisagreement self { level note } assessor { level note } agreed { level note } } }
  activities { activityKey state }`;

/** The plan of a person, as a member sees it; `undefined` when it does not exist for them. */
async function planOf(member: Client, name: string) {
  const { growthPlans } = await member.ask(`{ growthPlans(first: 20) { nodes { ${PLAN} } } }`);
  return growthPlans.nodes.find((one: { person: { displayName: string } }) => one.person.displayName === name);
}
const statesOf = (plan: { goals: { skillKey: string; state: string }[] }): Record<string, string> =>
  Object.fromEntries(plan.goals.map((goal) => [goal.skillKey, goal.state]));

describe('the researcher on the bridge', () => {
  it('has a mentor who agreed, a dated deployment, half of her time, and goals at every state', async () => {
    const plan = await planOf(await stepInto(app, 'Lucía Fernández'), 'Lucía Fernández');
    expect(plan).toMatchObject({
      state: 'ACTIVE',
      isBridge: true,
      protectedHoursPerWeek: 20,
      weeklyHours: 40,
      deploymentOn: '2026-12-16', // 44 days after the story day
      mentor: { displayName: 'Kwame Mensah' },
      supportFindings: [],
      stallSignal: null,
    });
    expect(statesOf(plan)).toMatchObject({
      containers: 'VERIFIED',
      'api-integration': 'VERIFIED',
      'online-serving': 'IN_REVIEW',
      'version-control-review': 'ACTIVE',
      'ci-cd': 'PLANNED',
    });
    expect(new Set(plan.activities.map((one: { state: string }) => one.state))).toEqual(
      new Set(['DONE', 'ACTIVE', 'PLANNED']),
    );
  });

  it('has talked with her mentor and disagreed once; both views are kept', async () => {
    const { goals } = await planOf(await stepInto(app, 'Kwame Mensah'), 'Lucía Fernández');
    const checkIns = goals.flatMap((goal: { checkIns: { isDisagreement: boolean }[] }) => goal.checkIns);
    expect(checkIns).toHaveLength(3);
    const [apart, ...more] = checkIns.filter((one: { isDisagreement: boolean }) => one.isDisagreement);
    expect(more).toEqual([]);
    expect(apart).toMatchObject({ self: { level: 2 }, assessor: { level: 1 }, agreed: { level: 1 } });
  });

  it('waits for her manager: evidence to review and a check-in to answer', async () => {
    const henrik = await stepInto(app, 'Henrik Sørensen');
    const { assessmentsToReview } = await henrik.ask(
      '{ assessmentsToReview { nodes { skillKey person { displayName } } } }',
    );
    expect(assessmentsToReview.nodes).toContainEqual({
      skillKey: 'online-serving',
      person: { displayName: 'Lucía Fernández' },
    });
    const { goals } = await planOf(henrik, 'Lucía Fernández');
    const open = goals.find((goal: { skillKey: string }) => goal.skillKey === 'quality-systems');
    expect(open.checkIns).toMatchObject([{ self: { level: 1 }, assessor: null }]);
  });
});

describe('other plans', () => {
  it('show the people manager one that has stalled for more than a quarter, with what could come next', async () => {
    const plan = await planOf(await stepInto(app, 'Henrik Sørensen'), 'Freya Lindgren');
    expect(plan.state).toBe('ACTIVE');
    expect(plan.stallSignal).toEqual({ days: 143 }); // 15 June to 5 November
    expect(plan.nextActivity).not.toBeNull();
  });

  it('show the hiring manager the next rung of an engineer, and the plan that starts from what interviewers saw', async () => {
    const marta = await stepInto(app, 'Marta Lindqvist');
    const engineer = await planOf(marta, 'Oluwaseun Adeyemi');
    expect(engineer).toMatchObject({ state: 'ACTIVE', isBridge: false, mentor: { displayName: 'Tomasz Zieliński' } });
    expect(engineer.goals).toHaveLength(8);
    const newcomer = await planOf(marta, 'Elif Kaya');
    expect(newcomer).toMatchObject({ state: 'ACTIVE', mentor: { displayName: 'Tomasz Zieliński' } });
    const goal = (key: string): unknown => newcomer.goals.find((one: { skillKey: string }) => one.skillKey === key);
    expect(goal('change-control-pccp')).toMatchObject({
      fromLevel: 2,
      toLevel: 3,
      startingAssessment: { source: 'INTERVIEW' },
    });
    expect(goal('incident-response')).toMatchObject({ fromLevel: 2, startingAssessment: { source: 'MANAGER' } });
    expect(goal('containers')).toMatchObject({ state: 'DROPPED' });
  });

  it('show the auditor a draft bridge that warns of everything it lacks', async () => {
    const margaret = await stepInto(app, 'Margaret Whitfield');
    const draft = await planOf(margaret, 'Chen Wei');
    expect(draft).toMatchObject({ state: 'DRAFT', isBridge: true, mentor: null });
    expect(draft.supportFindings.map((one: { code: string }) => one.code)).toEqual([
      'MENTOR_MISSING',
      'DEPLOYMENT_NOT_DATED',
      'TIME_NOT_PROTECTED',
    ]);
  });

  it('ask the mentor for consent to one more', async () => {
    const kwame = await stepInto(app, 'Kwame Mensah');
    const { mentees } = await kwame.ask('{ mentees { nodes { agreedAt person { displayName } } } }');
    expect(mentees.nodes).toMatchObject([
      { agreedAt: '2026-08-26T08:45:00.000Z', person: { displayName: 'Lucía Fernández' } },
      { agreedAt: null, person: { displayName: 'Mateus Oliveira' } },
    ]);
  });
});
