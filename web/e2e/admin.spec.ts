/** Why this file exists: the administrator's days by keyboard: people and their rights; and what others are refused. */
import { expect, expectAccessible, tabTo, test } from './support.ts';
import { choose, press } from './windows.ts';

test.describe.configure({ timeout: 180_000 }); // the checks for accessibility take their time on a busy machine

test('Daniel finds people by name and team, and the address keeps it', async ({ as }) => {
  const page = await as('Daniel');
  await page.goto('/people');
  await page.getByRole('searchbox', { name: 'Find a name' }).fill('lucía');
  await expect(page).toHaveURL(/text=luc/);
  await expect(page.getByRole('link', { name: /Lucía/ })).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Find a name' })).toHaveValue('lucía');
  await page.getByRole('searchbox', { name: 'Find a name' }).fill('nobody has this name');
  await expect(page.getByRole('heading', { name: 'Nobody fits these filters' })).toBeVisible();
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: 'Clear the filters' }));
  await expect(page.getByRole('link', { name: /Marta Lindqvist/ })).toBeVisible();
  await expectAccessible(page);
});

test('Daniel adds a person by keyboard, corrects them, and records when they leave', async ({ as }) => {
  const page = await as('Daniel');
  await page.goto('/people');
  await press(page, page.getByRole('button', { name: 'Add a person' }));
  const window = page.getByRole('dialog', { name: 'Add a person' });
  await expect(window.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(window.getByText('Write a name.')).toBeVisible();
  await expect(window.getByLabel('Name', { exact: true })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('Nora Newcomer');
  await choose(page, 'Reports to', 'Marta Lindqvist');
  await press(page, window.getByRole('button', { name: 'New team' }));
  await page.keyboard.type('Newcomers');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Newcomers is a team now')).toBeVisible();
  await tabTo(page, window.getByRole('button', { name: 'Add', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Newcomer' })).toBeVisible();
  await expect(page.getByText('No job role, Newcomers')).toBeVisible();
  await expectAccessible(page);

  await press(page, page.getByRole('button', { name: 'Edit', exact: true }));
  const edit = page.getByRole('dialog', { name: 'Edit Nora Newcomer' });
  await edit.getByLabel('Share of a full week, in percent').fill('180');
  await page.keyboard.press('Enter');
  await expect(edit.getByText('Between 0 and 100.')).toBeVisible();
  await edit.getByLabel('Share of a full week, in percent').fill('80');
  await page.keyboard.press('Enter');
  await expect(edit).toBeHidden();
  await expect(page.getByText('80% of a full week')).toBeVisible();

  await press(page, page.getByRole('button', { name: 'End employment' }));
  const end = page.getByRole('dialog', { name: /When does Nora Newcomer leave/ });
  await end.getByLabel(/First day/).fill('2001-01-01');
  await press(page, end.getByRole('button', { name: 'End employment' }));
  await expect(end.getByText(/cannot lie before that/)).toBeVisible();
  await expectAccessible(page);
  await end.getByLabel(/First day/).fill('2099-01-01');
  await press(page, end.getByRole('button', { name: 'End employment' }));
  await expect(page.getByText('Leaves on 1 Jan 2099')).toBeVisible();
});

test('a change by somebody else is told, and what Daniel typed stays', async ({ as, api }) => {
  const page = await as('Daniel');
  const ask = await api('Daniel');
  await page.goto('/people?text=Kwame');
  await press(page, page.getByRole('link', { name: /Kwame Mensah/ }));
  await page.getByRole('heading', { level: 1, name: 'Kwame Mensah' }).waitFor();
  const personId = new URL(page.url()).pathname.split('/').at(-1);
  await press(page, page.getByRole('button', { name: 'Edit', exact: true }));
  const edit = page.getByRole('dialog', { name: 'Edit Kwame Mensah' });
  await edit.getByLabel('People they can mentor at a time').fill('7');
  const before = await ask('query Seen($id: ID!) { person(id: $id) { id version } }', { id: personId });
  const { version } = (before as unknown as { person: { version: number } }).person;
  await ask('mutation Faster($i: UpdatePersonInput!) { updatePerson(input: $i) { __typename } }', {
    i: { personId, version, availability: 0.6 },
  });
  await press(page, edit.getByRole('button', { name: 'Save' }));
  await expect(edit.getByText(/Somebody else changed this person/)).toBeVisible();
  await expectAccessible(page);
  await press(page, edit.getByRole('button', { name: 'Load the newest' }));
  await expect(edit.getByLabel('Share of a full week, in percent')).toHaveValue('60');
  await expect(edit.getByLabel('People they can mentor at a time')).toHaveValue('7');
  await press(page, edit.getByRole('button', { name: 'Save' }));
  await expect(page.getByText('7 people at a time')).toBeVisible();
});

test('Daniel gives a grant, sees what it opens with "See as", and takes it back', async ({ as }) => {
  const page = await as('Daniel');
  await page.goto('/people?view=members');
  await press(page, page.getByRole('button', { name: 'Beatriz Nogueira' }));
  const drawer = page.getByRole('dialog', { name: 'What Beatriz Nogueira may do' });
  const seeAs = drawer.getByRole('button', { name: 'See as' });
  await press(page, seeAs);
  await expect(drawer.getByText('Audit log')).toHaveCount(0);
  await expectAccessible(page);
  await press(page, drawer.getByRole('button', { name: 'Grants', exact: true }));
  await press(page, drawer.getByRole('switch', { name: 'Auditor' }), 'Space');
  await expect(page.getByText('Beatriz Nogueira holds the grant Auditor now')).toBeVisible();
  await press(page, seeAs);
  await expect(
    drawer.getByRole('row', { name: /Audit log See and verify and export all of the organisation/ }),
  ).toBeVisible();
  const beatriz = await as('Beatriz');
  await beatriz.goto('/audit');
  await expect(beatriz.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();

  await press(page, drawer.getByRole('button', { name: 'Grants', exact: true }));
  await expectAccessible(page);
  await press(page, drawer.getByRole('switch', { name: 'Auditor' }), 'Space');
  const confirm = page.getByRole('dialog', { name: 'Take the grant Auditor back?' });
  await expectAccessible(page);
  await press(page, confirm.getByRole('button', { name: 'Take back' }));
  await expect(page.getByText('Beatriz Nogueira no longer holds the grant Auditor')).toBeVisible();
  await press(page, seeAs);
  await expect(drawer.getByText('Audit log')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('button', { name: 'Beatriz Nogueira' })).toBeFocused();
  await beatriz.goto('/audit');
  await expect(beatriz.getByRole('heading', { name: 'This is not yours to see' })).toBeVisible();
});

test('nobody changes their own grants', async ({ as }) => {
  const page = await as('Daniel');
  await page.goto('/people?view=members');
  await press(page, page.getByRole('button', { name: 'Daniel Okafor', exact: true }));
  const drawer = page.getByRole('dialog', { name: 'What Daniel Okafor may do' });
  await expect(drawer.getByText('These are your own grants.', { exact: false })).toBeVisible();
  await expect(drawer.getByRole('switch', { name: 'Auditor' })).toBeDisabled();
});

test('Tomasz sees the directory without what belongs to administrators', async ({ as }) => {
  const page = await as('Tomasz');
  await page.goto('/people?view=members');
  await expect(page.getByRole('link', { name: /Marta Lindqvist/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Members and grants' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a person' })).toHaveCount(0);
  await press(page, page.getByRole('link', { name: /Marta Lindqvist/ }));
  await expect(page.getByRole('heading', { level: 1, name: 'Marta Lindqvist' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Sign-in' })).toHaveCount(0);
  await expect(page.getByText('of a full week')).toHaveCount(0);
  await page.goto('/library?view=versions');
  await press(page, page.getByRole('link', { name: 'Version 1' }));
  await page.getByRole('heading', { level: 1, name: 'Version 1' }).waitFor();
  await expect(page.getByRole('button', { name: /Fork|Publish|Retire/ })).toHaveCount(0);
  await page.goto('/audit');
  await expect(page.getByRole('heading', { name: 'This is not yours to see' })).toBeVisible();
  await expectAccessible(page);
});

test('on a narrow screen nothing scrolls sideways', async ({ as }) => {
  const page = await as('Daniel', { viewport: { width: 380, height: 800 } });
  for (const path of [
    '/people',
    '/people?view=members',
    '/library',
    '/library?view=references',
    '/library/skills/data-pipelines',
    '/audit',
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ path, overflow }).toEqual({ path, overflow: 0 });
  }
});
