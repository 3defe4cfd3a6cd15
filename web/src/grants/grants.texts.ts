/** Why this file exists: the words of members, grants and what they allow. */
import { defineTexts } from '../app/texts.js';

export const { useTexts: useGrantsTexts } = defineTexts('grants', {
  find: 'Find a member',
  count_one: '{{count}} member',
  count_other: '{{count}} members',
  tableLabel: 'Members',
  member: 'Member',
  grants: 'Grants',
  noGrants: 'No grant: may sign in and nothing else',
  emptyTitle: 'No member fits',
  emptyBody:
    'Change the text to find somebody else. New members appear when they accept an invitation or sign in by the company’s sign-in.',
  drawerTitle: 'What {{name}} may do',
  drawerView: 'View',
  viewGrants: 'Grants',
  viewSeeAs: 'See as',
  giveHint: 'Grants add up. A change holds from the next click of this member.',
  ownHint: 'These are your own grants. Another administrator changes them.',
  gave: '{{name}} holds the grant {{grant}} now',
  took: '{{name}} no longer holds the grant {{grant}}',
  allows: 'What it allows',
  takeTitle: 'Take the grant {{grant}} back?',
  takeBody: '{{name}} loses what it allows with the next click. You can give it again.',
  take: 'Take back',
  seeAsBody:
    'The pages and rights that {{name}} has now, worked out by the server from the grants. None of their data is shown.',
  seeAsPages: 'Pages in the sidebar',
  seeAsRights: 'Rights, and the rows they reach',
  seeAsNone: 'No right beyond signing in.',
  what: 'What',
  may: 'May',
  rows: 'Which of them',
  rightsOf: 'Rights of {{name}}',
  noPerson:
    'No person of the directory is linked to this sign-in. Pages about the own profile stay empty until one is.',
});
