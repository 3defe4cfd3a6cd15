/** Why this file exists: seats on a panel are given and taken away by people, on the record; a seat never opens what its holder must not see. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import { grantsOf, scopesOf } from '../../grants/index.js';
import { personById } from '../../people/data.js';
import { hasSeenOthers } from '../domain/blindness.js';
import type { InterviewId } from '../domain/interview-plan.js';
import { recordRemoval } from '../domain/scorecard.js';
import { viewerOf } from '../queries/readable-scorecards.js';
import { interviewTable, panelSeatTable, scorecardTable, type InterviewRecord } from '../store/interview.tables.js';
import { scorecardOf, type StoredEvaluation } from '../store/panel.store.js';
import { closedProblem, conflictProblem, takeApplication, type TakenApplication } from './take-application.js';

export interface GivenSeat {
  readonly interviewId: InterviewId;
  readonly personId: PersonId;
  readonly isObserver: boolean;
}

/** Whether the person could have read another's scorecard of the application by now, by seat or by grant. */
export async function hasPersonSeen(unit: Unit, evaluation: StoredEvaluation, person: PersonId): Promise<boolean> {
  const targets = evaluation.seats.map((seat) => ({ author: seat.personId, isSubmitted: seat.state === 'SUBMITTED' }));
  if (!targets.some((target) => target.isSubmitted && target.author !== person)) return false;
  const memberId = (await personById(unit, person))?.memberId ?? null;
  const scopes =
    memberId === null ? null : (scopesOf(await grantsOf(unit, memberId)).get('submitted-scorecard:read') ?? null);
  const viewer = viewerOf(evaluation, person, {
    isHiringManager: evaluation.hiringManagerId === person,
    isAuditor: scopes?.has('ALL') ?? false,
    isConflicted: false,
  });
  return hasSeenOthers(viewer, targets);
}

/** Gives seats, each with an empty scorecard that is due from now on. */
export async function giveSeats(unit: Unit, evaluation: StoredEvaluation, seats: readonly GivenSeat[]): Promise<void> {
  const at = unit.now.toISOString();
  const seen = new Map<PersonId, boolean>();
  for (const { personId } of seats)
    if (!seen.has(personId)) seen.set(personId, await hasPersonSeen(unit, evaluation, personId));
  const held = { removedAt: null, removedById: null, removalReason: null, isCountedAfterRemoval: null };
  await unit.insert(
    panelSeatTable,
    seats.map((seat) => ({ ...seat, addedAt: at, ...held })),
  );
  await unit.insert(
    scorecardTable,
    seats.map(({ interviewId, personId }) => ({
      id: newId<'Scorecard'>(),
      interviewId,
      applicationId: evaluation.applicationId,
      authorId: personId,
      state: 'DRAFT',
      verdict: null,
      summary: '',
      isAfterSeeingOthers: seen.get(personId) ?? false,
      submittedAt: null,
      savedAt: null,
      version: 1,
    })),
  );
}

/** The interview and its application, if the actor may change its panel now. */
async function takeInterview(
  unit: Unit,
  id: InterviewId,
): Promise<Outcome<{ interview: InterviewRecord; taken: TakenApplication }, Problem>> {
  const absent = notFound('interview', 'input.interviewId');
  const interview = await unit.findOne(interviewTable, { id });
  if (interview === null) return refuse(absent);
  const taken = await takeApplication(unit, 'application:update', interview.applicationId);
  if (!taken.ok) return refuse(absent);
  const closed = closedProblem(taken.value.application);
  if (closed !== null) return refuse({ ...closed, field: 'input.interviewId' });
  if (interview.state === 'CANCELLED')
    return refuse({ code: 'EVALUATION_CLOSED', message: 'This interview is cancelled.', field: 'input.interviewId' });
  return ok({ interview, taken: taken.value });
}

/** Gives one more seat. Whoever joins late sees nothing of the others until the own scorecard is submitted. */
export async function addToPanel(unit: Unit, input: GivenSeat): Promise<Outcome<{ id: InterviewId }, Problem>> {
  const found = await takeInterview(unit, input.interviewId);
  if (!found.ok) return found;
  const { interview, taken } = found.value;
  if ((await personById(unit, input.personId)) === null) return refuse(notFound('person', 'input.personId'));
  if (taken.evaluation.seats.some((seat) => seat.interviewId === interview.id && seat.personId === input.personId)) {
    const message = 'This person has, or had, a seat on this panel. The record stands; name somebody else.';
    return refuse({ code: 'PANEL_SEAT_TAKEN', message, field: 'input.personId' });
  }
  const conflict = await conflictProblem(unit, [input.personId], taken, 'input.personId');
  if (conflict !== null) return refuse(conflict);
  await giveSeats(unit, taken.evaluation, [input]);
  const { personId, isObserver } = input;
  unit.record({ type: 'PanelSeatGiven', entity: 'Interview', entityId: interview.id, data: { personId, isObserver } });
  return ok({ id: interview.id });
}

export interface Removal {
  readonly interviewId: InterviewId;
  readonly personId: PersonId;
  readonly reason: string;
  /** Whether what was submitted goes on counting; a draft never does. */
  readonly isCounted: boolean;
}

/** Takes a seat away, with a reason, and says whether what was submitted still counts. It is not given back. */
export async function removeFromPanel(unit: Unit, input: Removal): Promise<Outcome<{ id: InterviewId }, Problem>> {
  const found = await takeInterview(unit, input.interviewId);
  if (!found.ok) return found;
  const { interview, taken } = found.value;
  const { personId, reason } = input;
  const seat = taken.evaluation.seats.find((one) => one.interviewId === interview.id && one.personId === personId);
  if (seat === undefined) {
    const message = 'This person holds no seat on this panel.';
    return refuse({ code: 'SEAT_NOT_HELD', message, field: 'input.personId' });
  }
  const removedAt = unit.now.toISOString();
  const removedById = unit.actor?.personId ?? null;
  const by = removedById ?? taken.requisition.hiringManagerId;
  const removal = { by, at: removedAt, reason, counts: input.isCounted };
  const removed = recordRemoval(scorecardOf(taken.evaluation, seat), removal);
  if (!removed.ok) {
    const field = removed.problem.code === 'REMOVED_FROM_PANEL' ? 'input.personId' : 'input.reason';
    return refuse({ ...removed.problem, field });
  }
  const isCounted = removed.value.removal?.counts ?? false;
  await unit.update(
    panelSeatTable,
    { interviewId: interview.id, personId, removedAt: null },
    { removedAt, removedById, removalReason: reason.trim(), isCountedAfterRemoval: isCounted },
  );
  const data = { personId, reason, isCounted };
  unit.record({ type: 'PanelSeatTaken', entity: 'Interview', entityId: interview.id, data });
  return ok({ id: interview.id });
}
