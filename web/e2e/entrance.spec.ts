/** Why this file exists: somebody is invited, comes in by the link, works, and is out the moment they leave. */
import { expect, expectAccessible, test } from './support.ts';
import { press } from './windows.ts';

test.use({ tolerated: /Failed to load resource/ });

const NAME = 'Ivo Newman';
const EMAIL = 'ivo.newman@helix.example';
const PASSWORD = 'correct horse battery staple';

test('Daniel invites by keyboard; the link lets in once; a leaver is out at the next step', async ({
  as,
  stranger,
}) => {
  const daniel = await as('Daniel');
  await daniel.goto('/people?view=members');
  await press(daniel, daniel.getByRole('button', { name: 'Invite somebody' }));
  const window = daniel.getByRole('dialog', { name: 'Invite somebody' });
  await press(daniel, window.getByRole('button', { name: 'Make the link' }));
  await expect(window.getByText('Fill this in.').first()).toBeVisible();
  await window.getByRole('textbox', { name: 'Name' }).focus();
  await daniel.keyboard.type(NAME);
  await window.getByRole('textbox', { name: 'E-mail' }).focus();
  await daniel.keyboard.type(EMAIL);
  await press(daniel, window.getByRole('checkbox', { name: /^Mentor/ }), 'Space');
  await expectAccessible(daniel);
  await press(daniel, window.getByRole('button', { name: 'Make the link' }));
  const shown = daniel.getByRole('dialog', { name: `The link for ${NAME}` });
  const link = await shown.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toMatch(/\/invitation#/); // what stands behind # goes to no server
  await expectAccessible(daniel);
  await press(daniel, shown.getByRole('button', { name: 'Done' }));
  await expect(daniel.getByText(/Open until/)).toBeVisible();

  const ivo = await stranger();
  await ivo.goto(link);
  await expect(ivo.getByRole('heading', { level: 1, name: `Welcome, ${NAME}` })).toBeVisible();
  await expectAccessible(ivo);
  await ivo.getByLabel('New password').focus();
  await ivo.keyboard.type(PASSWORD);
  await ivo.keyboard.press('Enter');
  await expect(ivo.getByRole('button', { name: `Account: ${NAME}` })).toBeVisible();

  const second = await stranger();
  await second.goto(link);
  await expect(second.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible();
  await expectAccessible(second);

  await daniel.reload();
  await daniel.getByRole('searchbox', { name: 'Find a member' }).fill('Ivo');
  await press(
    daniel,
    daniel
      .getByRole('button', { name: new RegExp(NAME) })
      .or(daniel.getByRole('link', { name: new RegExp(NAME) }))
      .first(),
  );
  await press(daniel, daniel.getByRole('button', { name: 'Deactivate' }));
  const question = daniel.getByRole('dialog', { name: `Deactivate ${NAME}?` });
  await expectAccessible(daniel);
  await press(daniel, question.getByRole('button', { name: 'Deactivate' }));
  await expect(daniel.getByText(`${NAME} is out`)).toBeVisible();

  await ivo.goto('/account');
  await expect(ivo.getByRole('heading', { name: 'Step into the demonstration organisation' })).toBeVisible();
});
