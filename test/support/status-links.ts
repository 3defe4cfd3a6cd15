/** Why this file exists: applications with a status link, and what their applicants read and do by it. */
import type { Client, TestApp, TestOrganisation } from './app.js';
import * as hiring from './hiring.js';

const DAY_MS = 86_400_000;

/** Everything that a status page can ask for. */
export const STATUS = `requisitionTitle organisationName stage steps { stage at } answerOn withdrawnBy mayWithdraw linkExpiresAt
  requirements { skillName level isMustHave } interviews { name scheduledAt isHeld kinds skillNames }
  data { displayName headline email phone source receivedAt consentedOn keepUntil }`;
/** The success of `createStatusLink`. */
export const LINK = 'link { token expiresAt } application { id statusLink { id expiresAt } }';

/** The day so many days from now, YYYY-MM-DD in UTC. */
export const dayFromNow = (days = 0): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted field by field
export async function statusBy(app: TestApp, token: string, client: Client = app.anonymous): Promise<any> {
  const query = `query($t: String!) { applicationStatus(token: $t) { ${STATUS} } }`;
  return (await client.ask(query, { t: token })).applicationStatus;
}

export const withdraw = (app: TestApp, token: string, reason: string | null = null) =>
  app.anonymous.run('withdrawByLink', { token, reason }, `status { ${STATUS} }`);

export interface GivenLink {
  readonly organisation: TestOrganisation;
  readonly requisition: hiring.GivenRequisition;
  readonly application: hiring.GivenApplication;
  readonly applicationId: string;
  /** The hiring manager. */
  readonly client: Client;
  readonly token: string;
}

/** An application from outside with a status link. */
export async function giveLinked(app: TestApp, wish: { name?: string } = {}): Promise<GivenLink> {
  const organisation = await app.organisation();
  const requisition = await hiring.giveRequisition(organisation, { title: 'Engineer for the triage model' });
  const application = await hiring.giveApplication(requisition, wish);
  const { client } = requisition.manager;
  const { applicationId } = application;
  const { link } = await client.run('createStatusLink', { applicationId }, LINK);
  return { organisation, requisition, application, applicationId, client, token: link.token as string };
}
