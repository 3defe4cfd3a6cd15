/** Why this file exists: a written reason must say something, so its length is counted the same way wherever one is asked for. */

/** Least length of a reason for a change, in characters that can be seen (security.md section 7, "reason for change"). */
export const MIN_REASON_CHARACTERS = 5;

/** Characters that can be seen: blanks, controls and invisible format characters do not count. A character outside the basic plane counts as one. */
export const nonBlankLength = (text: string): number => Array.from(text.replace(/[\s\p{Z}\p{C}]/gu, '')).length;

/** True when the reason is long enough to be one; `null` is no reason. */
export const isReason = (text: string | null): text is string =>
  text !== null && nonBlankLength(text) >= MIN_REASON_CHARACTERS;
