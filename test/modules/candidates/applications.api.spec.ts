/** Why this file exists: candidates and applications through the API: contact data, stages, internal applicants and conflicts of interest. */
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { givePerson } from '../../support/people.js';
import { sameStatements } from '../../support/statements.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const candidateOf = async (client: Client, id: string) =>
  (
    await client.ask(
      'query($id: ID!) { candidate(id: $id) { displayName headline source isInternal createdAt contact { email phone } } }',
      { id },
    )
  ).candidate;
const applicationOf = async (client: Client, id: string) =>
  (
    await client.ask(
      'query($id: ID!) { application(id: $id) { id stage version candidate { displayName } withdrawnBy withdrawReason history { fromStage toStage note } } }',
      { id },
    )
  ).application;
const listed = async (client: Client, args = '') =>
  (await client.ask(`{ applications${args} { nodes { id } totalCount } }`)).applications;

describe('a candidate', () => {
  it('is seen whole by the hiring manager of an application, by name only by administrators and auditors, and by no other manager', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const { candidateId } = await hiring.giveApplication(requisition, { name: 'Cora Candidate' });
    const seen = await candidateOf(requisition.manager.client, candidateId);
    expect(seen).toMatchObject({
      displayName: 'Cora Candidate',
      headline: 'Engineer',
      source: 'DIRECT',
      isInternal: false,
      contact: { phone: '+49 1' },
    });
    expect(seen.contact.email).toMatch(/@outside\.example$/);
    const masked = {
      displayName: 'Cora Candidate',
      headline: null,
      source: null,
      isInternal: null,
      createdAt: null,
      contact: null,
    };
    expect(await candidateOf(org.admin, candidateId)).toEqual(masked);
    expect(await candidateOf(await org.member(['AUDITOR']), candidateId)).toEqual(masked);
    expect(await candidateOf((await hiring.giveManager(org, 'Otto Other')).client, candidateId)).toBeNull();
    const employee = await givePerson(org);
    const answer = await employee.client.send('query($id: ID!) { candidate(id: $id) { displayName } }', {
      id: candidateId,
    });
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is seen by whoever entered it before there is an application, and is found by part of the name', async () => {
    const org = await app.organisation();
    const manager = await hiring.giveManager(org);
    const other = await hiring.giveManager(org, 'Otto Other');
    const input = { displayName: ' Dora_D ', source: 'SOURCED', email: 'DORA@Outside.example' };
    const { candidate } = await manager.client.run(
      'addCandidate',
      input,
      'candidate { id displayName contact { email } }',
    );
    expect(candidate).toMatchObject({ displayName: 'Dora_D', contact: { email: 'dora@outside.example' } });
    const find = async (client: Client, text: string) =>
      (await client.ask('query($t: String) { candidates(text: $t) { nodes { displayName } } }', { t: text })).candidates
        .nodes;
    expect(await find(manager.client, 'a_d')).toEqual([{ displayName: 'Dora_D' }]);
    expect(await find(manager.client, 'o%a')).toEqual([]);
    expect(await find(other.client, 'Dora')).toEqual([]);
    expect(await candidateOf(other.client, candidate.id)).toBeNull();
  });

  it('is entered without contact data in the audit trail', async () => {
    const org = await app.organisation();
    const { candidateId } = await hiring.giveApplication(await hiring.giveRequisition(org), { name: 'Cora Candidate' });
    const auditor = await org.member(['AUDITOR']);
    const { auditEvents } = await auditor.ask('{ auditEvents(first: 100) { nodes { type entityId data } } }');
    expect(
      auditEvents.nodes
        .filter((event: { entityId: string }) => event.entityId === candidateId)
        .map((event: { type: string }) => event.type),
    ).toEqual(['CandidateAdded']);
    expect(JSON.stringify(auditEvents)).not.toMatch(/outside\.example|\+49|Cora/);
  });

  it('is refused without a linked employee, a real address, a name, or an existing referrer', async () => {
    const org = await app.organisation();
    const manager = await hiring.giveManager(org);
    const unlinked = await org.member(['HIRING_MANAGER']);
    const input = { displayName: 'Dora', source: 'DIRECT' };
    expect(await unlinked.refused('addCandidate', input)).toMatchObject({
      __typename: 'NotAllowed',
      code: 'NOT_AN_EMPLOYEE',
    });
    expect(
      await manager.client.refused('addCandidate', { ...input, referrerId: '01990000-0000-7000-8000-000000000000' }),
    ).toMatchObject({ code: 'REFERENCE_NOT_FOUND', field: 'input.referrerId' });
    for (const wrong of [{ displayName: '   ' }, { email: 'nobody' }]) {
      const answer = await manager.client.send(
        'mutation($i: AddCandidateInput!) { addCandidate(input: $i) { __typename } }',
        { i: { ...input, ...wrong } },
      );
      expect(answer.errors[0]?.extensions.code).toBe('BAD_INPUT');
    }
  });
});

