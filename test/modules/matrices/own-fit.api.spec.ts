/** Why this file exists: the fit to the job role held hangs on the person, for those who may see the profile. */
import type { PersonId } from '../../../src/platform/access/index.js';
import { giveColleague, givePerson } from '../../support/people.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { fitQuery, giveProfile, jobRoleByKey, levelsOf, tickingClock } from '../../support/profiles.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('the fit of a person to their own job role', () => {
  const MINE =
    'query { myPerson { directReports { id displayName fit { jobRoleKey mustHaveTotal mustHaveMet } } } people { nodes { id fit { mustHaveMet } } } }';
  it('hangs on the person, equals the fit asked for by id, and costs the same statements for two people and for twelve', async () => {
    const org = await app.organisation();
    const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
    const jobRole = await jobRoleByKey(app, org, 'mle-2');
    const report = (name: string) =>
      giveColleague(org, { name, managerId: manager.personId, jobRoleVersionId: jobRole.record.id });
    const ana = await report('Ana');
    await giveColleague(org, { name: 'Without a job role', managerId: manager.personId });
    const reviewerId = await giveColleague(org);
    await giveProfile(app, org, ana, levelsOf(jobRole), { reviewerId });
    const ask = () => app.statements(() => manager.client.ask(MINE));
    await ask();
    const few = await ask();
    const [first, second] = few.value.myPerson.directReports;
    const asked = await manager.client.ask(fitQuery(), { p: ana, j: jobRole.record.id });
    expect(first.fit).toEqual({
      jobRoleKey: 'mle-2',
      mustHaveTotal: asked.fit.mustHaveTotal,
      mustHaveMet: asked.fit.mustHaveMet,
    });
    expect(first.fit.mustHaveTotal).toBeGreaterThan(0);
    expect(second.fit).toBeNull();
    for (let i = 0; i < 10; i++) await report(`Bo ${i}`);
    const many = await ask();
    expect(many.value.myPerson.directReports).toHaveLength(12);
    expect(many.statements.length).toBe(few.statements.length);
  });

  it('is absent for people whose profile the reader may not see', async () => {
    const org = await app.organisation();
    const jobRoleVersionId = (await jobRoleByKey(app, org, 'mle-2')).record.id;
    const stranger = await giveColleague(org, { jobRoleVersionId });
    const own = await givePerson(org, { jobRoleVersionId });
    const { people } = await own.client.ask('{ people { nodes { id fit { mustHaveTotal } } } }');
    const fitOf = (id: PersonId) => people.nodes.find((p: { id: string }) => p.id === id).fit;
    expect(fitOf(stranger)).toBeNull();
    expect(fitOf(own.personId)).not.toBeNull();
    const { people: forAdmin } = await org.admin.ask('{ people { nodes { id fit { mustHaveTotal } } } }');
    for (const { fit } of forAdmin.nodes) expect(fit).toBeNull();
  });
});
