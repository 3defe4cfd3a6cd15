/** Why this file exists: specs read the shipped files, and put one fault into the text of one of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LibraryFile } from './finding.js';

export const LIBRARY_DIR = fileURLToPath(new URL('../../../../library', import.meta.url));

/** The texts of the shipped files by name. */
export const SHIPPED_TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(LIBRARY_DIR)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(`${LIBRARY_DIR}/${name}`, 'utf8')]),
);

/** The shipped texts with one replacement in one file; throws when there is nothing to replace. */
export function rewritten(file: LibraryFile, from: string, to: string): Readonly<Record<string, string>> {
  const text = SHIPPED_TEXTS[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} does not contain: ${from}`);
  return { ...SHIPPED_TEXTS, [file]: text.replace(from, () => to) };
}