describe('an application', () => {
  it('goes forward by hand, keeps its way, and never back', async () => {
    const org = await app.organisation();
    const application = await hiring.giveApplication(await hiring.giveRequisition(org));
    const { client } = application.requisition.manager;
    const { applicationId } = application;
    await client.run('moveApplication', { applicationId, version: 1, stage: 'INTERVIEWING', note: 'Strong record' });
    expect(await client.refused('moveApplication', { applicationId, version: 1, stage: 'DEBRIEF' })).toMatchObject({
      code: 'STALE_VERSION',
    });
    expect(await client.refused('moveApplication', { applicationId, version: 2, stage: 'SCREEN' })).toMatchObject({
      code: 'APPLICATION_STEP_NOT_ALLOWED',
    });
    expect(await applicationOf(client, applicationId)).toMatchObject({
      stage: 'INTERVIEWING',
      version: 2,
      history: [
        { fromStage: null, toStage: 'APPLIED' },
        { fromStage: 'APPLIED', toStage: 'INTERVIEWING', note: 'Strong record' },
      ],
    });
    expect(
      await (
        await hiring.giveManager(org, 'Otto')
      ).client.refused('moveApplication', { applicationId, version: 2, stage: 'DEBRIEF' }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is there once per candidate and requisition, and only while the requisition is open', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const { client } = requisition.manager;
    const { requisitionId } = requisition;
    const { candidateId } = await hiring.giveApplication(requisition);
    expect(await client.refused('apply', { requisitionId, candidateId })).toMatchObject({
      __typename: 'AlreadyExists',
      code: 'APPLIED_ALREADY',
    });
    const draft = await hiring.giveRequisition(org, { manager: requisition.manager, draft: true });
    expect(await client.refused('apply', { requisitionId: draft.requisitionId, candidateId })).toMatchObject({
      code: 'REQUISITION_DOES_NOT_ALLOW',
    });
    await client.run('holdRequisition', { requisitionId, version: 2 });
    const { applications } = await client.ask('{ applications { nodes { id version } } }');
    expect(
      await client.refused('moveApplication', {
        applicationId: applications.nodes[0].id,
        version: 1,
        stage: 'INTERVIEWING',
      }),
    ).toMatchObject({ code: 'REQUISITION_DOES_NOT_ALLOW' });
  });

  it('is withdrawn by the hiring team with a reason only, and then stays as it is', async () => {
    const org = await app.organisation();
    const application = await hiring.giveApplication(await hiring.giveRequisition(org));
    const { client } = application.requisition.manager;
    const input = { applicationId: application.applicationId, version: 1 };
    expect(
      await client.refused('withdrawApplication', { ...input, isByCandidate: false, reason: ' no ' }),
    ).toMatchObject({ code: 'WITHDRAWAL_REASON_MISSING', field: 'input.reason' });
    await client.run('withdrawApplication', { ...input, isByCandidate: true });
    expect(await applicationOf(client, application.applicationId)).toMatchObject({
      stage: 'WITHDRAWN',
      withdrawnBy: 'CANDIDATE',
      withdrawReason: null,
    });
    expect(await client.refused('moveApplication', { ...input, version: 2, stage: 'SCREEN' })).toMatchObject({
      code: 'APPLICATION_ENDED',
    });
  });

  it('costs the same statements for two and for twenty', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const grow = async (n: number) => {
      for (let i = 0; i < n; i++) await hiring.giveApplication(requisition);
    };
    await grow(2);
    const { client } = requisition.manager;
    const query =
      '{ applications { nodes { stage candidate { displayName contact { email } } requisition { title } history { toStage } interviews { id } } totalCount } }';
    await sameStatements(app, 'applications', client, query, () => grow(9));
    await sameStatements(
      app,
      'candidates',
      client,
      '{ candidates { nodes { displayName contact { email } } totalCount } }',
      () => grow(9),
    );
  });

  it('is listed by stage and requisition, page by page, in the order of receipt', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const { client } = requisition.manager;
    const given = [
      await hiring.giveApplication(requisition),
      await hiring.giveApplication(requisition),
      await hiring.giveApplication(requisition),
    ];
    await client.run('moveApplication', { applicationId: given[1]?.applicationId, version: 1, stage: 'SCREEN' });
    expect(await listed(client, '(stage: SCREEN)')).toEqual({
      nodes: [{ id: given[1]?.applicationId }],
      totalCount: 1,
    });
    const first = await client.ask(
      'query($r: ID) { applications(requisitionId: $r, first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      { r: requisition.requisitionId },
    );
    expect(first.applications.pageInfo.hasNextPage).toBe(true);
    const rest = await client.ask(
      'query($r: ID, $a: String) { applications(requisitionId: $r, first: 2, after: $a) { nodes { id } } }',
      { r: requisition.requisitionId, a: first.applications.pageInfo.endCursor },
    );
    expect([...first.applications.nodes, ...rest.applications.nodes].map((one: { id: string }) => one.id)).toEqual(
      given.map((one) => one.applicationId),
    );
  });
});
