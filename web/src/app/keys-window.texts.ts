/** Why this file exists: the words of the list of keys, which are loaded with it. */
import { defineTexts } from './texts.js';

export const { useTexts: useKeysTexts } = defineTexts('keys', {
  title: 'Keys',
  single: 'Single-key shortcuts',
  singleHint: 'Switch off when a screen reader or speech control uses the same keys.',
  everywhere: 'Everywhere',
  here: 'On this page',
});
