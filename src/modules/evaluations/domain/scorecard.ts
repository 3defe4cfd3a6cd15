/** Why this file exists: a scorecard is one interviewer's judgement of one interview; its states and what may follow are decided here. */
import type { Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome } from '../../../platform/outcome/index.js';
import type { InterviewId, RatingSlot, SeatKind } from './interview-plan.js';
import { ratingLevel } from './kit.js';
import type { ItemKey, Kit } from './kit.js';
import { draftProblems, submitProblems } from './scorecard-check.js';
import type { ContentProblem } from './scorecard-check.js';
import { MIN_REASON_CHARACTERS, nonBlankLength } from './written-text.js';

export type ScorecardId = Id<'Scorecard'>;

export const SCORECARD_STATES = ['DRAFT', 'SUBMITTED'] as const;
export type ScorecardState = (typeof SCORECARD_STATES)[number];
/** SUBMITTED is locked: nothing leads on, amendments are added beside it. */
export const SCORECARD_TRANSITIONS: Readonly<Record<ScorecardState, readonly ScorecardState[]>> = {
  DRAFT: ['SUBMITTED'],
  SUBMITTED: [],
};

/** There is no neutral one on purpose. */
export const VERDICTS = ['STRONG_NO', 'NO', 'YES', 'STRONG_YES'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One skill rated on one item. A gap, in a draft only, has no level and is not marked as not assessed. */
export interface Rating {
  readonly itemKey: ItemKey;
  readonly skill: SkillKey;
  /** Rating 1..5 against the item's anchors (3 meets the bar of the rung); `null` when not assessed or not yet rated. */
  readonly level: Level | null;
  /** True when the interviewer says that it could not be assessed; never a low score. */
  readonly notAssessed: boolean;
  /** What was seen or heard; may be empty in a draft and when not assessed. */
  readonly evidence: string;
}

export interface ScorecardContent {
  readonly ratings: readonly Rating[];
  /** `null` in a draft only. */
  readonly verdict: Verdict | null;
}

/** As handed in by the author: not yet known to be a rating of the plan, nor a level of the scale. */
export interface RatingInput {
  readonly itemKey: ItemKey;
  readonly skill: SkillKey;
  readonly level: number | null;
  readonly notAssessed: boolean;
  readonly evidence: string;
}

export interface ScorecardInput {
  readonly ratings: readonly RatingInput[];
  readonly verdict: Verdict | null;
}

/** A later change: the whole content as it now stands, beside what was submitted. */
export interface Amendment {
  readonly content: ScorecardContent;
  readonly reason: string;
  /** Instant in UTC, ISO 8601. */
  readonly at: string;
  /** True when the author could read another scorecard of the application by then. */
  readonly afterSeeingOthers: boolean;
}

/** Recorded when the author left the panel: whether what was submitted still enters figures. A draft never does. */
export interface PanelRemoval {
  readonly by: Id<'Person'>;
  readonly at: string;
  readonly reason: string;
  readonly counts: boolean;
}

export interface Scorecard {
  readonly id: ScorecardId;
  readonly application: Id<'Application'>;
  readonly interview: InterviewId;
  readonly author: Id<'Person'>;
  readonly seat: SeatKind;
  readonly state: ScorecardState;
  /** The draft, or the original as submitted, which no amendment changes. */
  readonly content: ScorecardContent;
  /** Instant in UTC, ISO 8601; `null` in DRAFT. */
  readonly submittedAt: string | null;
  /** True when the seat was added after the author could read another scorecard of the application. */
  readonly afterSeeingOthers: boolean;
  /** Oldest first. */
  readonly amendments: readonly Amendment[];
  readonly removal: PanelRemoval | null;
}

/** Who acts, and whether a conflict of interest with the application was computed for that person. */
export interface ScorecardActor {
  readonly person: Id<'Person'>;
  readonly isConflicted: boolean;
}

/** What ratings are checked against. */
export interface RatingFrame {
  readonly kit: Kit;
  /** What the plan asks of this interview's raters. */
  readonly slots: readonly RatingSlot[];
}

/** Expected refusals of a scorecard. */
export type ScorecardProblem =
  | ContentProblem
  | { readonly code: 'SCORECARD_LOCKED'; readonly message: string }
  | { readonly code: 'SCORECARD_NOT_SUBMITTED'; readonly message: string }
  | { readonly code: 'NOT_THE_AUTHOR'; readonly message: string }
  | { readonly code: 'CONFLICT_OF_INTEREST'; readonly message: string }
  | { readonly code: 'REMOVED_FROM_PANEL'; readonly message: string }
  | { readonly code: 'EVALUATION_REASON_TOO_SHORT'; readonly message: string; readonly field: 'reason' }
  | { readonly code: 'AMENDMENT_CHANGES_NOTHING'; readonly message: string; readonly field: 'ratings' };

type Result = Outcome<Scorecard, ScorecardProblem>;

/** An empty draft for one seat. `afterSeeingOthers` comes from `hasSeenOthers` at the moment the seat is given. */
export const openScorecard = (
  seat: Pick<Scorecard, 'id' | 'application' | 'interview' | 'author' | 'seat' | 'afterSeeingOthers'>,
): Scorecard => ({
  ...seat,
  state: 'DRAFT',
  content: { ratings: [], verdict: null },
  submittedAt: null,
  amendments: [],
  removal: null,
});

/** Replaces the draft. Gaps are fine; what is there must be a planned rating on the scale, each pair once. */
export function saveDraft(
  scorecard: Scorecard,
  input: ScorecardInput,
  frame: RatingFrame,
  actor: ScorecardActor,
): Result {
  const refused = draftRefusal(scorecard, actor) ?? draftProblems(input, frame)[0];
  return refused ? refuse(refused) : ok({ ...scorecard, content: contentOf(input) });
}

/**
 * Locks the draft. Refused with the first finding of `submitProblems`; ask that for all of them.
 * @param at instant in UTC, ISO 8601
 */
export function submitScorecard(scorecard: Scorecard, frame: RatingFrame, actor: ScorecardActor, at: string): Result {
  const refused = draftRefusal(scorecard, actor) ?? submitProblems(scorecard.content, frame)[0];
  return refused ? refuse(refused) : ok({ ...scorecard, state: 'SUBMITTED', submittedAt: at });
}

export interface AmendmentInput extends ScorecardInput {
  readonly reason: string;
  /** Instant in UTC, ISO 8601. */
  readonly at: string;
  /** From `hasSeenOthers` at this moment. */
  readonly afterSeeingOthers: boolean;
}

/** Adds an amendment beside the original. The new content must be as complete as a submission. */
export function amendScorecard(
  scorecard: Scorecard,
  input: AmendmentInput,
  frame: RatingFrame,
  actor: ScorecardActor,
): Result {
  const refused = amendmentRefusal(scorecard, input, actor) ?? submitProblems(input, frame)[0];
  if (refused) return refuse(refused);
  const content = contentOf(input);
  if (sameContent(content, latestContent(scorecard))) {
    return refuse({
      code: 'AMENDMENT_CHANGES_NOTHING',
      field: 'ratings',
      message:
        'The amendment says the same as the scorecard. Change a rating, a note or the verdict, or leave it as it is.',
    });
  }
  const { reason, at } = input;
  const afterSeeingOthers = input.afterSeeingOthers || scorecard.afterSeeingOthers;
  return ok({ ...scorecard, amendments: [...scorecard.amendments, { content, reason, at, afterSeeingOthers }] });
}

/** Records that the author left the panel. The scorecard stays; whether it counts is said by a person, with a reason. */
export function recordRemoval(scorecard: Scorecard, removal: PanelRemoval): Result {
  if (scorecard.removal !== null) {
    return refuse({
      code: 'REMOVED_FROM_PANEL',
      message: 'This interviewer was removed from the panel before. The record stands.',
    });
  }
  if (nonBlankLength(removal.reason) < MIN_REASON_CHARACTERS) return refuse(REASON_TOO_SHORT);
  return ok({ ...scorecard, removal: { ...removal, counts: removal.counts && scorecard.state === 'SUBMITTED' } });
}

/** What the author says now: the last amendment, or the content itself. */
export const latestContent = (scorecard: Scorecard): ScorecardContent =>
  scorecard.amendments.at(-1)?.content ?? scorecard.content;

/** True when it may enter a figure: submitted, by a rater, and not taken out when the author left the panel. */
export const entersFigures = (scorecard: Scorecard): boolean =>
  scorecard.state === 'SUBMITTED' && scorecard.seat === 'RATER' && (scorecard.removal?.counts ?? true);

/** True when what counts now was written after the author could read another scorecard. */
export const isInfluenced = (scorecard: Scorecard): boolean =>
  scorecard.afterSeeingOthers || (scorecard.amendments.at(-1)?.afterSeeingOthers ?? false);

function draftRefusal(scorecard: Scorecard, actor: ScorecardActor): ScorecardProblem | null {
  const refused = actorRefusal(scorecard, actor);
  if (refused !== null || SCORECARD_TRANSITIONS[scorecard.state].includes('SUBMITTED')) return refused;
  return {
    code: 'SCORECARD_LOCKED',
    message: 'This scorecard is submitted and locked. Add an amendment with a reason; the original is kept.',
  };
}

function amendmentRefusal(scorecard: Scorecard, input: AmendmentInput, actor: ScorecardActor): ScorecardProblem | null {
  const refused = actorRefusal(scorecard, actor);
  if (refused !== null) return refused;
  if (scorecard.state !== 'SUBMITTED') {
    return {
      code: 'SCORECARD_NOT_SUBMITTED',
      message: 'Only a submitted scorecard is amended. Change the draft itself.',
    };
  }
  return nonBlankLength(input.reason) < MIN_REASON_CHARACTERS ? REASON_TOO_SHORT : null;
}

function actorRefusal(scorecard: Scorecard, actor: ScorecardActor): ScorecardProblem | null {
  if (actor.isConflicted) {
    return {
      code: 'CONFLICT_OF_INTEREST',
      message: 'A conflict of interest bars rating this application. Ask for somebody else to take the seat.',
    };
  }
  if (actor.person !== scorecard.author) {
    return { code: 'NOT_THE_AUTHOR', message: 'Only its author writes a scorecard. Open your own.' };
  }
  if (scorecard.removal !== null) {
    return { code: 'REMOVED_FROM_PANEL', message: 'You are no longer on the panel, so this scorecard stays as it is.' };
  }
  return null;
}

const REASON_TOO_SHORT = {
  code: 'EVALUATION_REASON_TOO_SHORT',
  field: 'reason',
  message: `Give a reason of at least ${MIN_REASON_CHARACTERS} characters.`,
} as const;

/** Called after the levels were checked: one that is no level cannot occur and would be left as a gap. */
const contentOf = (input: ScorecardInput): ScorecardContent => ({
  verdict: input.verdict,
  ratings: input.ratings.map((rating) => ({ ...rating, level: ratingLevel(rating.level) })),
});

/** Equal as judgement: the order of the ratings says nothing. */
function sameContent(a: ScorecardContent, b: ScorecardContent): boolean {
  const lines = (content: ScorecardContent): string =>
    JSON.stringify([
      content.verdict,
      content.ratings
        .map((one) => JSON.stringify([one.itemKey, one.skill, one.level, one.notAssessed, one.evidence]))
        .sort(),
    ]);
  return lines(a) === lines(b);
}
