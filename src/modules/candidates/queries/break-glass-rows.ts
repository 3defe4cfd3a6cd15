/** Why this file exists: who opened contact data by breaking glass, as those who are to know of it see it, and whom it lets read. */
import { reaches, type MemberId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { defineLoader, type ListQuery } from '../../../platform/graphql/index.js';
import type { CandidateId } from '../domain/application.js';
import type { BreakGlassRecord } from '../store/break-glass.tables.js';
import { candidatesWithin } from './reach.js';

/** Days during which it stands among those that are to be noticed. */
export const RECENT_DAYS = 7;
const DAY_MS = 86_400_000;

/** A condition: this one (alias `b`) is open. The parameter is the moment. */
const isOpen = (now: string): string => `(b.ended_at is null and b.expires_at > ${now}::timestamptz)`;

/** Of some candidates those whose contact data the actor opened, in person and not by a token, and which are still open. */
export async function openedByActor(unit: Unit, ids: readonly string[]): Promise<readonly CandidateId[]> {
  const { actor } = unit;
  if (actor === null || actor.tokenId !== null || !reaches(actor, 'candidate-contact:read', 'BREAK_GLASS')) return [];
  const rows = await unit.rows<{ id: CandidateId }>(
    `select distinct b.candidate_id as id from break_glass b
      where b.organisation_id = $1 and b.candidate_id = any($2::uuid[]) and b.member_id = $3::uuid and ${isOpen('$4')}`,
    [ids, actor.memberId, unit.now.toISOString()],
  );
  return rows.map(({ id }) => id);
}

/** One as it is read. */
export interface BreakGlassRow extends BreakGlassRecord {
  readonly isOpen: boolean;
  readonly mayEnd: boolean;
}

export interface BreakGlassFilter {
  readonly candidateId: CandidateId | null;
  /** Only those that are open, or were opened within the last days. */
  readonly onlyRecent: boolean;
}

/**
 * Those that the actor is to know of: own ones; all for administrators and auditors; those about own candidates for hiring managers.
 * Never about a candidate with a conflict of interest. Values from `$2`.
 */
async function rowsWithin(unit: Unit): Promise<{ readonly sql: string; readonly values: readonly unknown[] }> {
  const { actor } = unit;
  const has = (scope: 'ALL' | 'REQUISITION'): boolean => actor !== null && reaches(actor, 'break-glass:read', scope);
  const endsAll = actor !== null && reaches(actor, 'break-glass:archive', 'ALL');
  const endsOwn = actor !== null && reaches(actor, 'break-glass:archive', 'OWN');
  const { where, isOwn, values } = await candidatesWithin(unit, 8);
  const isMine = 'b.member_id = $2::uuid';
  return {
    sql: `select b.id, b.member_id as "memberId", b.candidate_id as "candidateId", b.reason, b.opened_at as "openedAt",
        b.expires_at as "expiresAt", b.ended_at as "endedAt", b.ended_by as "endedBy", ${isOpen('$3')} as "isOpen",
        ${isOpen('$3')} and ($6::boolean or ($7::boolean and ${isMine})) as "mayEnd", -extract(epoch from b.opened_at) as back
      from break_glass b join candidate c on c.organisation_id = b.organisation_id and c.id = b.candidate_id
     where b.organisation_id = $1 and ($4::boolean or ${isMine} or ($5::boolean and ${isOwn})) and ${where}`,
    values: [
      actor?.memberId ?? null,
      unit.now.toISOString(),
      has('ALL'),
      has('REQUISITION'),
      endsAll,
      endsOwn,
      ...values,
    ],
  };
}

/** The list of them, newest first. */
export async function breakGlassList(unit: Unit, filter: BreakGlassFilter): Promise<ListQuery> {
  const { sql, values } = await rowsWithin(unit);
  const since = new Date(unit.now.getTime() - RECENT_DAYS * DAY_MS).toISOString();
  const at = values.length + 2;
  return {
    list: 'breakGlassAccesses',
    sql: `${sql} and ($${at}::uuid is null or b.candidate_id = $${at}::uuid)
      and (not $${at + 1}::boolean or ${isOpen('$3')} or b.opened_at > $${at + 2}::timestamptz)`,
    values: [...values, filter.candidateId, filter.onlyRecent, since],
    orderBy: ['back', 'id'],
    filter,
  };
}

export const breakGlassLoader = defineLoader<BreakGlassRow>('breakGlass', async (unit, ids) => {
  const { sql, values } = await rowsWithin(unit);
  const rows = await unit.rows<BreakGlassRow>(`${sql} and b.id = any($${values.length + 2}::uuid[])`, [...values, ids]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** The actor's own access that is open, by candidate. */
export const ownAccessLoader = defineLoader<BreakGlassRow>('ownBreakGlass', async (unit, ids) => {
  const { sql, values } = await rowsWithin(unit);
  const at = `$${values.length + 2}`;
  const open = `b.candidate_id = any(${at}::uuid[]) and b.member_id = $2::uuid and ${isOpen('$3')}`;
  const rows = await unit.rows<BreakGlassRow>(`${sql} and ${open}`, [...values, ids]);
  return new Map(rows.map((row) => [row.candidateId, row]));
});

/** The one that a member holds open for a candidate, or `null`. */
export const heldOpen = (unit: Unit, memberId: MemberId, candidateId: CandidateId): Promise<{ id: string } | null> =>
  unit.one(
    `select b.id from break_glass b
      where b.organisation_id = $1 and b.member_id = $2::uuid and b.candidate_id = $3::uuid and ${isOpen('$4')} limit 1`,
    [memberId, candidateId, unit.now.toISOString()],
  );

/** Accesses to the contact data of a candidate that are open now: who may read until when. No row policy. */
export const openAccesses = (
  unit: Unit,
  candidateId: CandidateId,
): Promise<{ memberId: MemberId; expiresAt: string }[]> =>
  unit.rows(
    `select b.member_id as "memberId", max(b.expires_at) as "expiresAt" from break_glass b
      where b.organisation_id = $1 and b.candidate_id = $2::uuid and ${isOpen('$3')} group by 1`,
    [candidateId, unit.now.toISOString()],
  );
