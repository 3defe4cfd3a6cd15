/** Why this file exists: an auditor opens contact data by keyboard, those concerned see it, and who can see a record is told with its reasons. */
import type { Page } from '@playwright/test';
import { ask } from './session.ts';
import { expect, expectAccessible, test } from './support.ts';

test.describe.configure({ timeout: 180_000 }); // the checks for accessibility take their time on a busy machine
test.use({ story: 'break-glass' });

const press = async (page: Page, target: ReturnType<Page['locator']>): Promise<void> => {
  await target.waitFor();
  await target.focus();
  await page.keyboard.press('Enter');
};
const REASON = 'A complaint that the answer never came';

test('Margaret opens the contact data of one candidate, Marta and Daniel see it, and Daniel ends it', async ({
  as,
}) => {
  const [margaret, marta, daniel] = [await as('Margaret'), await as('Marta'), await as('Daniel')];
  const found = await ask(marta, '{ applications(stage: DEBRIEF, first: 1) { nodes { id } } }');
  const application =
    (found as unknown as { applications: { nodes: { id: string }[] } }).applications.nodes[0]?.id ?? '';
  await margaret.goto(`/applications/${application}`);
  const contact = margaret.getByRole('region', { name: 'Contact data' });
  await expect(contact).toContainText('Auditors read candidates without contact data.');
  await press(margaret, contact.getByRole('button', { name: 'Open the contact data' }));
  const window = margaret.getByRole('dialog');
  await expect(window.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await expect(window.getByRole('button', { name: 'Open the contact data' })).toBeDisabled();
  await margaret.keyboard.type(REASON);
  await expectAccessible(margaret);
  await margaret.keyboard.press('Tab');
  await expect(window.getByRole('combobox', { name: 'For how long' })).toBeFocused();
  await margaret.keyboard.press('Tab');
  await margaret.keyboard.press('Tab');
  await margaret.keyboard.press('Enter');
  await expect(contact).toContainText('@');
  await expect(contact).toContainText(`You opened them: “${REASON}”.`);
  await expectAccessible(margaret);

  await marta.goto('/');
  await expect(marta.getByRole('note').filter({ hasText: REASON })).toContainText('Margaret');
  await daniel.goto('/people?view=approvals');
  const opened = daniel.getByRole('list', { name: 'Contact data that auditors opened' }).getByRole('listitem');
  await expect(opened).toContainText(REASON);
  await expectAccessible(daniel);
  await press(daniel, opened.getByRole('link', { name: 'Who can see the contact data' }));
  await expect(daniel.getByRole('heading', { level: 1, name: 'Who can see this' })).toBeVisible();
  const line = daniel.getByRole('list', { name: 'Can see it' }).locator('> li').filter({ hasText: 'Margaret' });
  await expect(line).toContainText('opened it by breaking glass, as auditor, until');
  await expectAccessible(daniel);
  await daniel.goBack();
  await press(daniel, opened.getByRole('button', { name: /End it now/ }));
  await expect(opened).toContainText('ended by Daniel');

  await margaret.reload();
  await expect(contact).toContainText('Auditors read candidates without contact data.');
});
