/** Why this file exists: what holds on every page: accessible in both schemes, calm while it loads, few requests, nothing cut off on a narrow screen. */
import type { ListedPage } from './pages.ts';
import { expect, expectAccessible, stepInto, test } from './support.ts';

/** Largest sum of layout shifts while a page loads. */
const MOST_SHIFT = 0.02;
/** GraphQL operations that may fill a page, the shell's own included. */
const MOST_OPERATIONS = 3;

/** Registers one test for each page. */
export function walk(pages: readonly ListedPage[]): void {
  for (const { name, person, path } of pages)
    test(`${name}: accessible, calm, frugal and narrow`, async ({ stranger }) => {
      const page = await stranger();
      if (person !== null) await stepInto(page, person);
      const address = await path(page);
      await page.addInitScript(() => {
        const window_ = window as unknown as { shift: number };
        window_.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
            if (!entry.hadRecentInput) window_.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const operations: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/graphql')) operations.push(request.postData()?.slice(0, 80) ?? '');
      });
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      expect(operations.length, operations.join('\n')).toBeLessThanOrEqual(MOST_OPERATIONS);
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThanOrEqual(MOST_SHIFT);
      await expectAccessible(page, 'everything');
      await page.setViewportSize({ width: 380, height: 800 });
      const sideways = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(sideways).toBe(0);
      const main = page.locator('main');
      await expect.poll(() => main.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    });
}
