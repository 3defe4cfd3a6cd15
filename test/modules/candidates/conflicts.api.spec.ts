/** Why this file exists: internal applicants and conflicts of interest through the API: who is told nothing, on every path. */
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
const pipeline = async (client: Client, id: string): Promise<number> =>
  (
    await client.ask('query($id: ID!) { requisition(id: $id) { pipeline { count } } }', { id })
  ).requisition.pipeline.reduce((sum: number, one: { count: number }) => sum + one.count, 0);

describe('an internal applicant', () => {
  it('sees the stage of the own application and may withdraw it; colleagues and their manager learn nothing of it', async () => {
    const org = await app.organisation();
    const boss = await givePerson(org, {
      name: 'Bea Boss',
      grants: ['EMPLOYEE', 'PEOPLE_MANAGER', 'AUDITOR', 'ORGANISATION_ADMIN', 'WORKFORCE_PLANNER'],
    });
    const applicant = await givePerson(org, { name: 'Ina Inside', managerId: boss.personId });
    const colleague = await givePerson(org);
    const requisition = await hiring.giveRequisition(org, { isPosted: true, title: 'Next step' });
    const { applicationId, candidateId } = await hiring.giveInternalApplication(requisition, applicant);
    const mine = async (client: Client) =>
      (await client.ask('{ myApplications { nodes { id title stage } } }')).myApplications.nodes;
    expect(await mine(applicant.client)).toEqual([{ id: applicationId, title: 'Next step', stage: 'APPLIED' }]);
    expect(await mine(colleague.client)).toEqual([]);
    expect(await applicationOf(applicant.client, applicationId)).toBeNull();
    expect(await listed(applicant.client)).toEqual({ nodes: [], totalCount: 0 });

    expect(await applicationOf(boss.client, applicationId)).toBeNull();
    expect(await candidateOf(boss.client, candidateId)).toBeNull();
    expect(await listed(boss.client)).toEqual({ nodes: [], totalCount: 0 });
    expect((await boss.client.ask('{ candidates { totalCount } }')).candidates.totalCount).toBe(0);
    expect(await pipeline(boss.client, requisition.requisitionId)).toBe(0);
    expect(await pipeline(requisition.manager.client, requisition.requisitionId)).toBe(1);
    expect(await candidateOf(requisition.manager.client, candidateId)).toMatchObject({
      displayName: 'Ina Inside',
      isInternal: true,
      source: 'INTERNAL',
    });

    expect(await applicant.client.refused('withdrawMyApplication', { applicationId, version: 9 })).toMatchObject({
      code: 'STALE_VERSION',
    });
    expect(await colleague.client.refused('withdrawMyApplication', { applicationId, version: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await applicant.client.run('withdrawMyApplication', { applicationId, version: 1 }, 'application { stage }');
    expect(await applicationOf(requisition.manager.client, applicationId)).toMatchObject({
      stage: 'WITHDRAWN',
      withdrawnBy: 'CANDIDATE',
    });
  });

  it('applies once, on what is posted, as an employee', async () => {
    const org = await app.organisation();
    const applicant = await givePerson(org);
    const hidden = await hiring.giveRequisition(org);
    expect(await applicant.client.refused('applyInternally', { requisitionId: hidden.requisitionId })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const posted = await hiring.giveRequisition(org, { isPosted: true });
    const another = await hiring.giveRequisition(org, { isPosted: true });
    await hiring.giveInternalApplication(posted, applicant);
    expect(await applicant.client.refused('applyInternally', { requisitionId: posted.requisitionId })).toMatchObject({
      code: 'APPLIED_ALREADY',
    });
    await hiring.giveInternalApplication(another, applicant);
    const unlinked = await org.member(['EMPLOYEE']);
    expect(await unlinked.refused('applyInternally', { requisitionId: posted.requisitionId })).toMatchObject({
      code: 'NOT_AN_EMPLOYEE',
    });
  });

  it('lists own applications with the same statements for two and for twenty', async () => {
    const org = await app.organisation();
    const manager = await hiring.giveManager(org);
    const applicant = await givePerson(org);
    const grow = async (n: number) => {
      for (let i = 0; i < n; i++) {
        const requisition = await hiring.giveRequisition(org, { manager, isPosted: true });
        await applicant.client.run('applyInternally', { requisitionId: requisition.requisitionId });
      }
    };
    await grow(2);
    const query = '{ myApplications { nodes { title stage } totalCount } }';
    await sameStatements(app, 'myApplications', applicant.client, query, () => grow(18));
  });

  it('who applies on the own requisition does not see the application as its hiring manager', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org, { isPosted: true });
    const { manager } = requisition;
    const { applicationId } = await hiring.giveInternalApplication(requisition, manager);
    expect(await applicationOf(manager.client, applicationId)).toBeNull();
    expect(await pipeline(manager.client, requisition.requisitionId)).toBe(0);
    expect(
      await manager.client.refused('moveApplication', { applicationId, version: 1, stage: 'DEBRIEF' }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    const { version } = (
      await manager.client.ask('query($id: ID!) { requisition(id: $id) { version } }', {
        id: requisition.requisitionId,
      })
    ).requisition;
    await manager.client.run('closeRequisition', { requisitionId: requisition.requisitionId, version }); // a question for a reason would tell that there is an application
  });
});

describe('a conflict of interest', () => {
  it('hides the application from the hiring manager whose report or manager applies, and follows the reporting line as it is now', async () => {
    const org = await app.organisation();
    const manager = await hiring.giveManager(org);
    const applicant = await givePerson(org, { name: 'Ina Inside', managerId: manager.personId });
    const requisition = await hiring.giveRequisition(org, { manager, isPosted: true });
    const { applicationId } = await hiring.giveInternalApplication(requisition, applicant);
    expect(await applicationOf(manager.client, applicationId)).toBeNull();
    const change = async (personId: string, managerId: string | null) => {
      const { person } = await org.admin.ask('query($id: ID!) { person(id: $id) { version } }', { id: personId });
      await org.admin.run('updatePerson', { personId, version: person.version, managerId });
    };
    await change(applicant.personId, null);
    expect(await applicationOf(manager.client, applicationId)).toMatchObject({
      candidate: { displayName: 'Ina Inside' },
    });
    await change(manager.personId, applicant.personId);
    expect(await applicationOf(manager.client, applicationId)).toBeNull();
  });

  it('is declared by anybody for themselves and by the hiring manager for others, and cannot be taken back', async () => {
    const org = await app.organisation();
    const application = await hiring.giveApplication(await hiring.giveRequisition(org));
    const { manager } = application.requisition;
    const { candidateId, applicationId } = application;
    const friend = await hiring.giveInterviewer(org, 'Finn Friend');
    expect(await friend.client.refused('declareRelation', { candidateId, kind: 'FRIEND' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await manager.client.run(
      'declareRelation',
      { candidateId, kind: 'FAMILY', personId: friend.personId },
      'candidateId',
    );
    expect(
      await manager.client.refused('declareRelation', { candidateId, kind: 'FRIEND', personId: friend.personId }),
    ).toMatchObject({ code: 'ALREADY_EXISTS' });
    const auditor = await givePerson(org, { grants: ['AUDITOR'] });
    expect(
      await auditor.client.refused('declareRelation', { candidateId, kind: 'FRIEND', personId: friend.personId }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    await auditor.client.run('declareRelation', { candidateId, kind: 'PARTNER' });
    expect(await applicationOf(auditor.client, applicationId)).toBeNull();
    const { conflictsOfInterest } = await manager.client.ask(
      'query($id: ID!) { conflictsOfInterest(applicationId: $id) { person { displayName } kinds words } }',
      { id: applicationId },
    );
    expect(conflictsOfInterest).toHaveLength(2);
    expect(
      conflictsOfInterest.find((one: { person: { displayName: string } }) => one.person.displayName === 'Finn Friend'),
    ).toMatchObject({ kinds: ['DECLARED_RELATION'] });
    await manager.client.run('declareRelation', { candidateId, kind: 'FRIEND' });
    expect(await applicationOf(manager.client, applicationId)).toBeNull();
    const gone = await manager.client.ask('query($id: ID!) { conflictsOfInterest(applicationId: $id) { kinds } }', {
      id: applicationId,
    });
    expect(gone.conflictsOfInterest).toBeNull();
  });

  it('declared between two employees works both ways', async () => {
    const org = await app.organisation();
    const [first, second] = [await hiring.giveManager(org, 'First'), await hiring.giveManager(org, 'Second')];
    const ofFirst = await hiring.giveRequisition(org, { manager: first, isPosted: true });
    const ofSecond = await hiring.giveRequisition(org, { manager: second, isPosted: true });
    const { candidateId } = await hiring.giveInternalApplication(ofFirst, second);
    await first.client.run('declareRelation', { candidateId, kind: 'PARTNER' }); // First is close to Second
    const { applicationId } = await hiring.giveInternalApplication(ofSecond, first);
    expect(await applicationOf(second.client, applicationId)).toBeNull();
    expect(await pipeline(second.client, ofSecond.requisitionId)).toBe(0);
    expect(await applicationOf(await org.member(['AUDITOR']), applicationId)).not.toBeNull();
  });

  it('bars the referrer, who cannot enter the candidate either', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const referrer = await givePerson(org, { name: 'Rita Referrer', grants: ['EMPLOYEE', 'AUDITOR'] });
    const own = { displayName: 'Cora', source: 'REFERRAL', referrerId: requisition.manager.personId };
    expect(await requisition.manager.client.refused('addCandidate', own)).toMatchObject({
      __typename: 'NotAllowed',
      code: 'CONFLICT_OF_INTEREST',
    });
    const { applicationId } = await hiring.giveApplication(requisition, { referrerId: referrer.personId });
    expect(await applicationOf(referrer.client, applicationId)).toBeNull();
    const { conflictsOfInterest } = await requisition.manager.client.ask(
      'query($id: ID!) { conflictsOfInterest(applicationId: $id) { kinds words } }',
      { id: applicationId },
    );
    expect(conflictsOfInterest).toEqual([{ kinds: ['REFERRER'], words: 'This person referred the applicant.' }]);
  });

  it('stays with the person when the person signs in through another account', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org, { isPosted: true });
    const applicant = await givePerson(org, { name: 'Ina Inside' });
    const { applicationId } = await hiring.giveInternalApplication(requisition, applicant);
    const second = await org.member(['EMPLOYEE', 'AUDITOR', 'HIRING_MANAGER', 'ORGANISATION_ADMIN']);
    const { person } = await org.admin.ask('query($id: ID!) { person(id: $id) { version } }', {
      id: applicant.personId,
    });
    await org.admin.run('linkPersonToMember', {
      personId: applicant.personId,
      version: person.version,
      memberId: second.memberId,
    });
    const again = await org.signInAgain(second);
    expect(await applicationOf(again, applicationId)).toBeNull();
    expect(await listed(again)).toEqual({ nodes: [], totalCount: 0 });
    expect((await again.ask('{ myApplications { nodes { id } } }')).myApplications.nodes).toEqual([
      { id: applicationId },
    ]);
  });
});
