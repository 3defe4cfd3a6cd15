/** Why this file exists: dissent after a decision, and hires: once per opening, of new people and of employees. */
import { startTestApp, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { givePerson, giveTeam } from '../../support/people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

interface Loop {
  readonly given: hiring.GivenApplication;
  readonly ann: hiring.Employee;
  readonly ben: hiring.Employee;
  readonly interviews: readonly string[];
}
/** An application with three sittings, both raters in each. */
async function loop(requisition?: hiring.GivenRequisition): Promise<Loop> {
  const wanted = requisition ?? (await hiring.giveRequisition(await app.organisation()));
  const { organisation } = wanted;
  const [ann, ben] = [
    await hiring.giveInterviewer(organisation, 'Ann'),
    await hiring.giveInterviewer(organisation, 'Ben'),
  ];
  const panel = { raters: [ann.personId, ben.personId] };
  await hiring.givePlan(wanted, [panel, panel, panel]);
  const given = await hiring.giveApplication(wanted);
  return { given, ann, ben, interviews: await hiring.giveInterviews(given) };
}
const submitAll = async ({ ann, ben, interviews }: Loop, level = 3): Promise<void> => {
  for (const interviewId of interviews)
    for (const rater of [ann, ben]) await hiring.submitScorecard(rater.client, interviewId, { level });
};

describe('dissent', () => {
  it('is added later by members of the panel who have submitted, and the decision stands', async () => {
    const all = await loop();
    const { given, ann } = all;
    const { applicationId } = given;
    await submitAll(all);
    expect(await ann.client.refused('addDissent', { applicationId, text: 'I am against it' })).toMatchObject({
      code: 'DECISION_MISSING',
    });
    await hiring.holdDebrief(given);
    await hiring.giveDecision(given);
    await ann.client.run('addDissent', { applicationId, text: 'I am against it' });
    expect(await ann.client.refused('addDissent', { applicationId, text: ' no ' })).toMatchObject({
      code: 'DISSENT_EMPTY',
      field: 'input.text',
    });
    expect(
      await given.requisition.manager.client.refused('addDissent', { applicationId, text: 'Me too, in a way' }),
    ).toMatchObject({ code: 'DISSENT_NOT_FROM_PANEL' });
    const stranger = await hiring.giveInterviewer(given.requisition.organisation);
    expect(await stranger.client.refused('addDissent', { applicationId, text: 'Me too, in a way' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const { applicationEvaluation } = await given.requisition.manager.client.ask(
      'query($a: ID!) { applicationEvaluation(applicationId: $a) { decision { outcome dissent { text } } } }',
      { a: applicationId },
    );
    expect(applicationEvaluation.decision).toEqual({ outcome: 'ACCEPT', dissent: [{ text: 'I am against it' }] });
  });
});

describe('a hire', () => {
  it('needs an accepted applicant and a free opening; of two at the same moment for one opening one is hired', async () => {
    const requisition = await hiring.giveRequisition(await app.organisation(), { openings: 1 });
    const { client } = requisition.manager;
    const first = await loop(requisition);
    expect(
      await client.refused('hireCandidate', {
        applicationId: first.given.applicationId,
        version: 1,
        startOn: '2027-01-04',
      }),
    ).toMatchObject({ code: 'NOT_ACCEPTED' });
    await submitAll(first);
    await hiring.holdDebrief(first.given);
    await hiring.giveDecision(first.given);
    const second = await hiring.giveApplication(requisition);
    await hiring.giveAccepted(second, [first.ann, first.ben]);
    const mutation =
      'mutation($i: HireCandidateInput!) { result: hireCandidate(input: $i) { __typename ... on Problem { code } } }';
    const answers = await Promise.all(
      [first.given, second].map(({ applicationId }) =>
        client.send(mutation, { i: { applicationId, version: 3, startOn: '2027-01-04' } }),
      ),
    );
    const results = answers.map((answer) => answer.data.result as { __typename: string; code?: string });
    expect(results.filter((result) => result.__typename === 'HireCandidateSuccess')).toHaveLength(1);
    expect(results.find((result) => result.__typename !== 'HireCandidateSuccess')).toEqual({
      __typename: 'RuleViolation',
      code: 'REQUISITION_DOES_NOT_ALLOW',
    });
    const { requisition: seen } = await client.ask('query($id: ID!) { requisition(id: $id) { state filled } }', {
      id: requisition.requisitionId,
    });
    expect(seen).toEqual({ state: 'FILLED', filled: 1 });
  });

  it('of an employee gives the same person the new job role and keeps the record readable for the new manager', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org, { isPosted: true });
    const { manager } = requisition;
    const oldBoss = await givePerson(org, { name: 'Bea Boss', grants: ['EMPLOYEE', 'AUDITOR'] });
    const applicant = await givePerson(org, { name: 'Ina Inside', managerId: oldBoss.personId });
    const given = await hiring.giveInternalApplication(requisition, applicant);
    const [ann, ben] = [await hiring.giveInterviewer(org, 'Ann'), await hiring.giveInterviewer(org, 'Ben')];
    const panel = { raters: [ann.personId, ben.personId] };
    await hiring.givePlan(requisition, [panel, panel, panel]);
    await hiring.giveAccepted(given, [ann, ben]);
    const teamId = await giveTeam(org);
    const hired = await manager.client.run(
      'hireCandidate',
      {
        applicationId: given.applicationId,
        version: await hiring.versionOf(given),
        teamId,
        managerId: manager.personId,
        startOn: '2027-01-04',
      },
      'person { id team { id } manager { displayName } jobRole: jobRoleVersion { id } } application { stage requisition { jobRoleVersion { id } } evaluation { decision { outcome } comparison { fit { floors } } } }',
    );
    expect(hired).toMatchObject({
      person: { id: applicant.personId, team: { id: teamId }, manager: { displayName: 'Hanna Manager' } },
      application: { stage: 'HIRED', evaluation: { decision: { outcome: 'ACCEPT' } } },
    });
    expect(hired.person.jobRole.id).toBe(hired.application.requisition.jobRoleVersion.id);
    const seen = await applicant.client.ask('{ myApplications { nodes { stage } } }');
    expect(seen.myApplications.nodes).toEqual([{ stage: 'HIRED' }]);
    const again = await manager.client.ask(
      'query($r: ID!) { requisition(id: $r) { pipeline { stage count } } applications { nodes { candidate { displayName } } } }',
      { r: requisition.requisitionId },
    );
    expect(again.requisition.pipeline.find((one: { stage: string }) => one.stage === 'HIRED').count).toBe(1);
    expect(again.applications.nodes).toEqual([{ candidate: { displayName: 'Ina Inside' } }]);
    // the next application of the new report is hidden from the manager, who is one now
    const next = await hiring.giveRequisition(org, { manager, isPosted: true });
    const later = await hiring.giveInternalApplication(next, applicant);
    expect(
      (await manager.client.ask('query($id: ID!) { application(id: $id) { id } }', { id: later.applicationId }))
        .application,
    ).toBeNull();
  });

  it('hides the old interview from the new employee', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const all = await loop(requisition);
    await submitAll(all);
    await hiring.holdDebrief(all.given);
    await hiring.giveDecision(all.given);
    const { applicationId } = all.given;
    const { person } = await requisition.manager.client.run(
      'hireCandidate',
      { applicationId, version: 3, startOn: '2026-11-01' },
      'person { id version }',
    );
    const member = await org.member(['EMPLOYEE', 'AUDITOR', 'HIRING_MANAGER', 'ORGANISATION_ADMIN']);
    await org.admin.run('linkPersonToMember', {
      personId: person.id,
      version: person.version,
      memberId: member.memberId,
    });
    const hired = await org.signInAgain(member);
    const seen = await hired.ask(
      'query($a: ID!) { application(id: $a) { id } applicationEvaluation(applicationId: $a) { withheld } applications { totalCount } candidates { totalCount } }',
      { a: applicationId },
    );
    expect(seen).toEqual({
      application: null,
      applicationEvaluation: null,
      applications: { totalCount: 0 },
      candidates: { totalCount: 0 },
    });
  });
});
