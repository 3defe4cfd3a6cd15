/** Why this file exists: bytes of files lie in one place with one interface, under names that nobody chose. */
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Branded, OrganisationId } from '../ids/index.js';

/** Where the bytes of one file lie: the organisation, a slash, 128 random bits. It tells nothing of what they are. */
export type FileKey = Branded<'FileKey'>;

export const newFileKey = (organisationId: OrganisationId): FileKey =>
  `${organisationId}/${randomBytes(16).toString('hex')}` as FileKey;

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{32}$/;
export const isFileKey = (text: string): text is FileKey => KEY.test(text);

/** @throws when it is no key: nothing else ever becomes part of a path or of an address */
export function checkKey(key: string): asserts key is FileKey {
  if (!isFileKey(key)) throw new Error('not the key of a file');
}

/** What is known of the bytes before they are stored. */
export interface Measured {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Bytes under a key are written once and never changed; a key that was removed is never used again. */
export interface FileStorage {
  /** Where it is, in words, without secrets. */
  readonly place: string;
  /** True when the bytes lie on this machine, and so belong into its backup. */
  readonly isLocal: boolean;
  /** Stores all of the bytes or, when it fails, nothing that `get` would show. */
  put(key: FileKey, content: Readable, measured: Measured): Promise<void>;
  /** `null` when there are none under this key. */
  get(key: FileKey): Promise<Readable | null>;
  /** Done as well when there are none. */
  remove(key: FileKey): Promise<void>;
  exists(key: FileKey): Promise<boolean>;
}

export const sizeDiffers = (): Error => new Error('the bytes of a file are not those that were measured');
