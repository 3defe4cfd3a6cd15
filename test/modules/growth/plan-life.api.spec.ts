/** Why this file exists: the life of a growth plan through the API: activities, evidence, reviews, and its end. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { jobRoleByKey, tickingClock } from '../../support/profiles.js';
import { eventTypesOf } from '../../support/trail.js';
import { giveAlmost, giveCrew, PLAN } from '../../support/growth.js';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
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
