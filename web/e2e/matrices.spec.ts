/** Why this file exists: a leader reads the matrix and a manager confirms claims, both without a mouse; what they take away in files is right. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Download, Page } from '@playwright/test';
import { expect, expectAccessible, tabTo, test } from './support.ts';

const grid = (page: Page) => page.getByRole('grid');
/** The sentence that a screen reader hears for the cell with the focus. */
const sentence = (page: Page) => page.locator('#matrix-active-cell');

async function openMatrix(page: Page, search = ''): Promise<void> {
  await page.goto(`/matrix${search}`);
  await grid(page).waitFor();
}

/** Texts of one part of a zip archive, found through its central directory. */
function partOf(archive: Buffer, name: string): string {
  for (let at = archive.indexOf('PK\x01\x02'); at !== -1; at = archive.indexOf('PK\x01\x02', at + 4)) {
    const nameLength = archive.readUInt16LE(at + 28);
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue;
    const size = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + size);
    return (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
  }
  throw new Error(`the archive has no ${name}`);
}

const contentOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

async function exported(page: Page, item: RegExp): Promise<Download> {
  await page.getByRole('button', { name: 'Export' }).focus();
  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: item });
  await entry.focus();
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  return waiting;
}

test.describe('the matrix', () => {
  test('a leader moves by keys, sorts by a skill, opens a cell and comes back to it', async ({ as, api }) => {
    const ask = await api('Ingrid');
    const { skillsMatrix: block } = (await ask('{ skillsMatrix { levels } }')) as unknown as {
      skillsMatrix: { levels: string[] };
    };
    const greatest =
      block.levels
        .map((row) => row[1] ?? '.')
        .toSorted()
        .at(-1) ?? '';
    const page = await as('Ingrid');
    await openMatrix(page);
    await expect(grid(page)).toHaveAttribute('aria-colcount', '62');
    await tabTo(page, grid(page));
    await page.keyboard.press('Control+Home');
    await expect(sentence(page)).toContainText('people');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const first = await sentence(page).textContent();
    expect(first).toMatch(/^.+, .+: (level [1-5], \w+|not assessed), (target [1-5]|not asked for)$/);
    await page.keyboard.press('End');
    await expect(sentence(page)).toHaveAttribute('aria-colindex', '62');
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowRight');
    await expect(sentence(page)).toHaveText(first ?? '');
    await page.keyboard.press('s');
    await expect(page).toHaveURL(/sort=[a-z-]+/);
    await expect(sentence(page)).toHaveText(first ?? ''); // the place stays with the person and the skill
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await expect(sentence(page)).toContainText(`level ${greatest},`); // the greatest stands first
    const chosen = await sentence(page).textContent();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await expect(panel.getByRole('list', { name: 'The five levels' }).locator('> li')).toHaveCount(5);
    await expect(panel.getByText('Verified', { exact: true })).toBeVisible();
    await expect(panel.getByRole('link', { name: /Open the skills of/ })).toHaveAttribute(
      'href',
      /\/people\/.+\/skills/,
    );
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(grid(page)).toBeFocused();
    await expect(sentence(page)).toHaveText(chosen ?? '');
  });

  test('an address brings back the view: gap, team, category, one list', async ({ as }) => {
    const page = await as('Ingrid');
    await openMatrix(page, '?view=gap&category=deployment&group=none');
    await expect(page.getByRole('button', { name: 'Gap to target' })).toHaveAttribute('aria-pressed', 'true');
    await expect(grid(page)).toHaveAttribute('aria-colcount', '5');
    await expect(page.getByRole('list', { name: 'Legend' })).toContainText('at target');
    await page.getByRole('combobox', { name: 'Team' }).selectOption({ index: 2 });
    await expect(page).toHaveURL(/team=/);
    const rows = Number(await grid(page).getAttribute('aria-rowcount'));
    await page.reload();
    await grid(page).waitFor();
    expect(Number(await grid(page).getAttribute('aria-rowcount'))).toBe(rows);
    await expectAccessible(page);
  });

  test('an overlay asks for more, and an earlier day shows the levels of then', async ({ as }) => {
    const page = await as('Ingrid');
    await openMatrix(page);
    const met = page.getByRole('definition').first();
    const before = await met.textContent();
    await page.getByRole('combobox', { name: 'Overlay' }).selectOption('medtech-samd');
    await expect(page).toHaveURL(/overlay=medtech-samd/);
    await expect(met).not.toHaveText(before ?? '');
    await page.goto('/matrix?asOf=2026-03-01');
    await grid(page).waitFor();
    await expect(page.getByText('Levels of that day as known now')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'As of' }).or(page.getByLabel('As of'))).toHaveValue('2026-03-01');
    await expect(page.getByText('1 Mar 2026')).toBeVisible();
    await page.goto('/matrix?asOf=1999-01-01');
    await expect(page.getByRole('heading', { name: 'Nobody to show' })).toBeVisible();
    await page.getByRole('button', { name: 'Go to today' }).press('Enter');
    await grid(page).waitFor();
  });

  test('a filter that fits nobody says which, and is cleared', async ({ as }) => {
    const page = await as('Ingrid');
    await openMatrix(page);
    await page.keyboard.press('/');
    await page.keyboard.type('zzzz');
    await expect(page.getByText('No person fits the text “zzzz”.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
    await grid(page).waitFor();
    await expect(page).not.toHaveURL(/q=/);
  });

  test('four people have no figures, and the page says so', async ({ as }) => {
    const page = await as('Ingrid');
    await openMatrix(page, '?q=Lucía');
    await expect(page.getByText('Fewer than 5 people: figures are not shown', { exact: false })).toBeVisible();
    await expect(page.getByText('At or above target', { exact: true })).toHaveCount(0);
  });

  test('both files hold what is on the screen', async ({ as, api }) => {
    const ask = await api('Ingrid');
    const { skillsMatrix: block } = (await ask('{ skillsMatrix { personNames skillNames levels } }')) as unknown as {
      skillsMatrix: { personNames: string[]; skillNames: string[]; levels: string[] };
    };
    const page = await as('Ingrid');
    await openMatrix(page, '?group=none');
    const csv = (await contentOf(await exported(page, /CSV/))).toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const lines = csv.slice(1).trimEnd().split('\r\n');
    expect(lines).toHaveLength(block.personNames.length + 1);
    const [name, , , ...levels] = (lines[1] ?? '').replaceAll(/"[^"]*"/g, 'quoted').split(',');
    expect(name).toBe(block.personNames[0]);
    expect(levels).toEqual([...(block.levels[0] ?? '')].map((c) => (c === '.' ? 'not assessed' : c)));
    const book = await contentOf(await exported(page, /Excel/));
    const texts = partOf(book, 'xl/sharedStrings.xml');
    for (const text of [block.skillNames[0], block.personNames[0], block.personNames.at(-1), 'not assessed'])
      expect(texts).toContain(text ?? '');
    const rows = partOf(book, 'xl/worksheets/sheet1.xml').match(/<row /g) ?? [];
    expect(rows).toHaveLength(block.personNames.length + 1);
  });

  test('coverage names the duties, the single points and the people behind them', async ({ as }) => {
    const page = await as('Ingrid');
    await page.goto('/matrix?tab=coverage');
    for (const duty of ['Ingestion', 'Deployment', 'Monitoring', 'Retraining', 'Compliance'])
      await expect(page.getByRole('heading', { name: new RegExp(`^${duty}`) })).toBeVisible();
    const points = page.getByRole('region', { name: 'Skills that hang on one person' });
    await expect(points.getByRole('link').first()).toHaveAttribute('href', /\/people\//);
    await expectAccessible(page);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).press('Enter');
    expect((await contentOf(await waiting)).toString('utf8')).toContain(
      'Skill,Job roles ask,At or above target,Below,Not assessed\r\n',
    );
  });

  test('an administrator sees figures and nobody’s row', async ({ as }) => {
    const page = await as('Daniel');
    await page.goto('/matrix');
    await expect(page.getByText('Your rights show figures about groups, not single people.')).toBeVisible();
    await expect(grid(page)).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Coverage of each skill' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Skills that hang on one person' })).toHaveCount(0);
  });

  test('an interviewer without the right is refused', async ({ as }) => {
    const page = await as('Beatriz');
    await page.goto('/matrix');
    await expect(page.getByRole('heading', { name: 'This is not yours to see' })).toBeVisible();
    await page.goto('/reviews');
    await expect(page.getByRole('heading', { name: 'This is not yours to see' })).toBeVisible();
  });

  test('a narrow screen scrolls the grid and not the page', async ({ as }) => {
    const page = await as('Ingrid', { viewport: { width: 380, height: 800 } });
    await openMatrix(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await expectAccessible(page);
  });
});

