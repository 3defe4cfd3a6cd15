/** Why this file exists: both storages keep the promises of their interface, and a bucket is spoken to as S3 asks. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { startS3, type S3Server } from '../support/s3-server.js';
import { Secret } from '../../src/platform/config/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { DiskStorage } from '../../src/platform/files/disk.js';
import { S3Storage } from '../../src/platform/files/s3.js';
import { newFileKey, type FileKey, type FileStorage, type Measured } from '../../src/platform/files/storage.js';

const folder = mkdtempSync(join(tmpdir(), 'twinladder-storage-'));
const KEYS = { id: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
let server: S3Server;
const bucket = (secret = KEYS.secret): Promise<S3Storage> =>
  S3Storage.open({
    ...{ bucket: 'evidence', region: 'eu-central-1', endpoint: server.address },
    keys: { id: new Secret(KEYS.id), secret: new Secret(secret) },
  });
beforeAll(async () => {
  server = await startS3(KEYS);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const measured = (content: Buffer): Measured => ({
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
});
const put = (storage: FileStorage, key: FileKey, content: Buffer, as = measured(content)): Promise<void> =>
  storage.put(key, Readable.from([content.subarray(0, 5), content.subarray(5)], { objectMode: false }), as);
async function read(storage: FileStorage, key: FileKey): Promise<Buffer | null> {
  const stream = await storage.get(key);
  if (stream === null) return null;
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}
const key = (): FileKey => newFileKey(newId<'Organisation'>());
const content = Buffer.from('some bytes, and a zero: \0, and more'.repeat(5_000));

describe.each<[string, () => Promise<FileStorage>]>([
  ['the disk', () => Promise.resolve(new DiskStorage(join(folder, 'files')))],
  ['a bucket', () => bucket()],
])('%s', (_, open) => {
  it('gives back what was put, says what there is, and removes it once and for ever', async () => {
    const storage = await open();
    const one = key();
    expect([await read(storage, one), await storage.exists(one)]).toEqual([null, false]);
    await put(storage, one, content);
    expect([(await read(storage, one))?.equals(content), await storage.exists(one)]).toEqual([true, true]);
    await storage.remove(one);
    await storage.remove(one);
    expect([await read(storage, one), await storage.exists(one)]).toEqual([null, false]);
  });

  it('shows nothing of what did not come whole', async () => {
    const storage = await open();
    const one = key();
    await expect(put(storage, one, content, { ...measured(content), bytes: 7 })).rejects.toThrow();
    const broken = Readable.from(
      (function* () {
        yield content.subarray(0, 9);
        throw new Error('the disk of the spool is gone');
      })(),
      { objectMode: false },
    );
    await expect(storage.put(one, broken, measured(content))).rejects.toThrow();
    expect(await storage.exists(one)).toBe(false);
  });

  it.each(['../../etc/passwd', 'a/b', '', `${newId()}/../x`, `${newId()}/${'a'.repeat(31)}\0`])(
    'takes no name but a key: %j',
    async (name) => {
      const storage = await open();
      await expect(storage.get(name as FileKey)).rejects.toThrow('not the key of a file');
      await expect(put(storage, name as FileKey, content)).rejects.toThrow('not the key of a file');
    },
  );
});

describe('the disk', () => {
  it('lets nobody else read, and leaves no half of a file', async () => {
    const place = join(folder, 'own');
    const storage = new DiskStorage(place);
    const one = key();
    await put(storage, one, content);
    await expect(put(storage, key(), content, { ...measured(content), bytes: 1 })).rejects.toThrow();
    const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('/'));
    expect(names).toEqual([one]);
    expect([statSync(join(place, one)).mode & 0o777, statSync(join(place, one, '..')).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
  });
});

describe('a bucket', () => {
  it('takes no bytes but those that were signed, and nothing from whoever has another secret', async () => {
    const one = key();
    await expect(put(await bucket(), one, content, { ...measured(content), sha256: 'a'.repeat(64) })).rejects.toThrow();
    await expect(put(await bucket('another secret'), one, content)).rejects.toThrow();
    await expect(read(await bucket('another secret'), one)).rejects.toThrow();
    expect(new Set(server.refused)).toEqual(new Set(['XAmzContentSHA256Mismatch', 'SignatureDoesNotMatch']));
    expect(server.objects.has(`/evidence/${one}`)).toBe(false);
    await put(await bucket(), one, content);
    expect(server.objects.get(`/evidence/${one}`)?.equals(content)).toBe(true);
  });

  it('that fails is told from one that has no such file', async () => {
    const storage = await bucket();
    server.failWith(503);
    await expect(storage.get(key())).rejects.toThrow();
    await expect(storage.exists(key())).rejects.toThrow();
    server.failWith(null);
    expect(await storage.get(key())).toBeNull();
  });
});
