/** Why this file exists: lists of growth plans through the API: what is within reach, what rests, where levels were seen, what a skill touches. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { givePerson, giveColleague } from '../../support/people.js';
import { giveProfile, jobRoleByKey, tickingClock } from '../../support/profiles.js';
import { sameStatements } from '../../support/statements.js';
import { giveAlmost, giveCrew, giveRunningPlan, PLAN } from '../../support/growth.js';
import type { Hire } from '../../../src/modules/evaluations/data.js';
import { carryInterviews } from '../../../src/modules/matrices/data.js';
import type { Actor } from '../../../src/platform/access/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { ok } from '../../../src/platform/outcome/index.js';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

/** 92 days before the day of the clock, 15 June: 16 of March, 30, 31, 15. */
const QUARTER_AGO = '2026-03-15';

describe('a stalled plan', () => {
  const QUERY =
    '{ stalledPeople { totalCount nodes { since days person { displayName } plan { id state stallSignal { since days } nextActivity { activityKey canStart } } } } }';

  it('is one without accepted evidence for a quarter; it names the next useful activity, to the manager only', async () => {
    const crew = await giveCrew(app);
    const { org, manager, learner } = crew;
    const fresh = await givePerson(org, { managerId: manager.personId, name: 'Fresh' });
    const proven = await givePerson(org, { managerId: manager.personId, name: 'Proven' });
    const stalledId = await giveRunningPlan(app, org, learner, QUARTER_AGO);
    await giveRunningPlan(app, org, fresh, '2026-03-16');
    await giveRunningPlan(app, org, proven, '2025-11-27');
    await giveProfile(app, org, proven.personId, { 'biology-domain': 2 });
    const { stalledPeople } = await manager.client.ask(QUERY);
    expect(stalledPeople).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          since: QUARTER_AGO,
          days: 92,
          person: { displayName: 'Lena Learner' },
          plan: { id: stalledId, stallSignal: { days: 92 } },
        },
      ],
    });
    expect(stalledPeople.nodes[0].plan.nextActivity).toMatchObject({ canStart: true });
    const stranger = await givePerson(org, { grants: ['PEOPLE_MANAGER'] });
    expect((await stranger.client.ask(QUERY)).stalledPeople.nodes).toEqual([]);
    const auditor = await org.member(['AUDITOR']);
    expect((await auditor.ask(QUERY)).stalledPeople.totalCount).toBe(1);
  });
});

describe('lists of plans', () => {
  const FIELDS = `id person { displayName } mentor { displayName } target { title } steps { state } stallSignal { days } nextActivity { activityKey } leverReport { practiceShare }
    goals { skill { name } verifiedLevel startingAssessment { source } checkIns { id } } activities { canStart missing { skillKey } activity { name } }`;

  it('show what is within reach, by team and state, and cost the same statements for two plans and for twenty', async () => {
    const crew = await giveCrew(app);
    const { org, manager, learner } = crew;
    await giveRunningPlan(app, org, learner, '2026-03-07');
    const more = async (count: number) => {
      for (let i = 0; i < count; i++)
        await giveRunningPlan(app, org, await givePerson(org, { managerId: manager.personId }), '2026-02-15');
    };
    await more(1);
    const small =
      'id person { displayName } target { title } goals { startingAssessment { source } } stallSignal { days } nextActivity { activityKey }';
    await sameStatements(
      app,
      'growthPlans',
      manager.client,
      `{ growthPlans(first: 20) { nodes { ${small} } } }`,
      async () => {
        await more(6);
      },
    );
    await sameStatements(
      app,
      'stalledPeople',
      manager.client,
      '{ stalledPeople { nodes { days person { displayName } plan { nextActivity { activityKey } } } } }',
      () => more(2),
    );
    const { growthPlans } = await manager.client.ask(
      '{ growthPlans(first: 3) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
    );
    expect(growthPlans).toMatchObject({ totalCount: 10, pageInfo: { hasNextPage: true } });
    expect((await manager.client.ask('{ growthPlans(states: [DRAFT]) { totalCount } }')).growthPlans.totalCount).toBe(
      0,
    );
    expect(
      (await manager.client.ask('query($t: ID!) { growthPlans(teamId: $t) { totalCount } }', { t: org.id })).growthPlans
        .totalCount,
    ).toBe(0);
    const { myGrowthPlans } = await learner.client.ask(`{ myGrowthPlans { totalCount nodes { ${FIELDS} } } }`);
    expect(myGrowthPlans).toMatchObject({ totalCount: 1, nodes: [{ person: { displayName: 'Lena Learner' } }] });
  });

  it('of one’s own cost the same statements for two plans and for more', async () => {
    const { org, learner } = await giveCrew(app);
    const plan = async (jobRole: string) => {
      const target = (await jobRoleByKey(app, org, jobRole)).record.id;
      await learner.client.run('createGrowthPlan', { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 }, PLAN);
    };
    await plan('mle-1');
    await plan('mle-2');
    const query =
      '{ myGrowthPlans { nodes { target { title } goals { skill { name } startingAssessment { source } } } } }';
    await sameStatements(app, 'myGrowthPlans', learner.client, query, async () => {
      for (const jobRole of ['mle-3', 'rds-2', 'rds-3']) await plan(jobRole);
    });
  });

  it('of a mentor cost the same statements for two mentees and for more', async () => {
    const { org, mentor } = await giveCrew(app);
    await org.admin.ask('{ __typename }');
    const ask = async (name: string) => {
      const other = await givePerson(org, { name });
      const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
      const { growthPlan } = await other.client.run(
        'createGrowthPlan',
        { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 },
        PLAN,
      );
      await other.client.run('nameMentor', { planId: growthPlan.id, version: 1, mentorId: mentor.personId }, PLAN);
    };
    await ask('First');
    await sameStatements(
      app,
      'mentees',
      mentor.client,
      '{ mentees { nodes { person { displayName } target { title } plan { id } } } }',
      () => ask('Second'),
    );
  });
});

