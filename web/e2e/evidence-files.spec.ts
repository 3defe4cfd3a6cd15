/** Why this file exists: a person attaches files to a claim without a mouse or by dropping them, saves one and takes one back; hostile ones are told in words. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, tabTo, test } from './support.ts';

test.use({ tolerated: /status of 4\d\d/ });

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n');

async function openClaim(page: Page): Promise<void> {
  await page.goto('/skills?skill=ci-cd&write=claim');
  await page.getByRole('heading', { name: 'Propose a level' }).waitFor();
}
const attachButton = (page: Page) => page.getByRole('button', { name: 'Attach files' });

/** Answers every window for files with one file; a listener that stays, since the browser is told to ask it a moment after it was added. */
async function fileWindow(page: Page): Promise<(name: string, buffer: Buffer) => Promise<void>> {
  let next: { name: string; mimeType: string; buffer: Buffer } | null = null;
  page.on('filechooser', (window) => void (next !== null && window.setFiles(next)));
  await page.evaluate(() => undefined);
  return async (name, buffer) => {
    next = { name, mimeType: 'application/octet-stream', buffer };
    await tabTo(page, attachButton(page));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Files of this piece' }).getByText(name)).toBeVisible();
  };
}

test('a file travels from the claim to the reviewer, and back out of it', async ({ as }) => {
  const page = await as('Lucía');
  await openClaim(page);
  const choose = await fileWindow(page);
  await page.getByRole('radio', { name: /^2/ }).first().check({ force: true });
  await page.getByRole('combobox', { name: 'Type' }).click();
  await page
    .getByRole('option', { name: /^Merged and reviewed change/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'What it is' }).fill('The pipeline of the slide scorer');
  await page.getByLabel('Day of the work').fill('2026-02-01');
  await page.getByRole('textbox', { name: 'Link' }).focus(); // the window follows the focus out of a day's parts a moment later
  await choose('release notes.pdf', PDF);
  await expect(page.getByText('release notes.pdf is attached, 1 kB')).toBeVisible();
  await choose('page.pdf', Buffer.from('<html><script>alert(1)</script></html>'));
  const files = page.getByRole('list', { name: 'Files of this piece' });
  await expect(files.getByText('is markup such as HTML', { exact: false })).toBeVisible();
  await choose('tool.exe', Buffer.from('MZ'));
  await expect(files.getByText('Files of this kind are not taken', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send for review' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'remove those that were refused' })).toBeVisible();
  for (const name of ['page.pdf', 'tool.exe']) await page.getByRole('button', { name: `Remove ${name}` }).click();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['What I did, in words.'], 'notes.txt', { type: 'text/plain' }));
    return data;
  });
  await page.getByRole('group', { name: 'Files' }).dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('notes.txt is attached, 1 kB')).toBeVisible();
  await page.getByRole('button', { name: 'Send for review' }).click();
  const history = page.getByRole('list', { name: 'Files' }).last();
  await expect(history.getByRole('button', { name: 'Save notes.txt' })).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await history.getByRole('button', { name: 'Save release notes.pdf' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('release notes.pdf');
  expect(readFileSync(await saved.path()).equals(PDF)).toBe(true);
  await history.getByRole('button', { name: 'Withdraw notes.txt' }).click();
  const asked = page.getByRole('dialog', { name: 'Withdraw notes.txt?' });
  await expect(asked.getByText('The claim still waits for review', { exact: false })).toBeVisible();
  await asked.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByRole('button', { name: 'Save notes.txt' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save release notes.pdf' }).first()).toBeVisible();
});
