/** Why this file exists: the steps of an interviewer that several tests take. */
import type { Locator, Page } from '@playwright/test';
import { ask, expect } from './support.ts';

export const NOTE = 'Asked for the failing test first and named the leak before opening the second file.';
/** Notes that differ in digits only count as the same. */
export const WORDS = ['First', 'Then', 'Later', 'Again', 'Last'];
export const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved/ });
export const evidence = (page: Page, skill: string) => page.getByRole('textbox', { name: `${skill}: evidence` });

/** Opens the scorecard that is due to Tomasz. */
export async function openDue(page: Page): Promise<void> {
  await page.goto('/interviews');
  await page
    .getByRole('table', { name: 'Scorecards due' })
    .getByRole('link', { name: 'Jonas Weber', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Jonas Weber' })).toBeVisible();
  await expect(page.getByRole('form', { name: 'Scorecard' })).toBeVisible();
}

interface DraftOnServer {
  readonly ratings: readonly { skillKey: string; evidence: string; level: number | null }[];
}
/** What the server has of the scorecard that is due. */
export async function onServer(page: Page): Promise<DraftOnServer> {
  const { myInterviews } = (await ask(
    page,
    '{ myInterviews(isDue: true) { nodes { myScorecard { content { ratings { skillKey evidence level } } } } } }',
  )) as unknown as { myInterviews: { nodes: { myScorecard: { content: DraftOnServer } }[] } };
  const [first] = myInterviews.nodes;
  if (first === undefined) throw new Error('no scorecard is due');
  return first.myScorecard.content;
}
export const noteOnServer = async (page: Page, skillKey: string): Promise<string | undefined> =>
  (await onServer(page)).ratings.find((one) => one.skillKey === skillKey)?.evidence;

/** A rating without enough evidence is begun, not done; what is wrong stands at the text box, which shows that it is typed into. */
export async function expectHalfDone(page: Page, group: Locator): Promise<void> {
  const step = page.getByRole('complementary', { name: 'Progress' }).getByRole('listitem').first();
  const box = group.getByRole('textbox');
  await page.keyboard.insertText('Too short.');
  await expect(step).toContainText('Evidence missing');
  await expect(step).toContainText('begun');
  await expect(box).toHaveAccessibleDescription(/in 20 characters or more/);
  await expect(box).toHaveCSS('outline-style', 'solid');
  const [text, wrong, tick] = await Promise.all(
    [box, group.getByText(/in 20 characters or more/), group.getByRole('checkbox')].map((one) => one.boundingBox()),
  );
  expect(wrong?.y ?? 0).toBeGreaterThan(text?.y ?? Infinity);
  expect(wrong?.y ?? Infinity).toBeLessThan(tick?.y ?? 0);
  await page.keyboard.press('ControlOrMeta+a');
}
