/** Why this file exists: figures of the demonstration vary from person to person and are yet the same at every build. */

/**
 * A number 0..99 that depends on the words alone (FNV-1a with a final mix, modulo 100). Not random and not secret: the same words give
 * the same number on every machine.
 */
export function percentOf(...words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const letter of words.join('\n')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % 100;
}

/** One of the options, chosen by the words. @throws on an empty list */
export function oneOf<T>(options: readonly T[], ...words: readonly string[]): T {
  const chosen = options[percentOf(...words) % options.length];
  if (chosen === undefined) throw new Error(`nothing to choose from for ${words.join(', ')}`);
  return chosen;
}
