/** Why this file exists: a bridge is drafted, its mentor declines and later agrees, its people are told, and it starts. */
import { done, enter, pick } from './growth-walk.ts';
import { expect, expectAccessible, test } from './support.ts';

test('a bridge without support does not start and says why; mended and with the mentor’s consent it runs', async ({
  as,
}) => {
  test.setTimeout(240_000); // three people and six dialogs, each looked at in both colour schemes
  const page = await as('Lucía');
  await page.goto('/growth/new');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await enter(page, 'Save as draft');
  const target = page.getByRole('combobox', { name: 'Job role to grow towards' });
  await expect(page.getByText('Choose a job role.')).toBeVisible();
  await expect(target).toBeFocused();
  await expect(target).toHaveAttribute('aria-expanded', 'false');
  await pick(page, 'Job role to grow towards', 'Data Scientist to ML Engineer Bridge');
  await expect(page.getByText('Choose a job role.')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Before it can start' })).toBeVisible();
  await expect(page.getByText(/No mentor is named/)).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText(/asked to mentor/i)).toHaveCount(0);
  await enter(page, 'Save as draft');
  await expect(page.getByRole('heading', { level: 1, name: 'Lucía Fernández' })).toBeVisible();
  const address = page.url();
  await enter(page, 'Start the plan');
  await expect(done(page, /No mentor is named/)).toBeVisible();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await enter(page, 'Protect 20 hours a week');
  await expect(page.getByRole('listitem').filter({ hasText: /of the time is protected/ })).toHaveCount(0);
  await enter(page, 'Book a deployment');
  const dates = page.getByRole('dialog', { name: 'Dates, hours and deployment' });
  await dates.getByLabel('What is deployed').fill('Release 3.0 of the slide scorer');
  await dates.getByLabel('Date of the deployment').fill('2027-03-10');
  await expectAccessible(page);
  await enter(page, 'Save');
  await expect(dates).toBeHidden();
  await enter(page, 'Find a mentor');
  const mentors = page.getByRole('dialog', { name: 'Find a mentor' });
  await pick(page, 'Guidance in', 'Drift and performance monitoring');
  await mentors.getByRole('radio', { name: /Kwame Mensah/ }).focus();
  await page.keyboard.press('Space');
  await expectAccessible(page);
  await enter(page, 'Ask to mentor');
  await expect(page.getByText(/has not agreed yet/)).toBeVisible();
  const start = page.getByRole('button', { name: 'Start the plan' });
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await expect(start).toHaveAccessibleDescription('Waits for Kwame Mensah’s consent');
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  await expectAccessible(page);

  const mentor = await as('Kwame');
  await mentor.goto('/mentoring');
  await expectAccessible(mentor);
  await mentor.getByRole('button', { name: 'Decline: Lucía Fernández' }).focus();
  await mentor.keyboard.press('Enter');
  const declines = mentor.getByRole('dialog', { name: 'Decline to mentor Lucía Fernández?' });
  await declines.getByLabel('Why (optional)').fill('Ask me again after the release');
  await expectAccessible(mentor);
  await enter(mentor, 'Decline');
  await expect(mentor.getByText('You declined.', { exact: true })).toBeFocused();

  await page.goto('/');
  await page.getByRole('link', { name: 'Kwame Mensah declined to mentor you' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address);
  await expect(page.getByText(/“Ask me again after the release”/)).toBeVisible();
  await expectAccessible(page);
  await enter(page, 'Find a mentor');
  await pick(page, 'Guidance in', 'Drift and performance monitoring');
  await mentors.getByRole('radio', { name: /Kwame Mensah/ }).focus();
  await page.keyboard.press('Space');
  await enter(page, 'Ask to mentor');
  await expect(page.getByText(/has not agreed yet/)).toBeVisible();

  await mentor.goto('/mentoring');
  const asked = mentor.getByRole('button', { name: 'Agree: Lucía Fernández' });
  await asked.focus();
  const place = await asked.boundingBox();
  await mentor.keyboard.press('Enter');
  await expect(done(mentor, /You mentor Lucía Fernández now/)).toBeVisible();
  const agreed = mentor.getByText('You agreed.', { exact: true });
  await expect(agreed).toBeFocused();
  expect(Math.abs(((await agreed.boundingBox())?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(40);
  await expectAccessible(mentor);

  const manager = await as('Henrik');
  await manager.goto('/');
  await expect(manager.getByRole('link', { name: 'Lucía Fernández’s plan can start' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: 'Your plan can start' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address);
  await expect(page.getByText('Its support is complete. The plan can start.')).toBeVisible();
  await enter(page, 'Start the plan');
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
});
