/** Why this file exists: what a decision must rest on is checked one thing after another, each with the sentence that mends it. */
import type { SkillKey } from '../../frameworks/index.js';
import type { Debrief, DecisionDraft, DecisionFacts, Dissent } from './decision.js';
import { DECISION_REASONS } from './decision-reasons.js';
import type { DecisionOutcome } from './decision-reasons.js';
import type { ScorecardId } from './scorecard.js';
import { MIN_REASON_CHARACTERS, nonBlankLength } from './written-text.js';

/** Least length of the written reason, in characters that can be seen. */
export const MIN_DECISION_TEXT = 20;

/** Least length of what covers a gap (who, and by when), in characters that can be seen. */
export const MIN_GAP_CONDITIONS = 20;

/** Expected refusals of a decision. */
export type DecisionProblem =
  | { readonly code: 'CONFLICT_OF_INTEREST'; readonly message: string; readonly field?: string }
  | { readonly code: 'NOT_THE_HIRING_MANAGER'; readonly message: string }
  | { readonly code: 'ALREADY_DECIDED'; readonly message: string }
  | {
      readonly code: 'REQUISITION_DOES_NOT_ALLOW_DECISION';
      readonly message: string;
      readonly outcome: DecisionOutcome;
    }
  | { readonly code: 'DEBRIEF_MISSING'; readonly message: string; readonly field: 'debrief' }
  | { readonly code: 'DECIDER_NOT_IN_DEBRIEF'; readonly message: string; readonly field: 'debrief.attendees' }
  | { readonly code: 'OWN_SCORECARD_DUE'; readonly message: string; readonly scorecard: ScorecardId }
  | {
      readonly code: 'SCORECARDS_MISSING';
      readonly message: string;
      readonly field: 'debrief.waivers';
      readonly scorecards: readonly ScorecardId[];
    }
  | {
      readonly code: 'WAIVER_NOT_NEEDED' | 'WAIVER_TWICE';
      readonly message: string;
      readonly field: string;
      readonly scorecard: ScorecardId;
    }
  | {
      readonly code: 'EVALUATION_REASON_TOO_SHORT';
      readonly message: string;
      readonly field: string;
      readonly atLeast: number;
    }
  | { readonly code: 'NO_EVIDENCE_TO_ACCEPT'; readonly message: string }
  | { readonly code: 'REASON_CODE_MISSING'; readonly message: string; readonly field: 'reasons' }
  | {
      readonly code: 'REASON_CODE_TWICE' | 'REASON_CODE_OF_OTHER_OUTCOME';
      readonly message: string;
      readonly field: string;
    }
  | {
      readonly code: 'OPEN_MUST_HAVES';
      readonly message: string;
      readonly field: 'reasons';
      readonly skills: readonly SkillKey[];
    }
  | {
      readonly code: 'GAP_CONDITIONS_MISSING';
      readonly message: string;
      readonly field: 'conditions';
      readonly atLeast: number;
    }
  | { readonly code: 'DISSENT_EMPTY' | 'DISSENT_NOT_FROM_PANEL'; readonly message: string; readonly field: string };

/** Refusal of a decision before any debrief. */
export const DEBRIEF_MISSING = {
  code: 'DEBRIEF_MISSING',
  field: 'debrief',
  message: 'Hold the debrief and record it before you decide.',
} as const;

/** Who may decide. */
export function deciderProblem(facts: DecisionFacts): DecisionProblem | null {
  if (facts.isConflicted) {
    return {
      code: 'CONFLICT_OF_INTEREST',
      message: 'A conflict of interest bars this decision. Ask for another hiring manager to be named.',
    };
  }
  if (!facts.isHiringManager) {
    return {
      code: 'NOT_THE_HIRING_MANAGER',
      message: 'The hiring manager of the requisition decides. Add your view as dissent or in the debrief.',
    };
  }
  const own = facts.panel.find((one) => one.author === facts.decider && one.seat === 'RATER' && !one.isSubmitted);
  if (own === undefined) return null;
  return {
    code: 'OWN_SCORECARD_DUE',
    scorecard: own.id,
    message: 'Your own scorecard is not submitted. Submit it before you decide; it cannot be waived.',
  };
}

