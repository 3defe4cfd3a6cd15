/** Why this file exists: what a browser must load is counted in bytes of the built files, so that a page does not grow unseen. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './support.ts';

const dist = resolve(import.meta.dirname, '..', 'dist');
/** kB of gzip. */
const FIRST_LOAD = 230;
const PAGE = 25;
/** Dialogs, selects, forms: what pages share, all of it together. */
const LIBRARIES = 70;
/** Everything that a page without sign-in needs. */
const PUBLIC_LOAD = 180;

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
}
const manifest = (): Readonly<Record<string, Chunk>> =>
  JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;
const kilobytes = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000;

/** The chunk and all that it needs before it can run. */
function closure(chunks: Readonly<Record<string, Chunk>>, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunks[key]?.imports ?? []) closure(chunks, next, seen);
  return seen;
}
const sizeOf = (chunks: Readonly<Record<string, Chunk>>, keys: Iterable<string>): number =>
  [...keys].reduce((sum, key) => sum + kilobytes(chunks[key]?.file ?? ''), 0);

/** What is loaded before a page: the entry, and the workspace that it opens at once. */
function firstLoad(chunks: Readonly<Record<string, Chunk>>): Set<string> {
  const entry = Object.keys(chunks).find((key) => chunks[key]?.isEntry === true) ?? '';
  const workspace = Object.keys(chunks).find((key) => key.endsWith('app/workspace.tsx')) ?? '';
  return closure(chunks, workspace, closure(chunks, entry));
}

test('the first load stays within its budget', () => {
  const chunks = manifest();
  expect(sizeOf(chunks, firstLoad(chunks))).toBeLessThanOrEqual(FIRST_LOAD);
});

test('a page without sign-in loads neither the workspace nor its router', () => {
  const chunks = manifest();
  const entry = Object.keys(chunks).find((key) => chunks[key]?.isEntry === true) ?? '';
  for (const page of ['public/advert-page.tsx', 'public/status-page.tsx']) {
    const key = Object.keys(chunks).find((k) => k.endsWith(page)) ?? '';
    const app = Object.keys(chunks).find((k) => k.endsWith('public/public-app.tsx')) ?? '';
    const all = closure(chunks, key, closure(chunks, app, closure(chunks, entry)));
    expect(all.size).toBeGreaterThan(2);
    expect([...all].filter((k) => /workspace|shell|session/.test(k))).toEqual([]);
    expect(sizeOf(chunks, all)).toBeLessThanOrEqual(PUBLIC_LOAD);
  }
});

/** Our files are written-with-hyphens; a chunk of the libraries is named after a component or by the build. */
const isLibrary = (name: string | undefined): boolean =>
  /^[A-Z]|^(charts|forms)$|^notifications\.store$/.test(name ?? '');
const isChart = (name: string | undefined): boolean => /^charts$|^chart-canvas$/.test(name ?? '');

test('the code of each page stays within its budget beside the first load, the charts and the libraries', () => {
  const chunks = manifest();
  const first = firstLoad(chunks);
  const pages = Object.keys(chunks).filter((key) => /-page\.tsx$/.test(key));
  expect(pages.length).toBeGreaterThan(20);
  const own = (key: string): string[] =>
    [...closure(chunks, key)].filter((k) => !first.has(k) && !isChart(chunks[k]?.name) && !isLibrary(chunks[k]?.name));
  const heavy = pages.map((key) => ({ key, size: sizeOf(chunks, own(key)) })).filter(({ size }) => size > PAGE);
  expect(heavy).toEqual([]);
});

test('the parts of the component and form libraries that pages share stay within their budget', () => {
  const chunks = manifest();
  const first = firstLoad(chunks);
  const used = new Set(
    Object.keys(chunks).flatMap((key) => (/-page\.tsx$/.test(key) ? [...closure(chunks, key)] : [])),
  );
  const parts = [...used].filter((k) => !first.has(k) && isLibrary(chunks[k]?.name) && !isChart(chunks[k]?.name));
  expect(parts.length).toBeGreaterThan(5);
  expect(sizeOf(chunks, parts)).toBeLessThanOrEqual(LIBRARIES);
});

test('nothing is fetched from elsewhere', async ({ as, baseURL }) => {
  const page = await as('Marta');
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(elsewhere).toEqual([]);
});
