/** Why this file exists: serves the built web app: hashed files for ever, the page itself never from a cache, nothing inline that a stranger could add. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const NONCE_MARK = '__CSP_NONCE__';

/** What a page of the web app may load and do; `nonce` is for the style elements that its components write. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Addresses that are never a page of the web app. */
const NOT_PAGES = /^\/(graphql|graphiql|health|assets|scim|files|sign-in\/(start|return))(\/|$)/;

/**
 * Registers the files of a built web app, and its page for every other address that a browser asks for.
 * @param folder holds index.html and assets/ with compressed copies beside each file; without index.html nothing is registered
 */
export async function serveWebApp(app: NestFastifyApplication, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const page = readFileSync(index, 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['index.html', 'documents.json', '.vite/**', '**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const [path = '/'] = request.url.split('?', 1);
    const asksForPage = request.method === 'GET' && /text\/html/.test(request.headers.accept ?? '');
    if (!asksForPage || NOT_PAGES.test(path)) return;
    const nonce = randomBytes(16).toString('base64url');
    await reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-cache')
      .send(page.replace(NONCE_MARK, nonce));
  });
}