/** Whether it may be decided now. */
export function momentProblem(outcome: DecisionOutcome, facts: DecisionFacts): DecisionProblem | null {
  if (facts.isAlreadyDecided) {
    return {
      code: 'ALREADY_DECIDED',
      message: 'A decision on this application stands already. Read it; there is one per application.',
    };
  }
  const { accept, decline } = facts.requisitionAllows;
  if (outcome === 'ACCEPT' ? accept : decline) return null;
  const message =
    outcome === 'ACCEPT'
      ? 'The requisition is not open or has no free opening. Open it or add an opening first.'
      : 'The requisition is closed or was never opened, so nothing is decided on it any more.';
  return { code: 'REQUISITION_DOES_NOT_ALLOW_DECISION', outcome, message };
}

/** The decider takes part in the debrief; nobody with a conflict does. */
export function attendanceProblem(debrief: Debrief, facts: DecisionFacts): DecisionProblem | null {
  if (!debrief.attendees.includes(facts.decider)) {
    const message = 'Whoever decides takes part in the debrief. Record who was there, yourself included.';
    return { code: 'DECIDER_NOT_IN_DEBRIEF', field: 'debrief.attendees', message };
  }
  return firstOf(debrief.attendees, (person, at): DecisionProblem | null => {
    if (!facts.conflicted.has(person)) return null;
    const message = 'This person has a conflict of interest and may not hear the debrief. Hold it without them.';
    return { code: 'CONFLICT_OF_INTEREST', field: `debrief.attendees.${at}`, message };
  });
}

/** Whether every scorecard due is submitted or waived by name. */
export function scorecardsProblem(debrief: Debrief, facts: DecisionFacts): DecisionProblem | null {
  const missing = facts.panel.filter((one) => one.seat === 'RATER' && !one.isSubmitted).map((one) => one.id);
  const waived = debrief.waivers.map((waiver) => waiver.scorecard);
  const problem = firstOf(debrief.waivers, (waiver, at): DecisionProblem | null => {
    const about = { field: `debrief.waivers.${at}`, scorecard: waiver.scorecard };
    if (!missing.includes(waiver.scorecard)) {
      return {
        code: 'WAIVER_NOT_NEEDED',
        ...about,
        message: 'This scorecard is not due on this panel. Remove the waiver.',
      };
    }
    if (waived.indexOf(waiver.scorecard) < at) {
      return { code: 'WAIVER_TWICE', ...about, message: 'This scorecard is waived twice. Keep one waiver.' };
    }
    return tooShort(waiver.reason, MIN_REASON_CHARACTERS, `debrief.waivers.${at}.reason`);
  });
  if (problem !== null) return problem;
  const scorecards = missing.filter((id) => !waived.includes(id));
  if (scorecards.length === 0) return null;
  return {
    code: 'SCORECARDS_MISSING',
    field: 'debrief.waivers',
    scorecards,
    message: `${scorecards.length} scorecard(s) of the panel are not submitted. Wait for them, or name each one and say why it will not come.`,
  };
}

/** Accepting needs at least one submitted scorecard of a rater. */
export function evidenceProblem(draft: DecisionDraft, facts: DecisionFacts): DecisionProblem | null {
  if (draft.outcome === 'DECLINE' || facts.panel.some((one) => one.seat === 'RATER' && one.isSubmitted)) return null;
  return {
    code: 'NO_EVIDENCE_TO_ACCEPT',
    message: 'No rater has submitted a scorecard. Nobody is accepted without evidence; hold an interview first.',
  };
}