test.describe('the team and its claims', () => {
  test('a manager sees who needs them and opens the first claim', async ({ as }) => {
    const page = await as('Henrik');
    await page.goto('/team');
    await expect(page.getByText('4 claims to review')).toBeVisible();
    await expect(page.getByText(/Freya Lindgren has had no accepted evidence for \d+ days/)).toBeVisible();
    await expect(page.getByText(/Next useful activity: .+/)).toBeVisible();
    await expect(page.getByText(/\d+ of \d+/).first()).toBeVisible();
    await expectAccessible(page);
    await tabTo(page, page.getByRole('link', { name: /^Review: / }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/reviews\/.+/);
  });

  test('claims are confirmed, confirmed lower and sent back with the keyboard alone, until none waits', async ({
    as,
  }) => {
    const page = await as('Henrik');
    await page.goto('/reviews');
    await expect(page.getByRole('region', { name: 'Claims that wait' }).getByRole('row')).toHaveCount(5);
    await expectAccessible(page);
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Production programming, level 3');
    await expect(page.getByText('External certificate alone cannot raise a skill above level 2.')).toBeVisible();
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Interpretability and uncertainty, level 4');
    await page.keyboard.press('k');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Production programming, level 3');
    await page.keyboard.press('5');
    await expect(page.getByRole('alert')).toContainText('Level 3 was claimed');
    await expect(page.getByRole('button', { name: 'Confirm level 5' })).toBeDisabled();
    await expectAccessible(page);
    await page.keyboard.press('3');
    await page.keyboard.press('c');
    await expect(
      page.getByText('Confirmed: Mateus Oliveira, Production programming, level 3.', { exact: false }),
    ).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Interpretability and uncertainty, level 4');
    await page.keyboard.press('3');
    await page.keyboard.press('c');
    await expect(page.getByText('Confirmed at level 3 instead of 4', { exact: false })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Online serving, level 2');
    await page.keyboard.press('r');
    await expect(page.getByRole('textbox', { name: /What is missing/ })).toBeFocused();
    await page.keyboard.type('No');
    await tabTo(page, page.getByRole('button', { name: 'Send back' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Write a reason of 5 characters or more', { exact: false })).toBeVisible();
    await expect(page.getByRole('textbox', { name: /What is missing/ })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type('t yet: show the rollback of a release.');
    await tabTo(page, page.getByRole('button', { name: 'Send back' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Sent back: Lucía Fernández, Online serving.', { exact: false })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drift and performance monitoring, level 3');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
    await expect(
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Claims to review' }),
    ).not.toContainText(/\d/);
    await expectAccessible(page);
  });

  test('a claim that was decided meanwhile says so', async ({ as, api }) => {
    const page = await as('Henrik');
    const ask = await api('Henrik');
    const { myPerson } = (await ask('{ myPerson { directReports { id } } }')) as unknown as {
      myPerson: { directReports: { id: string }[] };
    };
    const [report] = myPerson.directReports;
    const { assessments } = (await ask(
      'query($p: ID!) { assessments(personId: $p, first: 50) { nodes { id state } } }',
      { p: report?.id },
    )) as unknown as { assessments: { nodes: { id: string; state: string }[] } };
    const decided = assessments.nodes.find(({ state }) => state === 'CONFIRMED');
    await page.goto(`/reviews/${decided?.id ?? ''}`);
    await expect(page.getByText('This claim is not waiting any more: it is confirmed.')).toBeVisible();
    await page.goto('/reviews/00000000-0000-7000-8000-000000000000');
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  });

  test('somebody without reports finds words for it', async ({ as }) => {
    const page = await as('Kwame');
    await page.goto('/team');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
});
