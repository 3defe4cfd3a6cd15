/** Why this file exists: an interviewer's whole job without a mouse; nothing typed is lost; nobody's view colours another's. */
import type { Response } from '@playwright/test';
import { evidence, expectHalfDone, NOTE, noteOnServer, openDue, saved, WORDS } from './evaluations-walk.ts';
import { expect, expectAccessible, tabTo, test } from './support.ts';

test('the list shows what is due first, and the kit all that is needed for the interview', async ({ as }) => {
  const page = await as('Tomasz');
  await page.goto('/interviews');
  await expect(page.getByRole('heading', { name: 'Scorecards due' })).toBeVisible();
  await expect(page.getByText(/days? late/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Kit of .* Jonas Weber$/ }).click();
  await expect(page.getByRole('heading', { name: 'The job role' })).toBeVisible();
  await expect(page.getByText(/Rung 3 of 5/)).toBeVisible();
  await expect(page.getByText(/software as a medical device/)).toBeVisible();
  await expect(page.getByRole('heading', { name: /Rebuild the released model/ })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(4 * 6); // four items, each with a head and five anchors
  await expect(page.getByText('Retraining under change control:', { exact: false })).toBeVisible(); // what another covers
  await expectAccessible(page);
});

test('somebody without interviews is told what will stand there', async ({ as }) => {
  const page = await as('Lucía');
  await page.goto('/interviews');
  await expect(page.getByText(/Nothing planned|not yours to see/)).toBeVisible();
});

test('what is typed is on the server a moment later, without a button', async ({ as }) => {
  const page = await as('Tomasz');
  await openDue(page);
  await evidence(page, 'Testing of data and models').fill(NOTE);
  await expect(page.getByRole('status').filter({ hasText: 'Saving' })).toBeVisible();
  await expect(saved(page)).toBeVisible();
  expect(await noteOnServer(page, 'ml-testing')).toBe(NOTE);
});

test.describe('when the connection is lost', () => {
  test.use({ tolerated: /Failed to load resource|ERR_CONNECTION|ERR_INTERNET/ });

  test('offline, it is kept on the device and sent when the connection returns', async ({ as }) => {
    const page = await as('Tomasz');
    await openDue(page);
    await page.context().setOffline(true);
    await evidence(page, 'Testing of data and models').fill(`${NOTE} Offline.`);
    await expect(page.getByText('Offline, kept on this device')).toBeVisible();
    await page.context().setOffline(false);
    await expect(saved(page)).toBeVisible();
    expect(await noteOnServer(page, 'ml-testing')).toBe(`${NOTE} Offline.`);
  });

  test('a server that dies and returns loses nothing, with a reload in between', async ({ as, server }) => {
    const page = await as('Tomasz');
    await openDue(page);
    await server.down('SIGKILL');
    const field = evidence(page, 'Data validation and contracts');
    await field.fill('Wrote the contract for the units column on the whiteboard, with an owner.');
    await expect(page.getByText('Offline, kept on this device')).toBeVisible();
    await server.up();
    await page.reload();
    await expect(field).toHaveValue(/units column on the whiteboard/);
    await expect(saved(page)).toBeVisible({ timeout: 15_000 });
    expect(await noteOnServer(page, 'data-validation')).toMatch(/units column/);
  });

  test('a session that ends in the middle is mended over the page', async ({ as }) => {
    const page = await as('Tomasz');
    await openDue(page);
    await page.context().clearCookies();
    const field = evidence(page, 'Data integrity');
    await field.fill('Kept the raw export and its checksum beside every derived table.');
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await expect(again).toBeVisible();
    await expectAccessible(page);
    await again.getByRole('button', { name: /Tomasz/ }).click();
    await expect(again).toBeHidden();
    await expect(field).toHaveValue(/checksum beside every derived table/);
    await expect(saved(page)).toBeVisible();
    expect(await noteOnServer(page, 'data-integrity')).toMatch(/checksum/);
  });
});

test('a change from another window is never overwritten: the author sees both and chooses', async ({ as }) => {
  const here = await as('Tomasz');
  const there = await as('Tomasz');
  await openDue(here);
  await openDue(there);
  await evidence(there, 'Safe release strategies').fill('Written in the other window, about the shadow release.');
  await expect(saved(there)).toBeVisible();
  await evidence(here, 'Safe release strategies').fill('Written in this window, about the rollback.');
  const conflict = here.getByRole('alert').filter({ hasText: 'Changed elsewhere' });
  await expect(conflict).toBeVisible();
  await expect(conflict.getByRole('cell', { name: /shadow release/ })).toBeVisible();
  await expect(conflict.getByRole('cell', { name: /rollback/ })).toBeVisible();
  await expectAccessible(here);
  expect(await noteOnServer(here, 'release-strategies')).toMatch(/shadow release/);
  await here.reload(); // the choice is not lost with the page
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expect(saved(here)).toBeVisible();
  expect(await noteOnServer(here, 'release-strategies')).toMatch(/rollback/);
  await evidence(there, 'Safe release strategies').fill('A third text.');
  const other = there.getByRole('alert').filter({ hasText: 'Changed elsewhere' });
  await other.getByRole('button', { name: 'Use the other' }).click();
  await expect(evidence(there, 'Safe release strategies')).toHaveValue(/rollback/);
  expect(await noteOnServer(there, 'release-strategies')).toMatch(/rollback/);
});

test('from the list to the submitted scorecard with the keyboard alone, blind until then', async ({ as, api }) => {
  test.slow(); // eleven ratings, five looks of axe
  const beatriz = await api('Beatriz');
  const { myInterviews } = (await beatriz(
    '{ myInterviews(isDue: false) { nodes { application { candidate { displayName } } myScorecard { content { summary ratings { evidence } } } } } }',
  )) as unknown as {
    myInterviews: {
      nodes: {
        application: { candidate: { displayName: string } };
        myScorecard: { content: { summary: string; ratings: { evidence: string }[] } };
      }[];
    };
  };
  const hers = myInterviews.nodes.find((n) => n.application.candidate.displayName === 'Jonas Weber')?.myScorecard
    .content;
  const secret = hers?.ratings[0]?.evidence ?? '';
  expect(secret.length).toBeGreaterThan(20);

  const page = await as('Tomasz');
  const answers: Promise<string>[] = [];
  const listen = (response: Response): void => {
    if (response.url().endsWith('/graphql')) answers.push(response.text());
  };
  page.on('response', listen);
  await page.goto('/interviews');
  const due = page.getByRole('table', { name: 'Scorecards due' });
  await tabTo(page, due.getByRole('link', { name: 'Jonas Weber', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Other scorecards open for you', { exact: false })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+Enter'); // too early: leads to the first gap
  const summary = page.getByRole('alert').filter({ hasText: /things are missing/ });
  await expect(summary.getByRole('listitem').first()).toBeVisible();
  await expect(
    page.getByRole('group', { name: 'Testing of data and models' }).getByRole('radio').first(),
  ).toBeFocused();
  await expectAccessible(page);

  const rail = page.getByRole('complementary', { name: 'Progress' });
  const rest = page.getByRole('group').filter({ has: page.getByRole('radiogroup') });
  const count = await rest.count();
  await page.keyboard.press('k');
  await page.keyboard.press('k'); // the first rating
  for (let at = 0; at < count; at++) {
    const group = rest.nth(at);
    await page.keyboard.press(String(2 + (at % 3)));
    await expect(group.getByRole('radio').nth(1 + (at % 3))).toBeChecked();
    await expect(group.getByRole('radio').first()).toHaveAccessibleDescription(/./); // the anchor of 1
    await page.keyboard.press('n');
    await expect(group.getByRole('textbox')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    if (at === 0) await expectHalfDone(page, group);
    await page.keyboard.insertText(`${NOTE} ${WORDS[at % WORDS.length] ?? ''}.`);
    await page.keyboard.press('Escape');
    await expect(group.getByRole('radio').nth(1 + (at % 3))).toBeFocused();
    await page.keyboard.press('j');
  }
  await expect(rail.getByText(`${count} of ${count + 1} done`)).toBeVisible(); // the verdict is to do
  await page.keyboard.press('k');
  await page.keyboard.press('0'); // the last one after all not
  await page.keyboard.press('j');
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: 'Yes', exact: true })).toBeChecked();
  await page.keyboard.press('n');
  await page.keyboard.type('Strong on review and rebuilding. Open: how releases are gated.');
  await expect(saved(page)).toBeVisible();
  page.off('response', listen);
  const heard = (await Promise.all(answers)).join('');
  expect(heard).toContain('Jonas Weber');
  expect(heard).not.toContain(JSON.stringify(secret).slice(1, -1));

  await page.keyboard.press('ControlOrMeta+Enter');
  const question = page.getByRole('dialog', { name: 'Submit this scorecard?' });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await expect(question.getByRole('button', { name: 'Submit scorecard' })).toBeFocused(); // Enter goes on, and closes nothing
  await page.keyboard.press('Enter');
  await expect(page.getByText('Submitted and locked.', { exact: false })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('radio').first()).toBeDisabled();

  await expect(page.getByRole('article', { name: /Scorecard of Beatriz/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Rated by more than one' })).toBeVisible();
  await expect(page.getByText(/In agreement|apart/).first()).toBeVisible();
  await page
    .getByRole('article', { name: /Scorecard of Beatriz/ })
    .getByText(/ratings with evidence/)
    .click();
  await expect(page.getByText(secret)).toBeVisible();
  await expectAccessible(page);
  await page.goto('/interviews');
  await expect(page.getByRole('heading', { name: 'Scorecards due' })).toHaveCount(0);
});

test('two interviewers at once: neither reads the other before the own scorecard is in', async ({ as }) => {
  const colleague = await as('Beatriz');
  await colleague.goto('/interviews');
  await colleague.getByRole('table', { name: 'Done' }).getByRole('link', { name: 'Jonas Weber', exact: true }).click();
  await expect(colleague.getByRole('article', { name: /Scorecard of Tomasz/ })).toBeVisible();
  await expect(colleague.getByText('The panel’s scorecards stand below yours.')).toBeVisible(); // nobody is missing
  await colleague.goto('/interviews');
  await colleague
    .getByRole('table', { name: 'Scorecards due' })
    .getByRole('link', { name: 'Mateus Oliveira', exact: true })
    .click();
  await expect(colleague.getByText('Other scorecards open for you', { exact: false })).toBeVisible();
  await expect(colleague.getByRole('article')).toHaveCount(0);
  await colleague.getByRole('link', { name: 'Candidate packet' }).click();
  await expect(colleague.getByText(/A scorecard of yours on this application is not submitted/)).toBeVisible();
  await expect(colleague.getByRole('article')).toHaveCount(0);
  await expectAccessible(colleague);
});

test('an amendment keeps the original and says why', async ({ as }) => {
  const page = await as('Tomasz');
  await page.goto('/interviews');
  await page.getByRole('table', { name: 'Done' }).getByRole('link', { name: 'Jonas Weber', exact: true }).click();
  await page.getByRole('button', { name: 'Amend', exact: true }).click();
  const form = page.getByRole('form', { name: 'Amendment' });
  await form.getByRole('button', { name: 'Add the amendment' }).click();
  await expect(form.getByText('Nothing is changed yet.')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Why do you amend it?' })).toBeFocused();
  await evidence(page, 'Production programming').fill('On reading my notes again: the refit was hinted at by me.');
  await form.getByRole('button', { name: 'Add the amendment' }).click();
  await expect(form.getByText('Say why, in 5 characters or more.')).toBeVisible();
  await expectAccessible(page);
  await form.getByRole('textbox', { name: 'Why do you amend it?' }).fill('I had given the hint myself.');
  await page.reload(); // what was typed is kept
  await page.getByRole('button', { name: 'Amend', exact: true }).click();
  await expect(form.getByRole('textbox', { name: 'Why do you amend it?' })).toHaveValue('I had given the hint myself.');
  await form.getByRole('button', { name: 'Add the amendment' }).click();
  const amendments = page.getByRole('region', { name: 'Amendments' });
  await expect(amendments.getByText('I had given the hint myself.')).toBeVisible();
  await expect(amendments.getByText('after reading others')).toBeVisible();
  await expect(amendments.getByRole('cell', { name: /hinted at by me/ })).toBeVisible();
  await page.getByRole('button', { name: 'Original', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Production programming' })).toContainText(NOTE);
  await expectAccessible(page);
});

test('on a narrow screen the rail is a bar below, and nothing scrolls sideways', async ({ as }) => {
  const page = await as('Beatriz', { viewport: { width: 380, height: 800 } });
  /** What stands on each page and not on the one before. */
  const signs = {
    list: page.getByRole('table', { name: 'Scorecards due' }),
    kit: page.getByRole('button', { name: 'Write the scorecard' }),
    scorecard: page.getByRole('button', { name: /Submit scorecard/ }),
    packet: page.getByText(/A scorecard of yours on this application is not submitted/),
  };
  for (const [open, sign] of Object.entries(signs)) {
    if (open === 'list') await page.goto('/interviews');
    if (open === 'kit') await page.getByRole('link', { name: /^Kit of .* Mateus Oliveira$/ }).click();
    if (open === 'scorecard') await page.getByRole('button', { name: 'Write the scorecard' }).click();
    if (open === 'packet') await page.getByRole('link', { name: 'Candidate packet' }).click();
    await expect(sign).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (open === 'scorecard') await expect(sign).toBeInViewport();
    const overflow = await page.evaluate(() => {
      const main = document.querySelector('main');
      return Math.max(
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
      );
    });
    expect(overflow, open).toBe(0);
    await expectAccessible(page);
  }
});
