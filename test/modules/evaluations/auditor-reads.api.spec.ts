/** Why this file exists: whoever reads evaluations as an auditor leaves one event for each operation, or is told nothing. */
import { ServiceUnavailable } from '../../../src/platform/database/index.js';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { eventsOf } from '../../support/trail.js';

let app: TestApp;
let given: hiring.GivenApplication;
beforeAll(async () => {
  app = await startTestApp();
  const requisition = await hiring.giveRequisition(await app.organisation());
  const ann = await hiring.giveInterviewer(requisition.organisation, 'Ann');
  await hiring.givePlan(requisition, [{ raters: [ann.personId] }]);
  given = await hiring.giveApplication(requisition);
  for (const interviewId of await hiring.giveInterviews(given)) await hiring.submitScorecard(ann.client, interviewId);
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const READ =
  'query($a: ID!) { one: applicationEvaluation(applicationId: $a) { scorecards { state } } two: application(id: $a) { evaluation { progress { due } } } }';
const read = (client: Client) => client.ask(READ, { a: given.applicationId });
const readings = async (client: Client) =>
  (await eventsOf(given.requisition.organisation, client.memberId ?? '')).filter((e) => e.type === 'EvaluationsRead');

describe('reading evaluations as an auditor', () => {
  it('is one event for each operation, with the applications that were read', async () => {
    const auditor = await given.requisition.organisation.member(['AUDITOR']);
    expect((await read(auditor)).one.scorecards).toEqual([{ state: 'SUBMITTED' }]);
    const event = { type: 'EvaluationsRead', data: { ids: [given.applicationId] } };
    expect(await readings(auditor)).toEqual([event]);
    await auditor.ask('{ applications { nodes { id } } }');
    expect(await readings(auditor)).toEqual([event]);
    await auditor.ask('{ applications { nodes { evaluation { scorecards { state } } } } }');
    expect(await readings(auditor)).toEqual([event, event]);
  });

  it('is told from that of the hiring manager, who leaves none', async () => {
    const { client } = given.requisition.manager;
    expect((await read(client)).one.scorecards).toHaveLength(1);
    expect(await readings(client)).toEqual([]);
  });

  it('is not answered when it cannot be recorded', async () => {
    const auditor = await given.requisition.organisation.member(['AUDITOR']);
    const original = app.database.write.bind(app.database);
    app.database.write = () => Promise.reject(new ServiceUnavailable());
    const refused = await auditor.send(READ, { a: given.applicationId });
    app.database.write = original;
    expect([refused.status, refused.data ?? null, refused.errors.map((e) => e.extensions.code)]).toEqual([
      503,
      null,
      ['SERVICE_UNAVAILABLE'],
    ]);
    expect((await read(auditor)).one.scorecards).toHaveLength(1);
  });
});
