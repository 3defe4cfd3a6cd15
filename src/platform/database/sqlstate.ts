/** Why this file exists: the one table from SQLSTATE to what a caller is told; no text of the database reaches a client. */
import type { Problem } from '../outcome/index.js';
import { allTables } from './table.js';

/** The database cannot be reached or gave up; a client may try again. */
export class ServiceUnavailable extends Error {
  constructor(cause?: unknown) {
    super(
      'The database cannot be reached at the moment. Try again in a few seconds; repeat a change with the same idempotency key.',
      { cause },
    );
  }
}

interface DatabaseFailure {
  readonly code: string;
  readonly constraint?: string;
}
const failure = (error: unknown): DatabaseFailure | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? (error as DatabaseFailure)
    : null;

/** Serialization failure or deadlock: running the unit again is right. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes(failure(error)?.code ?? '');

/** A lock that somebody else held for too long. */
export const isLockTimeout = (error: unknown): boolean => failure(error)?.code === '55P03';

const GONE = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'ENOENT', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '57P04', '25P03', '25P04'], // ended by the server
  ...['57014', '55P03'], // took too long, waited too long for a lock
  ...['53000', '53100', '53200', '53300', '53400', '58000', '58030'], // no room on the disk, in memory, for a connection
]);

/** True when the database refuses every change: it is a standby or set to read only, or its disk is full or broken. */
export const takesNoChanges = (error: unknown): boolean =>
  ['25006', '53100', '58030'].includes(failure(error)?.code ?? '');

/** True when the database was not there or ran out of time, rather than refusing the data. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof ServiceUnavailable) return true;
  const code = failure(error)?.code;
  if (code !== undefined) return GONE.has(code) || code.startsWith('08');
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client was closed|Client has encountered a connection error|not queryable/.test(
    message,
  );
}

const general: Readonly<Record<string, Problem>> = {
  '23505': { code: 'ALREADY_EXISTS', message: 'This exists already. Read the existing record and change that.' },
  '23503': {
    code: 'REFERENCE_NOT_FOUND',
    message: 'The input names a record that does not exist, or that you may not see.',
  },
  '23514': { code: 'VALUE_OUT_OF_RANGE', message: 'A value lies outside what is allowed here.' },
  '22001': { code: 'VALUE_OUT_OF_RANGE', message: 'A text is too long.' },
  '22003': { code: 'VALUE_OUT_OF_RANGE', message: 'A number is too large or too small.' },
  '22007': { code: 'VALUE_OUT_OF_RANGE', message: 'A date cannot be read.' },
  '22008': { code: 'VALUE_OUT_OF_RANGE', message: 'A date lies outside the calendar.' },
  '22021': { code: 'VALUE_OUT_OF_RANGE', message: 'A text has a character that cannot be stored.' },
  '22P05': { code: 'VALUE_OUT_OF_RANGE', message: 'A text has a character that cannot be stored.' },
  '22P02': { code: 'VALUE_OUT_OF_RANGE', message: 'A value has the wrong form.' },
};

/** The refusal that a failed statement stands for, or `null` when it is a defect and must be thrown. */
export function problemOf(error: unknown): Problem | null {
  const found = failure(error);
  if (found === null) return null;
  if (found.constraint !== undefined) {
    for (const table of allTables()) {
      const problem = table.constraintProblems.get(found.constraint);
      if (problem !== undefined) return problem;
    }
  }
  return general[found.code] ?? null;
}
