/** Why this file exists: specs of the schemas put one fault into one shipped file and expect it to be told at its place. */
import type { LibraryFile } from './finding.js';
import { FILE_SCHEMAS } from './library.schema.js';
import { parseFile } from './parse-file.js';
import { rewritten } from './texts.fixture.js';

/** What the fault is, the text to replace and its replacement, and the finding: place in the file and message. */
export type Fault = readonly [says: string, from: string, to: string, path: string, message: string];

export const TOO_SHORT = (least: number): string => `has to be a text of at least ${least} characters`;
export const ONE_TO_FIVE = 'has to be a whole number from 1 to 5';
export const EMPTY_LIST = 'the list is empty';
export const UNKNOWN_KEY = (key: string): string =>
  `unknown key "${key}": check the spelling, or quote a text with a comma`;

/** Declares one test for each fault. */
export function describeFaults(file: LibraryFile, faults: readonly Fault[]): void {
  describe(`the shape of ${file}`, () => {
    it.each(faults)('refuses %s', (_says, from, to, path, message) => {
      const { value, errors } = parseFile(file, rewritten(file, from, to)[file], FILE_SCHEMAS[file]);
      expect(value).toBeNull();
      expect(errors).toContainEqual({ severity: 'ERROR', path: `${file}:${path}`, message });
    });
  });
}
