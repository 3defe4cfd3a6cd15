/** Why this file exists: a reason made of blanks or invisible characters is no reason. */
import { isReason, nonBlankLength } from './written-reason.js';

describe('a written reason', () => {
  it('counts what can be seen', () => {
    expect(nonBlankLength(' a\tb\nc ')).toBe(3);
    expect(nonBlankLength('\u200b\u200b\u00a0\u2060\ufeff')).toBe(0);
    expect(nonBlankLength('𝛼𝛽')).toBe(2);
  });

  it('needs five characters', () => {
    expect(isReason('moved')).toBe(true);
    expect(isReason('a b c d')).toBe(false);
    expect(isReason('move\u200b')).toBe(false);
    expect(isReason(null)).toBe(false);
  });
});
