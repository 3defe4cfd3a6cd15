/** Why this file exists: the session travels in one cookie that no script can read, a sign-in that has begun elsewhere in another, that somebody signed in here before in a third; who a session stands for is looked up afresh on each request. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpExchange } from './operation.js';

const SESSION = 'twinladder_session';
const SIGN_ON = 'twinladder_sign_on';
const BROWSER = 'twinladder_browser';
const BROWSER_SECONDS = 180 * 86_400;

/** In production `__Host-`: another server of the same domain can neither set nor replace such a cookie. */
const nameOf = (name: string, production: boolean): string => (production ? `__Host-${name}` : name);

/** The value of a cookie; `null` without one. */
function valueOf(request: Pick<FastifyRequest, 'headers'>, wanted: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value !== undefined && value.length <= 200) return value;
  }
  return null;
}

/** The session value of a request. */
export const cookieOf = (request: Pick<FastifyRequest, 'headers'>, production: boolean): string | null =>
  valueOf(request, nameOf(SESSION, production));
/** The value that binds a sign-in which has begun to its browser. */
export const signOnCookieOf = (request: Pick<FastifyRequest, 'headers'>, production: boolean): string | null =>
  valueOf(request, nameOf(SIGN_ON, production));

/** What tells that this browser has signed in to an account before. */
export const browserCookieOf = (request: Pick<FastifyRequest, 'headers'>, production: boolean): string | null =>
  valueOf(request, nameOf(BROWSER, production));

/** Sets and clears the cookies; in production they are `__Host-` and Secure. */
export function sessionCookie(
  reply: FastifyReply,
  production: boolean,
): Pick<HttpExchange, 'setSessionCookie' | 'clearSessionCookie' | 'setSignOnCookie' | 'setBrowserCookie'> {
  const flags = `Path=/; HttpOnly; SameSite=Lax${production ? '; Secure' : ''}`;
  const set = (name: string, value: string, maxAgeSeconds: number): void =>
    void reply.header('set-cookie', `${nameOf(name, production)}=${value}; Max-Age=${maxAgeSeconds}; ${flags}`);
  return {
    setSessionCookie: (value, maxAgeSeconds) => set(SESSION, value, maxAgeSeconds),
    clearSessionCookie: () => set(SESSION, '', 0),
    setSignOnCookie: (value, maxAgeSeconds) => set(SIGN_ON, value, maxAgeSeconds),
    setBrowserCookie: (value) => set(BROWSER, value, BROWSER_SECONDS),
  };
}
