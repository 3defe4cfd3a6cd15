/** Why this file exists: a decision names reasons that are about the job; the list is closed so that no other ground can be entered as one. */

export type DecisionOutcome = 'ACCEPT' | 'DECLINE';

interface ReasonEntry {
  readonly outcome: DecisionOutcome;
  /** For the decision record. */
  readonly words: string;
}

/** Each reason goes with one outcome. A ground that is not here (age, family, health, accent, "fit") is no reason. */
export const DECISION_REASONS = {
  MUST_HAVES_MET: { outcome: 'ACCEPT', words: 'Every must-have was shown at the required level.' },
  GAP_WITH_GROWTH_PLAN: {
    outcome: 'ACCEPT',
    words:
      'A must-have is missing or was not assessed; a dated growth plan and a named person cover it until it is held.',
  },
  STRONG_WORK_SAMPLE: { outcome: 'ACCEPT', words: 'The work sample was rated above the bar by its raters.' },
  REGULATED_DELIVERY_SHOWN: { outcome: 'ACCEPT', words: 'Delivery under the regulations of this job was shown.' },
  MUST_HAVE_BELOW: { outcome: 'DECLINE', words: 'A must-have was shown below the required level.' },
  MUST_HAVE_NOT_SHOWN: {
    outcome: 'DECLINE',
    words: 'A must-have was not shown, although there was an occasion to show it.',
  },
  UNSAFE_PRACTICE: { outcome: 'DECLINE', words: 'Unsafe practice was described or shown, as the anchors define it.' },
  RECORD_NOT_TRUTHFUL: { outcome: 'DECLINE', words: 'A statement about work or qualification proved untrue.' },
  ELIGIBILITY_NOT_MET: {
    outcome: 'DECLINE',
    words: 'A condition named in the posting is not met, such as a permit to work, a place or a start date.',
  },
  ANOTHER_APPLICANT_CHOSEN: {
    outcome: 'DECLINE',
    words: 'Another applicant showed more of the requirements; the decision record says which.',
  },
  OPENINGS_FILLED: { outcome: 'DECLINE', words: 'All openings are filled or were withdrawn.' },
} as const satisfies Readonly<Record<string, ReasonEntry>>;

export type DecisionReason = keyof typeof DECISION_REASONS;
