/** Why this file exists: the words for somebody who was invited. */
import { defineTexts } from '../app/texts.js';

export const { useTexts: useInvitedTexts } = defineTexts('invited', {
  title: 'Your invitation',
  welcome: 'Welcome, {{name}}',
  invites: '{{organisation}} invites you. You sign in as {{email}} from then on.',
  ends: 'The link works once, until {{day}}.',
  continueWith: 'Accept with {{name}}',
  orPassword: 'Or choose a password',
  choosePassword: 'Choose a password',
  password: 'New password',
  passwordHint: 'At least 12 characters, such as four words that do not belong together.',
  accept: 'Accept and sign in',
  laterAs: 'Your organisation’s short name for signing in later is {{slug}}.',
  deadTitle: 'This invitation does not work',
  deadBody: 'It was used, has ended or was taken back. Ask whoever invited you for a new link.',
  failedTitle: 'The server cannot be reached',
  failedBody: 'Check the connection and load this page again, in a minute when you tried several times.',
  noWay: 'There is no way to accept it at the moment. Ask whoever invited you.',
});
