/** Why this file exists: a backup carries the files that the database speaks of, each measured again on its way in and out. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ClientBase } from 'pg';
import type { FileKey, FileStorage, Measured } from '../files/index.js';
import { lineOf, type FilesContent } from './lines.js';

/** A file that the database speaks of. */
export interface BackedFile extends Measured {
  readonly key: FileKey;
}

/** Where files lie, and which there are. */
export interface FileSource {
  readonly storage: FileStorage;
  /** All files of all organisations, in an order that is always the same, within a snapshot; none before there were files. */
  readonly list: (client: ClientBase) => Promise<readonly BackedFile[]>;
}

/** Figures of the files of a backup, the same whether they are taken when it is written or when it is read. */
export class FilesTally {
  #count = 0;
  #bytes = 0;
  readonly #hash = createHash('sha256');

  add(file: BackedFile): void {
    this.#count++;
    this.#bytes += file.bytes;
    this.#hash.update(headOf(file));
  }
  end(): Omit<FilesContent, 'inside' | 'missing'> {
    return { count: this.#count, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/** The line before the bytes of a file. */
const headOf = ({ key, bytes, sha256 }: BackedFile): Buffer => lineOf({ file: key, bytes, sha256 });
/** The line after all files. */
const NO_MORE = lineOf({ file: null });

/** Reads bytes to their end. @returns what they measure */
export async function measure(content: AsyncIterable<Buffer>): Promise<Measured> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of content) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function isWhole(storage: FileStorage, { key, bytes, sha256 }: BackedFile): Promise<boolean> {
  const content = await storage.get(key);
  if (content === null) return false;
  const found = await measure(content as AsyncIterable<Buffer>);
  return found.bytes === bytes && found.sha256 === sha256;
}

/**
 * The part of a backup that holds files. One that is lost or altered is named in the list of contents and does not stop the others.
 * @param written  told of the figures at the end
 */
export async function* fileLines(
  { storage }: FileSource,
  files: readonly BackedFile[],
  written: (content: FilesContent) => void,
): AsyncGenerator<Buffer> {
  const tally = new FilesTally();
  const missing: string[] = [];
  for (const file of storage.isLocal ? files : []) {
    const content = (await isWhole(storage, file)) ? await storage.get(file.key) : null;
    if (content === null) {
      missing.push(file.key);
      continue;
    }
    tally.add(file);
    yield headOf(file);
    yield* content as AsyncIterable<Buffer>;
  }
  yield NO_MORE;
  written({ inside: storage.isLocal, ...tally.end(), missing });
}

/** Puts files into a storage, and takes those that were not there before out again when the rest of a restore fails. */
export class FileReturn {
  readonly #put: FileKey[] = [];
  readonly #here = new Set<string>();

  constructor(private readonly storage: FileStorage) {}

  /** @param content  its bytes, which are read to their end in any case */
  async take(file: BackedFile, content: AsyncIterable<Buffer>): Promise<void> {
    this.#here.add(file.key);
    if (await this.storage.exists(file.key)) {
      await measure(content);
      return;
    }
    this.#put.push(file.key);
    await this.storage.put(file.key, Readable.from(content, { objectMode: false }), file);
  }

  async undo(): Promise<void> {
    for (const key of this.#put) await this.storage.remove(key);
  }

  /** Removes files of which the database speaks no more, when files were in the backup at all. */
  async removeOthers(before: readonly BackedFile[], content: FilesContent | undefined): Promise<void> {
    if (content?.inside !== true) return;
    const kept = new Set([...this.#here, ...content.missing]);
    for (const { key } of before) if (!kept.has(key)) await this.storage.remove(key);
  }
}
