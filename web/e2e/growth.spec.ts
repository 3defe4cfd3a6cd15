/** Why this file exists: a researcher claims, looks where she stands, works on her plan and checks in; her mentor answers. */
import { done, enter, pick } from './growth-walk.ts';
import { expect, expectAccessible, tabTo, test } from './support.ts';

test('she proposes a level on its anchors; a certificate alone is told to carry level 2 before anything is sent', async ({
  as,
}) => {
  const page = await as('Lucía');
  await page.goto('/skills?show=gaps');
  await expect(page.getByRole('heading', { level: 1, name: 'My skills' })).toBeVisible();
  await expectAccessible(page);
  const skill = page.getByRole('button', { name: 'Biomedical data formats and standards' });
  await tabTo(page, skill);
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Biomedical data formats and standards' });
  await expect(drawer.getByRole('radiogroup')).toBeVisible();
  await expectAccessible(page);
  await enter(page, 'Propose a level');
  await drawer.getByRole('radio', { name: '3 Independent' }).focus();
  await page.keyboard.press('Space');
  await pick(page, 'Type', 'External certificate');
  await expect(drawer.getByText(/alone cannot raise a skill above level 2/)).toBeVisible();
  await drawer.getByLabel('What it is').fill('Certificate of the standards course');
  await drawer.getByLabel('Day of the work').fill('2026-05-04');
  await expectAccessible(page);
  await enter(page, 'Send for review');
  await expect(page).toHaveURL(/write=claim/);
  await pick(page, 'Type', 'Statistical or evaluation report');
  await drawer.getByLabel('What it is').fill('Evaluation report of the slide archive, my part on formats');
  await enter(page, 'Send for review');
  await expect(done(page, /waits for review/)).toBeVisible();
  await expect(drawer.getByText('In review')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /Biomedical/ }).getByText('Level 3 in review')).toBeVisible();
});

test('a form with nothing in it says what is missing and keeps the focus there', async ({ as }) => {
  const page = await as('Lucía');
  await page.goto('/skills?skill=deep-learning&write=claim');
  const drawer = page.getByRole('dialog', { name: 'Deep learning' });
  const level = drawer.getByRole('radio', { name: '1 Aware' });
  await level.waitFor();
  await enter(page, 'Send for review');
  await expect(drawer.getByText('Choose a level.')).toBeVisible();
  await expect(drawer.getByText('Choose what kind of evidence it is.')).toBeVisible();
  await expect(level).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Space');
  await enter(page, 'Send for review');
  await expect(drawer.getByRole('combobox', { name: 'Type' })).toBeFocused();
});

test('a profile is shown as it was on another day', async ({ as }) => {
  const page = await as('Lucía');
  await page.goto('/skills?asOf=2024-01-01');
  await expect(page.getByText(/Shown as it was on/)).toBeVisible();
  await expect(page.getByText(/^0 of 61 skills are verified/)).toBeVisible();
  await enter(page, 'Back to today');
  await expect(page.getByText(/^[1-9]\d* of 61 skills are verified/)).toBeVisible();
});

