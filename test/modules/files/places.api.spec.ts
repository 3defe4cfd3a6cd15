/** Why this file exists: what lies in the storage comes out by the doors of the server as it went in, from a folder and from a bucket. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp } from '../../support/app.js';
import * as f from '../../support/files.js';
import { givePerson } from '../../support/people.js';
import { startS3 } from '../../support/s3-server.js';

const folder = mkdtempSync(join(tmpdir(), 'twinladder-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files in a folder', () => {
  it('are not given when the bytes are not those that were sent in', async () => {
    const other = await startTestApp({ settings: { TWINLADDER_DATA: join(folder, 'other') } });
    const person = await givePerson(await other.organisation());
    const fileId = await f.givenFile(other, person.client, f.pdf('a'.repeat(300_000)));
    const link = (await person.client.run('openEvidenceFile', { fileId }, 'link')).link as string;
    const place = other.running.files.storage.place;
    const [found = ''] = f.lying(other);
    writeFileSync(join(place, found), f.pdf('b'.repeat(300_000)));
    await expect(f.fetchLink(other, person.client, link)).rejects.toThrow();
    rmSync(join(place, found));
    expect((await f.fetchLink(other, person.client, link)).status).toBe(500);
    expect(other.faults.map(String)).toEqual([expect.stringMatching(/not those/), expect.stringMatching(/are not in/)]);
    await other.close();
  });
});

describe('files in a bucket', () => {
  it('come and go by the same doors, and a bucket that fails leaves nothing behind', async () => {
    const keys = { id: 'AKIDEXAMPLE', secret: 'a secret of the bucket' };
    const bucket = await startS3(keys);
    const settings = {
      ...{ TWINLADDER_DATA: join(folder, 'bucket'), FILES_S3_BUCKET: 'evidence', FILES_S3_ENDPOINT: bucket.address },
      ...{ FILES_S3_KEY_ID: keys.id, FILES_S3_SECRET: keys.secret },
    };
    const other = await startTestApp({ settings });
    const org = await other.organisation();
    const { client } = await givePerson(org);
    const content = f.pdf('a'.repeat(200_000));
    const fileId = await f.givenFile(other, client, content);
    expect([...bucket.objects.values()].map((bytes) => bytes.equals(content))).toEqual([true]);
    const { link } = await client.run('openEvidenceFile', { fileId }, 'link');
    expect((await f.fetchLink(other, client, link as string)).text).toBe(content.toString());
    bucket.failWith(403);
    expect([(await f.sendFile(other, client, content)).status, f.spooled(join(folder, 'bucket'))]).toEqual([500, []]);
    bucket.failWith(null);
    expect(bucket.objects.size).toBe(1);
    expect(other.faults).toHaveLength(1);
    await other.close();
    await bucket.close();
  });
});
