/** Why this file exists: a hiring manager defines two jobs apart with the keyboard: ladders, overlays, builder with its live review, comparison, bridge. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, tabTo, test } from './support.ts';

interface Place {
  readonly id: string;
  readonly key: string;
  readonly currentVersion: { readonly id: string } | null;
}
type Api = (query: string, variables?: object) => Promise<Record<string, never>>;

async function placeOf(ask: Api, key: string): Promise<{ readonly id: string; readonly version: string }> {
  const data = (await ask('{ jobRoles(first: 100) { nodes { id key currentVersion { id } } } }')) as unknown as {
    jobRoles: { nodes: Place[] };
  };
  const found = data.jobRoles.nodes.find((n) => n.key === key);
  if (found?.currentVersion == null) throw new Error(`no job role ${key}`);
  return { id: found.id, version: found.currentVersion.id };
}

/** Reaches a control with Tab and presses it. */
async function press(page: Page, target: ReturnType<Page['locator']>, key = 'Enter'): Promise<void> {
  await tabTo(page, target, 'Tab', 120);
  await page.keyboard.press(key);
}

/** Makes a job role through the form, with the keyboard alone. */
async function makeFrom(page: Page, template: string, title: string): Promise<void> {
  await page.goto('/job-roles');
  await expect(page.getByRole('link', { name: 'Senior Machine Learning Engineer' })).toBeVisible();
  await page.keyboard.press('c');
  const option = page.getByRole('radio', { name: template, exact: true });
  await expect(option).toBeVisible();
  await tabTo(page, page.getByRole('radio', { name: 'An empty page' }), 'Tab', 80);
  for (let i = 0; i < 20 && !(await option.isChecked()); i++) await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByLabel('Title'), 'Tab', 10);
  await page.keyboard.type(title);
  await press(page, page.getByRole('button', { name: 'Make the draft' }));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}
/** Goes to a part of the builder through its outline. */
async function goTo(page: Page, part: string, key = 'Tab'): Promise<void> {
  const outline = page.getByRole('navigation', { name: 'Parts of the job role' });
  await tabTo(page, outline.getByRole('button', { name: new RegExp(`^${part}`) }), key, 60);
  await page.keyboard.press('Enter');
}
const review = (page: Page) => page.getByRole('complementary', { name: 'Clarity review' });
const saved = (page: Page) => expect(page.getByText(/^Saved \d/)).toBeVisible();

test('the list is filtered from the keyboard, and the filter stands in the address', async ({ as }) => {
  const page = await as('Marta');
  await page.goto('/job-roles');
  await expect(page.getByText('12 job roles')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('/');
  await page.keyboard.type('staff');
  await expect(page.getByText('2 job roles')).toBeVisible();
  await expect(page).toHaveURL(/text=staff/);
  await page.goto('/job-roles?text=nothing-like-it');
  await expect(page.getByRole('heading', { name: 'No job role fits' })).toBeVisible();
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: 'Clear the filters' }));
  await expect(page.getByText('12 job roles')).toBeVisible();
});

test('both ladders stand side by side, rung by rung, and each rung opens its job role', async ({ as }) => {
  const page = await as('Marta');
  await page.goto('/job-roles?view=ladders');
  const rung = page.getByRole('region', { name: 'Rung 3' });
  await expect(rung.getByRole('link')).toHaveText([
    /Senior Data Scientist, Research/,
    /Applied Machine Learning Scientist/,
    /Compare rung 3/,
    /Senior Machine Learning Engineer/,
  ]);
  await expectAccessible(page);
  await press(page, rung.getByRole('link', { name: /Senior Machine Learning Engineer/ }));
  await expect(page.getByRole('heading', { level: 1, name: 'Senior Machine Learning Engineer' })).toBeVisible();
});

test('the medical-device context takes the must-haves of a senior engineer from 15 to 20, with reasons', async ({
  as,
  api,
}) => {
  const { id } = await placeOf(await api('Marta'), 'mle-3');
  const page = await as('Marta');
  await page.goto(`/job-roles/${id}`);
  await expect(page.getByText('15 must-haves of 39 skills')).toBeVisible();
  const areas = page.getByRole('complementary').getByRole('listitem').filter({ hasText: ': Covered.' });
  await expect(areas).toHaveCount(5);
  await press(page, page.getByRole('button', { name: /MedTech/ }), ' ');
  await expect(page.getByText('Must-haves go from 15 to 20.')).toBeVisible();
  await expect(page).toHaveURL(/overlays=medtech-samd/);
  const row = page.getByRole('row', { name: /Change control and predetermined change plans/ });
  await expect(row).toContainText('2 to 3, becomes a must-have');
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: 'Text and advert' }));
  await expect(page.getByRole('region', { name: 'JSON-LD' })).toContainText('"@type": "JobPosting"');
  await expectAccessible(page);
  await expect(page.getByText('ESCO')).toHaveCount(0);
  await press(page, page.getByRole('button', { name: 'Definition' }));
  await expect(page.getByText('MLNG, SWDN, DEPL, RELM')).toBeVisible();
});

