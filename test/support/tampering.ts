/** Why this file exists: an audit trail in memory, and the ways in which somebody with all files but the key would change it. */
import { hashOf } from '../../src/modules/audit/chain.js';
import { trailLine } from '../../src/modules/audit/index.js';
import type { AuditEventRecord } from '../../src/modules/audit/audit.tables.js';

export const ORGANISATION = '01890a5d-ac96-774b-bcce-b302099a8057';
export const GENESIS = '0'.repeat(64);

/** Chance from a seed (mulberry32), the same on every run. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Hashes events anew from a place on, so that the chain holds again. */
export function chained(events: readonly AuditEventRecord[], from = 0): AuditEventRecord[] {
  const done = events.slice(0, from);
  for (const { hash: _, ...event } of events.slice(from)) {
    const body = { ...event, seq: done.length + 1, prevHash: done.at(-1)?.hash ?? GENESIS };
    done.push({ ...body, hash: hashOf(ORGANISATION, body) });
  }
  return done;
}

/** A trail of so many events. */
export function trailOf(length: number): AuditEventRecord[] {
  const made = Array.from(
    { length },
    (_, i): AuditEventRecord => ({
      seq: i + 1,
      at: new Date(Date.UTC(2026, 0, 1) + i * 61_000).toISOString(),
      actorMemberId: i % 5 === 0 ? null : ORGANISATION,
      actorPersonId: null,
      actorTokenId: i % 4 === 0 ? ORGANISATION : null,
      requestId: `r-${i}`,
      type: ['ScorecardSubmitted', 'GrantGiven', 'PersonChanged'][i % 3] ?? '',
      entity: 'Person',
      entityId: ORGANISATION,
      data: { reason: `“because” ${i} é 中`, level: i % 6, share: i / 7, old: { note: null, keys: ['b', 'a'] } },
      prevHash: '',
      hash: '',
    }),
  );
  return chained(made);
}

export const linesOf = (events: readonly AuditEventRecord[]): string[] => [
  `{"exportedAt":"2026-02-01T00:00:00.000Z","format":"twinladder-audit-trail/1","organisationId":"${ORGANISATION}","slug":"acme"}`,
  ...events.map((event) => trailLine(ORGANISATION, event)),
];

export const KINDS = [
  'edit',
  'delete',
  'swap',
  'insert',
  'cut',
  'rewrite',
  'back-date',
  'insert re-hashed',
  'delete re-hashed',
] as const;

export interface Tampered {
  readonly kind: (typeof KINDS)[number];
  readonly events: readonly AuditEventRecord[];
  /** The first event that is not what was recorded. */
  readonly first: number;
}

const edited = (event: AuditEventRecord, pick: (below: number) => number): AuditEventRecord => {
  const other = [
    { ...event, data: { ...event.data, level: 9 } },
    { ...event, type: `${event.type}x` },
    { ...event, actorMemberId: '01890a5d-ac96-774b-bcce-b302099a8058' },
    { ...event, requestId: 'r' },
    { ...event, hash: event.hash.replace(/^./, (c) => (c === '0' ? '1' : '0')) },
    { ...event, prevHash: event.prevHash.replace(/.$/, (c) => (c === '0' ? '1' : '0')) },
  ];
  return other[pick(other.length)] ?? event;
};

/** One random tampering; never one that changes nothing. */
export function tamper(
  events: readonly AuditEventRecord[],
  kind: Tampered['kind'],
  pick: (below: number) => number,
): Tampered {
  const at = pick(events.length - 1);
  const own = events[at];
  if (own === undefined) throw new Error('no event');
  const before = events.slice(0, at);
  const after = events.slice(at + 1);
  const changed = edited({ ...own, data: { ...own.data, reason: 'another' } }, pick);
  const made = (list: readonly AuditEventRecord[]): Tampered => ({ kind, events: list, first: at + 1 });
  switch (kind) {
    case 'edit':
      return made([...before, edited(own, pick), ...after]);
    case 'delete':
      return made([...before, ...after]);
    case 'swap':
      return made([...before, ...after.slice(0, 1), own, ...after.slice(1)]);
    case 'insert':
      return made([...before, changed, own, ...after]);
    case 'cut':
      return made(before);
    case 'rewrite':
      return made(chained([...before, changed, ...after], at));
    case 'back-date':
      return made([...before, { ...own, at: '2020-01-01T00:00:00.000Z' }, ...after]);
    case 'insert re-hashed':
      return made(chained([...before, changed, own, ...after], at));
    case 'delete re-hashed':
      return made(chained([...before, ...after], at));
  }
}
