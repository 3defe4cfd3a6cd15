/** Why this file exists: the words of the link to who can see a record; apart from its page, since many pages have the link. */
import { defineTexts } from '../app/texts.js';

export const { useTexts: useLinkTexts } = defineTexts('whoCanSee', {
  record: 'Who can see this',
  contact: 'Who can see the contact data',
});
