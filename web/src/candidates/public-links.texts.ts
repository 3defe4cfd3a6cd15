/** Why this file exists: the words about public adverts, status links and promised answers, for the hiring manager. */
import { defineTexts } from '../app/texts.js';

export const { useTexts: useLinkTexts } = defineTexts('public-links', {
  advert: 'Public advert',
  advertPosted:
    'Everybody with this address reads it without signing in, until the requisition is on hold or taken off.',
  advertNotPosted: 'Post the requisition to give its advert a public address that works.',
  advertNoPlace: 'No place of work is stated, so job boards cannot list it. Add one to the requisition.',
  address: 'Address',
  copy: 'Copy',
  copied: 'Copied',
  openAdvert: 'Open the advert',
  link: 'Status link',
  linkNone:
    'The candidate has no link yet. By a link they see where the application stands and what is kept, and can withdraw.',
  linkUntil: 'The candidate has a link that works until {{day}}.',
  linkCreate: 'Create a link',
  linkNew: 'Create a new link',
  linkRevoke: 'Revoke',
  linkReplaceTitle: 'Create a new link?',
  linkReplaceBody: 'The link that the candidate has now stops working at once. Send them the new one.',
  linkRevokeTitle: 'Revoke the link?',
  linkRevokeBody: 'It stops working at once. The application itself stays as it is.',
  linkRevoked: 'The link works no more.',
  linkShownTitle: 'Send this link to the candidate',
  linkShownBody:
    'It is shown this once and kept nowhere. It works until {{day}}; whoever has it sees the application as the candidate does.',
  linkNotShown: 'The link was made, but its answer got lost on the way. Create a new one.',
  done: 'Done',
  days: 'Works for (days)',
  daysHint: '1 to 90; 14 is usual.',
  promise: 'Next answer promised by',
  promiseHint: 'The candidate reads this day. The next stage ends the promise.',
  promiseSave: 'Promise',
  promiseSaved: 'The candidate reads the promise.',
});
