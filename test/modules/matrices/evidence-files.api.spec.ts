/** Why this file exists: files of evidence are opened by those who read the level, at this moment, and never vanish under what was decided on them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { claim, DAY, giveClaimCrew, type ClaimCrew } from '../../support/claims.js';
import * as f from '../../support/files.js';
import { giveRunningPlan } from '../../support/growth.js';
import { givePerson } from '../../support/people.js';
import { newFileKey } from '../../../src/platform/files/index.js';
import { tidy } from '../../../src/upkeep.js';

const folder = mkdtempSync(join(tmpdir(), 'twinladder-evidence-'));
let offsetMs = 0;
let app: TestApp;
let crew: ClaimCrew;
let auditor: Client;
beforeAll(async () => {
  const clock = { now: () => new Date(Date.now() + offsetMs) };
  app = await startTestApp({ clock, settings: { TWINLADDER_DATA: folder } });
  crew = await giveClaimCrew(app);
  auditor = await crew.org.member(['AUDITOR']);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  expect(app.faults).toEqual([]);
});

const HANDED =
  'assessment { id version evidence { id files { id name isYours withdrawnAt withdrawalReason sha256 } } }';
const withFiles = (fileIds: readonly string[], level = 2) => ({
  ...claim(level),
  evidence: [{ typeKey: 'merged-change', title: 'What I did', occurredOn: DAY, fileIds }],
});
interface Handed {
  readonly fileId: string;
  readonly assessmentId: string;
  readonly version: number;
}
/** A claim of the person with one file. */
async function handIn(by: Client = crew.person.client, content = f.pdf()): Promise<Handed> {
  const fileId = await f.givenFile(app, by, content, { name: 'Größe.pdf' });
  const { assessment } = await by.run('proposeAssessment', withFiles([fileId]), HANDED);
  expect(assessment.evidence[0].files).toMatchObject([
    { id: fileId, name: 'Größe.pdf', isYours: true, withdrawnAt: null },
  ]);
  return { fileId, assessmentId: assessment.id, version: assessment.version };
}
const linkFor = async (who: Client, fileId: string): Promise<string> =>
  (await who.run('openEvidenceFile', { fileId }, 'link expiresAt')).link as string;
const confirm = (h: Handed) =>
  crew.manager.client.run('confirmAssessment', { assessmentId: h.assessmentId, version: h.version, level: 2 });
const events = async (type: string): Promise<{ entityId: string; actor: string | null }[]> =>
  app.database.read({ organisationId: crew.org.id, actor: null, requestId: 'test' }, (unit) =>
    unit.rows(
      `select entity_id as "entityId", actor_member_id as actor from audit_event where organisation_id = $1 and type = $2 order by seq`,
      [type],
    ),
  );
/** What an address answers at which there is nothing. */
const nothing = (who: Client) => f.fetchLink(app, who, '/files/nothing-of-this-kind');

