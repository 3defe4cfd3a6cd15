/** Why this file exists: a change at one server is told to the windows of another that it concerns, and to nobody else. */
import { startTwoServers, type TwoServers } from '../support/two-servers.js';
import type { TestApp, TestOrganisation } from '../support/app.js';
import { asSuperuser } from '../support/database.js';
import { listen } from '../support/events.js';
import * as hiring from '../support/hiring.js';
import { giveColleague, givePerson } from '../support/people.js';

/** The specification's figure. */
const SECOND_MS = 1_000;
/** Longer than two looks: what has not come by then does not come. */
const SILENCE_MS = 800;

let servers: TwoServers;
let one: TestApp;
let org: TestOrganisation;
beforeAll(async () => {
  servers = await startTwoServers();
  ({ one, org } = servers);
});
afterEach(() => servers.leaveAll());
afterAll(() => servers.close());

const window: TwoServers['window'] = (...wish) => servers.window(...wish);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** An interview with two raters, and a colleague who is not on the panel. */
async function panel() {
  const requisition = await hiring.giveRequisition(org);
  const [ann, ben, eve] = [
    await givePerson(org, { grants: ['EMPLOYEE', 'INTERVIEWER'] }),
    await givePerson(org, { grants: ['EMPLOYEE', 'INTERVIEWER'] }),
    await givePerson(org, { grants: ['EMPLOYEE', 'INTERVIEWER'] }),
  ];
  await hiring.givePlan(requisition, [{ raters: [ann.personId, ben.personId] }]);
  const application = await hiring.giveApplication(requisition);
  return { requisition, application, ann, ben, eve };
}

