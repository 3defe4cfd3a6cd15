/** Why this file exists: a requisition is drafted, planned and opened, and its pipeline filled and moved, without a mouse. */
import { choose, fill, LUMAREAD, press, reach, requisitionId } from './candidates-walk.ts';
import { ask, expect, expectAccessible, test } from './support.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const TITLE = 'Engineer for the ward service';

test('a requisition is drafted from a job role and its overlay, planned so that every must-have is assessed, and opened', async ({
  as,
}) => {
  const page = await as('Marta');
  await page.goto('/requisitions');
  await page.getByRole('link', { name: LUMAREAD }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'New requisition' }).waitFor();
  await press(page, 'Create draft');
  await expect(page.getByText('Choose a job role.')).toBeVisible();
  await choose(page, 'Job role', 'Senior Machine Learning', /^Senior Machine Learning Engineer, version/);
  await reach(page, page.getByRole('checkbox', { name: /software as a medical device/i }));
  await page.keyboard.press('Space');
  await expect(page.getByText(/46 requirements, 20 must-haves/)).toBeVisible();
  await fill(page, 'Title', TITLE);
  await expectAccessible(page);
  await press(page, 'Create draft');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText(/No AI programme is named/)).toBeVisible();
  await press(page, 'Use this plan');
  await expect(page.getByText(/0 of 20 must-haves are assessed/)).toBeVisible();
  // the medtech plan asks about software class C, hazards and retraining
  const regulated = page
    .getByRole('region', { name: 'Interviews' })
    .getByRole('listitem')
    .filter({ hasText: 'Regulated delivery' })
    .first();
  for (const item of ['Same code, higher class', 'From wrong output to harm', 'Retraining under change control'])
    await expect(regulated).toContainText(item);
  for (const [sitting, who] of [
    ['Structured screen', 'Tomasz'],
    ['Technical depth', 'Kwame'],
    ['Regulated delivery', 'Beatriz'],
    ['Collaboration and leadership', 'Tomasz'],
  ] as const) {
    await press(page, `Add interviewer to ${sitting}`);
    await choose(page, 'Interviewer', who, new RegExp(who));
    await press(page, 'Add interviewer');
    await expect(page.getByRole('button', { name: new RegExp(`^Take ${who}.* off ${sitting}$`) })).toBeVisible();
  }
  await expect(page.getByText('All 20 must-haves are assessed by somebody.')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Open requisition');
  const dialog = page.getByRole('dialog', { name: 'Open this requisition?' });
  await expectAccessible(page);
  await reach(page, dialog.getByRole('button', { name: 'Open requisition' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open requisition' })).toHaveCount(0);
});

test('the missing initiative is named, and the flag goes away', async ({ as }) => {
  const page = await as('Marta');
  await page.goto(`/requisitions/${await requisitionId(page, TITLE)}`);
  await press(page, 'Name the initiative');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: /initiative/i })).toBeFocused();
  await page.keyboard.type('Ward service');
  await press(page, 'Save');
  await expect(page.getByText('Serves Ward service')).toBeVisible();
  await expect(page.getByText(/No AI programme is named/)).toHaveCount(0);
});

test('two candidates are added and moved with the keyboard; each move is said aloud, and none goes back', async ({
  as,
}) => {
  const page = await as('Marta');
  await page.goto(`/requisitions/${await requisitionId(page, TITLE)}`);
  await expect(page.getByText(/No candidates yet/)).toBeVisible();
  for (const name of ['Ines Duarte', 'Olu Adeyinka']) {
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Add a candidate' });
    await dialog.waitFor();
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.type(name);
    await choose(page, /How they came/, '', 'Applied directly');
    await press(page, 'Add to pipeline');
    await expect(dialog.getByText(/Ask them first/)).toBeVisible();
    await reach(page, dialog.getByRole('checkbox', { name: /They agreed/ }));
    await page.keyboard.press('Space');
    await expectAccessible(page);
    await press(page, 'Add to pipeline');
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  }
  const card = page.getByRole('button', { name: 'Ines Duarte', exact: true });
  await reach(page, card);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  const dialog = page.getByRole('dialog', { name: 'Move Ines Duarte to Screen?' });
  await expect(dialog.getByRole('textbox', { name: 'Note for the record' })).toBeFocused();
  await page.keyboard.type('Clear about what was hers.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ines Duarte moved to Screen, 1 of 1 there.')).toBeAttached();
  await expect(page.getByRole('region', { name: 'Screen, 1' })).toContainText('Ines Duarte');
  await expect(card).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.getByText('Ines Duarte stays in Screen. Applications go forward only.')).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Ines Duarte' })).toContainText('Clear about what was hers.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectAccessible(page);
});

test('interviews are scheduled from the plan, and a conflict of interest on a panel is told in words', async ({
  as,
}) => {
  const page = await as('Marta');
  const id = await requisitionId(page, TITLE);
  const answer = (await ask(
    page,
    `{ applications(requisitionId: "${id}") { nodes { id candidate { displayName } } } }`,
  )) as unknown as {
    applications: { nodes: { id: string; candidate: { displayName: string } }[] };
  };
  const ines = answer.applications.nodes.find((one) => one.candidate.displayName === 'Ines Duarte')?.id ?? '';
  await page.goto(`/requisitions/${id}?application=${ines}`);
  await press(page, 'Schedule interviews');
  await expectAccessible(page);
  const dialog = page.getByRole('dialog', { name: 'Schedule interviews' });
  await reach(page, dialog.getByRole('button', { name: 'Schedule interviews' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Ines Duarte' })).toContainText('scorecard due');
  const lumaread = await requisitionId(page, LUMAREAD);
  const applications = (await ask(
    page,
    `{ applications(requisitionId: "${lumaread}", stage: DEBRIEF) { nodes { id } } }`,
  )) as unknown as {
    applications: { nodes: { id: string }[] };
  };
  await page.goto(`/requisitions/${lumaread}?application=${applications.applications.nodes[0]?.id ?? ''}`);
  await expect(page.getByText('Aisha Rahman referred the applicant and takes no part.')).toBeVisible();
});
