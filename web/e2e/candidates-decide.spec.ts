/** Why this file exists: candidates are compared, debriefed, decided on and hired without a mouse; what stands against it, and what home says. */
import { fill, LUMAREAD, press, reach, requisitionId } from './candidates-walk.ts';
import { expect, expectAccessible, test } from './support.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test('candidates are compared floors first; the keyboard walks the cells and comes back from the evidence', async ({
  as,
}) => {
  const page = await as('Marta');
  await page.goto(`/requisitions/${await requisitionId(page, LUMAREAD)}/compare`);
  const table = page.getByRole('table');
  await expect(table.getByRole('row', { name: /^Floors/ })).toContainText(
    'Model evaluation and validation design: shown 2, needs 3',
  );
  await expect(table.getByRole('row', { name: /^Attainment/ })).toContainText('94% of what was assessed');
  // a fit of more than ninety percent with a floor missing is never called ready
  await expect(table.getByText('Every must-have shown')).toHaveCount(0);
  await expect(table.getByText('Not ready')).toHaveCount(1);
  await expect(table.getByText('Hired with must-haves open')).toBeVisible();
  await expect(table.getByRole('row', { name: /^Scorecards/ })).toContainText('Missing: Tomasz Zieliński');
  await expectAccessible(page);
  await reach(page, table.locator('[data-cell="0:0"]'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const cell = table.locator('[data-cell="1:1"]');
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('Amara Nwosu');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(cell).toBeFocused();
  await table.locator('[data-cell]').last().focus(); // the names stay in sight over the last row
  await expect(table.getByRole('columnheader', { name: /Amara Nwosu/ })).toBeInViewport();
  const unknown = page.getByRole('button', {
    name: /Elif Kaya, Incident response and on-call: not assessed, which is not a low score/,
  });
  await unknown.focus();
  await page.keyboard.press('Enter');
  await expect(drawer).toContainText('It is unknown, not a low score.');
  await page.keyboard.press('Escape');
});

test('a debrief, a decision with dissent, a record that prints, and a hire', async ({ as }) => {
  const page = await as('Marta');
  await page.goto('/');
  await press(page, 'Decide on Amara Nwosu', 'link');
  await page.getByRole('heading', { name: 'Compare candidates' }).waitFor();
  await press(page, 'Decide');
  await reach(page, page.getByRole('radio', { name: 'Accept' }));
  await page.keyboard.press('Space');
  await expect(
    page.getByText(
      /To accept all the same, choose the reason "A must-have is missing or was not assessed; a dated growth plan/,
    ),
  ).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Every must-have was shown/ })).toBeDisabled();
  await press(page, 'Review and sign');
  await expect(page.getByText('Choose at least one reason.')).toBeVisible();
  await expectAccessible(page);
  await reach(page, page.getByRole('checkbox', { name: /a dated growth plan/ }));
  await page.keyboard.press('Space');
  await fill(
    page,
    /In your own words/,
    'Rare strength on change control; a dated plan covers system design and release strategies.',
  );
  await press(page, 'Review and sign'); // not without what covers the gap
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const conditions = page.getByRole('textbox', { name: 'Conditions' });
  await expect(conditions).toBeFocused();
  await expect(conditions).toHaveAccessibleDescription(/Say who covers the gap and by when/);
  await page.keyboard.type('Kwame Mensah pairs on system design until the end of June.');
  await press(page, 'Add dissent: Kwame Mensah');
  await reach(page, page.getByRole('textbox', { name: 'In their own words', exact: true }));
  await page.keyboard.type('System design on premises is the job, and it was shown below the bar.');
  await press(page, 'Review and sign');
  await expect(page.getByRole('dialog', { name: 'Sign this decision?' })).toContainText('1 dissent is kept beside it.');
  await expectAccessible(page);
  await press(page, 'Sign as Marta Lindqvist');
  const record = page.getByRole('article', { name: 'Decision record' });
  await expect(record).toContainText('System design on premises is the job');
  await expect(record).toContainText('Accepted by Marta Lindqvist');
  await expect(record).toContainText('Kwame Mensah pairs on system design until the end of June.');
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: 'Candidates by requirement' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: 'screen' });
  await reach(page, page.getByLabel('First day of work'));
  await page.keyboard.type('01022027');
  await press(page, 'Hire Amara Nwosu');
  await expectAccessible(page);
  const dialog = page.getByRole('dialog', { name: 'Hire Amara Nwosu?' });
  await reach(page, dialog.getByRole('button', { name: 'Hire Amara Nwosu' }));
  await page.keyboard.press('Enter');
  const profile = page.getByRole('link', { name: 'Open the profile of Amara Nwosu' });
  await expect(profile).toHaveAttribute('href', /^\/people\//);
});

