/** Why this file exists: the words for why somebody sees a record or does not; the reasons themselves come out of the rules that decide reads. */
import type { AccessScope } from '../../platform/access/index.js';
import type { ReadableEvaluation } from '../evaluations/graphql.js';

/** Why a scorecard, or all of them together, are withheld. */
export type Withheld = NonNullable<ReadableEvaluation['withheld']>;

const OPENING = {
  ALL: 'Rows of all the organisation.',
  OWN: 'It is about them.',
  REQUISITION: 'They run the requisition, or entered the candidate.',
  ASSIGNED: 'They sit on the panel.',
  TEAM: 'They manage the person.',
  MENTEE: 'They mentor the person, and agreed to.',
  POSTED: 'The requisition is posted inside.',
  BREAK_GLASS: 'They opened it by breaking glass, for a while.',
  AUTHOR: 'They wrote it.',
} as const;
const CLOSING = {
  CONFLICT_OF_INTEREST: 'A conflict of interest hides it from them.',
  DRAFT_OF_ANOTHER: 'It is a draft, which its author alone reads.',
  OWN_SCORECARD_DUE: 'Their own scorecard is due: they are blind until it is submitted.',
  REMOVED_FROM_PANEL: 'They were taken off the panel.',
  NOT_INVOLVED: 'They take no part in the evaluation.',
  PANEL_INCOMPLETE: 'Scorecards are due: figures open to nobody before.',
  FIGURES_NOT_SHARED: 'Figures are not shared with interviewers.',
  WAITING_FOR_SECOND: 'A grant that would open it waits for a second administrator.',
  ADMINISTERS_ONLY: 'Administering the organisation does not open it.',
} as const satisfies Readonly<Record<Withheld, string>> & Readonly<Record<string, string>>;

export type OpeningRule = keyof typeof OPENING;
export type ClosingRule = keyof typeof CLOSING;
export type SightRule = OpeningRule | ClosingRule;
/** Each with what it means. */
export const SIGHT_RULES: Readonly<Record<SightRule, string>> = { ...OPENING, ...CLOSING };

/** The rule that a scope stands for; a scope that opens no single record stands for none. */
export const ruleOf = (scope: AccessScope): OpeningRule | null => (scope in OPENING ? (scope as OpeningRule) : null);