test('where she stands: floors first on every rung, overlays raise them, and the way is counted', async ({ as }) => {
  test.setTimeout(120_000); // the longest table of the product, looked at twice in both colour schemes
  const page = await as('Lucía');
  await page.goto('/standing');
  await expect(page.getByRole('img', { name: /Research axis against production axis/ })).toBeVisible();
  await expectAccessible(page);
  const senior = page.getByRole('row', { name: /Senior Machine Learning Engineer/ });
  await expect(senior.getByText('4 of 15')).toBeVisible();
  await expect(senior.getByText('Not yet')).toBeVisible();
  await enter(page, '3. Senior Machine Learning Engineer');
  const missing = page.getByRole('heading', { name: 'Missing must-haves' }).locator('..').getByRole('row');
  await expect(missing).toHaveCount(12);
  await page.getByRole('checkbox', { name: /MedTech/ }).focus();
  await page.keyboard.press('Space');
  await expect(senior.getByText(/of 20$/)).toBeVisible();
  await expect(page).toHaveURL(/overlays=/);
  await enter(page, 'Show the way');
  await expect(page.getByText('What can start today')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Start a plan' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/growth\/new\?.*target=/);
});

const lucíasPlan = async (
  api: (person: string) => Promise<(query: string) => Promise<Record<string, never>>>,
): Promise<string> => {
  const ask = await api('Lucía');
  const { myGrowthPlans } = (await ask('{ myGrowthPlans(first: 1) { nodes { id } } }')) as unknown as {
    myGrowthPlans: { nodes: { id: string }[] };
  };
  return myGrowthPlans.nodes[0]?.id ?? '';
};

test('on the board an activity starts with Shift and an arrow, and a goal that cannot move says why', async ({
  as,
  api,
}) => {
  const page = await as('Lucía');
  await page.goto(`/growth/${await lucíasPlan(api)}?view=board`);
  const planned = page.getByRole('region', { name: 'Planned' });
  const progress = page.getByRole('region', { name: 'In progress' });
  await expect(planned.getByRole('button', { name: 'ML system design' })).toBeVisible();
  await expectAccessible(page);
  await planned.getByRole('button', { name: 'ML system design' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(progress.getByRole('button', { name: 'ML system design' })).toBeFocused();
  const review = page.getByRole('region', { name: 'Evidence in review' });
  await review.getByRole('button', { name: 'Online serving' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText(/A reviewer verifies Online serving/)).toBeVisible();
  await progress.getByRole('button', { name: 'ML system design' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('heading', { name: 'Hand in evidence for level 2' })).toBeFocused();
});

test('a check-in keeps both views when they differ', async ({ as, api }) => {
  test.setTimeout(120_000); // two people, one after the other
  const plan = await lucíasPlan(api);
  const page = await as('Lucía');
  await page.goto(`/growth/${plan}?goal=production-python`);
  const drawer = page.getByRole('dialog', { name: 'Production programming' });
  await expect(drawer.getByText('No check-in yet.')).toBeVisible();
  const assessor = drawer.getByRole('combobox', { name: 'Second view by' });
  await assessor.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Kwame Mensah' }).click();
  await enter(page, 'Open a check-in');
  await enter(page, 'Write your view');
  const own = drawer.getByRole('form', { name: 'Write your view' });
  await own.getByRole('radio', { name: /^3 / }).focus();
  await page.keyboard.press('Space');
  await own.getByLabel('Why').fill('I reviewed the service split alone.');
  await expectAccessible(page);
  await enter(page, 'Record');
  await expect(drawer.getByText('Waits for Kwame Mensah').first()).toBeVisible();

  const mentor = await as('Kwame');
  await mentor.goto('/mentoring');
  await mentor.getByRole('link', { name: 'Your view of Production programming' }).focus();
  await mentor.keyboard.press('Enter');
  await enter(mentor, 'Write the second view');
  const second = mentor.getByRole('form', { name: 'Write the second view' });
  await second.getByRole('radio', { name: /^2 / }).focus();
  await mentor.keyboard.press('Space');
  await enter(mentor, 'Record');
  await expect(mentor.getByText('The two views differ, and both stay.')).toBeVisible();
  await expect(mentor.getByText('I reviewed the service split alone.')).toBeVisible();
  await expect(mentor.getByRole('button', { name: 'Hand in evidence' })).toHaveCount(0);
});

test('the plan prints to a tagged PDF without the frame of the app', async ({ as, api }) => {
  const page = await as('Lucía');
  await page.goto(`/growth/${await lucíasPlan(api)}`);
  await expect(page.getByRole('img', { name: /^Radar/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden();
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })).toString('latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(pdf).toContain('/StructTreeRoot');
  const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  expect(sheets.length).toBeLessThanOrEqual(5);
  for (const [, width, height] of sheets) {
    expect(Math.abs(Number(width) - 595)).toBeLessThan(2);
    expect(Math.abs(Number(height) - 842)).toBeLessThan(2);
  }
});

test('a manager starts a plan for a report and reads her skills', async ({ as, api }) => {
  const page = await as('Henrik');
  await page.goto(`/growth/${await lucíasPlan(api)}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Lucía Fernández' })).toBeVisible();
  const ask = await api('Lucía');
  const { myPerson } = (await ask('{ myPerson { id } }')) as unknown as { myPerson: { id: string } };
  await page.goto(`/people/${myPerson.id}/skills`);
  await expect(page.getByRole('heading', { level: 1, name: 'Skills of Lucía Fernández' })).toBeVisible();
  await enter(page, 'Deep learning');
  const drawer = page.getByRole('dialog', { name: 'Deep learning' });
  await expect(drawer.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Propose a level' })).toHaveCount(0);
  await page.goto(`/growth/new?person=${myPerson.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Start a plan for Lucía Fernández' })).toBeVisible();
});

test('what is not theirs is not shown, and an empty page says how to fill it', async ({ as, api }) => {
  const ask = await api('Henrik');
  const { growthPlans } = (await ask(
    '{ growthPlans(first: 50) { nodes { id person { displayName } } } }',
  )) as unknown as { growthPlans: { nodes: { id: string; person: { displayName: string } }[] } };
  const foreign = growthPlans.nodes.find(({ person }) => person.displayName.startsWith('Freya'));
  const page = await as('Kwame');
  await page.goto(`/growth/${foreign?.id ?? ''}`);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/growth');
  await expect(page.getByRole('heading', { name: 'Start from a target job role' })).toBeVisible();
  await expectAccessible(page);
});

test.describe('when the server fails', () => {
  test.use({ tolerated: /Failed to load resource/ });
  test('the page says so and loads again', async ({ as }) => {
    const page = await as('Lucía');
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('SkillsProfile') === true
        ? route.fulfill({ status: 500, contentType: 'application/json', body: '{"errors":[{"message":"x"}]}' })
        : route.continue(),
    );
    await page.getByRole('link', { name: 'My skills' }).click();
    await expect(page.getByRole('heading', { name: 'The page did not load' })).toBeVisible();
    await page.unroute('**/graphql');
    await enter(page, 'Try again');
    await expect(page.getByRole('heading', { level: 1, name: 'My skills' })).toBeVisible();
  });
});
