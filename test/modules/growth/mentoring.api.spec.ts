/** Why this file exists: mentors, check-ins and stalled plans through the API: consent, two views, and a reason to talk. */
import { ok } from '../../../src/platform/outcome/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import type { Hire } from '../../../src/modules/evaluations/data.js';
import { createGrowthPlan, startGrowthPlan } from '../../../src/modules/growth/data.js';
import type { GrowthPlanId } from '../../../src/modules/growth/index.js';
import type { JobRoleVersionId } from '../../../src/modules/job-roles/data.js';
import { carryInterviews } from '../../../src/modules/matrices/data.js';
import type { Actor, PersonId } from '../../../src/platform/access/index.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { giveAlmost, giveCrew, PLAN, type Crew } from '../../support/growth.js';
import { giveColleague, givePerson } from '../../support/people.js';
import { giveProfile, jobRoleByKey, tickingClock } from '../../support/profiles.js';
import { sameStatements } from '../../support/statements.js';
import { eventsOf } from '../../support/trail.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

async function drafted(short: readonly string[] = ['ci-cd']) {
  const crew = await giveCrew(app);
  const target = await giveAlmost(app, crew.org, crew.learner.personId, 'mle-2', short);
  const { growthPlan } = await crew.learner.client.run('createGrowthPlan', { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 }, PLAN);
  return { ...crew, plan: growthPlan };
}
const OFFER = 'query($s: String!, $p: ID, $l: Int) { mentorSuggestions(skillKey: $s, personId: $p, toLevel: $l) { fromLevel toLevel asked suggested { level gap capacityLeft reasons person { displayName } } } }';

