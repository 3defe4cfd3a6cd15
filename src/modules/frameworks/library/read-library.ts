/** Why this file exists: reads the content files from a folder; everything after the reading is done by pure functions. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLibrary } from './check-library.js';
import { checkTexts } from './check-text.js';
import { LIBRARY_FILES, type Finding } from './finding.js';
import type { Library } from './library.js';
import { parseLibrary } from './parse-library.js';

export interface ReadLibrary {
  /** `null` when a file is missing or does not have its shape; a library with errors in `findings` may still be here. */
  readonly library: Library | null;
  /** Of the text, of the shape, and when the shape is right of the references between entries. */
  readonly findings: readonly Finding[];
  /** See `contentHash`. */
  readonly contentHash: string;
}

/** Line ends of any system become one kind and a byte-order mark goes, so that a checkout elsewhere has the same hash. */
const canonical = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');

/**
 * SHA-256, lower-case hex, over the canonical text of the files in their fixed order, each led by its name and its length
 * in characters. Any change of a text changes it, a comment too; files that are not there are left out.
 */
export function contentHash(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const file of LIBRARY_FILES) {
    const text = files[file];
    if (text === undefined) continue;
    const body = canonical(text);
    hash.update(`${file} ${body.length}\n${body}\n`, 'utf8');
  }
  return hash.digest('hex');
}

async function readTexts(dir: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.yaml') || name.endsWith('.yml')).toSorted();
  const texts = await Promise.all(
    names.map(async (name) => [name, canonical(await readFile(join(dir, name), 'utf8'))] as const),
  );
  return Object.fromEntries(texts);
}

/**
 * Reads and checks the library in a folder. Faults of the content are findings; a folder that cannot be read is thrown.
 * @param dir  folder with the seven files; other files than YAML in it are left alone
 */
export async function readLibrary(dir: string): Promise<ReadLibrary> {
  const files = await readTexts(dir);
  const { library, errors } = parseLibrary(files);
  const findings = [...checkTexts(files), ...errors, ...(library === null ? [] : checkLibrary(library))];
  return { library, findings, contentHash: contentHash(files) };
}

/** The content hash of the library in a folder, without parsing or checking it. */
export const libraryHash = async (dir: string): Promise<string> => contentHash(await readTexts(dir));