/** Reason codes, then the written reason. */
export function reasonsProblem(draft: DecisionDraft, facts: DecisionFacts): DecisionProblem | null {
  const { outcome, reasons, text } = draft;
  if (reasons.length === 0)
    return { code: 'REASON_CODE_MISSING', field: 'reasons', message: 'Choose at least one reason from the list.' };
  const problem = firstOf(reasons, (reason, at): DecisionProblem | null => {
    const field = `reasons.${at}`;
    if (reasons.indexOf(reason) < at)
      return { code: 'REASON_CODE_TWICE', field, message: 'This reason is chosen twice. Remove one.' };
    if (DECISION_REASONS[reason].outcome === outcome) return null;
    return {
      code: 'REASON_CODE_OF_OTHER_OUTCOME',
      field,
      message: `"${DECISION_REASONS[reason].words}" speaks for the other outcome. Choose a reason for this one.`,
    };
  });
  if (problem !== null) return problem;
  if (outcome === 'ACCEPT' && facts.openMustHaves.length > 0) {
    const isNamed = reasons.includes('GAP_WITH_GROWTH_PLAN') && !reasons.includes('MUST_HAVES_MET');
    if (!isNamed) return openMustHavesProblem(facts.openMustHaves);
  }
  return tooShort(text, MIN_DECISION_TEXT, 'text');
}

const openMustHavesProblem = (skills: readonly SkillKey[]): DecisionProblem => ({
  code: 'OPEN_MUST_HAVES',
  field: 'reasons',
  skills,
  message:
    `Must-haves are missing or not assessed: ${skills.join(', ')}. To accept all the same, ` +
    `choose the reason "${DECISION_REASONS.GAP_WITH_GROWTH_PLAN.words}" instead of ` +
    `"${DECISION_REASONS.MUST_HAVES_MET.words}", and say in the conditions who covers the gap and by when.`,
});

/** Whoever is accepted with a gap is accepted with what covers it: who, and by when. */
export function conditionsProblem({ reasons, conditions }: DecisionDraft): DecisionProblem | null {
  if (!reasons.includes('GAP_WITH_GROWTH_PLAN') || nonBlankLength(conditions) >= MIN_GAP_CONDITIONS) return null;
  return {
    code: 'GAP_CONDITIONS_MISSING',
    field: 'conditions',
    atLeast: MIN_GAP_CONDITIONS,
    message: `Say in the conditions who covers the gap and by when, in at least ${MIN_GAP_CONDITIONS} characters.`,
  };
}

/** @param path dotted path of the entry; empty when the entry is the whole input */
export function dissentProblem(
  entry: Omit<Dissent, 'at'>,
  facts: Pick<DecisionFacts, 'panel' | 'conflicted'>,
  path: string,
): DecisionProblem | null {
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
  if (facts.conflicted.has(entry.person)) {
    return {
      code: 'CONFLICT_OF_INTEREST',
      field: at('person'),
      message: 'This person has a conflict of interest and has no say here. Remove the entry.',
    };
  }
  if (!facts.panel.some((one) => one.author === entry.person)) {
    return {
      code: 'DISSENT_NOT_FROM_PANEL',
      field: at('person'),
      message: 'Dissent is recorded from members of the panel only.',
    };
  }
  if (nonBlankLength(entry.text) >= MIN_REASON_CHARACTERS) return null;
  return {
    code: 'DISSENT_EMPTY',
    field: at('text'),
    message: `Write the dissent in at least ${MIN_REASON_CHARACTERS} characters, in the person's own words.`,
  };
}

function tooShort(text: string, atLeast: number, field: string): DecisionProblem | null {
  if (nonBlankLength(text) >= atLeast) return null;
  return {
    code: 'EVALUATION_REASON_TOO_SHORT',
    field,
    atLeast,
    message: `Write the reason in at least ${atLeast} characters.`,
  };
}

/** The first problem in list order. */
export function firstOf<T>(
  list: readonly T[],
  check: (entry: T, at: number) => DecisionProblem | null,
): DecisionProblem | null {
  for (const [at, entry] of list.entries()) {
    const problem = check(entry, at);
    if (problem !== null) return problem;
  }
  return null;
}