describe('mentors on offer', () => {
  it('are people two levels above with capacity first; the manager, people below, and those who do not offer are left out', async () => {
    const { org, learner } = await giveCrew(app);
    const manager = await giveColleague(org, { name: 'Her Manager', mentorCapacity: 5 });
    const above = async (name: string, level: number, mentorCapacity = 2) => {
      const id = await giveColleague(org, { name, mentorCapacity });
      await giveProfile(app, org, id, { 'drift-monitoring': level });
      return id;
    };
    const person = await givePerson(org, { managerId: manager, name: 'Pia' });
    await giveProfile(app, org, person.personId, { 'drift-monitoring': 2 });
    await giveProfile(app, org, manager, { 'drift-monitoring': 5 });
    await above('One above', 3);
    await above('Two above', 4);
    await above('Three above', 5);
    await above('Not above', 2);
    await above('Offers nothing', 4, 0);
    const { mentorSuggestions: offer } = await person.client.ask(OFFER, { s: 'drift-monitoring' });
    expect(offer).toMatchObject({ fromLevel: 2, toLevel: 3 });
    expect(offer.suggested.map((s: { person: { displayName: string }; gap: number }) => [s.person.displayName, s.gap])).toEqual([['Two above', 2], ['Three above', 3], ['One above', 1]]);
    expect(offer.suggested[0].reasons[0]).toBe('holds drift-monitoring at level 4, 2 levels above the learner');
    expect(offer.suggested[0].reasons[1]).toBe('can take 2 more people');
    expect((await person.client.ask(OFFER, { s: 'drift-monitoring', l: 5 })).mentorSuggestions.suggested).toMatchObject([{ level: 5 }]);
    expect(await person.client.ask(OFFER, { s: 'drift-monitoring', l: 2 })).toEqual({ mentorSuggestions: null });
    expect(await learner.client.ask(OFFER, { s: 'drift-monitoring', p: person.personId })).toEqual({ mentorSuggestions: null });
    expect((await person.client.send(OFFER, { s: 'drift-monitoring', l: 9 })).errors[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('a mentor', () => {
  const seen = (plan: { id: string; version: number }) => ({ planId: plan.id, version: plan.version });

  it('is not the person, not their manager, not somebody without capacity, and not somebody who does not exist', async () => {
    const { org, learner, manager, mentor, plan } = await drafted();
    const refusal = async (mentorId: string) => (await learner.client.refused('nameMentor', { ...seen(plan), mentorId })).code;
    expect(await refusal(learner.personId)).toBe('MENTOR_IS_THE_PERSON');
    expect(await refusal(manager.personId)).toBe('MENTOR_IS_THE_MANAGER');
    expect(await refusal(plan.id)).toBe('NOT_FOUND');
    expect(await refusal(await giveColleague(org))).toBe('MENTOR_WITHOUT_CAPACITY');
    for (const name of ['First', 'Second']) {
      const other = await givePerson(org, { name });
      const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
      const { growthPlan } = await other.client.run('createGrowthPlan', { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 }, PLAN);
      await other.client.run('nameMentor', { ...seen(growthPlan), mentorId: mentor.personId }, PLAN);
    }
    expect(await refusal(mentor.personId)).toBe('MENTOR_WITHOUT_CAPACITY');
  });

  it('sees who asks before agreeing, the plan and the profile after, and nothing once the consent ends', async () => {
    const { org, learner, mentor, plan } = await drafted();
    const MENTEES = '{ mentees { totalCount nodes { planId version agreedAt person { displayName } target { title } plan { id } } } }';
    const profile = async () => (await mentor.client.ask('query($p: ID!) { profile(personId: $p) { personId } }', { p: learner.personId })).profile;
    expect((await mentor.client.ask(MENTEES)).mentees.totalCount).toBe(0);
    await learner.client.run('nameMentor', { ...seen(plan), mentorId: mentor.personId }, PLAN);
    const [asked] = (await mentor.client.ask(MENTEES)).mentees.nodes;
    expect(asked).toMatchObject({ agreedAt: null, person: { displayName: 'Lena Learner' }, plan: null });
    expect(await profile()).toBeNull();
    const stranger = await givePerson(org);
    expect((await stranger.client.refused('agreeToMentor', { planId: asked.planId, version: asked.version })).code).toBe('NOT_FOUND');
    expect((await mentor.client.refused('agreeToMentor', { planId: asked.planId, version: 99 })).code).toBe('STALE_VERSION');
    const agreed = await mentor.client.run('agreeToMentor', { planId: asked.planId, version: asked.version }, 'mentoring { version agreedAt plan { id } }');
    expect(agreed.mentoring).toMatchObject({ plan: { id: plan.id } });
    expect(agreed.mentoring.agreedAt).not.toBeNull();
    expect(await profile()).not.toBeNull();
    expect((await mentor.client.ask('{ growthPlans { nodes { id } } }')).growthPlans.nodes).toEqual([{ id: plan.id }]);
    await mentor.client.run('withdrawFromMentoring', { planId: plan.id, version: agreed.mentoring.version }, 'mentoring { agreedAt plan { id } }');
    expect(await profile()).toBeNull();
    expect((await mentor.client.ask(MENTEES)).mentees.nodes).toMatchObject([{ agreedAt: null, plan: null }]);
    expect((await eventsOf(org, plan.id)).map(({ type }) => type)).toEqual(['GrowthPlanCreated', 'MentorNamed', 'MentorAgreed', 'MentorWithdrew']);
  });

  it('does not confirm level 3 of the person they guide; somebody who is neither does', async () => {
    const org = await app.organisation();
    const above = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER', 'MENTOR'], mentorCapacity: 2 });
    const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'], managerId: above.personId });
    const learner = await givePerson(org, { managerId: manager.personId });
    const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
    const { growthPlan } = await learner.client.run('createGrowthPlan', { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 }, PLAN);
    await learner.client.run('nameMentor', { ...seen(growthPlan), mentorId: above.personId }, PLAN);
    await above.client.run('agreeToMentor', { planId: growthPlan.id, version: 2 });
    const evidence = [{ typeKey: 'manager-observation', title: 'Led the release', occurredOn: '2026-02-01' }];
    const claim = async (level: number) =>
      (await manager.client.run('assess', { personId: learner.personId, skillKey: 'ci-cd', level, evidence }, 'assessment { id }')).assessment.id;
    const three = { assessmentId: await claim(3), version: 1, level: 3 };
    expect(await above.client.refused('confirmAssessment', three)).toMatchObject({ __typename: 'NotAllowed', code: 'REVIEWER_NOT_INDEPENDENT' });
    await above.client.run('confirmAssessment', { assessmentId: await claim(2), version: 1, level: 2 });
    const own = await learner.client.run('proposeAssessment', { skillKey: 'data-pipelines', level: 3, evidence: [{ ...evidence[0], typeKey: 'merged-change' }] }, 'assessment { id }');
    expect((await above.client.refused('confirmAssessment', { assessmentId: own.assessment.id, version: 1, level: 3 })).code).toBe('REVIEWER_NOT_INDEPENDENT');
    expect((await above.client.refused('confirmAssessment', { assessmentId: own.assessment.id, version: 1, level: 2 })).code).toBe('NOT_THE_REVIEWER');
    await manager.client.run('confirmAssessment', { assessmentId: own.assessment.id, version: 1, level: 3 });
  });
});

describe('a check-in', () => {
  const CHECK_IN = 'checkIn { id version isDisagreement self { level note by { displayName } } assessor { level note } agreed { level note } assessorPerson { displayName } }';

  it('is written by the person first, then the assessor, then both; the disagreement stays beside what was agreed', async () => {
    const { org, learner, manager, plan } = await drafted();
    const goalId = plan.goals[0].id;
    const { checkIn } = await learner.client.run('openCheckIn', { goalId }, CHECK_IN);
    expect(checkIn).toMatchObject({ version: 1, self: null, assessorPerson: { displayName: 'Mara Manager' } });
    const stage = (version: number, name: string, level: number | null, note: string) => ({ checkInId: checkIn.id, version, stage: name, level, note });
    expect((await manager.client.refused('recordCheckIn', stage(1, 'ASSESSOR', 2, 'early'))).code).toBe('CHECK_IN_OUT_OF_ORDER');
    expect((await manager.client.refused('recordCheckIn', stage(1, 'SELF', 2, 'for her'))).code).toBe('CHECK_IN_STAGE_NOT_YOURS');
    const first = await learner.client.run('recordCheckIn', stage(1, 'SELF', 3, 'I released twice'), CHECK_IN);
    expect(first.checkIn).toMatchObject({ version: 2, self: { level: 3, by: { displayName: 'Lena Learner' } }, isDisagreement: false });
    expect((await learner.client.refused('recordCheckIn', stage(2, 'SELF', 4, 'more'))).code).toBe('CHECK_IN_ALREADY_RECORDED');
    expect((await learner.client.refused('recordCheckIn', stage(1, 'ASSESSOR', 4, 'stale'))).code).toBe('STALE_VERSION');
    await manager.client.run('recordCheckIn', stage(2, 'ASSESSOR', 2, 'With help'), CHECK_IN);
    const agreed = await manager.client.run('recordCheckIn', stage(3, 'AGREED', 2, 'One more release alone'), CHECK_IN);
    expect(agreed.checkIn).toMatchObject({ isDisagreement: true, self: { level: 3 }, assessor: { level: 2, note: 'With help' }, agreed: { level: 2 } });
    const { growthPlan } = await learner.client.ask('query($id: ID!) { growthPlan(id: $id) { goals { checkIns { id isDisagreement } verifiedLevel } } }', { id: plan.id });
    expect(growthPlan.goals[0].checkIns).toEqual([{ id: checkIn.id, isDisagreement: true }]);
    const events = (await eventsOf(org, plan.id)).filter(({ type }) => type.startsWith('CheckIn'));
    expect(events.map(({ type }) => type)).toEqual(['CheckInOpened', 'CheckInRecorded', 'CheckInRecorded', 'CheckInRecorded']);
    expect(JSON.stringify(events)).not.toContain('released twice');
  });

  it('may be with the mentor who agreed, is never with oneself or a stranger, and a stranger does not find it', async () => {
    const { org, learner, mentor, plan } = await drafted();
    const goalId = plan.goals[0].id;
    const colleague = await givePerson(org);
    expect((await learner.client.refused('openCheckIn', { goalId, assessorId: learner.personId })).code).toBe('CHECK_IN_ASSESSOR_IS_PERSON');
    expect((await learner.client.refused('openCheckIn', { goalId, assessorId: mentor.personId })).code).toBe('CHECK_IN_ASSESSOR_NOT_NEAR');
    expect((await colleague.client.refused('openCheckIn', { goalId })).code).toBe('NOT_FOUND');
    const { growthPlan } = await learner.client.run('nameMentor', { planId: plan.id, version: 1, mentorId: mentor.personId }, PLAN);
    await mentor.client.run('agreeToMentor', { planId: plan.id, version: growthPlan.version });
    const { checkIn } = await mentor.client.run('openCheckIn', { goalId }, CHECK_IN);
    expect(checkIn.assessorPerson.displayName).toBe('Moa Mentor');
    const input = { checkInId: checkIn.id, version: 1, stage: 'SELF', note: '' };
    expect((await colleague.client.refused('recordCheckIn', input)).code).toBe('NOT_FOUND');
    const empty = await learner.client.run('recordCheckIn', input, CHECK_IN);
    expect(empty.checkIn.self).toMatchObject({ level: null, note: '' }); // no level yet is a view too
  });
});

/** A running plan since a day, made by its person. */
async function runningSince(org: TestOrganisation, person: { personId: PersonId; client: Crew['learner']['client'] }, on: string): Promise<GrowthPlanId> {
  const target = (await jobRoleByKey(app, org, 'mle-1')).record.id as JobRoleVersionId;
  const scopes: Actor['scopes'] = new Map([['growth-plan:create', new Set(['OWN'] as const)], ['growth-plan:update', new Set(['OWN'] as const)]]);
  const actor: Actor = { organisationId: org.id, memberId: person.client.memberId ?? newId(), personId: person.personId, displayName: '', grants: [], scopes, sessionId: '' };
  const outcome = await app.database.write({ organisationId: org.id, actor, requestId: 'test' }, async (unit) => {
    const made = await createGrowthPlan(unit, { targetJobRoleVersionId: target, overlayKeys: [], protectedHoursPerWeek: 8, startOn: on });
    return made.ok ? startGrowthPlan(unit, { planId: made.value.id, version: 1, on }) : made;
  });
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value.id;
}
/** 92 days before the day of the clock, 15 June: 16 of March, 30, 31, 15. */
const QUARTER_AGO = '2026-03-15';

describe('a stalled plan', () => {
  const QUERY = '{ stalledPeople { totalCount nodes { since days person { displayName } plan { id state stallSignal { since days } nextActivity { activityKey canStart } } } } }';

  it('is one without accepted evidence for a quarter; it names the next useful activity, to the manager only', async () => {
    const crew = await giveCrew(app);
    const { org, manager, learner } = crew;
    const fresh = await givePerson(org, { managerId: manager.personId, name: 'Fresh' });
    const proven = await givePerson(org, { managerId: manager.personId, name: 'Proven' });
    const stalledId = await runningSince(org, learner, QUARTER_AGO);
    await runningSince(org, fresh, '2026-03-16');
    await runningSince(org, proven, '2025-11-27');
    await giveProfile(app, org, proven.personId, { 'biology-domain': 2 });
    const { stalledPeople } = await manager.client.ask(QUERY);
    expect(stalledPeople).toMatchObject({ totalCount: 1, nodes: [{ since: QUARTER_AGO, days: 92, person: { displayName: 'Lena Learner' }, plan: { id: stalledId, stallSignal: { days: 92 } } }] });
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
    await runningSince(org, learner, '2026-03-07');
    const more = async (count: number) => {
      for (let i = 0; i < count; i++) await runningSince(org, await givePerson(org, { managerId: manager.personId }), '2026-02-15');
    };
    await more(1);
    const small = 'id person { displayName } target { title } goals { startingAssessment { source } } stallSignal { days } nextActivity { activityKey }';
    await sameStatements(app, 'growthPlans', manager.client, `{ growthPlans(first: 20) { nodes { ${small} } } }`, async () => {
      await more(6);
    });
    await sameStatements(app, 'stalledPeople', manager.client, '{ stalledPeople { nodes { days person { displayName } plan { nextActivity { activityKey } } } } }', () => more(2));
    const { growthPlans } = await manager.client.ask('{ growthPlans(first: 3) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }');
    expect(growthPlans).toMatchObject({ totalCount: 10, pageInfo: { hasNextPage: true } });
    expect((await manager.client.ask('{ growthPlans(states: [DRAFT]) { totalCount } }')).growthPlans.totalCount).toBe(0);
    expect((await manager.client.ask('query($t: ID!) { growthPlans(teamId: $t) { totalCount } }', { t: org.id })).growthPlans.totalCount).toBe(0);
    const { myGrowthPlans } = await learner.client.ask(`{ myGrowthPlans { totalCount nodes { ${FIELDS} } } }`);
    expect(myGrowthPlans).toMatchObject({ totalCount: 1, nodes: [{ person: { displayName: 'Lena Learner' } }] });
  });

  it('of a mentor cost the same statements for two mentees and for more', async () => {
    const { org, mentor } = await giveCrew(app);
    await org.admin.ask('{ __typename }');
    const ask = async (name: string) => {
      const other = await givePerson(org, { name });
      const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
      const { growthPlan } = await other.client.run('createGrowthPlan', { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 }, PLAN);
      await other.client.run('nameMentor', { planId: growthPlan.id, version: 1, mentorId: mentor.personId }, PLAN);
    };
    await ask('First');
    await sameStatements(app, 'mentees', mentor.client, '{ mentees { nodes { person { displayName } target { title } plan { id } } } }', () => ask('Second'));
  });
});

it('a goal shows the interviews before the hire as the provenance of its starting level', async () => {
  const { org, learner } = await giveCrew(app);
  const rater = await giveColleague(org);
  const mle2 = await jobRoleByKey(app, org, 'mle-2');
  const asked = mle2.requirements.find(({ skill }) => skill === 'ci-cd');
  if (asked === undefined) throw new Error('mle-2 asks for ci-cd');
  const hirer: Actor = { organisationId: org.id, memberId: learner.client.memberId ?? newId(), personId: rater, displayName: '', grants: [], scopes: new Map(), sessionId: '' };
  const applicationId: Hire['applicationId'] = newId();
  await app.database.write({ organisationId: org.id, actor: hirer, requestId: 'test' }, async (unit) => {
    const rating = { skill: asked.skill, item: 'i' as Hire['ratings'][number]['item'], itemKind: 'QUESTION' as const, interviewerId: rater, rating: 2 as const, interviewId: newId<'Interview'>(), scorecardId: newId<'Scorecard'>(), ratedOn: '2026-01-20' };
    const requirement = { ...asked, name: 'CI/CD', baseLevel: asked.level, reasons: [] };
    await carryInterviews(unit, { personId: learner.personId, applicationId, ratings: [rating], requirements: [requirement], interviewDates: [], kit: null });
    return ok(null);
  });
  const made = await learner.client.run('createGrowthPlan', { targetJobRoleVersionId: mle2.record.id, protectedHoursPerWeek: 8 }, PLAN);
  const { growthPlan } = await learner.client.ask(
    'query($id: ID!) { growthPlan(id: $id) { goals { skillKey fromLevel startingAssessment { source validOn provenance { applicationId raterCount requiredLevel } } } } }', { id: made.growthPlan.id });
  expect(growthPlan.goals.find((g: { skillKey: string }) => g.skillKey === 'ci-cd')).toMatchObject({
    fromLevel: asked.level - 1, // a rating of 2 carries the level below the one asked for
    startingAssessment: { source: 'INTERVIEW', validOn: '2026-01-20', provenance: { applicationId, raterCount: 1, requiredLevel: asked.level } },
  });
});

it('running plans are part of the impact of a skill, without the name of the person', async () => {
  const { org, plan } = await drafted();
  const { frameworkVersion: base } = await org.admin.ask('{ frameworkVersion { id skill(key: "ci-cd") { key name definition affinityResearch affinityProduction category { key } levels { indicators } } } }');
  const forked = await org.admin.run('forkFramework', { frameworkVersionId: base.id, title: 'Ours' }, 'frameworkVersion { id }');
  const skill = { ...base.skill, name: 'Delivery', category: base.skill.category.key, prerequisites: [] };
  await org.admin.run('putSkill', { frameworkVersionId: forked.frameworkVersion.id, version: 1, skill });
  const { frameworkDiff } = await org.admin.ask('query($a: ID!, $b: ID!) { frameworkDiff(from: $a, to: $b) { impact { kind id title skillKeys } } }', { a: base.id, b: forked.frameworkVersion.id });
  const touched = frameworkDiff.impact.filter((i: { kind: string }) => i.kind === 'GROWTH_PLAN');
  expect(touched).toEqual([{ kind: 'GROWTH_PLAN', id: plan.id, title: 'A growth plan towards Machine Learning Engineer', skillKeys: ['ci-cd'] }]);
});
