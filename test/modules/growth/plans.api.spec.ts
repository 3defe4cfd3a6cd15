/** Why this file exists: growth plans through the API: from the verified profile to dated steps, with the support that a bridge needs. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { giveAlmost, giveBridgeEntry, giveCrew, PLAN, type Crew } from '../../support/growth.js';
import { givePerson } from '../../support/people.js';
import { giveProfile, jobRoleByKey, levelsOf, tickingClock } from '../../support/profiles.js';
import { eventsOf, eventTypesOf } from '../../support/trail.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const STEPS = 'steps { skillKey from to state activityKey missing { skillKey level held message } }';
const REPORT = 'leverReport { totalHours practiceHours practiceShare isBelowTarget levers { lever hours } }';
const PREVIEW = `query($j: ID!, $h: Float!, $p: ID, $o: [String!], $s: Day) {
  planPreview(targetJobRoleVersionId: $j, protectedHoursPerWeek: $h, personId: $p, overlayKeys: $o, startOn: $s) {
    isBridge startOn endOn weeklyHours notes goals { skillKey fromLevel toLevel isAsked startOn endOn startingAssessment { source } }
    ${STEPS} activities { activity { key } startOn endOn weeks hoursPerWeek steps { skillKey from } } ${REPORT} supportFindings { code message } } }`;
interface Step {
  readonly skillKey: string;
  readonly from: number;
  readonly to: number;
  readonly state: string;
  readonly activityKey: string | null;
  readonly missing: readonly { readonly skillKey: string; readonly level: number; readonly message: string }[];
}

describe('a preview', () => {
  it('of the bridge from data scientist to engineer has 45 steps and 934 hours, 78 percent of them practice', async () => {
    const { org, learner } = await giveCrew(app);
    const target = await giveBridgeEntry(app, org, learner.personId);
    const { planPreview } = await learner.client.ask(PREVIEW, { j: target, h: 20, s: '2026-03-02' });
    expect(planPreview.steps).toHaveLength(45);
    expect(planPreview.activities).toHaveLength(27);
    expect(planPreview.leverReport.totalHours).toBe(934);
    expect(Math.round(100 * planPreview.leverReport.practiceShare)).toBe(78);
    expect(planPreview.leverReport.isBelowTarget).toBe(false);
    expect(planPreview).toMatchObject({ isBridge: true, startOn: '2026-03-02', weeklyHours: 40, notes: [] });
    expect(planPreview.supportFindings.map((f: { code: string }) => f.code)).toEqual([
      'MENTOR_MISSING',
      'DEPLOYMENT_NOT_DATED',
    ]);
    const weeks = planPreview.activities.reduce(
      (sum: number, a: { weeks: number; hoursPerWeek: number }) => sum + a.weeks * a.hoursPerWeek,
      0,
    );
    expect(weeks).toBeCloseTo(934, 6);
    for (const activity of planPreview.activities)
      expect(activity.startOn >= '2026-03-02' && activity.endOn <= planPreview.endOn).toBe(true);
  });

  it('lists steps in an order in which they can be taken, and says of every blocked one what is missing', async () => {
    const { org, learner } = await giveCrew(app);
    const target = await giveBridgeEntry(app, org, learner.personId);
    const { planPreview } = await learner.client.ask(PREVIEW, { j: target, h: 20 });
    const { frameworkVersion } = await learner.client.ask(
      '{ frameworkVersion { skills { key prerequisites { skillKey minLevel fromLevel } } } }',
    );
    const needs = new Map<string, { skillKey: string; minLevel: number; fromLevel: number }[]>(
      frameworkVersion.skills.map((s: { key: string; prerequisites: [] }) => [s.key, s.prerequisites]),
    );
    const steps = planPreview.steps as Step[];
    const place = new Map(steps.map((s, i) => [`${s.skillKey}@${s.from}`, i]));
    for (const [i, step] of steps.entries()) {
      for (const need of needs.get(step.skillKey) ?? [])
        if (need.fromLevel <= step.to) expect(place.get(`${need.skillKey}@${need.minLevel - 1}`) ?? -1).toBeLessThan(i);
      expect(place.get(`${step.skillKey}@${step.from - 1}`) ?? -1).toBeLessThan(i);
      expect(step.missing.length > 0).toBe(step.state === 'BLOCKED');
    }
    expect(steps[0]).toMatchObject({ state: 'CAN_START' });
    const blocked = steps.find((s) => s.state === 'BLOCKED');
    expect(blocked?.missing[0]?.message).toMatch(/^needs [a-z-]+ at level \d, held: (not assessed|level \d)$/);
    const goals = planPreview.goals.map((g: { skillKey: string }) => g.skillKey);
    for (const [i, key] of goals.entries())
      for (const need of needs.get(key) ?? [])
        if (goals.includes(need.skillKey)) expect(goals.indexOf(need.skillKey)).toBeLessThan(i);
  });

  it('is empty when every level is verified, and refuses more hours than the week has', async () => {
    const { org, learner } = await giveCrew(app);
    const mle1 = await jobRoleByKey(app, org, 'mle-1');
    await giveProfile(app, org, learner.personId, levelsOf(mle1));
    const { planPreview } = await learner.client.ask(PREVIEW, { j: mle1.record.id, h: 4 });
    expect(planPreview).toMatchObject({
      goals: [],
      steps: [],
      activities: [],
      endOn: null,
      isBridge: false,
      leverReport: { totalHours: 0, practiceShare: null },
    });
    const refused = await learner.client.send(PREVIEW, { j: mle1.record.id, h: 41 });
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      fields: [{ field: 'protectedHoursPerWeek' }],
    });
    const unknown = await learner.client.send(PREVIEW, { j: mle1.record.id, h: 4, o: ['nothing'] });
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'overlayKeys.0' }] });
    expect(await learner.client.ask(PREVIEW, { j: learner.personId, h: 4 })).toEqual({ planPreview: null });
  });

  it('is made for a report by the manager, and for nobody else', async () => {
    const { org, manager, learner } = await giveCrew(app);
    const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
    const question = { j: target, h: 8, p: learner.personId };
    expect((await manager.client.ask(PREVIEW, question)).planPreview).not.toBeNull();
    const colleague = await givePerson(org);
    expect(await colleague.client.ask(PREVIEW, question)).toEqual({ planPreview: null });
  });
});

const WHOLE = `query($id: ID!) { growthPlan(id: $id) { id state isBridge startOn endOn protectedHoursPerWeek weeklyHours version deploymentOn deploymentName startedOn endedOn closeReason mentorAgreedAt
  person { displayName } mentor { displayName } target { title } overlayKeys
  goals { skillKey skill { name } fromLevel toLevel state position startOn endOn verifiedLevel startingAssessment { source evidence { typeKey } provenance { applicationId raterCount } } }
  activities { activityKey activity { name } kind lever hours weeks startOn endOn state canStart missing { skillKey level } steps { skillKey from to } }
  ${STEPS} ${REPORT} supportFindings { code message } stallSignal { days } nextActivity { activityKey } } }`;

describe('a plan', () => {
  it('keeps goals, dated activities and the assessments behind the starting levels', async () => {
    const { org, learner } = await giveCrew(app);
    const target = await giveBridgeEntry(app, org, learner.personId);
    const input = { targetJobRoleVersionId: target, protectedHoursPerWeek: 20, startOn: '2026-03-02', overlayKeys: [] };
    const made = await learner.client.run('createGrowthPlan', input, PLAN);
    const { growthPlan } = await learner.client.ask(WHOLE, { id: made.growthPlan.id });
    expect(growthPlan).toMatchObject({
      state: 'DRAFT',
      isBridge: true,
      startOn: '2026-03-02',
      protectedHoursPerWeek: 20,
      weeklyHours: 40,
      version: 1,
      person: { displayName: 'Lena Learner' },
      mentor: null,
      target: { title: 'Data Scientist to ML Engineer Bridge' },
      leverReport: { totalHours: 934, isBelowTarget: false },
      stallSignal: null,
    });
    expect(growthPlan.steps).toHaveLength(45);
    expect(growthPlan.activities).toHaveLength(27);
    const known = growthPlan.goals.filter((g: { fromLevel: number }) => g.fromLevel > 0);
    expect(known.length).toBeGreaterThan(0);
    for (const goal of known)
      expect(goal).toMatchObject({
        verifiedLevel: goal.fromLevel,
        startingAssessment: { source: 'ARTEFACT', evidence: [{ typeKey: 'design-document' }] },
      });
    for (const goal of growthPlan.goals.filter((g: { fromLevel: number }) => g.fromLevel === 0))
      expect(goal).toMatchObject({ verifiedLevel: null, startingAssessment: null });
    const first = growthPlan.activities[0];
    expect(growthPlan.nextActivity).toEqual({ activityKey: first.activityKey });
    expect(first).toMatchObject({ canStart: true, startOn: '2026-03-02' });
    expect((await eventsOf(org, growthPlan.id))[0]).toMatchObject({
      type: 'GrowthPlanCreated',
      data: { target: 'bridge-ds-mle', isBridge: true },
    });
  });

  it('is refused when nothing is missing, twice to the same target, and for somebody out of reach', async () => {
    const { org, learner, manager, mentor } = await giveCrew(app);
    const [mle1, mle2] = [await jobRoleByKey(app, org, 'mle-1'), await jobRoleByKey(app, org, 'mle-2')];
    await giveProfile(app, org, learner.personId, levelsOf(mle1));
    const wish = (id: string) => ({ targetJobRoleVersionId: id, protectedHoursPerWeek: 8 });
    expect((await learner.client.refused('createGrowthPlan', wish(mle1.record.id))).code).toBe(
      'PLAN_HAS_NOTHING_TO_RAISE',
    );
    await manager.client.run('createGrowthPlan', { ...wish(mle2.record.id), personId: learner.personId }, PLAN);
    expect(await learner.client.refused('createGrowthPlan', wish(mle2.record.id))).toMatchObject({
      __typename: 'AlreadyExists',
      code: 'GROWTH_PLAN_OPEN_ALREADY',
    });
    expect(
      (await mentor.client.refused('createGrowthPlan', { ...wish(mle2.record.id), personId: learner.personId })).code,
    ).toBe('NOT_FOUND');
    expect(
      (await learner.client.refused('createGrowthPlan', { ...wish(mle2.record.id), protectedHoursPerWeek: 50 })).code,
    ).toBe('PROTECTED_HOURS_ABOVE_WORKING_HOURS');
    expect(
      (await learner.client.refused('createGrowthPlan', { ...wish(mle2.record.id), overlayKeys: ['nothing'] })).code,
    ).toBe('UNKNOWN_OVERLAY');
    expect((await learner.client.refused('createGrowthPlan', wish(learner.personId))).code).toBe('NOT_FOUND');
    const outside = await org.member(['EMPLOYEE']);
    expect((await outside.refused('createGrowthPlan', wish(mle2.record.id))).code).toBe('NO_EMPLOYEE_RECORD');
  });

  it('is seen by the person, the manager, the mentor who agreed and the auditor, and by nobody else', async () => {
    const { org, learner, manager, mentor } = await giveCrew(app);
    const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
    const { growthPlan } = await learner.client.run(
      'createGrowthPlan',
      { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 },
      PLAN,
    );
    const query = 'query($id: ID!) { growthPlan(id: $id) { id } }';
    const sees = async (client: Crew['learner']['client']) =>
      (await client.ask(query, { id: growthPlan.id })).growthPlan !== null;
    const auditor = await org.member(['AUDITOR']);
    const colleague = await givePerson(org);
    const planner = await givePerson(org, { grants: ['WORKFORCE_PLANNER'] });
    expect(await Promise.all([learner.client, manager.client, auditor].map(sees))).toEqual([true, true, true]);
    expect(await Promise.all([mentor.client, colleague.client, planner.client].map(sees))).toEqual([
      false,
      false,
      false,
    ]);
    const named = await learner.client.run(
      'nameMentor',
      { planId: growthPlan.id, version: 1, mentorId: mentor.personId },
      PLAN,
    );
    expect(await sees(mentor.client)).toBe(false);
    await mentor.client.run('agreeToMentor', { planId: growthPlan.id, version: named.growthPlan.version });
    expect(await sees(mentor.client)).toBe(true);
    const answer = await org.admin.send(query, { id: growthPlan.id });
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a bridge', () => {
  async function drafted() {
    const crew = await giveCrew(app);
    const target = await giveBridgeEntry(app, crew.org, crew.learner.personId);
    const input = { targetJobRoleVersionId: target, protectedHoursPerWeek: 10, startOn: '2026-03-02' };
    const { growthPlan } = await crew.learner.client.run('createGrowthPlan', input, PLAN);
    return { ...crew, plan: growthPlan };
  }
  const codes = (plan: { supportFindings: { code: string }[] }) => plan.supportFindings.map(({ code }) => code);

  it('without mentor, dated deployment and protected time is warned of and does not start; with all three it does', async () => {
    const { org, learner, mentor, plan } = await drafted();
    const run = (mutation: string, input: object) =>
      learner.client.run(mutation, { planId: plan.id, ...input }, PLAN).then((r) => r.growthPlan);
    expect(codes(plan)).toEqual(['MENTOR_MISSING', 'DEPLOYMENT_NOT_DATED', 'TIME_NOT_PROTECTED']);
    const refused = await learner.client.refused('startGrowthPlan', { planId: plan.id, version: 1 });
    expect(refused).toMatchObject({ __typename: 'RuleViolation', code: 'PLAN_WITHOUT_SUPPORT' });
    expect(refused.facts).toEqual([
      { name: 'findings', value: 'MENTOR_MISSING, DEPLOYMENT_NOT_DATED, TIME_NOT_PROTECTED' },
    ]);
    const named = await run('nameMentor', { version: 1, mentorId: mentor.personId });
    expect(codes(named)).toEqual(['MENTOR_NOT_AGREED', 'DEPLOYMENT_NOT_DATED', 'TIME_NOT_PROTECTED']);
    await mentor.client.run('agreeToMentor', { planId: plan.id, version: named.version });
    const updated = await run('updateGrowthPlan', {
      version: named.version + 1,
      protectedHoursPerWeek: 20,
      deploymentOn: '2026-09-01',
      deploymentName: 'Triage 2.4',
    });
    expect(codes(updated)).toEqual([]);
    const started = await run('startGrowthPlan', { version: updated.version });
    expect(started.state).toBe('ACTIVE');
    expect(await eventTypesOf(org, plan.id)).toEqual([
      'GrowthPlanCreated',
      'MentorNamed',
      'MentorAgreed',
      'GrowthPlanUpdated',
      'GrowthPlanStarted',
    ]);
    const lost = await learner.client.refused('updateGrowthPlan', {
      planId: plan.id,
      version: started.version,
      deploymentOn: null,
    });
    expect(lost).toMatchObject({
      code: 'PLAN_WITHOUT_SUPPORT',
      facts: [{ name: 'findings', value: 'DEPLOYMENT_NOT_DATED' }],
    });
    expect(
      (await learner.client.refused('nameMentor', { planId: plan.id, version: started.version, mentorId: null })).code,
    ).toBe('PLAN_WITHOUT_SUPPORT');
    const paused = await run('pauseGrowthPlan', { version: started.version });
    await mentor.client.run('withdrawFromMentoring', { planId: plan.id, version: paused.version });
    const stuck = await learner.client.refused('resumeGrowthPlan', { planId: plan.id, version: paused.version + 1 });
    expect(stuck.facts).toEqual([{ name: 'findings', value: 'MENTOR_NOT_AGREED' }]);
  });

  it('takes longer with fewer protected hours, and its open activities move with its start', async () => {
    const { learner, plan } = await drafted();
    const change = (version: number, more: object) =>
      learner.client.run('updateGrowthPlan', { planId: plan.id, version, ...more }, PLAN).then((r) => r.growthPlan);
    const faster = await change(1, { protectedHoursPerWeek: 40 });
    expect(faster.endOn < plan.endOn).toBe(true);
    const later = await change(faster.version, { startOn: '2026-06-01' });
    expect(later).toMatchObject({ startOn: '2026-06-01' });
    const starts = later.activities.map((a: { startOn: string }) => a.startOn).toSorted();
    expect(starts[0]).toBe('2026-06-01');
    expect(
      await learner.client.refused('updateGrowthPlan', { planId: plan.id, version: 1, startOn: '2026-07-01' }),
    ).toMatchObject({ __typename: 'StaleVersion' });
    expect(
      (
        await learner.client.refused('updateGrowthPlan', {
          planId: plan.id,
          version: later.version,
          protectedHoursPerWeek: 41,
        })
      ).code,
    ).toBe('PROTECTED_HOURS_ABOVE_WORKING_HOURS');
  });
});

describe('the life of a plan', () => {
  async function running() {
    const crew = await giveCrew(app);
    const target = await giveAlmost(app, crew.org, crew.learner.personId, 'mle-2', ['ci-cd']);
    const { growthPlan } = await crew.learner.client.run(
      'createGrowthPlan',
      { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 },
      PLAN,
    );
    const run = (mutation: string, input: object) =>
      crew.learner.client.run(mutation, input, PLAN).then((r) => r.growthPlan);
    return { ...crew, draft: growthPlan, run };
  }

  it('within one track starts without a mentor, rests, goes on, and is closed with a reason', async () => {
    const { learner, draft, run } = await running();
    expect(draft).toMatchObject({ isBridge: false, supportFindings: [] });
    const seen = (plan: { version: number }) => ({ planId: draft.id, version: plan.version });
    const started = await run('startGrowthPlan', seen(draft));
    expect((await learner.client.refused('startGrowthPlan', seen(started))).code).toBe('PLAN_TRANSITION_NOT_ALLOWED');
    const paused = await run('pauseGrowthPlan', seen(started));
    const resumed = await run('resumeGrowthPlan', seen(paused));
    expect((await learner.client.refused('completeGrowthPlan', seen(resumed))).code).toBe('PLAN_GOALS_OPEN');
    expect(await learner.client.refused('closeGrowthPlan', { ...seen(resumed), reason: 'no' })).toMatchObject({
      code: 'GROWTH_REASON_TOO_SHORT',
      field: 'input.reason',
    });
    const closed = await run('closeGrowthPlan', { ...seen(resumed), reason: 'Moves to another team' });
    expect(closed.state).toBe('CLOSED');
    expect((await learner.client.refused('updateGrowthPlan', { ...seen(closed), startOn: '2026-06-01' })).code).toBe(
      'PLAN_TRANSITION_NOT_ALLOWED',
    );
  });

  it('starts the next useful activity, which sets its goal in motion; evidence that a manager confirms ends the goal and completes the plan', async () => {
    const { org, learner, manager, draft, run } = await running();
    expect(draft.goals).toMatchObject([{ skillKey: 'ci-cd', state: 'PLANNED' }]);
    const [activity] = draft.activities;
    const early = await learner.client.refused('startActivity', { activityId: activity.id, version: 1 });
    expect(early.code).toBe('ACTIVITY_PLAN_NOT_ACTIVE');
    await run('startGrowthPlan', { planId: draft.id, version: 1 });
    const active = await run('startActivity', { activityId: activity.id, version: 1 });
    expect(active.goals).toMatchObject([{ state: 'ACTIVE' }]);
    expect((await learner.client.refused('startActivity', { activityId: activity.id, version: 1 })).code).toBe(
      'STALE_VERSION',
    );
    const done = await run('finishActivity', { activityId: activity.id, version: 2 });
    expect(done.activities[0].state).toBe('DONE');
    expect(done.goals).toMatchObject([{ state: 'ACTIVE' }]); // attendance verifies nothing
    const [goal] = done.goals;
    const evidence = [{ typeKey: 'design-document', title: 'Delivery path', occurredOn: '2026-02-01' }];
    const stated = [{ typeKey: 'self-statement', title: 'I can', occurredOn: '2026-02-01' }];
    expect(
      (await learner.client.refused('submitGoalEvidence', { goalId: goal.id, version: goal.version, evidence: stated }))
        .code,
    ).toBe('EVIDENCE_MISSING');
    expect(
      (await manager.client.refused('submitGoalEvidence', { goalId: goal.id, version: goal.version, evidence })).code,
    ).toBe('NOT_FOUND');
    const sent = await run('submitGoalEvidence', { goalId: goal.id, version: goal.version, evidence });
    expect(sent.goals).toMatchObject([{ state: 'IN_REVIEW' }]);
    const review = async () =>
      (await manager.client.ask('{ assessmentsToReview { nodes { id version proposedLevel } } }')).assessmentsToReview
        .nodes[0];
    const first = await review();
    await manager.client.run('rejectAssessment', {
      assessmentId: first.id,
      version: first.version,
      reason: 'Show the rollback',
    });
    const { growthPlan: back } = await learner.client.ask(
      'query($id: ID!) { growthPlan(id: $id) { goals { id version state } } }',
      { id: draft.id },
    );
    expect(back.goals).toMatchObject([{ state: 'ACTIVE' }]);
    await run('submitGoalEvidence', { goalId: goal.id, version: back.goals[0].version, evidence });
    const second = await review();
    await manager.client.run('confirmAssessment', {
      assessmentId: second.id,
      version: second.version,
      level: second.proposedLevel,
    });
    const { growthPlan: verified } = await learner.client.ask(
      'query($id: ID!) { growthPlan(id: $id) { version goals { state verifiedLevel toLevel verifiedBy { id } } steps { state } nextActivity { activityKey } } }',
      { id: draft.id },
    );
    expect(verified.goals).toMatchObject([
      { state: 'VERIFIED', verifiedLevel: second.proposedLevel, verifiedBy: { id: second.id } },
    ]);
    expect(verified.steps.map((s: { state: string }) => s.state)).toEqual(['REACHED']);
    const completed = await run('completeGrowthPlan', { planId: draft.id, version: verified.version });
    expect(completed.state).toBe('COMPLETED');
    expect(await eventTypesOf(org, draft.id)).toEqual([
      'GrowthPlanCreated',
      'GrowthPlanStarted',
      'GrowthActivityStarted',
      'GrowthActivityFinished',
      'GoalEvidenceSubmitted',
      'GoalReturned',
      'GoalEvidenceSubmitted',
      'GoalVerified',
      'GrowthPlanCompleted',
    ]);
  });

  it('verifies a goal also when its level is confirmed by another way, and sends back one that was confirmed lower', async () => {
    const { learner, manager, draft, run } = await running();
    await run('startGrowthPlan', { planId: draft.id, version: 1 });
    const { growthPlan: now } = await learner.client.ask(
      'query($id: ID!) { growthPlan(id: $id) { goals { toLevel } } }',
      { id: draft.id },
    );
    const level = now.goals[0].toLevel;
    const evidence = [{ typeKey: 'design-document', title: 'Delivery path', occurredOn: '2026-02-01' }];
    const own = await learner.client.run(
      'proposeAssessment',
      { skillKey: 'ci-cd', level, evidence },
      'assessment { id version }',
    );
    const state = async () =>
      (await learner.client.ask('query($id: ID!) { growthPlan(id: $id) { goals { state } } }', { id: draft.id }))
        .growthPlan.goals[0].state;
    await manager.client.run('confirmAssessment', { assessmentId: own.assessment.id, version: 1, level: level - 1 });
    expect(await state()).toBe('PLANNED'); // not its own evidence, and not the level
    const better = await learner.client.run(
      'proposeAssessment',
      { skillKey: 'ci-cd', level, evidence },
      'assessment { id }',
    );
    await manager.client.run('confirmAssessment', { assessmentId: better.assessment.id, version: 1, level });
    expect(await state()).toBe('VERIFIED');
  });

  it('drops a goal with a reason, and the planned activities that served it alone', async () => {
    const { learner, draft, run } = await running();
    const [goal] = draft.goals;
    expect((await learner.client.refused('dropGoal', { goalId: goal.id, version: 1, reason: 'x' })).code).toBe(
      'GROWTH_REASON_TOO_SHORT',
    );
    const dropped = await run('dropGoal', { goalId: goal.id, version: 1, reason: 'The team has somebody else for it' });
    expect(dropped.goals).toMatchObject([{ state: 'DROPPED' }]);
    expect(dropped.activities.every((a: { state: string }) => a.state === 'DROPPED')).toBe(true);
    expect((await learner.client.refused('startGrowthPlan', { planId: draft.id, version: 1 })).code).toBe(
      'PLAN_WITHOUT_GOALS',
    );
  });
});

it('an activity in which nothing can be learned yet is refused with what is missing', async () => {
  const { org, learner } = await giveCrew(app);
  const target = (await jobRoleByKey(app, org, 'mle-3')).record.id;
  const { growthPlan } = await learner.client.run(
    'createGrowthPlan',
    { targetJobRoleVersionId: target, protectedHoursPerWeek: 20 },
    PLAN,
  );
  await learner.client.run('startGrowthPlan', { planId: growthPlan.id, version: 1 }, PLAN);
  const { growthPlan: plan } = await learner.client.ask(
    'query($id: ID!) { growthPlan(id: $id) { activities { id version canStart missing { skillKey level message } } nextActivity { id canStart } } }',
    { id: growthPlan.id },
  );
  const blocked = plan.activities.find((a: { canStart: boolean }) => !a.canStart);
  const problem = await learner.client.refused('startActivity', { activityId: blocked.id, version: blocked.version });
  expect(problem).toMatchObject({ __typename: 'RuleViolation', code: 'ACTIVITY_BLOCKED' });
  for (const { message } of blocked.missing) expect(problem.message).toContain(message);
  expect(plan.nextActivity.canStart).toBe(true);
  await learner.client.run('startActivity', { activityId: plan.nextActivity.id, version: 1 }, PLAN);
});
