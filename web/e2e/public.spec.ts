/** Why this file exists: strangers read an advert, and applicants follow and end their application, without signing in and without a mouse. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, tabTo, test } from './support.ts';

type Api = (person: string) => Promise<(query: string, variables?: object) => Promise<Record<string, never>>>;

/** The address of an advert of the demonstration that is posted. */
async function advertPath(api: Api): Promise<string> {
  const ask = await api('Marta');
  const { requisitions } = (await ask(
    '{ requisitions(first: 50) { nodes { id isPosted advertAddress } } }',
  )) as unknown as {
    requisitions: { nodes: { isPosted: boolean; advertAddress: string | null }[] };
  };
  const found = requisitions.nodes.find((one) => one.isPosted && one.advertAddress !== null);
  return `/jobs/${found?.advertAddress ?? ''}`;
}

/** A new status link of an applicant of the demonstration. */
async function statusPath(api: Api, name: string): Promise<string> {
  const ask = await api('Marta');
  const { applications } = (await ask(
    '{ applications(first: 50) { nodes { id candidate { id displayName } } } }',
  )) as unknown as {
    applications: { nodes: { id: string; candidate: { displayName: string } | null }[] };
  };
  const applicationId = applications.nodes.find((one) => one.candidate?.displayName === name)?.id;
  const { createStatusLink } = (await ask(
    'mutation($i: CreateStatusLinkInput!) { createStatusLink(input: $i) { ... on CreateStatusLinkSuccess { link { token } } } }',
    { i: { applicationId } },
  )) as unknown as { createStatusLink: { link: { token: string } } };
  return `/status/${createStatusLink.link.token}`;
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a stranger reads what the job is, what it is not, and how people are assessed', async ({ stranger, api }) => {
  const page = await stranger();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
  });
  await page.goto(await advertPath(api));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'From data science to ML engineering, LumaRead Margin',
  );
  for (const name of ['What you will own', 'What you will not own', 'How we will assess you', 'What will be assessed'])
    await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page).toHaveTitle(/From data science to ML engineering.* at Helix Diagnostics/);
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /research data scientist/);
  expect(asked).toHaveLength(1);
  await expectAccessible(page);
  await page.setViewportSize({ width: 380, height: 800 });
  expect(await sideways(page)).toBe(0);
  await expectAccessible(page);
});

test('the advert carries a JobPosting with everything that is required of one', async ({ stranger, api }) => {
  const page = await stranger();
  await page.goto(await advertPath(api));
  await page.getByRole('heading', { level: 1 }).waitFor();
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(texts).toHaveLength(1);
  const posting = JSON.parse(texts[0] ?? '') as Record<string, unknown>;
  expect(posting).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'From data science to ML engineering, LumaRead Margin',
    hiringOrganization: { '@type': 'Organization', name: 'Helix Diagnostics' },
    jobLocation: { '@type': 'Place', address: 'Gothenburg' },
    employmentType: 'FULL_TIME',
  });
  expect(posting['datePosted']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(String(posting['description']).length).toBeGreaterThan(100);
});

test('a skill is opened with the keyboard and says what its level looks like', async ({ stranger, api }) => {
  const page = await stranger();
  await page.goto(await advertPath(api));
  const skill = page.locator('summary').filter({ hasText: 'Data pipeline engineering' });
  await skill.waitFor();
  await tabTo(page, skill);
  await page.keyboard.press('Enter');
  await expect(page.locator('details[open] li').first()).toBeVisible();
  await expectAccessible(page);
});

test('an address and a link that lead nowhere say so', async ({ stranger }) => {
  const page = await stranger();
  await page.goto('/jobs/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  await expect(page.getByRole('heading', { name: 'There is no advert at this address' })).toBeVisible();
  await expectAccessible(page);
  for (const token of ['x', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
    await page.goto(`/status/${token}`);
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  }
  await expectAccessible(page);
});

test('an applicant sees where the application stands, the promise, and what is kept', async ({ stranger, api }) => {
  const page = await stranger();
  await page.goto(await statusPath(api, 'Priya Raghavan'));
  await expect(page.getByRole('heading', { level: 1, name: 'Your application' })).toBeVisible();
  await expect(page.getByText(/(You get the next answer|An answer was promised) by/)).toBeVisible();
  await expect(page.locator('li[aria-current=step]')).toContainText('First talk');
  await expect(page.getByText('p…@mail.example')).toBeVisible();
  await expect(page.getByText('Priya Raghavan')).toBeVisible();
  await expect(page.getByText(/Tomasz|Kwame|Marta|Screen on Thursday/)).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 380, height: 800 });
  expect(await sideways(page)).toBe(0);
});

test('an applicant withdraws with the keyboard, after saying so twice', async ({ stranger, api }) => {
  const page = await stranger();
  const path = await statusPath(api, 'Dmitri Sokolov');
  await page.goto(path);
  const withdraw = page.getByRole('button', { name: 'Withdraw the application' });
  await withdraw.waitFor();
  await tabTo(page, withdraw);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Withdraw your application?' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(withdraw).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('textbox'));
  await page.keyboard.type('I took another offer.');
  await tabTo(page, dialog.getByRole('button', { name: 'Withdraw the application' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('You withdrew this application.', { exact: false })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(withdraw).toHaveCount(0);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText('You withdrew this application.', { exact: false })).toBeVisible();
});

test('a link that is replaced while its page is open withdraws nothing', async ({ stranger, api }) => {
  const page = await stranger();
  await page.goto(await statusPath(api, 'Jonas Weber'));
  await page.getByRole('button', { name: 'Withdraw the application' }).click();
  const newer = await statusPath(api, 'Jonas Weber');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the application' }).click();
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await page.goto(newer);
  await expect(page.getByRole('button', { name: 'Withdraw the application' })).toBeVisible();
});

test.describe('without a server', () => {
  test.use({ tolerated: /Failed to load resource|ERR_CONNECTION|ERR_FAILED/ });
  test('the page says that it did not load, and loads when asked again', async ({ stranger, api }) => {
    const page = await stranger();
    const path = await advertPath(api);
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'The page did not load' })).toBeVisible();
    await expectAccessible(page);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'What you will own' })).toBeVisible();
  });
});
