/** Why this file exists: what a check of the library found, in words that lead to the line to mend. */
import type { Library } from './library.js';

export interface Finding {
  /** A library with an ERROR is not loaded; a WARNING is for its authors. */
  readonly severity: 'ERROR' | 'WARNING';
  /** File, then the place in it in the words of the file, for example `skills.yaml:skills.mentoring.prerequisites`. */
  readonly path: string;
  readonly message: string;
}

/** Looks at a whole library and reports; never throws on a library whose entries do not fit together. */
export type Check = (library: Library) => readonly Finding[];

/** The seven files of a library, in the order in which they are read and hashed. */
export const LIBRARY_FILES = [
  'references.yaml',
  'evidence.yaml',
  'skills.yaml',
  'roles.yaml',
  'interview_kits.yaml',
  'activities.yaml',
  'initiatives.yaml',
] as const;
export type LibraryFile = (typeof LIBRARY_FILES)[number];

const FILE_OF = {
  references: 'references.yaml',
  gmlp_principles: 'references.yaml',
  ml_test_score: 'references.yaml',
  evidence_types: 'evidence.yaml',
  scale: 'skills.yaml',
  categories: 'skills.yaml',
  skills: 'skills.yaml',
  ladders: 'roles.yaml',
  role_clarity_rules: 'roles.yaml',
  roles: 'roles.yaml',
  overlays: 'roles.yaml',
  kits: 'interview_kits.yaml',
  activities: 'activities.yaml',
  initiatives: 'initiatives.yaml',
} as const satisfies Record<string, LibraryFile>;

/** A top-level list of one of the files. */
export type LibraryList = keyof typeof FILE_OF;

/** Path of a place below a list; list members are named by their key. */
export const at = (list: LibraryList, ...parts: readonly (string | number)[]): string =>
  `${FILE_OF[list]}:${[list, ...parts].join('.')}`;

export const error = (path: string, message: string): Finding => ({ severity: 'ERROR', path, message });
export const warning = (path: string, message: string): Finding => ({ severity: 'WARNING', path, message });

/** The one finding when it holds, otherwise none; the finding is only built when it is needed. */
export const when = (isFound: boolean, finding: () => Finding): readonly Finding[] => (isFound ? [finding()] : []);

/** Values that occur more than once, each named once, in the order of their second occurrence. */
export function repeated<T>(values: readonly T[]): readonly T[] {
  const seen = new Set<T>();
  const twice = new Set<T>();
  for (const value of values) {
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return [...twice];
}

/** The keys of a list, to ask whether a name is known. */
export const keysOf = (list: readonly { readonly key: string }[]): ReadonlySet<string> =>
  new Set(list.map((entry) => entry.key));
