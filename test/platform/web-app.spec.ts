/** Why this file exists: the built web app is served under a strict policy, cached where it may be, and never in the API's way. */
import type { AddressInfo } from 'node:net';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let address: string;
beforeAll(async () => {
  app = await startTestApp();
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const page = (path: string): Promise<Response> => fetch(`${address}${path}`, { headers: { accept: 'text/html' } });

describe('the web app', () => {
  it('answers any address of a page with the app, under a policy without inline scripts', async () => {
    for (const path of ['/', '/interviews/some-id/scorecard', '/no/such/page?with=search']) {
      const answer = await page(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('gives every answer its own nonce, in the policy and in the page alike', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const answer = await page('/');
      const nonce = /'nonce-([\w-]{20,})'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(nonce).not.toBe('');
      expect(await answer.text()).toContain(`content="${nonce}"`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('serves hashed files for ever, compressed, and without the page that names them', async () => {
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await page('/')).text())?.[1] ?? '';
    const answer = await fetch(`${address}${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keeps files that are not for a browser to itself', async () => {
    for (const path of [
      '/.vite/manifest.json',
      '/.stamp',
      '/index.html',
      '/assets/',
      '/assets/../.stamp',
      '/%2e%2e/package.json',
    ]) {
      const answer = await fetch(`${address}${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('leaves the API and unknown files to their own answers', async () => {
    const unknown = await fetch(`${address}/assets/no-such-file.js`, { headers: { accept: 'text/html' } });
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).toContain('application/json');
    const api = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ me { permissions } }"}',
    });
    expect(api.headers.get('cache-control')).toBe('no-store');
    expect(await api.json()).toMatchObject({ data: { me: null }, errors: [{ message: 'Sign in first.' }] });
    const health = await page('/health/live');
    expect(health.headers.get('content-type')).toContain('application/json');
  });
});
