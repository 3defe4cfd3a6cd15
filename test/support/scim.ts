/** Why this file exists: tests speak to provisioning over real HTTP, as an identity provider does. */
import type { IncomingHttpHeaders } from 'node:http';
import { makeToken, type TestToken } from './api-tokens.js';
import type { Client, TestApp, TestOrganisation } from './app.js';
import { exchange } from './http.js';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export interface ScimAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted field by field
  readonly body: any;
}

export interface Provider {
  readonly token: TestToken;
  /** @param body  a text is sent as it is */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ScimAnswer>;
  /** Makes a user. @returns its id */
  user(userName: string, more?: object): Promise<string>;
  /** Makes a group. @returns its id */
  group(displayName: string, members?: readonly string[]): Promise<string>;
  patch(path: string, ...operations: readonly object[]): Promise<ScimAnswer>;
}

export async function sendScim(
  app: TestApp,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<ScimAnswer> {
  const content = body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const type = content === undefined ? {} : { 'content-type': 'application/scim+json' };
  const request = { method, path: `/scim/v2${path}`, headers: { ...type, ...headers }, body: content };
  const { status, headers: told, text } = await exchange(app.server, request);
  return { status, headers: told, body: text === '' ? null : JSON.parse(text) };
}

/** An identity provider with a token of an administrator. */
export async function giveProvider(app: TestApp, org: TestOrganisation, owner: Client = org.admin): Promise<Provider> {
  const token = await makeToken(app, owner, { name: 'Identity provider', scopes: ['scim'] });
  const send: Provider['send'] = (method, path, body, headers = {}) =>
    sendScim(app, method, path, body, { authorization: `Bearer ${token.text}`, ...headers });
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await send('POST', path, body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id as string;
  };
  return {
    token,
    send,
    user: (userName, more = {}) => made('/Users', { schemas: [USER], userName, ...more }),
    group: (displayName, members = []) =>
      made('/Groups', { schemas: [GROUP], displayName, members: members.map((value) => ({ value })) }),
    patch: (path, ...operations) => send('PATCH', path, { schemas: [PATCH], Operations: operations }),
  };
}
