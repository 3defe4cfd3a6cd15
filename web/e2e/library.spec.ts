/** Why this file exists: the skill library by keyboard: read by everybody, edited, compared, published by an administrator. */
import { expect, expectAccessible, test } from './support.ts';
import { choose, press } from './windows.ts';

test.describe.configure({ timeout: 180_000 }); // the checks for accessibility take their time on a busy machine

test('the library is searched, a skill explains itself, references are found by where they hold', async ({ as }) => {
  const page = await as('Tomasz');
  await page.goto('/library');
  await page.getByRole('searchbox', { name: 'Find a skill' }).fill('drift');
  await expect(page).toHaveURL(/text=drift/);
  await expectAccessible(page);
  await press(page, page.getByRole('link', { name: /drift/i }).first());
  for (const heading of [
    'Levels',
    'Needs first',
    'Opens the way to',
    'Job roles that ask for it',
    'External references',
  ])
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/library?view=references');
  await page.getByRole('article').first().waitFor();
  const all = await page.getByRole('article').count();
  await page.goto('/library?view=references&jurisdiction=UK');
  await expect(page.getByRole('article').first()).toBeVisible();
  const british = await page.getByRole('article').count();
  expect(british).toBeGreaterThan(0);
  expect(british).toBeLessThan(all);
  await expectAccessible(page);
  await page.goto('/library/skills/no-such-skill');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});

test('Daniel forks the framework, meets a circle, sees the impact and publishes', async ({ as }) => {
  const page = await as('Daniel');
  await page.goto('/library?view=versions');
  await press(page, page.getByRole('link', { name: 'Version 1' }));
  await press(page, page.getByRole('button', { name: 'Fork' }));
  const fork = page.getByRole('dialog', { name: 'Make a draft from version 1?' });
  await fork.getByLabel('Title of the draft').fill('Stricter pipelines');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Stricter pipelines').first()).toBeVisible();
  await expectAccessible(page);

  await press(page, page.getByRole('button', { name: 'Edit Data sourcing and fitness for use' }));
  const editor = page.getByRole('dialog', { name: 'Edit Data sourcing and fitness for use' });
  await editor.getByLabel('Definition').fill('Finds and judges data sources.');
  await press(page, editor.getByRole('button', { name: 'Add a prerequisite' }));
  await choose(page, 'Skill', 'Data pipeline engineering');
  await press(page, editor.getByRole('button', { name: 'Save' }));
  const circle = editor.getByRole('alert');
  await expect(circle.getByRole('listitem')).toHaveText([
    'Data pipeline engineering',
    'Data sourcing and fitness for use',
    'Data pipeline engineering',
  ]);
  await expectAccessible(page);
  await expect(editor.getByLabel('Definition')).toHaveValue('Finds and judges data sources.');
  await press(page, editor.getByRole('button', { name: 'Remove the prerequisite 1' }));
  await press(page, editor.getByRole('button', { name: 'Save' }));
  await expect(editor).toBeHidden();

  await press(page, page.getByRole('button', { name: 'Remove Data pipeline engineering' }));
  const removal = page.getByRole('dialog', { name: /Remove Data pipeline engineering/ });
  await press(page, removal.getByRole('button', { name: 'Remove', exact: true }));
  await expect(removal.getByText(/Other skills need it first/)).toBeVisible();
  await page.keyboard.press('Escape');

  await press(page, page.getByRole('button', { name: 'Compare' }));
  await expect(page.getByText('0 skills added, 1 skill changed', { exact: false })).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Records that the difference touches' }).getByRole('row'),
  ).not.toHaveCount(1);
  await press(page, page.locator('summary', { hasText: 'Data sourcing' }));
  await expect(page.getByText('Finds and judges data sources.')).toBeVisible();
  await expectAccessible(page);

  await press(page, page.getByRole('button', { name: 'Publish' }));
  const publish = page.getByRole('dialog', { name: /Publish version/ });
  await expect(publish.getByText('1 skill changed', { exact: false })).toBeVisible();
  await press(page, publish.getByRole('button', { name: 'Publish' }));
  await expect(page.getByText(/Version \d is published/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Retire' })).toBeVisible();
  await page.goto('/library');
  await expect(page.getByText('Stricter pipelines', { exact: false })).toBeVisible();
});

test('a draft that somebody else changed is not overwritten, and what was typed stays', async ({ as, api }) => {
  const page = await as('Daniel');
  const ask = await api('Daniel');
  await page.goto('/library?view=versions');
  await press(page, page.getByRole('link', { name: 'Version 2' }));
  await press(page, page.getByRole('button', { name: 'Add a category' }));
  const window = page.getByRole('dialog', { name: 'Add a category' });
  await window.getByLabel('Name', { exact: true }).fill('Field work');
  await expect(window.getByLabel('Key')).toHaveValue('field-work');
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const seen = await ask('query Draft($id: ID) { frameworkVersion(id: $id) { id version } }', { id });
  const { version } = (seen as unknown as { frameworkVersion: { version: number } }).frameworkVersion;
  await ask('mutation Faster($i: PutCategoryInput!) { putCategory(input: $i) { __typename } }', {
    i: { frameworkVersionId: id, version, category: { key: 'other', name: 'Other', order: 90 } },
  });
  await press(page, window.getByRole('button', { name: 'Save' }));
  await expect(window.getByText(/Somebody else changed this draft/)).toBeVisible();
  await expectAccessible(page);
  await press(page, window.getByRole('button', { name: 'Load the newest' }));
  await expect(window.getByText(/Somebody else changed this draft/)).toBeHidden();
  await expect(window.getByLabel('Name', { exact: true })).toHaveValue('Field work');
  await press(page, window.getByRole('button', { name: 'Save' }));
  await expect(page.getByRole('heading', { name: 'Field work' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Other' })).toBeVisible();
});
