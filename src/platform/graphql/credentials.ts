/** Why this file exists: who sends a request is told by the session cookie, or by an API token in the Authorization header, and never by both. */
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/index.js';
import type { Database } from '../database/index.js';
import { tokenNotValid, twoCredentials } from './errors.js';
import { cookieOf } from './session-cookie.js';

/** Finds the member behind a session value; `null` for none, ended, expired or unknown, told apart by nobody. */
export type ActorSource = (database: Database, sessionValue: string, requestId: string) => Promise<Actor | null>;
/** Finds the owner and the rights behind an API token; throws `tokenNotValid` or `tooManyTokens`. */
export type TokenSource = (
  database: Database,
  token: string,
  request: { readonly requestId: string; readonly address: string },
) => Promise<Actor>;

let ofSession: ActorSource = () => Promise.resolve(null);
let ofToken: TokenSource = () => Promise.reject(tokenNotValid());
/** Set by the grants module. */
export const setActorSource = (value: ActorSource): void => {
  ofSession = value;
};
/** Set by the grants module. */
export const setTokenSource = (value: TokenSource): void => {
  ofToken = value;
};

/** The API token of a request; `null` without one. Other schemes of the header are for whoever stands in front of the server. */
export function bearerOf(request: FastifyRequest): string | null {
  const match = /^bearer(?: +(.*))?$/i.exec(request.headers.authorization ?? '');
  return match === null ? null : (match[1] ?? '').trim();
}

/** Who is signed in by the cookie of a request that browsers send by themselves, such as a page; `null` when nobody is. */
export async function actorOfSession(
  database: Database,
  request: FastifyRequest,
  asked: { readonly requestId: string; readonly production: boolean },
): Promise<Actor | null> {
  const { requestId, production } = asked;
  const session = cookieOf(request, production);
  return session === null ? null : ofSession(database, session, requestId);
}

/** Who acts in a request; `null` when nobody is signed in. */
export async function actorOf(
  database: Database,
  request: FastifyRequest,
  { requestId, production }: { readonly requestId: string; readonly production: boolean },
): Promise<Actor | null> {
  const token = bearerOf(request);
  const session = cookieOf(request, production);
  if (token === null) return session === null ? null : ofSession(database, session, requestId);
  if (session !== null) throw twoCredentials();
  return ofToken(database, token, { requestId, address: request.ip });
}
