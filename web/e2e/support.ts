/**
 * Why this file exists: what every browser test starts from.
 *
 *   import { expect, test, expectAccessible } from './support.ts';
 *   test('a researcher plans the bridge', async ({ as, server }) => {
 *     const page = await as('Lucía');                     // signed in; a window of its own
 *     await page.goto('/growth');
 *     await expectAccessible(page);                       // axe, light and dark, of what is on the screen now
 *   });
 *
 * A test fails when a page writes an error to the console, breaks, sends a document that the build does not know, or is stopped by the content security policy; `test.use({ tolerated: /.../ })`
 * names what a test provokes on purpose (like being offline). Tests of one file run one after the other on the same data, with a server and a database of their own.
 */
import axe from 'axe-core';
import {
  test as base,
  expect,
  type APIRequestContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';
import { ServerOfFile, type ProductServer } from './server.ts';
import { ask, stepInto } from './session.ts';
import { WindowPool, Windows } from './window-pool.ts';

interface TestFixtures {
  /** The data folder that the server of the file starts from: the demonstration. */
  readonly template: string;
  readonly server: ProductServer;
  /** Opens a window signed in as a person of the demonstration organisation, named by a part of the name. */
  readonly as: (person: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Opens a window in which nobody is signed in. */
  readonly stranger: (options?: BrowserContextOptions) => Promise<Page>;
  /** Sends a GraphQL operation as a person, for what a test needs and a page does not do. */
  readonly api: (person: string) => Promise<(query: string, variables?: object) => Promise<Record<string, never>>>;
  /** Console messages that the test provokes. */
  readonly tolerated: RegExp;
}
interface WorkerFixtures {
  readonly servers: ServerOfFile;
  readonly pool: WindowPool;
}

const NOTHING = /(?!)/;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  tolerated: [NOTHING, { option: true }],
  servers: [
    async ({}, use) => {
      const servers = new ServerOfFile();
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  pool: [async ({ browser }, use) => use(new WindowPool(browser)), { scope: 'worker' }],
  template: async ({}, use) => use(process.env['TWINLADDER_E2E_TEMPLATE'] ?? ''),
  server: [
    async ({ servers, template }, use, { file }) => use(await servers.of(file, template)),
    { scope: 'test', timeout: 60_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  stranger: async ({ pool, server, tolerated }, use) => {
    const windows = new Windows(pool, server.url);
    await use((options) => windows.open(options));
    await windows.close();
    expect(windows.complaints.filter((c) => !tolerated.test(c))).toEqual([]);
  },
  as: async ({ stranger }, use) => {
    await use(async (person, options) => {
      const page = await stranger(options);
      await stepInto(page, person);
      return page;
    });
  },
  api: async ({ playwright, baseURL }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (person) => {
      const request = await playwright.request.newContext({ baseURL });
      opened.push(request);
      await stepInto({ request }, person);
      return (query, variables) => ask({ request }, query, variables);
    });
    for (const request of opened) await request.dispose();
  },
});
export { ask, expect, stepInto };

type RunOnly = { readonly type: 'tag' | 'rule'; readonly values: string[] };
const ALL: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** The rules that look at colours: nothing else differs between the schemes. */
const OF_COLOURS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds in the window now. It is put into each document once and speaks to it directly: through frames it takes five times as long, and no page has frames. */
async function faultsOf(page: Page, rules: RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.map(
      (v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(' | ')}`,
    );
  }, rules);
}

/** Runs axe on what is on the screen now: everything in the light scheme, what looks at colours in the dark one. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached();
  for (const [colorScheme, rules] of [
    ['light', ALL],
    ['dark', OF_COLOURS],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect(await faultsOf(page, rules), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Keys pressed before the page is asked where the focus is. */
const AT_ONCE = 6;

/**
 * Where the focus is; and from now on the key does nothing once the element has it, so that several presses can go at once and none goes past it.
 * @param key  `null` takes that back
 */
function holdFocus(element: Element, key: string | null): 'here' | 'elsewhere' | 'drawn anew' {
  const held = element as Element & { stay?: (event: KeyboardEvent) => void };
  if (held.stay !== undefined) document.removeEventListener('keydown', held.stay, true);
  held.stay = (event) => {
    if (event.key !== key || document.activeElement !== element) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const state = element === document.activeElement ? 'here' : element.isConnected ? 'elsewhere' : 'drawn anew';
  if (key !== null && state === 'elsewhere') document.addEventListener('keydown', held.stay, true);
  return state;
}

/** Presses a key until the element has the focus; for walks without a mouse. @param most presses before giving up */
export async function tabTo(page: Page, target: Locator, key = 'Tab', most = 80): Promise<void> {
  const pressed = key.split('+').at(-1) ?? key;
  let element = await target.elementHandle(); // found once: finding it by its name anew costs more than the press
  for (let i = 0; i <= most; i += AT_ONCE) {
    let state = await element.evaluate(holdFocus, pressed);
    if (state === 'drawn anew') {
      element = await target.elementHandle();
      state = await element.evaluate(holdFocus, pressed);
    }
    if (state === 'here') return;
    for (let n = 0; n < Math.min(AT_ONCE, most - i); n++) await page.keyboard.press(key);
  }
  const state = await element.evaluate(holdFocus, null);
  if (state !== 'here') throw new Error(`The focus did not reach ${String(target)} with ${most} presses of ${key}.`);
}