test('a missing scorecard is waived by name in the debrief; of two who decide at once one is told in words', async ({
  as,
}) => {
  const [page, other] = [await as('Marta'), await as('Marta')];
  const id = await requisitionId(page, LUMAREAD);
  await page.goto(`/requisitions/${id}/compare`);
  await press(page, 'Jonas Weber');
  await press(page, 'Record the debrief');
  await press(page, 'Save and move to debrief');
  await expect(page.getByRole('textbox', { name: /What was said/ })).toBeFocused();
  await expect(page.getByText('Write down what was said.')).toBeVisible();
  await fill(page, /What was said/, 'Depth was not rated. Design and regulated delivery were talked through.');
  await press(page, 'Save and move to debrief');
  await expect(page.getByRole('alert')).toContainText('1 scorecard');
  await reach(page, page.getByRole('checkbox', { name: /Tomasz Zieliński, Technical depth.*will not come/ }));
  await page.keyboard.press('Space');
  await fill(page, 'Why it will not come', 'On parental leave until spring.');
  await expectAccessible(page);
  await press(page, 'Save and move to debrief');
  await expect(page.getByText(/will not come. On parental leave/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Decide', exact: true })).toBeFocused(); // one step led here
  await other.goto(page.url());
  for (const window of [page, other]) {
    await press(window, 'Decide');
    await reach(window, window.getByRole('radio', { name: 'Accept' }));
    await window.keyboard.press('ArrowDown');
    await window.getByRole('checkbox', { name: /All openings are filled/ }).waitFor();
    await expect(window.getByRole('textbox', { name: 'Conditions' })).toHaveCount(0); // only of an acceptance
    await reach(window, window.getByRole('checkbox', { name: /All openings are filled/ }));
    await window.keyboard.press('Space');
    await fill(window, /In your own words/, 'Both openings are filled since the hire of today.');
    await press(window, 'Review and sign');
    await window.getByRole('dialog', { name: 'Sign this decision?' }).waitFor();
  }
  await press(page, 'Sign as Marta Lindqvist');
  await expect(page.getByRole('article', { name: 'Decision record' })).toContainText('Declined by Marta Lindqvist');
  await press(other, 'Sign as Marta Lindqvist');
  await expect(other.getByRole('alert')).toContainText('A decision on this application stands already.');
  await other.keyboard.press('Escape');
  await expect(other.getByRole('article', { name: 'Decision record' })).toContainText('Declined by Marta Lindqvist');
});

test('an employee reads what is posted and nothing of the pipeline', async ({ as }) => {
  const page = await as('Lucía');
  const manager = await as('Marta');
  await page.goto(`/requisitions/${await requisitionId(manager, LUMAREAD)}`);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/requisitions');
  await press(page, /From data science to ML engineering/, 'link');
  await page.getByRole('heading', { level: 1, name: /From data science/ }).waitFor();
  await expect(page.getByRole('tab', { name: 'Pipeline' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Compare candidates' })).toHaveCount(0);
  await page.goto(`/requisitions/${await requisitionId(manager, LUMAREAD)}/compare`);
  await expect(page.getByRole('alert')).toBeVisible();
});

test('home says what waits, by grants, and what to do when nothing does', async ({ as }) => {
  const manager = await as('Henrik');
  await manager.goto('/');
  await expect(manager.getByRole('link', { name: /^Review Lucía/ })).toBeVisible();
  await expect(manager.getByRole('link', { name: /^Name the initiative of Data Scientist/ })).toBeVisible();
  await expectAccessible(manager);
  const leader = await as('Ingrid');
  await leader.goto('/');
  await expect(leader.getByRole('heading', { name: /skills hang on one person/ })).toBeVisible();
  await expectAccessible(leader);
  const auditor = await as('Margaret');
  await auditor.goto('/');
  await expect(auditor.getByText('Nothing waits for you.')).toBeVisible();
  await expect(auditor.getByRole('link', { name: 'Read and verify' })).toBeVisible();
});
