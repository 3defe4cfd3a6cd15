/** Why this file exists: stepping into the members of the demonstration, as a visitor would. */
import type { MemberId } from '../../src/platform/access/index.js';
import type { Clock } from '../../src/platform/clock/index.js';
import type { TestApp } from './app.js';
import { clientOf, type Client } from './clients.js';

/** The week in which the story was written. */
export const storyWeek: Clock = { now: () => new Date('2026-11-05T09:00:00.000Z') };

export interface OfferedMember {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly headline: string;
}

/** The members on the sign-in list. */
export async function offeredMembers(app: TestApp): Promise<OfferedMember[]> {
  const data = await app.anonymous.ask('{ demonstrationMembers { memberId displayName headline } }');
  return data.demonstrationMembers as OfferedMember[];
}

/** Signs in as the member of this name, without a password. */
export async function stepInto(app: TestApp, displayName: string): Promise<Client> {
  const member = (await offeredMembers(app)).find((one) => one.displayName === displayName);
  if (member === undefined) throw new Error(`${displayName} is not on the sign-in list`);
  const mutation = 'mutation($id: ID!) { demonstrationSignIn(memberId: $id) { __typename } }';
  const answer = await app.anonymous.send(mutation, { id: member.memberId });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return clientOf(app.running, member.memberId, cookie);
}
