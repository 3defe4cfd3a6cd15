/** Why this file exists: the words of inviting somebody. */
import { defineTexts } from '../app/texts.js';

export const { useTexts: useInvitationTexts } = defineTexts('invitations', {
  invite: 'Invite somebody',
  invitePerson: 'Invite {{name}}',
  title: 'Invite somebody',
  titlePerson: 'Invite {{name}}',
  name: 'Name',
  email: 'E-mail',
  emailHint: 'The address to sign in with later.',
  grants: 'Grants from the start',
  grantsHint:
    'More can be given later. Without any, the member can sign in and nothing else. Those that take two administrators wait for another one.',
  days: 'Days that the link works',
  daysHint: '1 to 14',
  make: 'Make the link',
  required: 'Fill this in.',
  shownTitle: 'The link for {{name}}',
  shownBody:
    'Copy it now and hand it over yourself, best by a way that only this person reads. It works once and is not shown again.',
  notShown:
    'The invitation was made, but its link was on its way when the connection broke. Invite the same address again.',
  link: 'Link',
  copy: 'Copy',
  copied: 'Copied',
  done: 'Done',
  cancel: 'Cancel',
  list: 'Invitations',
  none: 'Nobody is invited at the moment.',
  state_OPEN: 'Open until {{at}}',
  state_ACCEPTED: 'Accepted',
  state_REVOKED: 'Taken back',
  state_EXPIRED: 'Expired {{at}}',
  by: 'invited by {{name}}',
  revoke: 'Take back',
  revokeLabel: 'Take the invitation of {{name}} back',
  revokeTitle: 'Take the invitation of {{name}} back?',
  revokeBody: 'The link does not work any more. You can invite them again.',
  revoked: 'The invitation of {{name}} is taken back',
});
