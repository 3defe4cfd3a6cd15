/** Why this file exists: the lines of a backup file and what they say. */
import { createHash } from 'node:crypto';
import type { StoredTable } from './tables.js';
import type { Content } from './tally.js';

/** The form that is written; files of people are in it. */
export const FORMAT = 'twinladder-backup/2';
/** The form before there were files, which is read as well. */
export const FORMAT_WITHOUT_FILES = 'twinladder-backup/1';

/** The first line of a file, written before anything is known of the rows. */
export interface Header {
  readonly format: typeof FORMAT | typeof FORMAT_WITHOUT_FILES;
  /** Version of the product that wrote it. */
  readonly product: string;
  /** How many migrations the database had been through, and which. */
  readonly level: number;
  readonly migrations: readonly string[];
  /** By the clock of the database, at its snapshot. */
  readonly madeAt: string;
  readonly tables: readonly StoredTable[];
  /** Tables whose rows are never kept. */
  readonly leftOut: readonly string[];
}

/** Where the audit chain of an organisation ended. */
export interface ChainEnd {
  readonly organisationId: string;
  readonly slug: string;
  readonly seq: number;
  readonly hash: string;
}

/** The files of a backup as a few figures. */
export interface FilesContent {
  /** False when they lie in a bucket, which has copies of its own. */
  readonly inside: boolean;
  readonly count: number;
  readonly bytes: number;
  /** Of the lines before each file, and so of their own hashes; lower-case hex. */
  readonly sha256: string;
  /** Files that the database speaks of, and that were lost or altered when the backup was made. */
  readonly missing: readonly string[];
}

/** The last line of a file. */
export interface Manifest {
  readonly tables: Readonly<Record<string, Content>>;
  readonly organisations: readonly ChainEnd[];
  /** Absent in the form without files. */
  readonly files?: FilesContent;
}

export const lineOf = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

/** One figure for header and manifest, and so for everything: the rows are in it through the figures of their tables. */
export const seal = (header: Header, manifest: Manifest): string =>
  createHash('sha256').update(lineOf(header)).update(lineOf(manifest)).digest('hex');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
export const isHeader = (value: unknown): value is Header =>
  isObject(value) && [FORMAT, FORMAT_WITHOUT_FILES].includes(String(value['format'])) && 'tables' in value;
export const isSealed = (value: unknown): value is { readonly manifest: Manifest; readonly sha256: string } =>
  isObject(value) && 'manifest' in value && 'sha256' in value;
/** The line before the bytes of a file, or the one after all files, whose `file` is `null`. */
export const isFileLine = (
  value: unknown,
): value is { readonly file: string | null; readonly bytes: number; readonly sha256: string } =>
  isObject(value) &&
  (value['file'] === null || (typeof value['file'] === 'string' && Number.isSafeInteger(value['bytes'])));
