/** Why this file exists: whoever changes a trail without the key is found out, from files alone, by two programs that share no line. */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  publicPem,
  readHeads,
  signHead,
  TrailFileWalk,
  type TrailFileVerdict,
} from '../../../src/modules/audit/index.js';
import type { AuditEventRecord } from '../../../src/modules/audit/audit.tables.js';
import { projectFolder } from '../../architecture/source-tree.js';
import { chained, chance, KINDS, linesOf, ORGANISATION, tamper, trailOf } from '../../support/tampering.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const head = (event: AuditEventRecord, key = privateKey): string =>
  signHead({ organisationId: ORGANISATION, seq: event.seq, hash: event.hash, time: '2026-02-01T00:00:00.000Z' }, key);

const events = trailOf(120);
/** A head after every 25 events, and one at the end. */
const headLines = events.filter(({ seq }) => seq % 25 === 0 || seq === events.length).map((event) => head(event));
const { heads } = readHeads(headLines.join('\n'), [publicKey]);

function verdictOf(lines: readonly string[]): TrailFileVerdict {
  const walk = new TrailFileWalk(heads);
  for (const line of lines) if (!walk.next(line)) break;
  return walk.end();
}

describe('an exported trail with signed heads', () => {
  it('that nobody touched is intact, and heads vouch for all of it', () => {
    expect(verdictOf(linesOf(events))).toEqual({ slug: 'acme', events: 120, heads: 5, vouched: 120, fault: null });
  });

  it('shows each of 1,000 random tamperings, and names the first bad event', () => {
    const pick = chance(20_261_105);
    for (let i = 0; i < 1_000; i++) {
      const kind = KINDS[i % KINDS.length] ?? 'edit';
      const { events: list, first } = tamper(events, kind, pick);
      const { fault } = verdictOf(linesOf(list));
      const through = fault !== null && 'through' in fault ? fault.through : first;
      const from = fault !== null && 'through' in fault ? fault.seq : first;
      expect([i, kind, fault?.seq, from <= first && first <= through]).toEqual([i, kind, from, true]);
      expect(fault).not.toBeNull();
    }
  });

  it('that goes on after the last head is vouched for up to there only', () => {
    const longer = chained([...events, { ...(events[0] as AuditEventRecord), at: '2026-03-01T00:00:00.000Z' }], 120);
    expect(verdictOf(linesOf(longer))).toMatchObject({ events: 121, vouched: 120, fault: null });
  });

  it('of another organisation, or without its first line, is no proof', () => {
    const lines = linesOf(events);
    const moved = lines.map((line, i) => (i === 0 ? line.replace('b302', 'b303') : line));
    expect(verdictOf(moved)).toMatchObject({ heads: 0, fault: { seq: 1, reason: 'LINK' } });
    expect(verdictOf(lines.slice(1))).toMatchObject({ fault: { seq: 0, reason: 'FORM' } });
    expect(verdictOf([])).toMatchObject({ fault: { seq: 0, reason: 'FORM' } });
    expect(verdictOf([...lines.slice(0, 5), 'garbage'])).toMatchObject({ fault: { seq: 5, reason: 'FORM' } });
  });
});

describe('a file of heads', () => {
  const [first = '', second = ''] = headLines;
  it.each([
    ['with another hash', [first, second.replace(/"hash":"./, '"hash":"x')], { line: 2, reason: 'SIGNATURE' }],
    ['with another number', [first.replace('"seq":25', '"seq":24')], { line: 1, reason: 'SIGNATURE' }],
    ['signed by another key', [head(events[0] as AuditEventRecord, other.privateKey)], { line: 1, reason: 'KEY' }],
    [
      'signed by another key under the name of ours',
      [
        head(events[0] as AuditEventRecord, other.privateKey).replace(
          /"keyId":"\w+"/,
          /"keyId":"\w+"/.exec(first)?.[0] ?? '',
        ),
      ],
      { line: 1, reason: 'SIGNATURE' },
    ],
    ['with a line cut short', [first.slice(0, 40)], { line: 1, reason: 'FORM' }],
  ])('%s is not trusted', (_, lines, bad) => {
    expect(readHeads(lines.join('\n'), [publicKey]).bad).toEqual(bad);
  });

  it('takes several keys, for the time after an exchange', () => {
    const both = [head(events[0] as AuditEventRecord, other.privateKey), first].join('\n');
    expect(readHeads(both, [publicKey, other.publicKey])).toMatchObject({
      bad: null,
      heads: [{ seq: 1 }, { seq: 25 }],
    });
  });
});

describe('the verifier in Python', () => {
  const folder = mkdtempSync(join(tmpdir(), 'twinladder-python-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(projectFolder, 'scripts', 'verify_audit.py');
  const isThere = spawnSync('python3', ['--version']).status === 0;

  function python(
    list: readonly AuditEventRecord[],
    lines: readonly string[] = headLines,
  ): { code: number | null; text: string } {
    writeFileSync(join(folder, 'trail'), `${linesOf(list).join('\n')}\n`);
    writeFileSync(join(folder, 'heads'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'key'), publicPem(publicKey));
    const files = ['--export', join(folder, 'trail'), '--heads', join(folder, 'heads'), '--key', join(folder, 'key')];
    const { status, stdout, stderr } = spawnSync('python3', [script, ...files], { encoding: 'utf8' });
    return { code: status, text: `${stdout}${stderr}` };
  }

  it('says the same as the product where Python is installed', () => {
    if (!isThere) return;
    expect(python(events)).toMatchObject({
      code: 0,
      text: expect.stringMatching(/acme: 120 events, intact/) as string,
    });
    const pick = chance(7);
    for (const kind of KINDS) {
      const { events: list } = tamper(events, kind, pick);
      const { fault } = verdictOf(linesOf(list));
      const { code, text } = python(list);
      expect([kind, code, text]).toEqual([
        kind,
        1,
        expect.stringContaining(`broken at event ${fault?.seq ?? 0} (${fault?.reason ?? ''})`),
      ]);
    }
    const forged = headLines.map((line) => line.replace('"seq":25', '"seq":26'));
    expect(python(events, forged)).toMatchObject({ code: 1 });
  });
});
