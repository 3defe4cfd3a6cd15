/** Why this file exists: specs of the library start from the shipped one, change one thing in a copy, and expect one finding. */
import { LIBRARY_CHECKS } from './check-library.js';
import type { Check, Finding } from './finding.js';
import type { Library } from './library.js';
import { parseLibrary } from './parse-library.js';
import { SHIPPED_TEXTS } from './texts.fixture.js';

function parseShipped(): Library {
  const { library, errors } = parseLibrary(SHIPPED_TEXTS);
  if (library === null) throw new Error(errors.map((one) => `${one.path}: ${one.message}`).join('\n'));
  return library;
}
export const SHIPPED: Library = parseShipped();

/** The same shape with everything open to change and every text and number free, so that a copy can be made wrong. */
export type Draft<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer U)[]
        ? Draft<U>[]
        : { -readonly [K in keyof T]: Draft<T[K]> };

/** A copy of the shipped library with one change. */
export function changed(edit: (draft: Draft<Library>) => unknown): Library {
  const copy: unknown = JSON.parse(JSON.stringify(SHIPPED));
  edit(copy as Draft<Library>);
  return copy as Library;
}

/** The first entry for which the test holds; throws when there is none. */
export function pick<T>(list: readonly T[], test: (entry: T) => boolean): T {
  const found = list.find(test);
  if (found === undefined) throw new Error('the shipped library has no such entry');
  return found;
}

export const byKey = <T extends { readonly key: string }>(list: readonly T[], key: string): T =>
  pick(list, (entry) => entry.key === key);

/** The entry that speaks of a skill, such as a requirement. */
export const ofSkill = <T extends { readonly skill: string }>(list: readonly T[], skill: string): T =>
  pick(list, (entry) => entry.skill === skill);

/** A finding at the job role alone and once more under each overlay of the shipped library. */
export const inAllSettings = (path: string, message: string): readonly Finding[] =>
  ['', ...SHIPPED.overlays.map((overlay) => ` under ${overlay.key}`)].map((tail) => ({
    severity: 'ERROR',
    path,
    message: message + tail,
  }));

export const oneError = (path: string, message: string): readonly Finding[] => [{ severity: 'ERROR', path, message }];
export const oneWarning = (path: string, message: string): readonly Finding[] => [
  { severity: 'WARNING', path, message },
];

export interface FailingCase {
  /** Name of the check that has to report. */
  readonly check: string;
  /** Sentence of behaviour. */
  readonly it: string;
  readonly edit: (draft: Draft<Library>) => unknown;
  /** All that this one check reports, in order. */
  readonly findings: readonly Finding[];
}

/** Declares the tests of one list of checks: each is silent on the shipped library and has a case that makes it speak. */
export function describeChecks(checks: readonly Check[], cases: readonly FailingCase[]): void {
  const names = checks.map((check) => check.name);
  it('has a failing case for each of its checks', () => {
    expect([...new Set(cases.map((one) => one.check))].sort()).toEqual([...names].sort());
  });
  it('is part of the check of the whole library', () => {
    expect(LIBRARY_CHECKS).toEqual(expect.arrayContaining([...checks]));
  });
  it.each(checks.map((check) => ({ name: check.name, check })))(
    '$name is silent on the shipped library',
    ({ check }) => {
      expect(check(SHIPPED)).toEqual([]);
    },
  );
  it.each(cases)('$check $it', ({ check, edit, findings }) => {
    expect(pick(checks, (one) => one.name === check)(changed(edit))).toEqual(findings);
  });
}
