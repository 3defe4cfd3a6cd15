/** Why this file exists: a file is looked at in pieces, at any place of it, without being read into memory. */
import { open, type FileHandle } from 'node:fs/promises';

const PIECE = 65_536;
/** Longest end of a zip file: its last record and a comment. */
const ZIP_END = 22 + 65_535;

export class FileBytes {
  private constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  static async open(path: string): Promise<FileBytes> {
    const handle = await open(path, 'r');
    return new FileBytes(handle, (await handle.stat()).size);
  }
  close(): Promise<void> {
    return this.handle.close();
  }

  /** Fewer bytes than asked for only at the end. */
  async at(place: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, this.size - place));
    const buffer = Buffer.alloc(wanted);
    const { bytesRead } = await this.handle.read(buffer, 0, wanted, place);
    return buffer.subarray(0, bytesRead);
  }
  tail(length: number): Promise<Buffer> {
    return this.at(Math.max(0, this.size - length), length);
  }

  async *pieces(from: number): AsyncGenerator<{ readonly place: number; readonly piece: Buffer }> {
    for (let place = from; place < this.size; place += PIECE) yield { place, piece: await this.at(place, PIECE) };
  }

  /** True when a reader of zip files would find one here, which looks from the end. */
  async isZipAtEnd(): Promise<boolean> {
    const end = await this.tail(ZIP_END);
    for (let at = end.indexOf('PK\u0005\u0006'); at >= 0; at = end.indexOf('PK\u0005\u0006', at + 1))
      if (at + 22 <= end.length && at + 22 + end.readUInt16LE(at + 20) <= end.length) return true;
    return false;
  }
}