describe('the file of a claim', () => {
  it('is saved by whoever may read it, whole, and never shown or cut into ranges', async () => {
    const content = f.pdf('a'.repeat(200_000));
    const { fileId } = await handIn(crew.person.client, content);
    const link = await linkFor(crew.person.client, fileId);
    const { status, headers, text } = await f.fetchLink(app, crew.person.client, link);
    expect([status, text]).toEqual([200, content.toString('utf8')]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="Gr__e.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'",
      'referrer-policy': 'no-referrer',
    });
    expect((await f.fetchLink(app, crew.person.client, link, { range: 'bytes=0-1' })).status).toBe(416);
    expect((await f.fetchLink(app, crew.person.client, link, { accept: 'text/html' })).text).toBe(text);
  });

  it('is opened by the manager, the mentor who agreed and the auditor, each reading recorded, and by nobody else', async () => {
    const { fileId } = await handIn();
    const mentor = await givePerson(crew.org, { grants: ['EMPLOYEE', 'MENTOR'], mentorCapacity: 2 });
    const planId = await giveRunningPlan(app, crew.org, crew.person, DAY);
    const version = async (): Promise<number> =>
      (await crew.person.client.ask('query($p: ID!) { growthPlan(id: $p) { version } }', { p: planId })).growthPlan
        .version;
    await crew.person.client.run('nameMentor', { planId, version: await version(), mentorId: mentor.personId });
    expect((await mentor.client.refused('openEvidenceFile', { fileId })).code).toBe('NOT_FOUND');
    await mentor.client.run('agreeToMentor', { planId, version: await version() });
    const readers = [crew.person.client, crew.manager.client, mentor.client, auditor];
    for (const reader of readers)
      expect((await f.fetchLink(app, reader, await linkFor(reader, fileId))).status).toBe(200);
    const opened = (await events('FileOpened')).filter(({ entityId }) => entityId === fileId);
    expect(opened.map(({ actor }) => actor)).toEqual(readers.map(({ memberId }) => memberId));
    const planner = await crew.org.member(['WORKFORCE_PLANNER']);
    const answer = await planner.send(
      'mutation($i: OpenEvidenceFileInput!) { openEvidenceFile(input: $i) { __typename } }',
      { i: { fileId } },
    );
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    for (const other of [crew.peer.client, crew.above.client])
      expect((await other.refused('openEvidenceFile', { fileId })).code).toBe('NOT_FOUND');
    const link = await linkFor(mentor.client, fileId);
    await crew.person.client.run('nameMentor', { planId, version: await version(), mentorId: null });
    expect((await f.fetchLink(app, mentor.client, link)).status).toBe(404);
  });

  it('is told of a manager’s claim to the manager above, who reviews it, and to the person only after that', async () => {
    const fileId = await f.givenFile(app, crew.manager.client);
    const input = { ...withFiles([fileId]), personId: crew.person.personId };
    const { assessment } = await crew.manager.client.run('assess', input, HANDED);
    expect((await crew.person.client.refused('openEvidenceFile', { fileId })).code).toBe('NOT_FOUND');
    expect((await f.fetchLink(app, crew.above.client, await linkFor(crew.above.client, fileId))).status).toBe(200);
    const review = { assessmentId: assessment.id, version: assessment.version, level: 2 };
    await crew.above.client.run('confirmAssessment', review);
    expect((await f.fetchLink(app, crew.person.client, await linkFor(crew.person.client, fileId))).status).toBe(200);
    expect((await crew.person.client.refused('withdrawEvidenceFile', { fileId })).code).toBe('NOT_FOUND');
  });

  it('is used once, by whoever sent it in, with up to five to a piece', async () => {
    const own = await f.givenFile(app, crew.person.client);
    const others = await f.givenFile(app, crew.peer.client);
    const refused = (fileIds: readonly string[]) => crew.person.client.refused('proposeAssessment', withFiles(fileIds));
    const field = 'input.evidence.0.fileIds';
    expect(await refused([others])).toMatchObject({ code: 'NOT_FOUND', field });
    expect(await refused([own, own])).toMatchObject({ code: 'NOT_FOUND', field });
    await crew.person.client.run('proposeAssessment', withFiles([own]));
    expect(await refused([own])).toMatchObject({ code: 'NOT_FOUND', field });
    const more = await f.givenFile(app, crew.person.client);
    const { assessment } = await crew.person.client.run('proposeAssessment', claim(2), 'assessment { id version }');
    const added = { assessmentId: assessment.id, version: assessment.version, evidence: withFiles([more]).evidence };
    const after = await crew.person.client.run('addEvidence', added, HANDED);
    expect(after.assessment.evidence.map((e: { files: { id: string }[] }) => e.files.map(({ id }) => id))).toEqual([
      [],
      [more],
    ]);
  });
});

