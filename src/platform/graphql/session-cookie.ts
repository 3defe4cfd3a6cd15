/** Why this file exists: the session travels in one cookie that no script can read; who it stands for is looked up afresh on each request. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpExchange } from './operation.js';

const NAME = 'twinladder_session';
const SECURE_NAME = '__Host-twinladder_session';

/** The session value of a request, from whichever of the two cookie names was set. */
export function cookieOf(request: FastifyRequest): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if ((name === NAME || name === SECURE_NAME) && value !== undefined && value.length <= 200) return value;
  }
  return null;
}

/** Sets and clears the cookie; in production it is `__Host-` and Secure. */
export function sessionCookie(
  reply: FastifyReply,
  production: boolean,
): Pick<HttpExchange, 'setSessionCookie' | 'clearSessionCookie'> {
  const name = production ? SECURE_NAME : NAME;
  const flags = `Path=/; HttpOnly; SameSite=Lax${production ? '; Secure' : ''}`;
  return {
    setSessionCookie: (value, maxAgeSeconds) =>
      void reply.header('set-cookie', `${name}=${value}; Max-Age=${maxAgeSeconds}; ${flags}`),
    clearSessionCookie: () => void reply.header('set-cookie', `${name}=; Max-Age=0; ${flags}`),
  };
}
