/** Why this file exists: the whole way from a requisition to an employee, over HTTP, as the people involved would go it. */
import { onHire, type Hire } from '../../../src/modules/evaluations/data.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';

let app: TestApp;
const hires: Hire[] = [];
beforeAll(async () => {
  app = await startTestApp();
  onHire('zz-test', (_unit, hire) => {
    hires.push(hire);
    return Promise.resolve();
  });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('an applicant from outside', () => {
  it('goes from requisition to employee, and the ratings go with them', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org, { initiativeName: 'Assay QC' });
    const [ann, ben] = [await hiring.giveInterviewer(org, 'Ann'), await hiring.giveInterviewer(org, 'Ben')];
    const panel = { raters: [ann.personId, ben.personId] };
    await hiring.givePlan(requisition, [panel, panel, panel]);
    const application = await hiring.giveApplication(requisition, { name: 'Cora' });
    await hiring.giveAccepted(application, [ann, ben]);
    const { client, personId } = requisition.manager;
    const hired = await client.run(
      'hireCandidate',
      {
        applicationId: application.applicationId,
        version: await hiring.versionOf(application),
        managerId: personId,
        startOn: '2027-01-04',
      },
      'application { stage requisition { state filled } evaluation { decision { outcome } } } person { id displayName startedOn }',
    );
    expect(hired).toMatchObject({
      application: {
        stage: 'HIRED',
        requisition: { state: 'FILLED', filled: 1 },
        evaluation: { decision: { outcome: 'ACCEPT' } },
      },
      person: { displayName: 'Cora', startedOn: '2027-01-04' },
    });
    const hire = hires.find((one) => one.applicationId === application.applicationId);
    expect(hire?.personId).toBe(hired.person.id);
    expect(hire?.ratings).toHaveLength(10); // five skills, two raters
    expect(hire?.kit?.key).toBe('kit-production');
    expect(new Set(hire?.ratings.map((rating) => rating.interviewerId))).toEqual(new Set([ann.personId, ben.personId]));
    expect(hire?.requirements.filter((one) => one.isMustHave)).toHaveLength(5);
  });
});
