/** Why this file exists: how the administrator's walks press buttons and choose in windows without a mouse. */
import type { Locator, Page } from '@playwright/test';

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await target.waitFor();
  await target.focus();
  await page.keyboard.press(key);
}

/** Chooses an entry of a select in the open window, by typing a part of it. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const window = page.getByRole('dialog');
  const field = window
    .getByRole('textbox', { name: label, exact: true })
    .or(window.getByRole('combobox', { name: label, exact: true }));
  await field.first().focus();
  await field.first().fill(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
