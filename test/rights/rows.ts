/** Why this file exists: for each resource of the matrix, how a row is asked for, and which rows stand inside and outside each reach of an actor. */
import type { GrantName, Resource } from '../../src/modules/grants/index.js';
import type { AccessScope } from '../../src/platform/access/index.js';
import type { Client, TestApp, TestOrganisation } from '../support/app.js';
import * as hiring from '../support/hiring.js';
import { giveColleague, givePerson, giveTeam } from '../support/people.js';
import { giveProfile } from '../support/profiles.js';

/** Asks for one row. @returns what can be read of it; `null` or an empty list means nothing */
export type Read = (client: Client, id: string) => Promise<unknown>;

const one =
  (query: string, pick: (data: unknown) => unknown): Read =>
  async (client, id) =>
    pick((await client.send(query, { id })).data);

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
const at =
  (path: string) =>
  (data: unknown): unknown =>
    path.split('.').reduce(property, data) ?? null;

/** How a row of each resource is read through the API. Rows are named by the id of their application, person or own record. */
export const READS: Partial<Readonly<Record<Resource, Read>>> = {
  requisition: one('query($id: ID!) { requisition(id: $id) { id } }', at('requisition')),
  candidate: one('query($id: ID!) { candidate(id: $id) { displayName } }', at('candidate')),
  'candidate-contact': one(
    'query($id: ID!) { application(id: $id) { candidate { contact { email } } } }',
    at('application.candidate.contact'),
  ),
  application: one('query($id: ID!) { application(id: $id) { id } }', at('application')),
  interview: one('query($id: ID!) { application(id: $id) { interviews { id } } }', at('application.interviews.0')),
  'submitted-scorecard': one(
    'query($id: ID!) { applicationEvaluation(applicationId: $id) { scorecards { content { verdict } } } }',
    at('applicationEvaluation.scorecards.0'),
  ),
  debrief: one(
    'query($id: ID!) { applicationEvaluation(applicationId: $id) { debrief { notes } } }',
    at('applicationEvaluation.debrief'),
  ),
  decision: one(
    'query($id: ID!) { applicationEvaluation(applicationId: $id) { decision { outcome } } }',
    at('applicationEvaluation.decision'),
  ),
  assessment: one('query($id: ID!) { profile(personId: $id) { knownSkills } }', at('profile.knownSkills')),
  'self-assessment': one(
    'query($id: ID!) { profile(personId: $id) { entries { selfLevel } } }',
    at('profile.entries.0'),
  ),
  directory: one('query($id: ID!) { person(id: $id) { displayName } }', at('person')),
};

export interface Reach {
  readonly client: Client;
  /** A row within the reach, `null` where the reach has none of this kind. */
  readonly inside: string;
  /** A row of the same organisation outside the reach; `null` when the reach is all rows. */
  readonly outside: string | null;
}

/** Two requisitions run to a decision by two managers, each with its own panel and applicant, and two people with profiles. */
export interface Ground {
  readonly app: TestApp;
  readonly organisation: TestOrganisation;
  readonly runs: readonly [Run, Run];
}
interface Run {
  readonly requisition: hiring.GivenRequisition;
  readonly application: hiring.GivenApplication;
  readonly interviewer: hiring.Employee;
}

async function run(organisation: TestOrganisation, isPosted: boolean): Promise<Run> {
  const manager = await givePerson(organisation, { grants: ['HIRING_MANAGER'] });
  const requisition = await hiring.giveRequisition(organisation, { manager, isPosted });
  const interviewer = await givePerson(organisation, { grants: ['INTERVIEWER'] });
  const second = await givePerson(organisation, { grants: ['INTERVIEWER'] });
  const panel = { raters: [interviewer.personId, second.personId] };
  await hiring.givePlan(requisition, [panel, panel, panel]);
  const application = await hiring.giveApplication(requisition);
  await hiring.giveAccepted(application, [interviewer, second]);
  return { requisition, application, interviewer };
}

