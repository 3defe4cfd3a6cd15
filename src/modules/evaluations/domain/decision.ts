/** Why this file exists: one named person decides once on an application, with reasons about the job, after a debrief, keeping dissent. */
import type { SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome } from '../../../platform/outcome/index.js';
import type { DecisionOutcome, DecisionReason } from './decision-reasons.js';
import type { SeatKind } from './interview-plan.js';
import type { ScorecardId } from './scorecard.js';
import {
  deciderProblem,
  attendanceProblem,
  conditionsProblem,
  DEBRIEF_MISSING,
  dissentProblem,
  evidenceProblem,
  firstOf,
  momentProblem,
  reasonsProblem,
  scorecardsProblem,
} from './decision-check.js';
import type { DecisionProblem } from './decision-check.js';

export type DecisionId = Id<'Decision'>;
type PersonId = Id<'Person'>;

/** A scorecard that will not come, named one by one. */
export interface Waiver {
  readonly scorecard: ScorecardId;
  readonly reason: string;
}

export interface Debrief {
  /** Instant in UTC, ISO 8601. */
  readonly heldAt: string;
  readonly attendees: readonly PersonId[];
  readonly waivers: readonly Waiver[];
}

export interface Dissent {
  readonly person: PersonId;
  readonly text: string;
  /** Instant in UTC, ISO 8601. */
  readonly at: string;
}

export interface Decision {
  readonly id: DecisionId;
  readonly application: Id<'Application'>;
  readonly outcome: DecisionOutcome;
  /** At least one, each once, all of the outcome. */
  readonly reasons: readonly DecisionReason[];
  readonly text: string;
  /** What has to happen first or alongside; empty for nothing. */
  readonly conditions: string;
  readonly decidedBy: PersonId;
  /** Instant in UTC, ISO 8601. */
  readonly decidedAt: string;
  readonly debrief: Debrief;
  /** Oldest first; kept word for word. */
  readonly dissent: readonly Dissent[];
}

export interface DecisionDraft {
  readonly id: DecisionId;
  readonly application: Id<'Application'>;
  readonly outcome: DecisionOutcome;
  readonly reasons: readonly DecisionReason[];
  readonly text: string;
  readonly conditions: string;
  readonly decidedAt: string;
  /** `null` when none was held yet. */
  readonly debrief: Debrief | null;
  /** Spoken in the debrief; more can be added later by `addDissent`. */
  readonly dissent: readonly Omit<Dissent, 'at'>[];
}

/** One scorecard of the panel that is still on it, of any stage. Removed seats are left out. */
export interface PanelScorecard {
  readonly id: ScorecardId;
  readonly author: PersonId;
  readonly seat: SeatKind;
  readonly isSubmitted: boolean;
}

/** Read in the same transaction in which the decision is written. */
export interface DecisionFacts {
  readonly decider: PersonId;
  readonly isHiringManager: boolean;
  /** A conflict of interest between the decider and the application was computed. */
  readonly isConflicted: boolean;
  readonly isAlreadyDecided: boolean;
  /** From `decisionsAllowed` of the requisition. */
  readonly requisitionAllows: { readonly accept: boolean; readonly decline: boolean };
  readonly panel: readonly PanelScorecard[];
  /** Persons with a conflict of interest among those who attended or dissent. */
  readonly conflicted: ReadonlySet<PersonId>;
  /** Must-haves shown below the required level or not assessed (`ComparedFit`). */
  readonly openMustHaves: readonly SkillKey[];
}

/**
 * The decision, when everything that it must rest on is there; else the first thing that is missing: who may, whether it may be now,
 * the debrief and its scorecards, the reasons, the conditions, the dissent. Figures never decide: they only ask for a reason to be named.
 */
export function decide(draft: DecisionDraft, facts: DecisionFacts): Outcome<Decision, DecisionProblem> {
  const { debrief } = draft;
  const refused = deciderProblem(facts) ?? momentProblem(draft.outcome, facts);
  if (refused !== null) return refuse(refused);
  if (debrief === null) return refuse(DEBRIEF_MISSING);
  const problem =
    attendanceProblem(debrief, facts) ??
    scorecardsProblem(debrief, facts) ??
    evidenceProblem(draft, facts) ??
    reasonsProblem(draft, facts) ??
    conditionsProblem(draft) ??
    firstOf(draft.dissent, (entry, at) => dissentProblem(entry, facts, `dissent.${at}`));
  if (problem !== null) return refuse(problem);
  return ok({
    ...draft,
    debrief,
    decidedBy: facts.decider,
    dissent: draft.dissent.map((entry) => ({ ...entry, at: draft.decidedAt })),
  });
}

/** Adds a later dissent; the decision stands, nothing of it changes. Only from members of the panel without a conflict. */
export function addDissent(
  decision: Decision,
  dissent: Dissent,
  facts: Pick<DecisionFacts, 'panel' | 'conflicted'>,
): Outcome<Decision, DecisionProblem> {
  const problem = dissentProblem(dissent, facts, '');
  return problem === null ? ok({ ...decision, dissent: [...decision.dissent, dissent] }) : refuse(problem);
}
