/** Why this file exists: the auditor's day by keyboard: finding what happened, proving that nothing was changed, taking a copy. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support.ts';

test.describe.configure({ timeout: 180_000 }); // the checks for accessibility take their time on a busy machine

const press = async (page: Page, target: ReturnType<Page['locator']>): Promise<void> => {
  await target.waitFor();
  await target.focus();
  await page.keyboard.press('Enter');
};
const events = (page: Page) => page.getByRole('list', { name: 'Events, newest first' }).locator('> li');

test('Margaret narrows the log, reads an event and follows its record', async ({ as }) => {
  const page = await as('Margaret');
  await page.goto('/audit');
  await expect(events(page)).toHaveCount(50);
  await expectAccessible(page);
  await page
    .getByRole('textbox', { name: 'What happened' })
    .or(page.getByRole('combobox', { name: 'What happened' }))
    .first()
    .fill('Decision made');
  await page.getByRole('option', { name: 'Decision made' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/type=DecisionMade/);
  await expect(events(page).first()).toContainText('Decision made');
  await press(page, page.locator('summary').first());
  await expect(page.getByText('Hash').first()).toBeVisible();
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: 'All events of this record' }).first());
  await expect(page).toHaveURL(/record=/);
  await expect(page.getByText('Only events of one record are shown.')).toBeVisible();
  await page.goto('/audit?from=2001-01-01&to=2001-01-02');
  await expect(page.getByRole('heading', { name: 'No event fits' })).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Clear the filters' }).last());
  await expect(events(page)).toHaveCount(50);
  await press(page, page.getByRole('button', { name: 'Show more' }));
  await expect(events(page)).toHaveCount(100);
});

test('Margaret verifies the chain', async ({ as }) => {
  const page = await as('Margaret');
  await page.goto('/audit');
  await press(page, page.getByRole('button', { name: 'Verify the chain' }));
  await expect(page.getByText(/The chain holds: [\d,]+ events/)).toBeVisible();
  await expectAccessible(page);
});

test('Margaret exports what she sees, as a table that no spreadsheet runs, and as lines with their hashes', async ({
  as,
  api,
}) => {
  const ask = await api('Daniel');
  await ask('mutation Formula($i: AddTeamInput!) { addTeam(input: $i) { __typename } }', {
    i: { name: '=HYPERLINK("http://elsewhere.example")' },
  });
  const page = await as('Margaret');
  await page.goto('/audit?entity=Team');
  await press(page, page.getByRole('button', { name: 'Export' }));
  await expect(page.getByRole('menuitem', { name: 'Table (CSV)' })).toBeVisible();
  await expectAccessible(page);
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    press(page, page.getByRole('menuitem', { name: 'Table (CSV)' })),
  ]);
  expect(table.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d{2}-\d{2}\.csv$/);
  const csv = readFileSync(await table.path(), 'utf8');
  const cells = csv.split('\r\n').flatMap((row) => row.split(','));
  expect(csv).toContain('HYPERLINK');
  expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
  const shown = await events(page).count();
  await press(page, page.getByRole('button', { name: 'Export' }));
  const [lines] = await Promise.all([
    page.waitForEvent('download'),
    press(page, page.getByRole('menuitem', { name: /JSON lines/ })),
  ]);
  const read = readFileSync(await lines.path(), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: number; entity: string; hash: string });
  expect(read).toHaveLength(shown);
  expect(new Set(read.map((e) => e.entity))).toEqual(new Set(['Team']));
  expect(read.every((e) => /^[0-9a-f]{64}$/.test(e.hash))).toBe(true);
});

test('Daniel sees his own acts only, and neither verifies nor exports', async ({ as }) => {
  const page = await as('Daniel');
  await page.goto('/audit');
  await expect(page.getByText('What you changed, and when.', { exact: false })).toBeVisible();
  await expect(events(page).first()).toContainText('Daniel Okafor');
  await expect(page.getByRole('button', { name: /Verify|Export/ })).toHaveCount(0);
  await expectAccessible(page);
});

test.describe('without a server', () => {
  test.use({ tolerated: /Failed to load resource|ERR_CONNECTION/ });
  test('a verification that cannot be made is told, and the log stays on the screen', async ({ as, server }) => {
    const page = await as('Margaret');
    await page.goto('/audit');
    await expect(events(page)).toHaveCount(50);
    await server.down();
    await press(page, page.getByRole('button', { name: 'Verify the chain' }));
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(events(page)).toHaveCount(50);
    await server.up();
  });
});
