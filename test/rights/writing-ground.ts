/** Why this file exists: rows of every kind that a mutation acts on, inside and outside the reach of each scope, and an actor with one grant for each. */
import type { GrantName } from '../../src/modules/grants/index.js';
import type { AccessScope } from '../../src/platform/access/index.js';
import type { Client, TestApp, TestOrganisation } from '../support/app.js';
import { claim, DAY } from '../support/claims.js';
import { giveRunningPlan } from '../support/growth.js';
import { giveRequisition, givePlan, kitOf, type Employee } from '../support/hiring.js';
import { giveDrafts } from '../support/hiring-rounds.js';
import { giveJobRole, libraryJobRole } from '../support/job-roles.js';
import { givePerson } from '../support/people.js';
import { giveProvider } from '../support/scim.js';
import type { RowKind } from './writes.js';

/** One row of each kind that stands in the same relation to an actor. */
export type Rows = Partial<Readonly<Record<RowKind, string>>>;

export interface Reach {
  readonly client: Client;
  readonly inside: Rows;
  readonly outside: Rows;
}
export type WritingGround = (grant: GrantName, scope: AccessScope) => Reach;

/** Contact data that an auditor opened and closed again. @returns the auditor, and the id of the access */
async function giveAccess(organisation: TestOrganisation, candidateId: string): Promise<readonly [Client, string]> {
  const auditor = await organisation.member(['AUDITOR']);
  const input = { candidateId, reason: 'A complaint about the answer that never came' };
  const { breakGlass } = await auditor.run('breakGlass', input, 'breakGlass { id }');
  await auditor.run('endBreakGlass', { breakGlassId: breakGlass.id });
  return [auditor, breakGlass.id as string];
}

/** What a hiring manager and an interviewer of theirs have to do with. */
async function giveHiring(
  app: TestApp,
  organisation: TestOrganisation,
  isPosted: boolean,
): Promise<{
  readonly manager: Employee;
  readonly interviewer: Employee;
  readonly auditor: Client;
  readonly rows: Rows;
}> {
  const manager = await givePerson(organisation, { grants: ['HIRING_MANAGER'] });
  const interviewer = await givePerson(organisation, { grants: ['INTERVIEWER'] });
  const requisition = await giveRequisition(organisation, { manager, isPosted });
  const { requisitionId } = requisition;
  await givePlan(requisition, [{ raters: [interviewer.personId] }]);
  const [draft] = await giveDrafts(app, requisition, interviewer, 1);
  const applicationId = draft?.applicationId ?? '';
  const query = 'query($id: ID!) { application(id: $id) { interviews { id } candidate { id } } }';
  const { application } = await manager.client.ask(query, { id: applicationId });
  const candidateId = application.candidate.id as string;
  const [auditor, access] = await giveAccess(organisation, candidateId);
  const rows = {
    requisition: requisitionId,
    'posted requisition': requisitionId,
    application: applicationId,
    interview: application.interviews[0].id as string,
    scorecard: draft?.scorecardId ?? '',
    candidate: candidateId,
    'opened access': access,
  };
  return { manager, interviewer, auditor, rows };
}

/** What an employee has: a claim, a plan that runs, and an application from inside. */
async function giveOwn(
  app: TestApp,
  organisation: TestOrganisation,
  person: Employee,
  requisitionId: string,
): Promise<Rows> {
  const { client, personId } = person;
  const { assessment } = await client.run('proposeAssessment', claim(2), 'assessment { id }');
  const planId = await giveRunningPlan(app, organisation, person, DAY);
  const query = 'query($id: ID!) { growthPlan(id: $id) { goals { id } activities { id } } }';
  const { growthPlan } = await client.ask(query, { id: planId });
  return {
    person: personId,
    assessment: assessment.id as string,
    'growth plan': planId,
    goal: growthPlan.goals[0].id as string,
    activity: growthPlan.activities[0].id as string,
    ...(await giveApplicant(person, requisitionId)),
  };
}

/** An own application on a posted requisition. */
async function giveApplicant({ client }: Employee, requisitionId: string): Promise<Rows> {
  const { application } = await client.run('applyInternally', { requisitionId }, 'application { id }');
  return { 'posted requisition': requisitionId, 'application of an employee': application.id as string };
}

/** A member who is out. */
async function giveLeaver(organisation: TestOrganisation): Promise<string> {
  const memberId = await organisation.enrol([]);
  await organisation.admin.run('deactivateMember', { memberId });
  return memberId;
}

/** A grant that waits for a second administrator. */
async function giveGrantRequest(organisation: TestOrganisation): Promise<string> {
  await organisation.enrol(['ORGANISATION_ADMIN']);
  const input = { memberId: await organisation.enrol([]), grant: 'AUDITOR' };
  const { step } = await organisation.admin.run('giveGrant', input, 'step { request { id } }');
  return step.request.id as string;
}