test('a newcomer makes a production job role from a template without a finding, and publishes it', async ({ as }) => {
  const page = await as('Marta');
  await makeFrom(page, 'Machine Learning Engineer', 'Machine Learning Engineer, imaging');
  await expect(review(page).getByText('Clear', { exact: true })).toBeVisible();
  await tabTo(page, page.getByLabel('Mission'), 'Tab', 60);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Runs the imaging models that the clinic relies on.');
  await saved(page);
  await expectAccessible(page);
  await goTo(page, 'Publish', 'Shift+Tab');
  await press(page, page.getByRole('button', { name: 'Publish version 1' }));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await press(page, dialog.getByRole('button', { name: 'Publish version 1' }));
  await expect(page.getByText('Runs the imaging models that the clinic relies on.')).toBeVisible();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
});

test('three operations skills on a research job role bring the warning with its split, and one click mends it', async ({
  as,
}) => {
  const page = await as('Marta');
  await makeFrom(page, 'Data Scientist, Research', 'Data Scientist, assays');
  await expect(review(page).getByText('Clear', { exact: true })).toBeVisible();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Find a skill' })).toBeFocused();
  for (const name of [
    'Incident response and on-call',
    'Observability and service objectives',
    'Retraining automation',
  ]) {
    const search = dialog.getByRole('textbox', { name: 'Find a skill' });
    await tabTo(page, search, 'Shift+Tab', 80);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(name);
    await press(page, dialog.getByRole('checkbox', { name }), ' ');
  }
  await tabTo(page, dialog.getByLabel('Add at level'));
  await page.keyboard.type('Level 3');
  await expectAccessible(page);
  await press(page, dialog.getByRole('button', { name: 'Add 3 skills' }));
  const finding = review(page).getByRole('region', { name: /asks for production ownership/ });
  await expect(finding).toContainText('Proposed split');
  await expect(finding).toContainText('Moves to Senior Machine Learning Engineer');
  await expectAccessible(page);
  await goTo(page, 'Clarity review');
  await press(page, finding.getByRole('button', { name: 'Take the 3 skills out' }));
  await expect(finding).toHaveCount(0);
  await expect(review(page).getByText('Clear', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(finding).toBeVisible();
  await press(page, finding.getByRole('button', { name: 'Ask for them at level 2' }));
  await expect(finding).toHaveCount(0);
});

test('an empty production job role is led out of its findings by one-click remedies', async ({ as }) => {
  const page = await as('Marta');
  await page.goto('/job-roles/new');
  await page.getByLabel('Title').fill('Engineer from nothing');
  await page.getByRole('button', { name: '3', exact: true }).click();
  await page.getByRole('button', { name: 'Make the draft' }).click();
  await expect(review(page).getByText('2 findings')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish version 1' })).toBeDisabled();
  await expectAccessible(page);
  const operations = review(page).getByRole('region', { name: /nobody operates/ });
  await operations.getByRole('button').first().click();
  await expect(operations).toHaveCount(0);
  const path = review(page).getByRole('region', { name: /stall/ });
  await path.getByRole('button').first().click();
  await expect(path).toHaveCount(0);
  await review(page)
    .getByRole('button', { name: /^Add all/ })
    .click();
  await expect(review(page).getByText('Clear', { exact: true })).toBeVisible();
});

test('rows move with Alt and arrows, levels are chosen on their anchors, and the order is saved', async ({ as }) => {
  const page = await as('Marta');
  await makeFrom(page, 'Associate Machine Learning Engineer', 'Associate, ordered');
  const rows = page.getByRole('button', { name: /Change the level/ });
  const second = await rows.nth(1).getAttribute('aria-label');
  await goTo(page, 'Requirements');
  await tabTo(page, rows.nth(1), 'Tab', 120);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows.first()).toHaveAttribute('aria-label', second ?? '');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { checked: true }).first(), 'Tab', 10);
  await page.keyboard.press('ArrowRight');
  await saved(page);
  await page.reload();
  const name = (second ?? '').split(':')[0] ?? '';
  await expect(page.getByRole('button', { name: /Change the level/ }).first()).toHaveAttribute(
    'aria-label',
    new RegExp(`^${name}: level 2`),
  );
});

