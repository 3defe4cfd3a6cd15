/** Why this file exists: evidence and reasons must say something, so what counts as written is defined once for evaluations. */

/** Least length of a reason for a change, in characters that can be seen (security.md section 7, "reason for change"). */
export const MIN_REASON_CHARACTERS = 5;

/** Characters that can be seen: blanks, controls and invisible format characters do not count. A character outside the basic plane counts as one. */
export const nonBlankLength = (text: string): number => visible(text).length;

/** How many different characters can be seen, upper and lower case taken as one. A held-down key has one. */
export const distinctCharacters = (text: string): number => new Set(visible(text.toLowerCase())).size;

/** The letters alone, in lower case: two notes that differ only in blanks, signs or numbering have the same letters. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');

const visible = (text: string): readonly string[] => Array.from(text.replace(/[\s\p{Z}\p{C}]/gu, ''));
