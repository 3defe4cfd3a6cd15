/** Why this file exists: mentors through the API: who is offered, who agrees, what opens to them, and what they may not confirm. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { givePerson, giveColleague } from '../../support/people.js';
import { giveProfile, jobRoleByKey, tickingClock } from '../../support/profiles.js';
import { eventsOf } from '../../support/trail.js';
import { giveAlmost, giveCrew, PLAN } from '../../support/growth.js';
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
  const { growthPlan } = await crew.learner.client.run(
    'createGrowthPlan',
    { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 },
    PLAN,
  );
  return { ...crew, plan: growthPlan };
}
const OFFER =
  'query($s: String!, $p: ID, $l: Int) { mentorSuggestions(skillKey: $s, personId: $p, toLevel: $l) { fromLevel toLevel asked suggested { level gap capacityLeft reasons person { displayName } } } }';

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
    expect(
      offer.suggested.map((s: { person: { displayName: string }; gap: number }) => [s.person.displayName, s.gap]),
    ).toEqual([
      ['Two above', 2],
      ['Three above', 3],
      ['One above', 1],
    ]);
    expect(offer.suggested[0].reasons[0]).toBe('holds drift-monitoring at level 4, 2 levels above the learner');
    expect(offer.suggested[0].reasons[1]).toBe('can take 2 more people');
    expect((await person.client.ask(OFFER, { s: 'drift-monitoring', l: 5 })).mentorSuggestions.suggested).toMatchObject(
      [{ level: 5 }],
    );
    expect(await person.client.ask(OFFER, { s: 'drift-monitoring', l: 2 })).toEqual({ mentorSuggestions: null });
    expect(await learner.client.ask(OFFER, { s: 'drift-monitoring', p: person.personId })).toEqual({
      mentorSuggestions: null,
    });
    expect((await person.client.send(OFFER, { s: 'drift-monitoring', l: 9 })).errors[0]?.extensions.code).toBe(
      'BAD_INPUT',
    );
  });
});

describe('a mentor', () => {
  const seen = (plan: { id: string; version: number }) => ({ planId: plan.id, version: plan.version });

  it('is not the person, not their manager, not somebody without capacity, and not somebody who does not exist', async () => {
    const { org, learner, manager, mentor, plan } = await drafted();
    const refusal = async (mentorId: string) =>
      (await learner.client.refused('nameMentor', { ...seen(plan), mentorId })).code;
    expect(await refusal(learner.personId)).toBe('MENTOR_IS_THE_PERSON');
    expect(await refusal(manager.personId)).toBe('MENTOR_IS_THE_MANAGER');
    expect(await refusal(plan.id)).toBe('NOT_FOUND');
    expect(await refusal(await giveColleague(org))).toBe('MENTOR_WITHOUT_CAPACITY');
    for (const name of ['First', 'Second']) {
      const other = await givePerson(org, { name });
      const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
      const { growthPlan } = await other.client.run(
        'createGrowthPlan',
        { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 },
        PLAN,
      );
      await other.client.run('nameMentor', { ...seen(growthPlan), mentorId: mentor.personId }, PLAN);
    }
    expect(await refusal(mentor.personId)).toBe('MENTOR_WITHOUT_CAPACITY');
  });

  it('sees who asks before agreeing, the plan and the profile after, and nothing once the consent ends', async () => {
    const { org, learner, mentor, plan } = await drafted();
    const MENTEES =
      '{ mentees { totalCount nodes { planId version agreedAt person { displayName } target { title } plan { id } } } }';
    const profile = async () =>
      (await mentor.client.ask('query($p: ID!) { profile(personId: $p) { personId } }', { p: learner.personId }))
        .profile;
    expect((await mentor.client.ask(MENTEES)).mentees.totalCount).toBe(0);
    await learner.client.run('nameMentor', { ...seen(plan), mentorId: mentor.personId }, PLAN);
    const [asked] = (await mentor.client.ask(MENTEES)).mentees.nodes;
    expect(asked).toMatchObject({ agreedAt: null, person: { displayName: 'Lena Learner' }, plan: null });
    expect(await profile()).toBeNull();
    const stranger = await givePerson(org);
    expect(
      (await stranger.client.refused('agreeToMentor', { planId: asked.planId, version: asked.version })).code,
    ).toBe('NOT_FOUND');
    expect((await mentor.client.refused('agreeToMentor', { planId: asked.planId, version: 99 })).code).toBe(
      'STALE_VERSION',
    );
    const agreed = await mentor.client.run(
      'agreeToMentor',
      { planId: asked.planId, version: asked.version },
      'mentoring { version agreedAt plan { id } }',
    );
    expect(agreed.mentoring).toMatchObject({ plan: { id: plan.id } });
    expect(agreed.mentoring.agreedAt).not.toBeNull();
    expect(await profile()).not.toBeNull();
    expect((await mentor.client.ask('{ growthPlans { nodes { id } } }')).growthPlans.nodes).toEqual([{ id: plan.id }]);
    await mentor.client.run(
      'withdrawFromMentoring',
      { planId: plan.id, version: agreed.mentoring.version },
      'mentoring { agreedAt plan { id } }',
    );
    expect(await profile()).toBeNull();
    expect((await mentor.client.ask(MENTEES)).mentees.nodes).toMatchObject([{ agreedAt: null, plan: null }]);
    expect((await eventsOf(org, plan.id)).map(({ type }) => type)).toEqual([
      'GrowthPlanCreated',
      'MentorNamed',
      'MentorAgreed',
      'MentorWithdrew',
    ]);
  });

  it('declines before agreeing; the plan has no mentor then, and its people see who declined and why until another is named', async () => {
    const { org, learner, manager, mentor, plan } = await drafted();
    const DECLINED =
      'query($id: ID!) { growthPlan(id: $id) { version mentor { id } mentorDeclinedAt mentorDeclineReason mentorDeclinedBy { displayName } } }';
    const read = async (client: typeof learner.client) => (await client.ask(DECLINED, { id: plan.id })).growthPlan;
    await learner.client.run('nameMentor', { ...seen(plan), mentorId: mentor.personId }, PLAN);
    const asked = { planId: plan.id, version: Number(plan.version) + 1 };
    const refusal = async (client: typeof learner.client, input: object) =>
      (await client.refused('declineMentoring', { ...asked, ...input })).code;
    expect(await refusal((await givePerson(org)).client, {})).toBe('NOT_FOUND');
    expect(await refusal(learner.client, {})).toBe('NOT_FOUND');
    expect(await refusal(manager.client, {})).toBe('NOT_FOUND');
    expect(await refusal(mentor.client, { version: 99 })).toBe('STALE_VERSION');
    const reason = '  No time before the summer.  ';
    expect(await mentor.client.run('declineMentoring', { ...asked, reason }, 'planId')).toMatchObject({
      planId: plan.id,
    });
    expect((await mentor.client.ask('{ mentees { totalCount } }')).mentees.totalCount).toBe(0);
    expect(await read(mentor.client)).toBeNull();
    for (const client of [learner.client, manager.client])
      expect(await read(client)).toMatchObject({
        mentor: null,
        mentorDeclineReason: 'No time before the summer.',
        mentorDeclinedBy: { displayName: 'Moa Mentor' },
      });
    const { version, mentorDeclinedAt } = await read(learner.client);
    expect(mentorDeclinedAt).not.toBeNull();
    expect(await refusal(mentor.client, { version })).toBe('NOT_FOUND');
    const again = await learner.client.run('nameMentor', { planId: plan.id, version, mentorId: mentor.personId }, PLAN);
    expect(await read(learner.client)).toMatchObject({
      mentor: { id: mentor.personId },
      mentorDeclinedAt: null,
      mentorDeclineReason: null,
      mentorDeclinedBy: null,
    });
    await mentor.client.run('agreeToMentor', seen(again.growthPlan));
    const agreed = { planId: plan.id, version: Number(again.growthPlan.version) + 1 };
    expect(await mentor.client.refused('declineMentoring', agreed)).toMatchObject({
      __typename: 'RuleViolation',
      code: 'MENTOR_AGREED_ALREADY',
      field: 'input.planId',
    });
    const events = await eventsOf(org, plan.id);
    expect(events.map(({ type }) => type)).toEqual([
      'GrowthPlanCreated',
      'MentorNamed',
      'MentorDeclined',
      'MentorNamed',
      'MentorAgreed',
    ]);
    expect(events[2]).toMatchObject({
      data: { personId: learner.personId, mentorId: mentor.personId, reason: 'No time before the summer.' },
    });
  });

  it('does not confirm level 3 of the person they guide; somebody who is neither does', async () => {
    const org = await app.organisation();
    const above = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER', 'MENTOR'], mentorCapacity: 2 });
    const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'], managerId: above.personId });
    const learner = await givePerson(org, { managerId: manager.personId });
    const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
    const { growthPlan } = await learner.client.run(
      'createGrowthPlan',
      { targetJobRoleVersionId: target, protectedHoursPerWeek: 8 },
      PLAN,
    );
    await learner.client.run('nameMentor', { ...seen(growthPlan), mentorId: above.personId }, PLAN);
    await above.client.run('agreeToMentor', { planId: growthPlan.id, version: 2 });
    const evidence = [{ typeKey: 'manager-observation', title: 'Led the release', occurredOn: '2026-02-01' }];
    const claim = async (level: number) =>
      (
        await manager.client.run(
          'assess',
          { personId: learner.personId, skillKey: 'ci-cd', level, evidence },
          'assessment { id }',
        )
      ).assessment.id;
    const three = { assessmentId: await claim(3), version: 1, level: 3 };
    expect(await above.client.refused('confirmAssessment', three)).toMatchObject({
      __typename: 'NotAllowed',
      code: 'REVIEWER_NOT_INDEPENDENT',
    });
    await above.client.run('confirmAssessment', { assessmentId: await claim(2), version: 1, level: 2 });
    const own = await learner.client.run(
      'proposeAssessment',
      { skillKey: 'data-pipelines', level: 3, evidence: [{ ...evidence[0], typeKey: 'merged-change' }] },
      'assessment { id }',
    );
    expect(
      (await above.client.refused('confirmAssessment', { assessmentId: own.assessment.id, version: 1, level: 3 })).code,
    ).toBe('REVIEWER_NOT_INDEPENDENT');
    expect(
      (await above.client.refused('confirmAssessment', { assessmentId: own.assessment.id, version: 1, level: 2 })).code,
    ).toBe('NOT_THE_REVIEWER');
    await manager.client.run('confirmAssessment', { assessmentId: own.assessment.id, version: 1, level: 3 });
  });
});
