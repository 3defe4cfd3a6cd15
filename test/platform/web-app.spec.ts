/** Why this file exists: the built web app is served under a strict policy, cached where it may be, and never in the API's way. */
import request, { type Test } from 'supertest';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const page = (path: string): Test => request(app.server).get(path).set('accept', 'text/html');

describe('the web app', () => {
  it('answers any address of a page with the app, under a policy without inline scripts', async () => {
    for (const path of ['/', '/interviews/some-id/scorecard', '/no/such/page?with=search']) {
      const answer = await page(path);
      const policy = answer.headers['content-security-policy'] ?? '';
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('gives every answer its own nonce, in the policy and in the page alike', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const answer = await page('/');
      const nonce = /'nonce-([\w-]{20,})'/.exec(answer.headers['content-security-policy'] ?? '')?.[1] ?? '';
      expect(nonce).not.toBe('');
      expect(answer.text).toContain(`content="${nonce}"`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('serves hashed files for ever, compressed, and without the page that names them', async () => {
    const script = /src="(\/assets\/[^"]+\.js)"/.exec((await page('/')).text)?.[1] ?? '';
    const answer = await request(app.server).get(script).set('accept-encoding', 'br');
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('keeps files that are not for a browser to itself', async () => {
    for (const path of [
      '/.vite/manifest.json',
      '/.stamp',
      '/documents.json',
      '/index.html',
      '/assets/',
      '/assets/../.stamp',
      '/%2e%2e/package.json',
    ]) {
      const answer = await request(app.server).get(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('leaves the API and unknown files to their own answers', async () => {
    const unknown = await page('/assets/no-such-file.js');
    expect(unknown.status).toBe(404);
    expect(unknown.headers['content-type']).toContain('application/json');
    const api = await request(app.server).post('/graphql').send({ query: '{ me { permissions } }' });
    expect(api.headers['cache-control']).toBe('no-store');
    expect(api.body).toMatchObject({ data: { me: null }, errors: [{ message: 'Sign in first.' }] });
    const health = await page('/health/live');
    expect(health.headers['content-type']).toContain('application/json');
  });
});
