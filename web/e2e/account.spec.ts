/** Why this file exists: everybody's own account by keyboard: sessions that are ended, tokens that are made, shown once, used and revoked. */
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, expectAccessible, tabTo, test } from './support.ts';
import { press } from './windows.ts';

test.describe.configure({ timeout: 180_000 }); // the checks for accessibility take their time on a busy machine

/** What a program with the token is answered. */
async function ask(request: APIRequestContext, url: string, token: string, query: string) {
  const answer = await request.post(`${url}/graphql`, {
    data: { query },
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status(), body: (await answer.json()) as { data?: object; errors?: unknown[] } };
}

async function openAccount(page: Page): Promise<void> {
  await page.goto('/');
  await press(page, page.getByRole('button', { name: /^Account: / }));
  await press(page, page.getByRole('menuitem', { name: 'Account' }));
  await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor();
}

test('Marta signs out where she no longer is', async ({ as }) => {
  const page = await as('Marta');
  const [one, two, three] = [await as('Marta'), await as('Marta'), await as('Marta')];
  await one.goto('/requisitions');
  await one.getByRole('heading', { level: 1 }).waitFor();
  await openAccount(page);
  const sessions = page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
  await expect(sessions).toHaveCount(4);
  await expect(sessions.filter({ hasText: 'This one' })).toHaveCount(1);
  await expectAccessible(page);

  const signOutThere = page.getByRole('button', { name: /^Sign out there/ });
  await press(page, signOutThere.first());
  await expect(page.getByText('That session has ended')).toBeVisible();
  await expect(sessions).toHaveCount(3);

  await press(page, page.getByRole('button', { name: 'Sign out everywhere else' }));
  const confirm = page.getByRole('dialog', { name: 'Sign out everywhere else?' });
  await expectAccessible(page);
  await tabTo(page, confirm.getByRole('button', { name: 'Sign out everywhere else' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 other sessions have ended')).toBeVisible();
  await expect(sessions).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toHaveCount(0);
  for (const elsewhere of [one, two, three]) {
    await elsewhere.goto('/requisitions');
    await expect(elsewhere.getByRole('heading', { name: 'Step into the demonstration organisation' })).toBeVisible();
  }
});

test('Marta makes a token by keyboard, a program uses it, and she revokes it', async ({ as, server, playwright }) => {
  const page = await as('Marta');
  const program = await playwright.request.newContext();
  await openAccount(page);
  await expect(page.getByRole('heading', { name: 'No program acts for you' })).toBeVisible();
  await press(page, page.getByRole('button', { name: 'New token' }));
  const window = page.getByRole('dialog');
  await expect(window.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(window.getByText('Name the token after the program that uses it.')).toBeVisible();
  await expect(window.getByText('Choose at least one.')).toBeVisible();
  await expect(window.getByLabel('Name')).toBeFocused();
  await expectAccessible(page);

  await page.keyboard.type('Job board');
  await page.keyboard.press('Enter');
  await expect(window.getByRole('checkbox').first()).toBeFocused();
  await expect(window.getByRole('group', { name: 'Hiring decisions' }).getByRole('checkbox')).toHaveCount(1);
  const seeRequisitions = window.getByRole('group', { name: 'Requisitions' }).getByRole('checkbox', { name: 'See' });
  await tabTo(page, seeRequisitions);
  await page.keyboard.press('Space');
  await window.getByLabel('Ends on').fill('2199-01-01');
  await page.keyboard.press('Enter');
  await expect(window.getByText('Choose a day between tomorrow and 365 days from today.')).toBeVisible();
  await window.getByLabel('Ends on').fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
  await page.keyboard.press('Enter');

  await expect(window.getByText('It is not shown again.', { exact: false })).toBeVisible();
  const token = await window.getByLabel('Token', { exact: true }).inputValue();
  expect(token).toMatch(/^tlk_[\w-]{43}_[\w-]{43}$/);
  await expectAccessible(page);
  await tabTo(page, window.getByRole('button', { name: 'Done' }));
  await page.keyboard.press('Enter');
  await expect(window).toBeHidden();
  const line = page.getByRole('list', { name: 'API tokens, newest first' }).getByRole('listitem').first();
  await expect(line).toContainText('Never used');
  await expect(line).toContainText('Requisitions: see');
  expect(await page.content()).not.toContain(token.slice(-43));

  const reads = await ask(program, server.url, token, '{ requisitions(first: 1) { nodes { title } } }');
  expect(reads.body.errors).toBeUndefined();
  const refused = await ask(program, server.url, token, '{ people(first: 1) { nodes { displayName } } }');
  expect(JSON.stringify(refused.body.errors)).toContain('FORBIDDEN');
  await page.reload();
  await expect(line).toContainText('Last used');
  await expectAccessible(page);

  await press(page, page.getByRole('button', { name: 'Revoke Job board' }));
  const confirm = page.getByRole('dialog', { name: 'Revoke the token Job board?' });
  await expect(confirm).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, confirm.getByRole('button', { name: 'Revoke' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The token Job board is revoked')).toBeVisible();
  await expect(line).toContainText('Revoked');
  await expect(page.getByRole('button', { name: 'Revoke Job board' })).toHaveCount(0);
  expect((await ask(program, server.url, token, '{ me { grants } }')).status).toBe(401);
  await program.dispose();
});

test('a name that is in use is told at its field, and what was typed stays', async ({ as, api }) => {
  const page = await as('Ingrid');
  const ask = await api('Ingrid');
  const expiresOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await ask('mutation Taken($i: CreateApiTokenInput!) { createApiToken(input: $i) { __typename } }', {
    i: { name: 'Planner', scopes: ['directory:read'], expiresOn },
  });
  await page.goto('/account');
  await press(page, page.getByRole('button', { name: 'New token' }));
  const window = page.getByRole('dialog');
  await window.getByLabel('Name').fill('planner');
  await press(page, window.getByRole('checkbox').first(), 'Space');
  await press(page, window.getByRole('button', { name: 'Make the token' }));
  await expect(window.getByText('A token of yours has this name already.')).toBeVisible();
  await expect(window.getByLabel('Name')).toBeFocused();
  await expect(window.getByRole('checkbox').first()).toBeChecked();
});

test('Daniel sees everybody’s tokens without secrets and shortens the sessions; Margaret reads both', async ({
  as,
  api,
}) => {
  const ask = await api('Kwame');
  const expiresOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await ask('mutation Made($i: CreateApiTokenInput!) { createApiToken(input: $i) { __typename } }', {
    i: { name: 'Mentoring calendar', scopes: ['directory:read'], expiresOn },
  });
  const page = await as('Daniel');
  await page.goto('/account');
  await press(page, page.getByRole('button', { name: 'Everybody’s' }));
  await expect(page).toHaveURL(/tokens=all/);
  const line = page.getByRole('listitem').filter({ hasText: 'Mentoring calendar' });
  await expect(line.first()).toContainText('Of Kwame Mensah');
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: 'Revoke Mentoring calendar' }));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Revoke' }));
  await expect(line.first()).toContainText('Revoked');

  await press(page, page.getByRole('button', { name: 'Change how long' }));
  const window = page.getByRole('dialog', { name: 'How long sessions of the organisation last' });
  await expectAccessible(page);
  await window.getByLabel('Minutes without use').fill('20');
  await window.getByLabel('Hours at the latest').fill('8');
  await press(page, window.getByRole('button', { name: 'Save' }));
  await expect(page.getByText('after 20 minutes without use, and after 8 hours', { exact: false })).toBeVisible();

  const auditor = await as('Margaret');
  await auditor.goto('/account?tokens=all');
  await expect(auditor.getByText('after 20 minutes without use', { exact: false })).toBeVisible();
  await expect(auditor.getByText('Mentoring calendar')).toBeVisible();
  await expect(auditor.getByRole('button', { name: /^Revoke/ })).toHaveCount(0);
  await expect(auditor.getByRole('button', { name: 'Change how long' })).toHaveCount(0);
  await auditor.goto('/audit');
  const events = auditor.getByRole('list', { name: 'Events, newest first' });
  await expect(events.getByText('API token revoked').first()).toBeVisible();
});

test('on a narrow screen nothing scrolls sideways, windows included', async ({ as }) => {
  const page = await as('Daniel', { viewport: { width: 380, height: 800 } });
  await page.goto('/account?tokens=all');
  await page.getByRole('heading', { name: 'API tokens' }).waitFor();
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow).toBe(0);
  await press(page, page.getByRole('button', { name: 'New token' }));
  const window = page.getByRole('dialog');
  await window.getByLabel('Name').waitFor();
  expect(await window.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