test('a draft that somebody else changed is never overwritten', async ({ as, api }) => {
  const page = await as('Marta');
  await makeFrom(page, 'Staff Machine Learning Engineer', 'Staff, shared');
  const url = page.url();
  const other = await as('Daniel');
  await other.goto(url);
  await other.getByLabel('Mission').fill('What Daniel wrote.');
  await expect(other.getByText(/^Saved \d/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Owns, line 1' }).fill('What Marta wrote');
  const banner = page.getByRole('alert').filter({ hasText: 'Somebody else changed this draft' });
  await expect(banner).toContainText('mission');
  await expectAccessible(page);
  await banner.getByRole('button', { name: 'Put my changes on top' }).click();
  await expect(page.getByLabel('Mission')).toHaveValue('What Daniel wrote.');
  await expect(page.getByRole('textbox', { name: 'Owns, line 1' })).toHaveValue('What Marta wrote');
  await saved(page);
  const ask = await api('Marta');
  const id = /job-roles\/([^/]+)\/edit/.exec(url)?.[1];
  const { jobRole } = (await ask('query($id: ID!) { jobRole(id: $id) { newestVersion { mission owns } } }', {
    id,
  })) as unknown as { jobRole: { newestVersion: { mission: string; owns: string[] } } };
  expect(jobRole.newestVersion.mission).toBe('What Daniel wrote.');
  expect(jobRole.newestVersion.owns[0]).toBe('What Marta wrote');
});

test('a new version shows what it changes before it is published', async ({ as, api }) => {
  const { id } = await placeOf(await api('Marta'), 'mle-5');
  const page = await as('Marta');
  await page.goto(`/job-roles/${id}`);
  await press(page, page.getByRole('button', { name: 'Draft a new version' }));
  await tabTo(page, page.getByLabel('Title'), 'Tab', 60);
  await page.keyboard.press('End');
  await page.keyboard.type(' II');
  await saved(page);
  await goTo(page, 'Publish', 'Shift+Tab');
  await press(page, page.getByRole('button', { name: 'Show what changes' }));
  await expect(page.getByText('What changes against version 1')).toBeVisible();
  await expect(page.getByText('Principal Machine Learning Engineer II').last()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/job-roles/${id}?view=versions`);
  await expect(page.getByRole('link', { name: 'Version 2' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What differs' })).toBeVisible();
  await expectAccessible(page);
});

test('rds-2 and mle-2 stand side by side, and the bridge shows its steps, hours and practice', async ({ as, api }) => {
  const ask = await api('Marta');
  const [left, right] = [await placeOf(ask, 'rds-2'), await placeOf(ask, 'mle-2')];
  const bridge = await placeOf(ask, 'bridge-ds-mle');
  const page = await as('Marta');
  await page.goto(`/job-roles/compare?left=${left.version}&right=${right.version}`);
  await expect(page.getByRole('button', { name: 'Shared (10)' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Owns: Machine Learning Engineer' })).toContainText('One service');
  await expect(page.getByRole('list', { name: 'Does not own: Data Scientist, Research' })).toContainText('Retraining');
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: 'Only mle-2 (18)' }));
  await expect(page.getByRole('table').last().getByRole('link')).toHaveCount(18);
  await tabTo(page, page.getByRole('link', { name: 'See the bridge' }), 'Shift+Tab', 80);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Where the hours go' })).toBeVisible();
  await page.goto(`/job-roles/${bridge.id}`);
  await press(page, page.getByRole('link', { name: 'See the bridge through it' }));
  const facts = page.locator('.facts');
  await expect(facts).toContainText('45');
  await expect(facts).toContainText('about 934');
  await expect(facts).toContainText('78%');
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: 'In order' }));
  await expect(page.getByRole('region', { name: 'In order' }).getByRole('row')).toHaveCount(46);
  await expect(page.getByRole('link', { name: 'Start a growth plan' })).toHaveAttribute(
    'href',
    new RegExp(`/growth/new\\?target=.*${bridge.version}`),
  );
});

test('an interviewer reads job roles and is refused where they are written', async ({ as, api }) => {
  const { id } = await placeOf(await api('Marta'), 'mle-3');
  const page = await as('Beatriz');
  await page.goto(`/job-roles/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Senior Machine Learning Engineer' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Draft a new version' })).toHaveCount(0);
  for (const address of ['/job-roles/new', `/job-roles/${id}/edit`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'This is not yours to see' })).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto('/job-roles/00000000-0000-7000-8000-000000000000');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
