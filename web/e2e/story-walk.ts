/** Why this file exists: how the people of the whole story come in, move and leave without a mouse. */
import type { Locator, Page } from '@playwright/test';
import { press, reach } from './candidates-walk.ts';
import { expect } from './support.ts';

/** Signs somebody in by choosing them on the sign-in page; they begin at home, whoever was here before. */
export async function signIn(page: Page, name: string): Promise<void> {
  await press(page, new RegExp(name));
  await expect(page.getByRole('button', { name: `Account: ${name}` })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: `Hello, ${name.split(' ')[0] ?? name}` })).toBeVisible();
}

/** Signs out through the menu of the user; the sign-in page is there again. */
export async function signOut(page: Page, name: string): Promise<void> {
  await press(page, `Account: ${name}`);
  const leave = page.getByRole('menuitem', { name: 'Sign out' });
  await leave.waitFor();
  await reach(page, leave, 'ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Step into the demonstration' })).toBeVisible();
}

/** Goes to a page of the sidebar with `g` and its letter. */
export async function go(page: Page, letter: string, heading: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

/** Goes to a field and puts a text in the place of what is there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Chooses in a list of the browser by typing the beginning of the option. */
export async function select(page: Page, field: Locator, option: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(option);
  await expect(field.locator('option:checked')).toHaveText(new RegExp(`^${option}`));
}

/** Confirms the question of the open window with its own button. */
export async function confirm(page: Page, question: string, answer: string): Promise<void> {
  const window = page.getByRole('dialog', { name: question });
  await reach(page, window.getByRole('button', { name: answer }));
  await page.keyboard.press('Enter');
  await expect(window).toBeHidden();
}

/**
 * Types a day into a field of the browser, which takes its parts in the order of its own language.
 * @param day YYYY-MM-DD
 */
export async function typeDay(page: Page, field: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  for (const parts of [`${date}${month}${year}`, `${month}${date}${year}`]) {
    await reach(page, field);
    for (let part = 0; part < 3; part++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(parts);
    if ((await field.inputValue()) === day) return;
  }
  await expect(field).toHaveValue(day);
}

/**
 * Keeps what the server answers to a window; called before its first page, since signing in and out never loads another.
 * @returns gives what was heard since it was asked the last time
 */
export async function listen(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const send = window.fetch.bind(window);
    const heard: string[] = [];
    window.fetch = async (...asked) => {
      const answer = await send(...asked);
      const text = await answer.text();
      heard.push(text);
      return new Response(text, answer);
    };
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0).join(''));
}
