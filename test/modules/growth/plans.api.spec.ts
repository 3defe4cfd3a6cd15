/** Why this file exists: growth plans through the API: what they keep, who sees them, and the support that a bridge needs. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { givePerson } from '../../support/people.js';
import { giveProfile, jobRoleByKey, levelsOf, tickingClock } from '../../support/profiles.js';
import { eventsOf, eventTypesOf } from '../../support/trail.js';
import { giveBridgeEntry, giveCrew, PLAN } from '../../support/growth.js';
import type { Client } from '../../support/app.js';
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

const WHOLE = `query($id: ID!) { growthPlan(id: $id) { id state isBridge startOn endOn protectedHoursPerWeek weeklyHours version deploymentOn deploymentName startedOn endedOn closeReason mentorAgreedAt
  person { displayName } mentor { displayName } target { title } overlayKeys
  goals { skillKey skill { name } fromLevel toLevel state position startOn endOn verifiedLevel startingAssessment { source evidence { typeKey } provenance { applicationId raterCount } } }
  activities { activityKey activity { name } kind lever hours weeks startOn endOn state canStart missing { skillKey level } steps { skillKey from to } }
  ${STEPS} ${REPORT} supportFindings { code message } stallSignal { days } nextActivity { activityKey } fit { mustHaveTotal mustHaveMet isReady missing { skillKey } } } }`;

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
    const { mustHaveMet, mustHaveTotal, missing, isReady } = growthPlan.fit;
    expect(isReady).toBe(false);
    expect(missing).toHaveLength(mustHaveTotal - mustHaveMet);
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
    const sees = async (client: Client) => (await client.ask(query, { id: growthPlan.id })).growthPlan !== null;
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
      version: Number(named.version) + 1,
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
    const stuck = await learner.client.refused('resumeGrowthPlan', {
      planId: plan.id,
      version: Number(paused.version) + 1,
    });
    expect(stuck.facts).toEqual([{ name: 'findings', value: 'MENTOR_NOT_AGREED' }]);
    expect(stuck.message).toContain('waits for the consent');
    await mentor.client.run('declineMentoring', { planId: plan.id, version: Number(paused.version) + 1 }, 'planId');
    const without = { planId: plan.id, version: Number(paused.version) + 2 };
    expect((await learner.client.refused('resumeGrowthPlan', without)).facts).toEqual([
      { name: 'findings', value: 'MENTOR_MISSING' },
    ]);
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