async function drafted(short: readonly string[] = ['ci-cd']) {
  const crew = await giveCrew(app);
  const target = await giveAlmost(app, crew.org, crew.learner.personId, 'mle-2', short);
  const { growthPlan } = await crew.learner.client.run(
    'createGrowthPlan',
    { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 },
    PLAN,
  );
  return { ...crew, plan: growthPlan };
}

it('a goal shows the interviews before the hire as the provenance of its starting level', async () => {
  const { org, learner } = await giveCrew(app);
  const rater = await giveColleague(org);
  const mle2 = await jobRoleByKey(app, org, 'mle-2');
  const asked = mle2.requirements.find(({ skill }) => skill === 'ci-cd');
  if (asked === undefined) throw new Error('mle-2 asks for ci-cd');
  const hirer: Actor = {
    organisationId: org.id,
    memberId: learner.client.memberId ?? newId(),
    personId: rater,
    displayName: '',
    grants: [],
    scopes: new Map(),
    sessionId: '',
    tokenId: null,
  };
  const applicationId: Hire['applicationId'] = newId();
  await app.database.write({ organisationId: org.id, actor: hirer, requestId: 'test' }, async (unit) => {
    const rating = {
      skill: asked.skill,
      item: 'i' as Hire['ratings'][number]['item'],
      itemKind: 'QUESTION' as const,
      interviewerId: rater,
      rating: 2 as const,
      interviewId: newId<'Interview'>(),
      scorecardId: newId<'Scorecard'>(),
      ratedOn: '2026-01-20',
    };
    const requirement = { ...asked, name: 'CI/CD', baseLevel: asked.level, reasons: [] };
    await carryInterviews(unit, {
      personId: learner.personId,
      applicationId,
      ratings: [rating],
      requirements: [requirement],
      interviewDates: [],
      kit: null,
    });
    return ok(null);
  });
  const made = await learner.client.run(
    'createGrowthPlan',
    { targetJobRoleVersionId: mle2.record.id, protectedHoursPerWeek: 8 },
    PLAN,
  );
  const { growthPlan } = await learner.client.ask(
    'query($id: ID!) { growthPlan(id: $id) { goals { skillKey fromLevel startingAssessment { source validOn provenance { applicationId raterCount requiredLevel } } } } }',
    { id: made.growthPlan.id },
  );
  expect(growthPlan.goals.find((g: { skillKey: string }) => g.skillKey === 'ci-cd')).toMatchObject({
    fromLevel: asked.level - 1, // a rating of 2 carries the level below the one asked for
    startingAssessment: {
      source: 'INTERVIEW',
      validOn: '2026-01-20',
      provenance: { applicationId, raterCount: 1, requiredLevel: asked.level },
    },
  });
});

it('running plans are part of the impact of a skill, without the name of the person', async () => {
  const { org, plan } = await drafted();
  const { frameworkVersion: base } = await org.admin.ask(
    '{ frameworkVersion { id skill(key: "ci-cd") { key name definition affinityResearch affinityProduction category { key } levels { indicators } } } }',
  );
  const forked = await org.admin.run(
    'forkFramework',
    { frameworkVersionId: base.id, title: 'Ours' },
    'frameworkVersion { id }',
  );
  const skill = { ...base.skill, name: 'Delivery', category: base.skill.category.key, prerequisites: [] };
  await org.admin.run('putSkill', { frameworkVersionId: forked.frameworkVersion.id, version: 1, skill });
  const { frameworkDiff } = await org.admin.ask(
    'query($a: ID!, $b: ID!) { frameworkDiff(from: $a, to: $b) { impact { kind id title skillKeys } } }',
    { a: base.id, b: forked.frameworkVersion.id },
  );
  const touched = frameworkDiff.impact.filter((i: { kind: string }) => i.kind === 'GROWTH_PLAN');
  expect(touched).toEqual([
    {
      kind: 'GROWTH_PLAN',
      id: plan.id,
      title: 'A growth plan towards Machine Learning Engineer',
      skillKeys: ['ci-cd'],
    },
  ]);
});
