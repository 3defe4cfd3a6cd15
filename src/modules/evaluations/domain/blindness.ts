/** Why this file exists: who may read whose ratings is one pure decision, asked on every path, so that blindness cannot differ between them. */
import type { Id } from '../../../platform/ids/index.js';

/**
 * One seat on the panel of one application, of any stage. A seat counts from the moment it is given, whether or not its scorecard was
 * opened.
 */
export interface PanelSeat {
  readonly person: Id<'Person'>;
  readonly isSubmitted: boolean;
  /** True when the person was taken off this seat. */
  readonly isRemoved: boolean;
  /** False for a shadow, and for a removed seat whose scorecard was left out by a recorded decision or never submitted. */
  readonly counts: boolean;
  /** As marked on its scorecard. */
  readonly afterSeeingOthers: boolean;
}

/** Everything about the reader that the decision rests on, read at the moment of the decision. */
export interface RatingsViewer {
  readonly person: Id<'Person'>;
  /** All seats of this person on the panel of the application, over all stages, removed ones included. */
  readonly seats: readonly PanelSeat[];
  /** Hiring manager of the application's requisition. */
  readonly isHiringManager: boolean;
  readonly isAuditor: boolean;
  /** A conflict of interest with the application was computed. */
  readonly isConflicted: boolean;
}

export interface TargetScorecard {
  readonly author: Id<'Person'>;
  readonly isSubmitted: boolean;
}

export type ReadAllowedBy = 'OWN_SCORECARD' | 'OWN_SUBMITTED' | 'HIRING_MANAGER' | 'AUDITOR';
export type ReadDeniedBy =
  | 'CONFLICT_OF_INTEREST'
  | 'DRAFT_OF_ANOTHER'
  | 'OWN_SCORECARD_DUE'
  | 'REMOVED_FROM_PANEL'
  | 'NOT_INVOLVED'
  | 'PANEL_INCOMPLETE'
  | 'FIGURES_NOT_SHARED';

/** The reason is for the audit trail and the reader's own page; to others a denied object is absent. */
export type ReadDecision =
  | { readonly allowed: true; readonly reason: ReadAllowedBy }
  | { readonly allowed: false; readonly reason: ReadDeniedBy };

/**
 * May this person read the ratings, notes and verdict of this scorecard? In this order:
 * a conflict closes everything, the own scorecard included; the own one is always open; another's draft is open to nobody; any own seat
 * on the application that is not submitted, of whatever stage and also a shadow's, closes all others', whatever else the person may do;
 * then a panel member with all seats submitted, the hiring manager and the auditor read, and nobody else.
 * A removed seat gives nothing and owes nothing. A seat added later closes again what was open before.
 * @source product.md section 4 (rule 3), security.md sections 4 (cases 3 to 5) and 6 (rules 1 to 4)
 */
export function mayReadRatings(viewer: RatingsViewer, target: TargetScorecard): ReadDecision {
  if (viewer.isConflicted) return denied('CONFLICT_OF_INTEREST');
  if (target.author === viewer.person) return allowed('OWN_SCORECARD');
  if (!target.isSubmitted) return denied('DRAFT_OF_ANOTHER');
  return mayReadOthers(viewer);
}

/** What decides when figures are shown, besides the reader. */
export interface FigureRules {
  /** The debrief was closed or the decision taken with the missing scorecards waived by name. */
  readonly isPanelClosed: boolean;
  /** The organisation lets interviewers see figures once they may read all scorecards. */
  readonly interviewersMayReadFigures: boolean;
}

/**
 * May this person read anything derived from the scorecards of the application: comparison, average, spread, count of verdicts, order?
 * All or nothing: as strict as the strictest scorecard that counts. One that is still due holds figures back from everybody until the
 * panel is closed.
 */
export function mayReadFigures(viewer: RatingsViewer, panel: readonly PanelSeat[], rules: FigureRules): ReadDecision {
  if (viewer.isConflicted) return denied('CONFLICT_OF_INTEREST');
  const others = mayReadOthers(viewer);
  if (!others.allowed) return others;
  if (!rules.isPanelClosed && panel.some((seat) => seat.counts && !seat.isSubmitted)) return denied('PANEL_INCOMPLETE');
  const isInterviewerOnly = !viewer.isHiringManager && !viewer.isAuditor;
  return isInterviewerOnly && !rules.interviewersMayReadFigures ? denied('FIGURES_NOT_SHARED') : others;
}

/** "n of m submitted", over the seats that count. */
export interface PanelProgress {
  readonly submitted: number;
  readonly due: number;
}

/** The only thing about others that is visible before the own submission; `null` for a person with a conflict or without any part in it. */
export function visibleProgress(viewer: RatingsViewer, panel: readonly PanelSeat[]): PanelProgress | null {
  const takesPart = viewer.isHiringManager || viewer.isAuditor || viewer.seats.some((seat) => !seat.isRemoved);
  if (viewer.isConflicted || !takesPart) return null;
  const counting = panel.filter((seat) => seat.counts);
  return { submitted: counting.filter((seat) => seat.isSubmitted).length, due: counting.length };
}

/**
 * Could this person have read another's scorecard by now? Marks an amendment, or the scorecard of a seat that is about to be given: a
 * later seat does not hide what was seen. Errs towards yes for somebody who submitted and was then removed.
 * @param viewer before the new seat is added
 * @param targets all scorecards of the application
 */
export function hasSeenOthers(viewer: RatingsViewer, targets: readonly TargetScorecard[]): boolean {
  const others = targets.filter((target) => target.author !== viewer.person && target.isSubmitted);
  if (others.length === 0) return false;
  return (
    viewer.seats.some((seat) => seat.afterSeeingOthers || (seat.isRemoved && seat.isSubmitted)) ||
    others.some((target) => mayReadRatings(viewer, target).allowed)
  );
}

/** May the person read submitted scorecards of others? Asked after the conflict. */
function mayReadOthers(viewer: RatingsViewer): ReadDecision {
  const active = viewer.seats.filter((seat) => !seat.isRemoved);
  if (active.some((seat) => !seat.isSubmitted)) return denied('OWN_SCORECARD_DUE');
  if (active.length > 0) return allowed('OWN_SUBMITTED');
  if (viewer.isHiringManager) return allowed('HIRING_MANAGER');
  if (viewer.isAuditor) return allowed('AUDITOR');
  return denied(viewer.seats.length > 0 ? 'REMOVED_FROM_PANEL' : 'NOT_INVOLVED');
}

const allowed = (reason: ReadAllowedBy): ReadDecision => ({ allowed: true, reason });
const denied = (reason: ReadDeniedBy): ReadDecision => ({ allowed: false, reason });
