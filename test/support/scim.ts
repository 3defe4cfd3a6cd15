/** Why this file exists: tests speak to provisioning over real HTTP, as an identity provider does. */
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeToken, type TestToken } from './api-tokens.js';
import type { Client, TestApp, TestOrganisation } from './app.js';

const agent = new Agent({ keepAlive: true, timeout: 5_000 });
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

export function sendScim(
  app: TestApp,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<ScimAnswer> {
  const { port } = app.server.address() as AddressInfo;
  const text = body === undefined ? null : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const type = { 'content-type': 'application/scim+json', 'content-length': String(text?.length ?? 0) };
  const options = { agent, host: '127.0.0.1', port, path: `/scim/v2${path}`, method };
  return new Promise((resolve, reject) => {
    const call = request({ ...options, headers: { ...(text === null ? {} : type), ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString('utf8');
        const { statusCode: status = 0, headers: told } = response;
        resolve({ status, headers: told, body: answer === '' ? null : JSON.parse(answer) });
      });
    });
    call.on('error', reject);
    call.end(text ?? undefined);
  });
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
