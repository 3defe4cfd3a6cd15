/** Why this file exists: the chapters of the whole story from the comparison to the first day of work. */
import type { Page } from '@playwright/test';
import { choose, fill, press, reach } from './candidates-walk.ts';
import { confirm, go, typeDay } from './story-walk.ts';
import { CANDIDATE, REQUISITION } from './story-job.ts';
import { BEATRIZ_SAW, MONITORING, TOMASZ_SAW } from './story-panel.ts';
import { expect } from './support.ts';

const MANAGER = 'Henrik Sørensen';

/** Compares: floors first, in words, with what both interviewers saw behind the cell. */
export async function compare(page: Page): Promise<void> {
  await go(page, 'q', 'Requisitions');
  await press(page, REQUISITION, 'link');
  await press(page, 'Compare candidates', 'link');
  const table = page.getByRole('region', { name: 'Candidates by requirement' }).getByRole('table');
  await expect(table.getByRole('row', { name: /^Floors/ })).toContainText(`${MONITORING}: shown 1, needs 2`);
  await expect(table.getByRole('row', { name: /^Scorecards/ })).toContainText('4 of 4 in');
  await reach(page, table.locator('[data-cell="0:0"]'));
  const cell = table.getByRole('button', { name: new RegExp(`${MONITORING}: level 1 of 2, below, rated 3 and 2`) });
  await reach(page, cell, 'ArrowDown');
  await page.keyboard.press('Enter');
  const evidence = page.getByRole('dialog');
  await expect(evidence).toContainText(BEATRIZ_SAW);
  await expect(evidence).toContainText(TOMASZ_SAW);
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
}

/** Records who talked about it and what was said, and moves on to the decision. */
export async function debrief(page: Page): Promise<void> {
  await press(page, CANDIDATE);
  await press(page, 'Record the debrief');
  const record = page.getByRole('form', { name: 'Record the debrief' });
  for (const name of ['Marta Lindqvist', 'Tomasz Zieliński', 'Beatriz Nogueira'])
    await expect(record.getByRole('checkbox', { name })).toBeChecked();
  await fill(
    page,
    /What was said/,
    'Two raters on monitoring, one level apart; we compared the anchors and kept both.',
  );
  await press(page, 'Save and move to debrief');
  await expect(page.getByText(/^Held .* with Marta Lindqvist/)).toBeVisible();
}

/** Accepts with the gap named, and signs. */
export async function decide(page: Page): Promise<void> {
  await press(page, 'Decide');
  await reach(page, page.getByRole('radio', { name: 'Accept' }));
  await page.keyboard.press('Space');
  await expect(page.getByText(new RegExp(`Must-haves are missing or not assessed: ${MONITORING}`))).toBeVisible();
  await reach(page, page.getByRole('checkbox', { name: /a dated growth plan/ }));
  await page.keyboard.press('Space');
  await fill(
    page,
    /In your own words/,
    'Pipelines, reproducibility and packaging are at the bar; monitoring is one step short and gets a growth plan.',
  );
  await fill(page, 'Conditions', 'A growth plan for drift monitoring starts with the contract.');
  await press(page, 'Review and sign');
  await confirm(page, 'Sign this decision?', 'Sign as Marta Lindqvist');
  const record = page.getByRole('article', { name: 'Decision record' });
  await expect(record).toContainText('Accepted by Marta Lindqvist');
  await expect(record).toContainText('A growth plan for drift monitoring starts with the contract.');
}

/** Hires for the first day of the tour, to the manager of imaging research. */
export async function hire(page: Page): Promise<void> {
  await typeDay(page, page.getByLabel('First day of work'), '2026-11-16');
  await reach(page, page.getByRole('combobox', { name: 'Manager' }));
  await page.keyboard.press('ControlOrMeta+a');
  await choose(page, 'Manager', MANAGER, MANAGER);
  await press(page, `Hire ${CANDIDATE}`);
  await confirm(page, `Hire ${CANDIDATE}?`, `Hire ${CANDIDATE}`);
  await expect(page.getByRole('link', { name: `Open the profile of ${CANDIDATE}` })).toBeVisible();
}