describe('a link', () => {
  /** A link that worked, and what makes it stop. */
  async function ends(who: { client: Client }, stop: (link: string) => unknown): Promise<void> {
    const { fileId } = await handIn();
    const link = await linkFor(who.client, fileId);
    expect((await f.fetchLink(app, who.client, link)).status).toBe(200);
    const changed = await stop(link);
    const answer = await f.fetchLink(app, who.client, typeof changed === 'string' ? changed : link);
    offsetMs = 0;
    const unknown = await nothing(who.client);
    const alike = (a: typeof answer) => [a.status, a.text, Object.keys(a.headers).sort()];
    expect(alike(answer)).toEqual(alike(unknown));
    expect(answer.status).toBe(404);
  }

  it('answers like an unknown address two minutes later, when it was changed, and to anybody else', async () => {
    await ends(crew.manager, () => {
      offsetMs = 121_000;
    });
    await ends(crew.manager, (link) => link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A'));
    await ends(crew.manager, (link) => `${link.slice(0, 40)}${link[40] === 'A' ? 'B' : 'A'}${link.slice(41)}`);
    const { fileId } = await handIn();
    const link = await linkFor(crew.manager.client, fileId);
    for (const other of [crew.person.client, auditor, app.anonymous])
      expect((await f.fetchLink(app, other, link)).status).toBe(404);
    const stranger = await (await app.organisation()).member(['AUDITOR']);
    expect((await f.fetchLink(app, stranger, link)).status).toBe(404);
    expect((await stranger.refused('openEvidenceFile', { fileId })).code).toBe('NOT_FOUND');
    expect((await f.fetchLink(app, crew.manager.client, link)).status).toBe(200);
  });

  it('answers like an unknown address as soon as the right behind it ends: report, grant, member, file', async () => {
    const second = await givePerson(crew.org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
    const moved = async (managerId: string): Promise<void> => {
      const { person } = await crew.org.admin.ask('query($p: ID!) { person(id: $p) { version } }', {
        p: crew.person.personId,
      });
      await crew.org.admin.run('updatePerson', { personId: crew.person.personId, version: person.version, managerId });
    };
    await moved(second.personId);
    await ends(second, () => moved(crew.manager.personId));
    await moved(second.personId);
    const grant = { memberId: second.client.memberId, grant: 'PEOPLE_MANAGER' };
    await ends(second, () => crew.org.admin.run('takeGrant', grant).then(() => undefined));
    await crew.org.admin.run('giveGrant', grant);
    const here = { memberId: second.client.memberId };
    await ends(second, () => crew.org.admin.run('deactivateMember', here).then(() => undefined));
    await moved(crew.manager.personId);
  });
});

describe('a file that is taken back', () => {
  const open = (who: Client, fileId: string) => who.refused('openEvidenceFile', { fileId }).then(({ code }) => code);

  it('goes while the claim waits, and nobody confirms what they saw before', async () => {
    const handed = await handIn();
    expect(await crew.person.client.run('withdrawEvidenceFile', { fileId: handed.fileId }, 'isKept')).toMatchObject({
      isKept: false,
    });
    await expect(confirm(handed)).rejects.toThrow(/STALE_VERSION/);
    expect(await open(crew.person.client, handed.fileId)).toBe('NOT_FOUND');
    await confirm({ ...handed, version: handed.version + 1 });
  });

  it('stays after a review, for auditors alone, with the reason on the claim', async () => {
    const handed = await handIn();
    await confirm(handed);
    const { fileId } = handed;
    const link = await linkFor(crew.manager.client, fileId);
    expect((await crew.person.client.refused('withdrawEvidenceFile', { fileId })).field).toBe('input.reason');
    const input = { fileId, reason: 'It names a customer.' };
    expect((await crew.manager.client.refused('withdrawEvidenceFile', input)).code).toBe('NOT_FOUND');
    expect(await crew.person.client.run('withdrawEvidenceFile', input, 'isKept')).toMatchObject({ isKept: true });
    expect((await crew.person.client.refused('withdrawEvidenceFile', input)).code).toBe('FILE_WITHDRAWN_ALREADY');
    expect((await f.fetchLink(app, crew.manager.client, link)).status).toBe(404);
    expect(await open(crew.person.client, fileId)).toBe('NOT_FOUND');
    expect((await f.fetchLink(app, auditor, await linkFor(auditor, fileId))).status).toBe(200);
    const { assessment } = await crew.manager.client.ask(
      `query($a: ID!) { ${HANDED.replace('assessment', 'assessment(id: $a)')} }`,
      { a: handed.assessmentId },
    );
    expect(assessment.evidence[0].files).toMatchObject([
      { id: fileId, isYours: false, withdrawalReason: input.reason },
    ]);
    expect((await events('FileWithdrawn')).map(({ entityId }) => entityId)).toContain(fileId);
  });
});

describe('upkeep', () => {
  const keyOf = async (id: string): Promise<string | undefined> =>
    (
      await app.database.read({ organisationId: crew.org.id, actor: null, requestId: 'test' }, (unit) =>
        unit.rows<{ key: string }>(
          'select storage_key as key from stored_file where organisation_id = $1 and id = $2',
          [id],
        ),
      )
    )[0]?.key;

  it('gives up what nobody used within a day, then its bytes, and leaves the rest', async () => {
    const handed = await handIn();
    offsetMs = 0;
    await tidy(app.database, app.running.files);
    const waiting = await f.givenFile(app, crew.peer.client);
    const link = await linkFor(crew.peer.client, waiting);
    const key = await keyOf(waiting);
    await tidy(app.database, app.running.files);
    expect((await f.fetchLink(app, crew.peer.client, link)).status).toBe(200);
    offsetMs = 25 * 3_600_000;
    await tidy(app.database, app.running.files);
    expect(f.lying(app)).toContain(key); // its bytes are loose, and stay for backups under way
    offsetMs += 2 * 3_600_000;
    await tidy(app.database, app.running.files);
    offsetMs = 0;
    expect((await crew.peer.client.refused('openEvidenceFile', { fileId: waiting })).code).toBe('NOT_FOUND');
    expect((await events('FileForgotten')).map(({ entityId }) => entityId)).toContain(waiting);
    expect((await f.fetchLink(app, crew.person.client, await linkFor(crew.person.client, handed.fileId))).status).toBe(
      200,
    );
    const held = await app.database.read({ organisationId: crew.org.id, actor: null, requestId: 'test' }, (unit) =>
      unit.rows<{ key: string }>('select storage_key as key from stored_file where organisation_id = $1'),
    );
    expect(f.lying(app).toSorted()).toEqual(held.map(({ key }) => key).toSorted());
  });

  it('finishes what a process left that ended between the bytes and their row', async () => {
    const key = newFileKey(crew.org.id);
    const { storage } = app.running.files;
    await storage.put(key, Readable.from([Buffer.from('half')]), { bytes: 4, sha256: '' });
    const since = new Date(Date.now() - 2 * 3_600_000).toISOString();
    await app.database.upkeep({ organisationId: crew.org.id, actor: null, requestId: 'test' }, (unit) =>
      unit.rows('insert into loose_file (organisation_id, storage_key, since) values ($1, $2, $3) returning 1', [
        key,
        since,
      ]),
    );
    expect(f.lying(app)).toContain(key);
    await tidy(app.database, app.running.files);
    expect(f.lying(app)).not.toContain(key);
  });
});
