/**
 * Why this file exists: most of a window's cost is its first page (a process, and the app read and compiled anew), so a
 * window that a test is done with is emptied and handed to the next test: nobody signed in, nothing stored,
 * no listeners, the usual size. A window opened with options of its own is handed to nobody.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

const USUAL = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  reducedMotion: 'reduce',
} as const;
/** What every server answers with a few bytes. */
const LIGHT = '/health/live';

const dist = resolve(import.meta.dirname, '..', 'dist');
let digests: ReadonlySet<string> | null = null;
/** Whether a server that takes known documents only would take what a page sends. */
function isKnown(body: string | null): boolean {
  digests ??= new Set(JSON.parse(readFileSync(join(dist, 'documents.json'), 'utf8')) as string[]);
  const { query } = JSON.parse(body ?? '{}') as { query?: string };
  return digests.has(
    createHash('sha256')
      .update(query ?? '')
      .digest('base64url'),
  );
}

async function forgetEverything(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
}

/** Empties a window. @returns whether it can be used again; not when its server is gone or the test closed it */
async function emptied(page: Page, baseURL: string): Promise<boolean> {
  const context = page.context();
  try {
    page.removeAllListeners();
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.setOffline(false);
    await context.clearCookies();
    await page.setViewportSize(USUAL.viewport);
    await page.emulateMedia({ colorScheme: null, media: null, forcedColors: null, reducedMotion: USUAL.reducedMotion });
    const answer = await page.goto(`${baseURL}${LIGHT}`);
    await page.evaluate(forgetEverything);
    return answer?.ok() === true;
  } catch {
    return false;
  }
}

/** Windows that wait for a test; one pool for each worker, whose servers all have the same address. */
export class WindowPool {
  readonly #waiting: Page[] = [];
  constructor(private readonly browser: Browser) {}

  async take(baseURL: string, options?: BrowserContextOptions): Promise<Page> {
    const waiting = options === undefined ? this.#waiting.pop() : undefined;
    if (waiting !== undefined) return waiting;
    const context = await this.browser.newContext({ ...USUAL, baseURL, ...options });
    return context.newPage();
  }

  async giveBack(page: Page, baseURL: string, hasOptions: boolean): Promise<void> {
    if (!hasOptions && (await emptied(page, baseURL))) this.#waiting.push(page);
    else await page.context().close();
  }
}

/** The windows that a test opened, and what they complained about. */
export class Windows {
  readonly complaints: string[] = [];
  readonly #open: { readonly page: Page; readonly hasOptions: boolean }[] = [];
  constructor(
    private readonly pool: WindowPool,
    private readonly baseURL: string,
  ) {}

  async open(options?: BrowserContextOptions): Promise<Page> {
    const page = await this.pool.take(this.baseURL, options);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql') && !isKnown(request.postData()))
        this.complaints.push(`A document that the build does not know: ${request.postData() ?? ''}`);
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.#open.push({ page, hasOptions: options !== undefined });
    return page;
  }

  async close(): Promise<void> {
    for (const { page, hasOptions } of this.#open) await this.pool.giveBack(page, this.baseURL, hasOptions);
  }
}
