/** Why this file exists: an error tells where it happened and of which kind it is; what its message quotes may be about a person, and stays out. */

/** Fields of an error of the database that name parts of the schema, and no value. */
const SCHEMA_FACTS = ['code', 'severity', 'table', 'column', 'constraint', 'routine'] as const;
const SQLSTATE = /^[0-9A-Z]{5}$/;

export interface ErrorFacts {
  readonly kind: string;
  /** `null` for an error of the database, whose messages quote values. */
  readonly message: string | null;
  readonly at: readonly string[];
  readonly database?: Readonly<Record<string, string>>;
}

/** Whatever stands in quotes, e-mail addresses, and long runs of letters and digits such as secrets. */
const scrubText = (text: string): string =>
  text
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '…')
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/[\w~+/=-]{24,}/g, '…')
    .slice(0, 300);

const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());

function schemaFacts(error: object): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const name of SCHEMA_FACTS) {
    const value = (error as Record<string, unknown>)[name];
    if (typeof value === 'string') facts[name] = value;
  }
  return facts;
}

/** What a log may hold of an error: its kind, where it was thrown, and its message without what it quotes. */
export function factsOf(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { kind: typeof error, message: null, at: [] };
  const database = schemaFacts(error);
  const isDatabase = SQLSTATE.test(database['code'] ?? '');
  return {
    kind: error.constructor.name,
    message: isDatabase ? null : scrubText(error.message),
    at: framesOf(error),
    ...(isDatabase ? { database } : {}),
  };
}
