/** Why this file exists: steps that the walks through growth plans share. */
import type { Page } from '@playwright/test';

export const done = (page: Page, words: RegExp) => page.getByRole('alert').filter({ hasText: words });
export const pick = async (page: Page, label: string, text: string): Promise<void> => {
  const box = page.getByRole('combobox', { name: label });
  await box.focus();
  await box.fill(text);
  await page
    .getByRole('option', { name: new RegExp(text) })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};
export const enter = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
};
