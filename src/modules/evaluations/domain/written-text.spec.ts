/** Why this file exists: blanks, invisible characters and held-down keys are not evidence. */
import { distinctCharacters, lettersOf, nonBlankLength } from './written-text.js';

describe('written text', () => {
  it('is measured by what can be seen', () => {
    expect(nonBlankLength(' a\tb\nc ')).toBe(3);
    expect(nonBlankLength('\u200b\u00a0\u2060\ufeff')).toBe(0);
    expect(nonBlankLength('𝛼𝛽')).toBe(2);
  });

  it('has as many different characters as can be told apart, upper and lower case being one', () => {
    expect(distinctCharacters('aA aaa')).toBe(1);
    expect(distinctCharacters('abc ABC')).toBe(3);
  });

  it('has the same letters when only numbering, signs or blanks differ', () => {
    expect(lettersOf('1. Good answer!')).toBe(lettersOf('2) good  answer'));
    expect(lettersOf('12 34')).toBe('');
    expect(lettersOf('Größe')).toBe('größe');
  });
});
