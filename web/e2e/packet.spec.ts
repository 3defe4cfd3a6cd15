/** Why this file exists: the candidate packet holds all of an application, and prints as the record of its decision. */
import { ask, expect, expectAccessible, test } from './support.ts';

test('the packet holds the record of a decision and prints as one', async ({ as }) => {
  const page = await as('Margaret');
  const { applications } = (await ask(page, '{ applications { nodes { id stage } } }')) as unknown as {
    applications: { nodes: { id: string; stage: string }[] };
  };
  const hired = applications.nodes.find((one) => one.stage === 'HIRED');
  await page.goto(`/applications/${hired?.id ?? ''}`);
  await expect(page.getByRole('heading', { name: 'From scorecards to a decision' })).toBeVisible();
  await expect(page.getByText(/Floors first/).first()).toBeVisible();
  await expect(page.getByText('The first change under her name', { exact: false })).toBeVisible(); // the dissent
  await expectAccessible(page);
  await page.getByRole('button', { name: 'By person' }).click();
  await expect(page).toHaveURL(/view=person/);
  await expect(page.getByRole('article', { name: /Scorecard of Kwame/ })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print the record' })).toBeHidden();
  await expect(page.getByRole('article', { name: /Scorecard of Kwame/ })).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  expect(pdf.length).toBeGreaterThan(20_000);
});

test('an application that does not exist is told as such', async ({ as }) => {
  const page = await as('Marta');
  await page.goto('/applications/01a00000-0000-7000-8000-000000000000');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.goto('/interviews/01a00000-0000-7000-8000-000000000000/scorecard');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
