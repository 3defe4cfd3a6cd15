/** Why this file exists: modules say which of their events change what waits for whom; it is written in the unit of the change, and told when that commits. */
import type { AuditFact, Database, Unit } from '../database/index.js';
import { newId } from '../ids/index.js';

/** What may have changed: interviews or reviews that wait for somebody, or what an open session may do. */
export type NoticeKind = 'INTERVIEWS' | 'REVIEWS' | 'SESSION';
export type NoticeSubject = `member:${string}` | `person:${string}` | `organisation:${string}`;
export interface Notice {
  readonly subject: NoticeSubject;
  readonly kind: NoticeKind;
}

/**
 * Whom an event concerns. It names only people whose own list changes by it: that something happened is told to nobody who could not see it,
 * not even by the moment.
 */
export type NoticeSource = (unit: Unit, fact: AuditFact) => Promise<readonly Notice[]> | readonly Notice[];

const sources = new Set<NoticeSource>();
export const registerNotices = (source: NoticeSource): void => {
  sources.add(source);
};

/** Writes down whom the facts of a unit concern; no statement when they concern nobody. */
export async function announce(unit: Unit, facts: readonly AuditFact[]): Promise<void> {
  const found = new Map<string, Notice>();
  for (const fact of facts)
    for (const source of sources)
      for (const notice of await source(unit, fact)) found.set(`${notice.subject} ${notice.kind}`, notice);
  if (found.size === 0) return;
  const notices = [...found.values()];
  await unit.rows(
    `insert into notice (id, subject, kind, transaction, at)
     select t.id, t.subject, t.kind, pg_current_xact_id()::text::bigint, clock_timestamp()
       from unnest($2::uuid[], $3::text[], $4::text[]) as t(id, subject, kind) where $1::uuid is not null returning 1`,
    [notices.map(() => newId()), notices.map(({ subject }) => subject), notices.map(({ kind }) => kind)],
  );
}

/** What was committed since the snapshot $1, whatever the order of the commits; older rows are those of a database that was brought back. */
const SINCE = `
  select pg_current_snapshot()::text as snapshot, coalesce((
    select json_agg(json_build_object('subject', n.subject, 'kind', n.kind)) from notice n
     where n.transaction >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint and n.at > now() - interval '1 minute'
       and not pg_visible_in_snapshot(n.transaction::text::xid8, $1::pg_snapshot)), '[]') as notices`;

/** Reads on from where it stood; one statement, however many windows there are. */
export class NoticeReader {
  #snapshot: string | null = null;

  constructor(private readonly database: Pick<Database, 'readShared'>) {}

  /** @returns what was committed since the last call; nothing at the first one */
  async next(): Promise<readonly Notice[]> {
    const [row] = await this.database.readShared<{ snapshot: string; notices: Notice[] }>(SINCE, [this.#snapshot]);
    this.#snapshot = row?.snapshot ?? null;
    return row?.notices ?? [];
  }

  /** Starts anew with the next call: what was missed is not told. */
  forget(): void {
    this.#snapshot = null;
  }
}

/** Notices are kept for longer than this. */
const KEPT_MS = 60_000;
/** A change is written down a moment before it is committed. */
const MARGIN_MS = 2_000;

/** What somebody who listened to nobody for so long may have missed; `ALL` when that is not known any more. */
export async function missedKinds(
  database: Pick<Database, 'readShared'>,
  subjects: readonly NoticeSubject[],
  missedMs: number | null,
): Promise<readonly string[]> {
  if (missedMs === null) return [];
  if (missedMs + MARGIN_MS > KEPT_MS) return ['ALL'];
  const rows = await database.readShared<{ kind: string }>(
    `select distinct kind from notice where subject = any($1::text[]) and kind <> 'SESSION' and at > now() - make_interval(secs => $2)`,
    [subjects, (missedMs + MARGIN_MS) / 1000],
  );
  return rows.map(({ kind }) => kind);
}

/** Every process has read what is older. */
export const forgetOldNotices = (database: Pick<Database, 'changeShared'>): Promise<unknown[]> =>
  database.changeShared(`delete from notice where at < now() - interval '2 minutes'`);