describe('a window at one server', () => {
  it('hears within a second that an interview, a review or a transfer at another one gave its member something to do', async () => {
    const { application, ann, ben, eve } = await panel();
    const windows = await Promise.all([ann, ben, eve].map(({ client }) => window(client)));
    expect(windows.map(({ status, headers }) => [status, headers['content-type'], headers['cache-control']])).toEqual(
      windows.map(() => [200, 'text/event-stream; charset=utf-8', 'no-store, no-transform']),
    );
    await hiring.giveInterviews(application);
    for (const listener of windows.slice(0, 2)) {
      const ms = await listener.hears('INTERVIEWS');
      expect(ms).not.toBeNull();
      expect(ms).toBeLessThan(SECOND_MS);
    }
    const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
    const report = await givePerson(org, { managerId: manager.personId });
    const managers = await window(manager.client);
    const evidence = [{ typeKey: 'merged-change', title: 'A change', occurredOn: '2026-02-01' }];
    await report.client.run('proposeAssessment', { skillKey: 'ci-cd', level: 1, evidence });
    expect(await managers.hears('REVIEWS', SECOND_MS)).not.toBeNull();
    const successor = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
    const successors = await window(successor.client);
    await org.admin.run('updatePerson', { personId: report.personId, version: 1, managerId: successor.personId });
    expect(await successors.hears('REVIEWS', SECOND_MS)).not.toBeNull();
    await pause(SILENCE_MS);
    expect(windows.map(({ told }) => told)).toEqual([['INTERVIEWS'], ['INTERVIEWS'], []]);
  });

  it('hears nothing, at no moment, of a scorecard that somebody else saves or submits; the author does', async () => {
    const { application, requisition, ann, ben, eve } = await panel();
    const [interviewId = ''] = await hiring.giveInterviews(application);
    const [annWindow, ...others] = await Promise.all(
      [ann.client, ben.client, eve.client, requisition.manager.client, org.admin].map((client) => window(client)),
    );
    await hiring.submitScorecard(ann.client, interviewId);
    expect(await annWindow?.hears('INTERVIEWS', SECOND_MS)).not.toBeNull();
    await pause(SILENCE_MS);
    expect(others.map(({ told }) => told)).toEqual([[], [], [], []]);
    expect(others.map((listener) => listener.text())).toEqual(others.map(() => ':\n\n'));
  });

  it('hears nothing of an interview whose candidate somebody is close to, nor of one whose own scorecard is submitted', async () => {
    const { application, requisition, ann, ben } = await panel();
    const [interviewId = ''] = await hiring.giveInterviews(application);
    await ann.client.run('declareRelation', { candidateId: application.candidateId, kind: 'FAMILY' });
    await hiring.submitScorecard(ben.client, interviewId);
    const windows = await Promise.all([ann, ben].map(({ client }) => window(client)));
    const scheduledAt = new Date(Date.now() + 86_400_000).toISOString();
    const { version } = (await requisition.manager.client.ask(`{ interview(id: "${interviewId}") { version } }`))
      .interview;
    await requisition.manager.client.run('updateInterview', { interviewId, version, scheduledAt });
    await pause(SILENCE_MS);
    expect(windows.map(({ told }) => told)).toEqual([[], []]);
  });

  it('is told kinds and nothing else, and nobody of another organisation anything', async () => {
    const other = await one.organisation();
    const strangers = await window(other.admin);
    const { application, ann } = await panel();
    const listener = await window(ann.client);
    await hiring.giveInterviews(application);
    await listener.hears('INTERVIEWS');
    expect(listener.text()).toMatch(/^(?::\n\n|event: notice\ndata: (?:INTERVIEWS|REVIEWS|ALL)\n\n)+$/);
    expect(strangers.told).toEqual([]);
    const kept = await asSuperuser(
      one.databaseName,
      async (db) => (await db.query('select subject, kind from notice')).rows,
    );
    for (const row of kept)
      expect(Object.values(row).join(' ')).toMatch(/^(member|person|organisation):[0-9a-f-]{36} [A-Z]+$/);
  });

  it('that comes back is told what it missed, and to ask for everything when it was away for long', async () => {
    const { application, ann, eve } = await panel();
    await hiring.giveInterviews(application);
    const back = await Promise.all(
      [
        [ann, '?missed=3000'],
        [eve, '?missed=3000'],
        [ann, '?missed=90000'],
        [ann, ''],
        [ann, '?missed=-1'],
      ].map(([who, query]) => listen(servers.two, (who as typeof ann).client, {}, query as string)),
    );
    expect(await back[0]?.hears('INTERVIEWS', SECOND_MS)).not.toBeNull();
    expect(await back[2]?.hears('ALL', SECOND_MS)).not.toBeNull();
    await pause(SILENCE_MS);
    expect(back.map(({ told }) => told)).toEqual([['INTERVIEWS'], [], ['ALL'], [], []]);
    for (const listener of back) listener.leave();
  });

  it('hears of what was committed late, in whatever order the changes end', async () => {
    const { application, ann } = await panel();
    const listener = await window(ann.client);
    const tell = (db: { query: (sql: string) => Promise<unknown> }) =>
      db.query(
        `insert into notice values (gen_random_uuid(), 'person:${ann.personId}', 'REVIEWS', pg_current_xact_id()::text::bigint, clock_timestamp())`,
      );
    await asSuperuser(one.databaseName, async (db) => {
      await db.query('begin');
      await tell(db); // holds an early number of a transaction, and ends after a later one
      await hiring.giveInterviews(application);
      expect(await listener.hears('INTERVIEWS', SECOND_MS)).not.toBeNull();
      expect(listener.told).not.toContain('REVIEWS');
      await db.query('commit');
    });
    expect(await listener.hears('REVIEWS', SECOND_MS)).not.toBeNull();
    await asSuperuser(one.databaseName, async (db) => {
      await db.query('begin');
      await tell(db);
      await db.query('rollback');
    });
    await pause(SILENCE_MS);
    expect(listener.told.filter((kind) => kind === 'REVIEWS')).toHaveLength(1);
  });
});

it('after a moment without the database everybody is told to ask anew, and hears what follows', async () => {
  const { application, ann } = await panel();
  const listener = await window(ann.client);
  servers.wire.cut();
  await hiring.giveInterviews(application); // at the other server, which the cut does not touch
  await pause(SILENCE_MS);
  expect([listener.isOpen(), listener.told]).toEqual([true, []]);
  expect((await window(ann.client)).status).toBe(503);
  servers.wire.restore();
  expect(await listener.hears('ALL', 5_000)).not.toBeNull();
  const [interviewId = ''] = await hiring.giveInterviews((await panel()).application).catch(() => ['']);
  expect(interviewId).not.toBe('');
  const colleague = await giveColleague(org, { managerId: ann.personId });
  await org.admin.run('updatePerson', { personId: colleague, version: 1, managerId: null });
  expect(await listener.hears('REVIEWS', SECOND_MS)).not.toBeNull();
});
