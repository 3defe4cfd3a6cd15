/** Why this file exists: what is sent is kept apart, on the disk and never in memory, until it was looked at. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Measured } from './storage.js';

/** A file of the spool older than this belongs to a process that is gone. */
const ABANDONED_MS = 3_600_000;

export class TooLarge extends Error {}

export interface Spooled extends Measured {
  readonly path: string;
  readonly discard: () => Promise<void>;
}

async function take(source: Readable, handle: FileHandle, mostBytes: number): Promise<Measured> {
  const hash = createHash('sha256');
  let bytes = 0;
  // the source is left open when this ends early: it is the connection on which the refusal still has to be told
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new TooLarge();
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
}

export class Spool {
  constructor(private readonly folder: string) {}

  /**
   * Writes what comes to a file of its own and measures it.
   * @throws TooLarge, or what the source threw; then nothing is left
   */
  async receive(source: Readable, mostBytes: number): Promise<Spooled> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, randomBytes(16).toString('hex'));
    const discard = (): Promise<void> => rm(path, { force: true });
    const handle = await open(path, 'wx', 0o600);
    try {
      return { ...(await take(source, handle, mostBytes)), path, discard };
    } catch (error) {
      await discard();
      throw error;
    } finally {
      await handle.close();
    }
  }

  /** Removes what processes left that ended in the middle. */
  async tidy(now: Date): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => null);
      if (found !== null && now.getTime() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
    }
  }
}
