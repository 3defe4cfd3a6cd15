/** Why this file exists: somebody with the whole database in hand cannot rewrite the trail unseen: signed heads lie outside it. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditExport, exportHeads, makeKey, verifyAudit, verifyExport } from '../../src/cli/audit.js';
import { sentence } from '../../src/cli/failure.js';
import { publicPem, readPrivateKey } from '../../src/modules/audit/index.js';
import type { AuditEventRecord } from '../../src/modules/audit/audit.tables.js';
import { hashOf } from '../../src/modules/audit/chain.js';
import { parseConfig } from '../../src/platform/config/index.js';
import { keepHeads } from '../../src/upkeep.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../support/app.js';
import { asSuperuser } from '../support/database.js';
import { twinladderBeside } from '../support/process.js';

const folder = mkdtempSync(join(tmpdir(), 'twinladder-heads-'));
const [key, open, heads] = [join(folder, 'heads.key'), join(folder, 'heads.pub'), join(folder, 'audit-heads.jsonl')];
let app: TestApp;
let acme: TestOrganisation;
const config = () => parseConfig({ DATABASE_URL: app.databaseUrl });
/** What a command refuses with; an empty text when it does not. */
const said = (work: Promise<void>): Promise<string> => work.then(() => '', sentence);
const verified = (): Promise<string> => said(verifyAudit(config(), { organisation: acme.slug, heads, key: [open] }));

beforeAll(async () => {
  app = await startTestApp();
  acme = await app.organisation();
  for (let i = 0; i < 6; i++) await acme.enrol(['EMPLOYEE']);
  await makeKey(key);
  writeFileSync(open, publicPem(readPrivateKey(key)));
  await exportHeads(config(), folder, key);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Changes the trail as the owner of the server can, and puts everything back afterwards. */
async function tampered(
  change: (events: AuditEventRecord[]) => AuditEventRecord[],
  look: () => Promise<void>,
): Promise<void> {
  const swap = (rows: readonly AuditEventRecord[]) =>
    asSuperuser(app.databaseName, async (c) => {
      await c.query(`set session_replication_role = 'replica'`);
      await c.query('delete from audit_event where organisation_id = $1', [acme.id]);
      await c.query(
        `insert into audit_event (organisation_id, seq, at, actor_member_id, actor_person_id, actor_token_id, request_id, type, entity, entity_id, data, prev_hash, hash)
         select $1, x.seq, x.at, x."actorMemberId", x."actorPersonId", x."actorTokenId", x."requestId", x.type, x.entity, x."entityId", x.data, x."prevHash", x.hash
           from json_to_recordset($2) x(seq bigint, at timestamptz, "actorMemberId" uuid, "actorPersonId" uuid, "actorTokenId" uuid, "requestId" text, type text, entity text, "entityId" uuid, data jsonb, "prevHash" text, hash text)`,
        [acme.id, JSON.stringify(rows)],
      );
      const last = rows.at(-1);
      await c.query('update audit_head set seq = $2, hash = $3 where organisation_id = $1', [
        acme.id,
        last?.seq,
        last?.hash,
      ]);
    });
  const before = await app.database.read({ organisationId: acme.id, actor: null, requestId: 'test' }, (unit) =>
    unit.rows<AuditEventRecord>(
      `select seq, at, actor_member_id as "actorMemberId", actor_person_id as "actorPersonId", actor_token_id as "actorTokenId", request_id as "requestId", type, entity,
              entity_id as "entityId", data, prev_hash as "prevHash", hash from audit_event where organisation_id = $1 order by seq`,
    ),
  );
  await swap(change(before));
  try {
    await look();
  } finally {
    await swap(before);
  }
}

/** The third event says something else, and every hash after it fits. */
function rewritten(events: readonly AuditEventRecord[]): AuditEventRecord[] {
  let prevHash = '0'.repeat(64);
  return events.map(({ hash: _, ...event }) => {
    const body = { ...event, prevHash, type: event.seq === 3 ? 'NothingHappened' : event.type };
    prevHash = hashOf(acme.id, body);
    return { ...body, hash: prevHash };
  });
}

describe('signed heads', () => {
  it('vouch for a trail that nobody touched, in the database and in an export', async () => {
    expect(await verified()).toBe('');
    const trail = join(folder, 'acme.trail');
    await auditExport(config(), trail, acme.slug);
    expect(await said(verifyExport({ export: trail, heads, key: [open] }))).toBe('');
    expect(await said(auditExport(config(), trail, acme.slug))).toMatch(/is there already/);
    const { code, text } = await twinladderBeside(
      ['audit-heads', 'verify', '--export', trail, '--heads', heads, '--key', open],
      {},
    );
    expect([code, text]).toEqual([0, expect.stringMatching(/intact, all vouched for by signed heads/)]);
    expect(await said(verifyExport({ export: heads, heads, key: [open] }))).toMatch(/is not an exported trail/);
  });

  it('show a chain that was rewritten and hashed again, which the chain alone does not', async () => {
    await tampered(rewritten, async () => {
      expect(await said(verifyAudit(config(), { organisation: acme.slug }))).toBe('');
      expect(await verified()).toMatch(/1 audit trail\(s\) are broken/);
    });
    expect(await verified()).toBe('');
  });

  it('show a tail that was cut off together with its head', async () => {
    await tampered(
      (events) => events.slice(0, -2),
      async () => {
        expect(await said(verifyAudit(config(), { organisation: acme.slug }))).toBe('');
        expect(await verified()).toMatch(/broken/);
      },
    );
  });

  it('show an organisation that is gone, and are trusted with their own key only', async () => {
    const other = await startTestApp();
    const elsewhere = parseConfig({ DATABASE_URL: other.databaseUrl });
    expect(await said(verifyAudit(elsewhere, { heads, key: [open] }))).toMatch(/1 audit trail\(s\) are broken/);
    await other.close();
    const stranger = join(folder, 'stranger.key');
    await makeKey(stranger);
    expect(await said(verifyAudit(config(), { heads, key: [stranger] }))).toMatch(/signed with another key/);
    expect(await said(verifyAudit(config(), { heads }))).toMatch(/--heads and --key need each other/);
  });
});

describe('the key of the heads', () => {
  it('is readable by its owner only and never replaced', async () => {
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const before = readFileSync(key, 'utf8');
    expect(await said(Promise.resolve().then(() => makeKey(key)))).toMatch(/never replaced/);
    expect(readFileSync(key, 'utf8')).toBe(before);
    expect((await twinladderBeside(['audit-heads', 'public-key', key], {})).text).toBe(readFileSync(open, 'utf8'));
  });
});

describe('a server that keeps heads', () => {
  it('appends them at its start, and does not start with a key that it cannot use', async () => {
    const place = join(folder, 'kept');
    const end = await keepHeads(app.database, { folder: place, keyFile: key, minutes: 60 }, () => undefined);
    await end();
    expect(readFileSync(join(place, 'audit-heads.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
    await expect(
      keepHeads(app.database, { folder: place, keyFile: open, minutes: 60 }, () => undefined),
    ).rejects.toThrow(/not a private Ed25519 key/);
    expect(await keepHeads(app.database, { folder: null, keyFile: null, minutes: 60 }, () => undefined)).toBeInstanceOf(
      Function,
    );
    expect(() => parseConfig({ TWINLADDER_AUDIT_HEADS: place })).toThrow(
      /TWINLADDER_AUDIT_HEADS_KEY: audit heads need a key/,
    );
  });
});
