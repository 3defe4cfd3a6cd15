/**
 * Why this file exists: the one place where a reader's blindness is decided. Every read of ratings, verdicts, summaries, amendments,
 * comparison, debrief and decision goes through it, whatever path led there.
 */
import { reaches, type Actor, type PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { applicationsSeen, isBarred, reachOf, type Reach } from '../../candidates/data.js';
import type { ApplicationId, RequisitionId } from '../../candidates/index.js';
import {
  mayReadFigures,
  mayReadRatings,
  visibleProgress,
  type PanelProgress,
  type PanelSeat,
  type RatingsViewer,
  type ReadDecision,
  type ReadDeniedBy,
} from '../domain/blindness.js';
import type { ScorecardId } from '../domain/scorecard.js';
import {
  evaluationsOf,
  isGone,
  panelSeatOf,
  type StoredDebrief,
  type StoredDecision,
  type StoredEvaluation,
  type StoredSeat,
} from '../store/panel.store.js';

/** Interviewers who have submitted all their scorecards see the figures of the application too. */
export const INTERVIEWERS_MAY_READ_FIGURES = true;

/** What one reader may read of the evaluation of one application; what is not here does not exist for that reader. */
export interface ReadableEvaluation {
  readonly applicationId: ApplicationId;
  readonly requisitionId: RequisitionId;
  /** "n of m submitted"; `null` for a reader without any part in it. */
  readonly progress: PanelProgress | null;
  /** Seats whose scorecard may be read, in plan order: own ones, and others' submitted ones once allowed. */
  readonly seats: readonly StoredSeat[];
  /** By scorecard, whether it may be read and why; `seats` follows from it. */
  readonly decisions: ReadonlyMap<ScorecardId, ReadDecision>;
  /** Why others' scorecards, or figures, are withheld; `null` when nothing is. */
  readonly withheld: ReadDeniedBy | null;
  /** The whole evaluation for figures of any kind; `null` when figures are withheld. */
  readonly forFigures: StoredEvaluation | null;
  readonly debrief: StoredDebrief | null;
  readonly decision: StoredDecision | null;
}

/** A member who is no employee, such as an outside auditor, is nobody on any panel. */
const NOBODY = '' as PersonId;

/** Whether the debrief was closed, or the decision taken, with what is still due waived by name. */
function isPanelClosed(evaluation: StoredEvaluation): boolean {
  if (evaluation.decision !== null) return true;
  const waived = new Set(evaluation.debrief?.waivers.map((waiver) => waiver.scorecard) ?? []);
  if (evaluation.debrief === null) return false;
  return evaluation.seats.every(
    (seat) => isGone(seat) || seat.isObserver || seat.state === 'SUBMITTED' || waived.has(seat.scorecardId),
  );
}

/** Facts about a person before an evaluation, as the decision on blindness wants them. */
export function viewerOf(
  evaluation: StoredEvaluation,
  person: PersonId,
  rights: { readonly isHiringManager: boolean; readonly isAuditor: boolean; readonly isConflicted: boolean },
): RatingsViewer {
  const seats = evaluation.seats.filter((seat) => seat.personId === person).map(panelSeatOf);
  return { person, seats, ...rights };
}

function actorAsViewer(actor: Actor, evaluation: StoredEvaluation, reach: Reach): RatingsViewer {
  const person = actor.personId ?? NOBODY;
  const has = (scope: 'ALL' | 'REQUISITION' | 'ASSIGNED'): boolean => reaches(actor, 'submitted-scorecard:read', scope);
  const viewer = viewerOf(evaluation, person, {
    isHiringManager: has('REQUISITION') && evaluation.hiringManagerId === person,
    isAuditor: has('ALL'),
    isConflicted: isBarred(reach, evaluation),
  });
  if (has('ASSIGNED')) return viewer;
  // Without the right of interviewers a seat opens nothing any more; one that is due goes on closing.
  return { ...viewer, seats: viewer.seats.filter((seat) => seat.isRemoved || !seat.isSubmitted) };
}

function readable(actor: Actor, evaluation: StoredEvaluation, viewer: RatingsViewer): ReadableEvaluation {
  const panel: readonly PanelSeat[] = evaluation.seats.map(panelSeatOf);
  const decide = (seat: StoredSeat): ReadDecision =>
    mayReadRatings(viewer, { author: seat.personId, isSubmitted: seat.state === 'SUBMITTED' });
  const decisions = new Map(evaluation.seats.map((seat) => [seat.scorecardId, decide(seat)]));
  const figures = mayReadFigures(viewer, panel, {
    isPanelClosed: isPanelClosed(evaluation),
    interviewersMayReadFigures: INTERVIEWERS_MAY_READ_FIGURES,
  });
  const opens = (permission: 'debrief:read' | 'decision:read'): boolean => {
    const isMember = viewer.seats.some((seat) => !seat.isRemoved);
    const manages = evaluation.hiringManagerId === viewer.person && reaches(actor, permission, 'REQUISITION');
    return (
      figures.allowed &&
      (manages || reaches(actor, permission, 'ALL') || (isMember && reaches(actor, permission, 'ASSIGNED')))
    );
  };
  return {
    applicationId: evaluation.applicationId,
    requisitionId: evaluation.requisitionId,
    progress: visibleProgress(viewer, panel),
    seats: evaluation.seats.filter((seat) => decisions.get(seat.scorecardId)?.allowed === true),
    decisions,
    withheld: figures.allowed ? null : figures.reason,
    forFigures: figures.allowed ? evaluation : null,
    debrief: opens('debrief:read') ? evaluation.debrief : null,
    decision: opens('decision:read') ? evaluation.decision : null,
  };
}

/**
 * What the unit's actor may read of these evaluations. An application that the actor may not see, or about which there is a conflict
 * of interest, is absent. The number of statements does not grow with the number of applications.
 */
export async function readableEvaluations(
  unit: Unit,
  which: { readonly ids: readonly ApplicationId[] } | { readonly requisitionId: RequisitionId },
): Promise<ReadonlyMap<ApplicationId, ReadableEvaluation>> {
  const { actor } = unit;
  if (actor === null) return new Map();
  const seen = await applicationsSeen(unit, 'application:read', which);
  const reach = await reachOf(unit);
  const stored = await evaluationsOf(
    unit,
    seen.map((application) => application.id),
  );
  const found = new Map<ApplicationId, ReadableEvaluation>();
  for (const { id } of seen) {
    const evaluation = stored.get(id);
    if (evaluation === undefined) continue;
    const viewer = actorAsViewer(actor, evaluation, reach);
    if (!viewer.isConflicted) found.set(id, readable(actor, evaluation, viewer));
  }
  if (reaches(actor, 'submitted-scorecard:read', 'ALL')) unit.noteReading('EvaluationsRead', [...found.keys()]);
  return found;
}
