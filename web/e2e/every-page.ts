/** Why this file exists: what holds on every page: accessible in both schemes, calm while it loads, few requests, nothing cut off on a narrow screen. */
import type { ListedPage } from './pages.ts';
import { expect, expectAccessible, stepInto, test } from './support.ts';

/** Largest sum of layout shifts while a page loads. */
const MOST_SHIFT = 0.02;
/** GraphQL operations that may fill a page, the shell's own included. */
const MOST_OPERATIONS = 3;

/** The sum of the layout shifts since the page began, which the browser keeps for whoever asks later. */
function shiftOfLoading(): Promise<number> {
  return new Promise((done) => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => setTimeout(() => done(shift)));
  });
}

/** Registers one test for each page. */
export function walk(pages: readonly ListedPage[]): void {
  for (const { name, person, path } of pages)
    test(`${name}: accessible, calm, frugal and narrow`, async ({ stranger }) => {
      const page = await stranger();
      if (person !== null) await stepInto(page, person);
      const address = await path(page);
      const operations: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/graphql')) operations.push(request.postData()?.slice(0, 80) ?? '');
      });
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      expect(operations.length, operations.join('\n')).toBeLessThanOrEqual(MOST_OPERATIONS);
      expect(await page.evaluate(shiftOfLoading)).toBeLessThanOrEqual(MOST_SHIFT);
      await expectAccessible(page);
      await page.setViewportSize({ width: 380, height: 800 });
      const sideways = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(sideways).toBe(0);
      const main = page.locator('main');
      await expect.poll(() => main.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    });
}
