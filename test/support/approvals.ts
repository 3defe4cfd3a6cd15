/** Why this file exists: changes to grants that wait for a second administrator, asked for through the API. */
import type { Client } from './app.js';

export const STEP = 'step { request { id state } } member { id grants }';
/** Asks for a change that must wait. @returns the id of the request */
export async function askForGrant(client: Client, mutation: 'giveGrant' | 'takeGrant', input: object): Promise<string> {
  const { step } = await client.run(mutation, input, STEP);
  expect(step.request).toMatchObject({ state: 'WAITING' });
  return step.request.id as string;
}

/** Grants of a member, as an administrator reads them. */
export const grantsHeld = async (admin: Client, memberId: string | null): Promise<readonly string[]> =>
  (await admin.ask('query($id: ID!) { memberRights(memberId: $id) { grants } }', { id: memberId })).memberRights.grants;

export const ALL_REQUESTS = `{ grantRequests { totalCount nodes { id kind grant groupName expiresAt state declineReason member { id } requestedBy { id } closedBy { id } } } }`;
export const requestsFor = async (client: Client) => (await client.ask(ALL_REQUESTS)).grantRequests.nodes;
