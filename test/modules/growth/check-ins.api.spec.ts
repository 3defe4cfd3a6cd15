/** Why this file exists: check-ins through the API: two views written down in order, and a disagreement that stays. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { givePerson } from '../../support/people.js';
import { tickingClock } from '../../support/profiles.js';
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

describe('a check-in', () => {
  const CHECK_IN =
    'checkIn { id version isDisagreement self { level note by { displayName } } assessor { level note } agreed { level note } assessorPerson { displayName } }';

  it('is written by the person first, then the assessor, then both; the disagreement stays beside what was agreed', async () => {
    const { org, learner, manager, plan } = await drafted();
    const goalId = plan.goals[0].id;
    const { checkIn } = await learner.client.run('openCheckIn', { goalId }, CHECK_IN);
    expect(checkIn).toMatchObject({ version: 1, self: null, assessorPerson: { displayName: 'Mara Manager' } });
    const stage = (version: number, name: string, level: number | null, note: string) => ({
      checkInId: checkIn.id,
      version,
      stage: name,
      level,
      note,
    });
    expect((await manager.client.refused('recordCheckIn', stage(1, 'ASSESSOR', 2, 'early'))).code).toBe(
      'CHECK_IN_OUT_OF_ORDER',
    );
    expect((await manager.client.refused('recordCheckIn', stage(1, 'SELF', 2, 'for her'))).code).toBe(
      'CHECK_IN_STAGE_NOT_YOURS',
    );
    const first = await learner.client.run('recordCheckIn', stage(1, 'SELF', 3, 'I released twice'), CHECK_IN);
    expect(first.checkIn).toMatchObject({
      version: 2,
      self: { level: 3, by: { displayName: 'Lena Learner' } },
      isDisagreement: false,
    });
    expect((await learner.client.refused('recordCheckIn', stage(2, 'SELF', 4, 'more'))).code).toBe(
      'CHECK_IN_ALREADY_RECORDED',
    );
    expect((await learner.client.refused('recordCheckIn', stage(1, 'ASSESSOR', 4, 'stale'))).code).toBe(
      'STALE_VERSION',
    );
    await manager.client.run('recordCheckIn', stage(2, 'ASSESSOR', 2, 'With help'), CHECK_IN);
    const agreed = await manager.client.run('recordCheckIn', stage(3, 'AGREED', 2, 'One more release alone'), CHECK_IN);
    expect(agreed.checkIn).toMatchObject({
      isDisagreement: true,
      self: { level: 3 },
      assessor: { level: 2, note: 'With help' },
      agreed: { level: 2 },
    });
    const { growthPlan } = await learner.client.ask(
      'query($id: ID!) { growthPlan(id: $id) { goals { checkIns { id isDisagreement } verifiedLevel } } }',
      { id: plan.id },
    );
    expect(growthPlan.goals[0].checkIns).toEqual([{ id: checkIn.id, isDisagreement: true }]);
    const events = (await eventsOf(org, plan.id)).filter(({ type }) => type.startsWith('CheckIn'));
    expect(events.map(({ type }) => type)).toEqual([
      'CheckInOpened',
      'CheckInRecorded',
      'CheckInRecorded',
      'CheckInRecorded',
    ]);
    expect(JSON.stringify(events)).not.toContain('released twice');
  });

  it('may be with the mentor who agreed, is never with oneself or a stranger, and a stranger does not find it', async () => {
    const { org, learner, mentor, plan } = await drafted();
    const goalId = plan.goals[0].id;
    const colleague = await givePerson(org);
    expect((await learner.client.refused('openCheckIn', { goalId, assessorId: learner.personId })).code).toBe(
      'CHECK_IN_ASSESSOR_IS_PERSON',
    );
    expect((await learner.client.refused('openCheckIn', { goalId, assessorId: mentor.personId })).code).toBe(
      'CHECK_IN_ASSESSOR_NOT_NEAR',
    );
    expect((await colleague.client.refused('openCheckIn', { goalId })).code).toBe('NOT_FOUND');
    const { growthPlan } = await learner.client.run(
      'nameMentor',
      { planId: plan.id, version: 1, mentorId: mentor.personId },
      PLAN,
    );
    await mentor.client.run('agreeToMentor', { planId: plan.id, version: growthPlan.version });
    const { checkIn } = await mentor.client.run('openCheckIn', { goalId }, CHECK_IN);
    expect(checkIn.assessorPerson.displayName).toBe('Moa Mentor');
    const input = { checkInId: checkIn.id, version: 1, stage: 'SELF', note: '' };
    expect((await colleague.client.refused('recordCheckIn', input)).code).toBe('NOT_FOUND');
    const empty = await learner.client.run('recordCheckIn', input, CHECK_IN);
    expect(empty.checkIn.self).toMatchObject({ level: null, note: '' }); // no level yet is a view too
  });
});
