/** Why this file exists: `npm run screens` takes a picture of every page in both colour schemes for the README and docs. */
import { resolve } from 'node:path';
import { PAGES } from '../e2e/pages.ts';
import { stepInto, test } from '../e2e/support.ts';

const folder = resolve(import.meta.dirname, '..', '..', 'docs', 'screens');

for (const { name, person, path } of PAGES)
  test(`picture of ${name}`, async ({ stranger }) => {
    const page = await stranger();
    if (person !== null) await stepInto(page, person);
    const address = await path(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: resolve(folder, `${name}-${colorScheme}.png`) });
    }
  });
