/** Why this file exists: tests make API tokens and speak to the API with them, as a program does. */
import type { TestApp } from './app.js';
import { clientOf, type Answer, type Client } from './clients.js';

export interface TestToken {
  readonly id: string;
  /** The whole token. */
  readonly text: string;
  /** Sends an operation with the token. */
  send(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
}

/** A day so many days from now, by the clock of the machine. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Sends operations with any text as the token. */
export const withToken =
  (app: TestApp, text: string): TestToken['send'] =>
  (query, variables = {}, headers = {}) =>
    clientOf(app.running, null, null).send(query, variables, { authorization: `Bearer ${text}`, ...headers });

/** Makes a token of a member. */
export async function makeToken(
  app: TestApp,
  owner: Client,
  wish: { readonly name?: string; readonly scopes?: readonly string[]; readonly expiresOn?: string } = {},
): Promise<TestToken> {
  const input = { name: 'A program', scopes: ['requisition:read'], expiresOn: dayFromNow(30), ...wish };
  const { apiToken, secret } = await owner.run('createApiToken', input, 'apiToken { id } secret { value }');
  return { id: apiToken.id, text: secret.value, send: withToken(app, secret.value) };
}
