/** Why this file exists: every refusal code of the product is registered once, with its kind, its meaning and how to mend it. */
import type { Problem } from '../outcome/index.js';

/** How a client can react to a refusal; each kind is one GraphQL type. */
export const PROBLEM_KINDS = [
  'InvalidInput',
  'RuleViolation',
  'NotFound',
  'StaleVersion',
  'AlreadyExists',
  'NotAllowed',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface ProblemEntry {
  readonly kind: ProblemKind;
  /** What it means, one sentence for docs/errors.md. */
  readonly meaning: string;
  /** Who acts and how. */
  readonly mend: string;
}
export type ProblemRegister = Readonly<Record<string, ProblemEntry>>;

const registered = new Map<string, ProblemEntry & { readonly module: string }>();

/** Adds a module's codes; a code that another module already has is refused at load. */
export function registerProblems<R extends ProblemRegister>(module: string, register: R): R {
  for (const [code, entry] of Object.entries(register)) {
    const known = registered.get(code);
    if (known !== undefined && known.module !== module)
      throw new Error(`problem code ${code} is registered by ${known.module} and ${module}`);
    registered.set(code, { ...entry, module });
  }
  return register;
}

/** The entry of a code; throws for a code nobody registered, since a client could not act on it. */
export function problemEntry(code: string): ProblemEntry {
  const entry = registered.get(code);
  if (entry === undefined) throw new Error(`problem code ${code} is not registered`);
  return entry;
}

/** All codes, sorted, with the module that owns each. */
export const allProblems = (): readonly (readonly [string, ProblemEntry & { readonly module: string }])[] =>
  [...registered].sort(([a], [b]) => (a < b ? -1 : 1));

export const platformProblems = registerProblems('platform', {
  STALE_VERSION: {
    kind: 'StaleVersion',
    meaning: 'Somebody changed the record after you read it.',
    mend: 'The caller reads it again, looks at the difference and repeats the change with the current version.',
  },
  NOT_FOUND: {
    kind: 'NotFound',
    meaning: 'There is no such record, or you may not see it; the two are told apart on purpose by nobody.',
    mend: 'The caller checks the id; an administrator checks the grants.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'RuleViolation',
    meaning: 'The idempotency key was used before with another mutation or another input.',
    mend: 'The caller takes a new key for a new intention.',
  },
  REFERENCE_NOT_FOUND: {
    kind: 'NotFound',
    meaning: 'The input names a record that does not exist in this organisation.',
    mend: 'The caller checks the id in the field named.',
  },
  ALREADY_EXISTS: {
    kind: 'AlreadyExists',
    meaning: 'A record that may exist only once exists already.',
    mend: 'The caller reads the existing one and changes that instead.',
  },
  VALUE_OUT_OF_RANGE: {
    kind: 'InvalidInput',
    meaning: 'A value lies outside what the record can hold.',
    mend: 'The caller sends a value within the documented range.',
  },
});

export const notFound = (what: string, field?: string): Problem => ({
  code: 'NOT_FOUND',
  message: `There is no such ${what}, or you may not see it.`,
  ...(field === undefined ? {} : { field }),
});

export interface StaleVersionProblem extends Problem {
  readonly currentVersion: number | null;
}
export const staleVersion = (what: string, currentVersion: number | null): StaleVersionProblem => ({
  code: 'STALE_VERSION',
  message: `This ${what} is not at the version that you named. Read it again, and repeat your change with the version it has now.`,
  field: 'version',
  currentVersion,
});
