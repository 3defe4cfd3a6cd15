/** Why this file exists: an expected outcome is a value with a name; only the unexpected is thrown. */

/** What every expected refusal says: a stable code, a sentence for a person, and the input field it speaks of, if any. */
export interface Problem {
  readonly code: string;
  /** One or two sentences: what is wrong and how to mend it. Never text of a library or of SQL. */
  readonly message: string;
  /** Dotted path of the input field that must change, for example `requirements.3.level`; absent when no field can mend it. */
  readonly field?: string;
}

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Refusal<P extends Problem> {
  readonly ok: false;
  readonly problem: P;
}

/** Result of a command or a domain transition. A refusal rolls the unit of work back, exactly as a throw does. */
export type Outcome<T, P extends Problem> = Success<T> | Refusal<P>;

export const ok = <T>(value: T): Success<T> => ({ ok: true, value });
export const refuse = <P extends Problem>(problem: P): Refusal<P> => ({ ok: false, problem });

/** Ends a switch over a closed union; reached only when the compiler was bypassed. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