export async function giveGround(app: TestApp): Promise<Ground> {
  const organisation = await app.organisation();
  return { app, organisation, runs: [await run(organisation, true), await run(organisation, false)] };
}

/** The id by which a hiring row of a run is asked for. */
export function hiringRow(resource: Resource, run: Run): string {
  if (resource === 'requisition') return run.requisition.requisitionId;
  return resource === 'candidate' ? run.application.candidateId : run.application.applicationId;
}
export const isAboutPeople = (resource: Resource): boolean =>
  ['assessment', 'self-assessment', 'growth-plan', 'skills-matrix', 'directory'].includes(resource);

/** An employee with a profile, below a manager when one is named. */
async function giveEmployee(ground: Ground, managerId?: string): Promise<string> {
  const personId = await giveColleague(ground.organisation, managerId === undefined ? {} : { managerId });
  await giveProfile(ground.app, ground.organisation, personId, { 'data-pipelines': 2 });
  return personId;
}

type MakeReach = (ground: Ground, resource: Resource, grant: GrantName) => Promise<Reach | null>;

const ofRuns = (ground: Ground, resource: Resource, client: Client): Reach => ({
  client,
  inside: hiringRow(resource, ground.runs[0]),
  outside: hiringRow(resource, ground.runs[1]),
});

const team: MakeReach = async (ground, _resource, grant) => {
  const teamId = await giveTeam(ground.organisation);
  const { client, personId } = await givePerson(ground.organisation, { grants: [grant], teamId });
  return { client, inside: await giveEmployee(ground, personId), outside: await giveEmployee(ground) };
};

const own: MakeReach = async (ground, resource, grant) => {
  if (!isAboutPeople(resource)) return null;
  const { client, personId } = await givePerson(ground.organisation, { grants: [grant] });
  await giveProfile(ground.app, ground.organisation, personId, { 'data-pipelines': 2 });
  return { client, inside: personId, outside: await giveEmployee(ground) };
};

const all: MakeReach = async (ground, resource, grant) => {
  const client = await ground.organisation.member([grant]);
  const inside = isAboutPeople(resource) ? await giveEmployee(ground) : hiringRow(resource, ground.runs[0]);
  return { client, inside, outside: null };
};

/** Relations and figures that the specs of growth, matrices and candidates test by name. */
const namedElsewhere: MakeReach = () => Promise.resolve(null);

/** Contact data of one candidate, opened by an auditor; those of the other stay closed. */
const broken: MakeReach = async (ground, resource, grant) => {
  const client = await ground.organisation.member([grant]);
  const { candidateId } = ground.runs[0].application;
  await client.run('breakGlass', { candidateId, reason: 'A complaint about the answer that never came' });
  return ofRuns(ground, resource, client);
};

const REACHES: Readonly<Record<AccessScope, MakeReach>> = {
  REQUISITION: (ground, resource) =>
    Promise.resolve(ofRuns(ground, resource, ground.runs[0].requisition.manager.client)),
  ASSIGNED: (ground, resource) => Promise.resolve(ofRuns(ground, resource, ground.runs[0].interviewer.client)),
  POSTED: async (ground, resource, grant) =>
    ofRuns(ground, resource, (await givePerson(ground.organisation, { grants: [grant] })).client),
  TEAM: team,
  OWN: own,
  ALL: all,
  MASKED: all,
  BREAK_GLASS: broken,
  MENTEE: namedElsewhere,
  AGGREGATE: namedElsewhere,
  COUNTS: namedElsewhere,
};

/** An actor with this grant alone, a row inside the reach of a scope and one outside of it; `null` where rows of this kind do not exist. */
export const reachOf = (
  ground: Ground,
  resource: Resource,
  grant: GrantName,
  scope: AccessScope,
): Promise<Reach | null> => REACHES[scope](ground, resource, grant);
