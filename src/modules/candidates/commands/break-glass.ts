/** Why this file exists: an auditor opens the contact data of one candidate at once, for a reason and a while, and everybody concerned sees it. */
import type { Actor } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import { memberTable } from '../../identity/index.js';
import type { CandidateId } from '../domain/application.js';
import { isReason, MIN_REASON_CHARACTERS } from '../domain/written-reason.js';
import { candidateLoader } from '../queries/application-rows.js';
import { breakGlassLoader, heldOpen } from '../queries/break-glass-rows.js';
import { breakGlassTable, type BreakGlassId } from '../store/break-glass.tables.js';

/** How long it stays open when nothing is said, and at most. */
export const BREAK_GLASS_MINUTES = 60;
export const MOST_BREAK_GLASS_MINUTES = 240;
const MINUTE_MS = 60_000;

type Done = Outcome<{ id: BreakGlassId }, Problem>;

/**
 * Command: opens the contact data of a candidate to this auditor alone. Nobody has to agree.
 * @param input `minutes` from 1 to `MOST_BREAK_GLASS_MINUTES`
 */
export async function breakGlass(
  unit: Unit,
  actor: Actor,
  input: { readonly candidateId: CandidateId; readonly reason: string; readonly minutes?: number | null },
): Promise<Done> {
  const { memberId } = actor;
  const { candidateId } = input;
  if ((await candidateLoader.batch(unit, [candidateId])).size === 0)
    return refuse(notFound('candidate', 'input.candidateId'));
  const reason = input.reason.trim();
  if (!isReason(reason)) {
    const message = `Say why in at least ${MIN_REASON_CHARACTERS} characters. Administrators and the hiring manager read it.`;
    return refuse({ code: 'BREAK_GLASS_REASON_EMPTY', message, field: 'input.reason' });
  }
  await unit.findOne(memberTable, { id: memberId }, { lock: 'UPDATE' }); // one after the other
  if ((await heldOpen(unit, memberId, candidateId)) !== null) {
    const message = 'You hold these contact data open already. End that first if you want another span.';
    return refuse({ code: 'BREAK_GLASS_OPEN', message, field: 'input.candidateId' });
  }
  const id: BreakGlassId = newId<'BreakGlass'>();
  const openedAt = unit.now.toISOString();
  const expiresAt = new Date(unit.now.getTime() + (input.minutes ?? BREAK_GLASS_MINUTES) * MINUTE_MS).toISOString();
  const span = { openedAt, expiresAt, endedAt: null, endedBy: null };
  await unit.insert(breakGlassTable, [{ id, memberId, candidateId, reason, ...span }]);
  const data = { breakGlassId: id, reason, expiresAt };
  unit.record({ type: 'GlassBroken', entity: 'Candidate', entityId: candidateId, data });
  return ok({ id });
}

/** Command: ends it before it ends by itself: an own one, or any for an administrator. */
export async function endBreakGlass(
  unit: Unit,
  actor: Actor,
  input: { readonly breakGlassId: BreakGlassId },
): Promise<Done> {
  const id = input.breakGlassId;
  await unit.findOne(breakGlassTable, { id }, { lock: 'UPDATE' });
  const seen = (await breakGlassLoader.batch(unit, [id])).get(id);
  if (seen === undefined) return refuse(notFound('opened access', 'input.breakGlassId'));
  if (!seen.isOpen) {
    const message = 'This access is over already; nobody has to end it.';
    return refuse({ code: 'BREAK_GLASS_OVER', message, field: 'input.breakGlassId' });
  }
  if (!seen.mayEnd) {
    const message = 'Only who opened it and administrators end it. Ask one of them.';
    return refuse({ code: 'BREAK_GLASS_NOT_YOURS', message, field: 'input.breakGlassId' });
  }
  await unit.update(breakGlassTable, { id }, { endedAt: unit.now.toISOString(), endedBy: actor.memberId });
  const data = { breakGlassId: id };
  unit.record({ type: 'BrokenGlassClosed', entity: 'Candidate', entityId: seen.candidateId, data });
  return ok({ id });
}
