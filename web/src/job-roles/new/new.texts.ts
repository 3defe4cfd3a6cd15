/** Why this file exists: the words of making a job role. */
import { defineTexts } from '../../app/texts.js';

export const { useTexts: useNewTexts } = defineTexts('job-role-new', {
  title: 'New job role',
  lead: 'Start from a job role that is close, or from an empty page. Everything can be changed in the builder.',
  startWith: 'Start with',
  empty: 'An empty page',
  emptyHint: 'No skill, no duty. The clarity review helps from the first skill on.',
  templateHint: '{{key}} · {{musts}} of {{all}} skills are must-haves',
  details: 'What it is',
  titleLabel: 'Title',
  titleNeeded: 'Write a title, as people will see it.',
  place: 'Ladder',
  noLadder: '{{track}}, on no ladder',
  rung: 'Rung',
  rungHint: 'Regulatory contexts and the clarity review are read at this rung.',
  keyLabel: 'Key',
  keyHint: 'Its short name in lists and addresses. It never changes.',
  keyWrong: 'Lower-case words joined by hyphens, such as mle-3.',
  make: 'Make the draft',
  cancel: 'Cancel',
  made: 'The draft is made. Nobody but editors sees it yet.',
});