/** What belongs to an organisation as a whole. */
async function giveCommon(app: TestApp, organisation: TestOrganisation): Promise<Rows> {
  const { admin } = organisation;
  const { frameworkVersions } = await admin.ask('{ frameworkVersions { nodes { id state } } }');
  const published = frameworkVersions.nodes.find((one: { state: string }) => one.state === 'PUBLISHED').id as string;
  const fork = { frameworkVersionId: published, title: 'A draft' };
  const { frameworkVersion } = await admin.run('forkFramework', fork, 'frameworkVersion { id }');
  const kitId = await kitOf(admin);
  const { kit } = await admin.run('forkKit', { kitId }, 'kit { id }');
  const jobRole = await libraryJobRole(admin, 'mle-1');
  await admin.run('draftJobRoleVersion', { jobRoleId: jobRole.jobRoleId });
  const draft = await giveJobRole(organisation, { draft: true });
  const { personId } = await givePerson(organisation);
  const guest = { displayName: 'Gina Guest', email: 'guest@elsewhere.example', grants: [] };
  const { invitation } = await admin.run('invite', guest, 'invitation { id }');
  return {
    'framework version': published,
    'framework draft': frameworkVersion.id as string,
    kit: kitId,
    'kit draft': kit.id as string,
    'job role': jobRole.jobRoleId,
    'job role version': jobRole.jobRoleVersionId,
    'job role draft': draft.jobRoleVersionId,
    person: personId,
    member: await organisation.enrol(['MENTOR', 'INTERVIEWER']),
    leaver: await giveLeaver(organisation),
    'grant request': await giveGrantRequest(organisation),
    'member group': await (await giveProvider(app, organisation)).group('A group'),
    invitation: invitation.id as string,
  };
}

/** Two of everything in one organisation, and one of everything in another, which is outside of every reach. */
export async function giveWritingGround(app: TestApp): Promise<WritingGround> {
  const [organisation, elsewhere] = [await app.organisation(), await app.organisation()];
  const near = await giveHiring(app, organisation, true);
  const far = await giveHiring(app, organisation, false);
  const foreign = await giveHiring(app, elsewhere, true);
  const posted = near.rows.requisition ?? '';

  const manager = await givePerson(organisation, { grants: ['PEOPLE_MANAGER'] });
  const employee = await givePerson(organisation, { grants: ['EMPLOYEE'], managerId: manager.personId });
  const stranger = await givePerson(organisation, { grants: ['EMPLOYEE'] });
  const own = await giveOwn(app, organisation, employee, posted);
  const others = { ...(await giveOwn(app, organisation, stranger, posted)), ...far.rows };

  const administrator = await givePerson(organisation, { grants: ['ORGANISATION_ADMIN'] });
  const applicant = await givePerson(organisation, { grants: ['EMPLOYEE', 'HIRING_MANAGER'] });
  const ours = { ...near.rows, ...(await giveCommon(app, organisation)), ...(await giveApplicant(applicant, posted)) };
  await organisation.admin.run('takeGrant', { memberId: applicant.client.memberId, grant: 'EMPLOYEE' });
  const theirs = {
    ...foreign.rows,
    ...(await giveCommon(app, elsewhere)),
    ...(await giveApplicant(await givePerson(elsewhere), foreign.rows.requisition ?? '')),
  };
  const all = (client: Client): Reach => ({ client, inside: ours, outside: theirs });
  const reaches: Readonly<Record<string, Reach>> = {
    'HIRING_MANAGER REQUISITION': { client: near.manager.client, inside: near.rows, outside: far.rows },
    'INTERVIEWER OWN': { client: near.interviewer.client, inside: near.rows, outside: far.rows },
    'EMPLOYEE OWN': { client: employee.client, inside: own, outside: others },
    'PEOPLE_MANAGER TEAM': { client: manager.client, inside: own, outside: others },
    'ORGANISATION_ADMIN ALL': all(administrator.client),
    'AUDITOR ALL': all(await organisation.member(['AUDITOR'])),
    'AUDITOR OWN': { client: near.auditor, inside: near.rows, outside: foreign.rows },
    'HIRING_MANAGER ALL': all(applicant.client),
    'WORKFORCE_PLANNER ALL': all(await organisation.member(['WORKFORCE_PLANNER'])),
  };
  return (grant, scope) => {
    const reach = reaches[`${grant} ${scope}`];
    if (reach === undefined) throw new Error(`the ground has no rows for ${grant} @${scope}`);
    return reach;
  };
}
