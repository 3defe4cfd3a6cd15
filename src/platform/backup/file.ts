/** Why this file exists: the form of a backup file, and reading it step by step without ever holding more than a piece of it. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isFileKey } from '../files/index.js';
import { asDamage, BackupError, DamagedFile } from './failure.js';
import type { BackedFile } from './files.js';
import { FORMAT, isFileLine, isHeader, isSealed, seal, type Header, type Manifest } from './lines.js';
import type { StoredTable } from './tables.js';

/** Ends the rows of a table; COPY writes a back-slash in data as two, so that no row is equal to it. */
export const END = Buffer.from('\\.\n');
const END_AFTER_ROW = Buffer.from('\n\\.\n');
const LONGEST_LINE = 16_000_000;

export interface Section {
  readonly table: StoredTable;
  /** Its rows as COPY text, in pieces; they must be read to their end before the next section. */
  readonly rows: AsyncIterable<Buffer>;
}

export interface FileSection {
  readonly file: BackedFile;
  /** Its bytes, in pieces; they must be read to their end before the next file. */
  readonly content: AsyncIterable<Buffer>;
}

/** A backup file, read once from its beginning to its end. */
export class BackupFile {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #file: string;
  #rest: Buffer = Buffer.alloc(0);

  constructor(file: string) {
    this.#file = file;
    const gunzip = createGunzip();
    pipeline(createReadStream(file), gunzip, () => undefined); // a failure is met by whoever reads
    this.#chunks = gunzip[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The first line. @throws BackupError when the file is not a backup of this product */
  async header(): Promise<Header> {
    const value = await this.#json().catch((error: unknown) => {
      throw error instanceof DamagedFile ? this.#foreign() : error;
    });
    if (!isHeader(value)) throw this.#foreign();
    return value;
  }

  /** The tables in the order of the header. */
  async *sections(header: Header): AsyncGenerator<Section> {
    for (const table of header.tables) {
      const named = await this.#json();
      if (JSON.stringify(named) !== JSON.stringify({ table: table.name }))
        throw this.#altered(`the table ${table.name}`);
      yield { table, rows: this.#rows() };
    }
  }

  /** The files after the tables, in a form that has them. */
  async *files(header: Header): AsyncGenerator<FileSection> {
    while (header.format === FORMAT) {
      const line = await this.#json();
      if (!isFileLine(line)) throw this.#altered('one of its files');
      const { file: key, bytes, sha256 } = line;
      if (key === null) return;
      if (!isFileKey(key) || bytes < 0) throw this.#altered('the name of a file');
      yield { file: { key, bytes, sha256 }, content: this.#exactly(bytes) };
    }
  }

  /** The last line, after all sections and files. @throws BackupError when it does not fit the header, or anything follows it */
  async manifest(header: Header): Promise<Manifest> {
    const value = await this.#json();
    if (!isSealed(value) || value.sha256 !== seal(header, value.manifest)) throw this.#altered('its list of contents');
    if (this.#rest.length > 0 || (await this.#more())) throw this.#altered('what follows its end');
    return value.manifest;
  }

  /** Ends reading, wherever it stands. */
  async close(): Promise<void> {
    await this.#chunks.return?.().catch(() => undefined);
  }

  async *#rows(): AsyncGenerator<Buffer> {
    while (this.#rest.length < END.length) await this.#needMore();
    if (this.#rest.subarray(0, END.length).equals(END)) {
      this.#rest = this.#rest.subarray(END.length);
      return;
    }
    for (;;) {
      const at = this.#rest.indexOf(END_AFTER_ROW);
      if (at >= 0) {
        yield this.#take(at + 1);
        this.#rest = this.#rest.subarray(END.length);
        return;
      }
      const safe = this.#rest.length - END.length;
      if (safe > 0) yield this.#take(safe);
      await this.#needMore();
    }
  }

  async *#exactly(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.#rest.length === 0) await this.#needMore();
      const piece = this.#take(Math.min(left, this.#rest.length));
      left -= piece.length;
      yield piece;
    }
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async #json(): Promise<unknown> {
    let from = 0;
    for (;;) {
      const at = this.#rest.indexOf(0x0a, from);
      if (at >= 0) {
        const text = this.#take(at + 1).toString();
        try {
          return JSON.parse(text);
        } catch {
          throw this.#altered('one of its lines');
        }
      }
      if (this.#rest.length > LONGEST_LINE) throw this.#altered('one of its lines');
      from = this.#rest.length;
      await this.#needMore();
    }
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next().catch((error: unknown) => {
      throw asDamage(error, this.#file);
    });
    if (next.done === true) return false;
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }

  async #needMore(): Promise<void> {
    if (!(await this.#more()))
      throw new BackupError(
        `The file ${this.#file} is cut short: take another copy of this backup, or an earlier one.`,
      );
  }

  #foreign(): BackupError {
    return new BackupError(`The file ${this.#file} is not a backup of Twinladder: name one made by twinladder backup.`);
  }
  #altered(what: string): DamagedFile {
    return new DamagedFile(
      `The file ${this.#file} was altered (${what}): take another copy of this backup, or an earlier one.`,
    );
  }
}
