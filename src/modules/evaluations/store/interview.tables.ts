/** Why this file exists: interviews of one application, the seats on their panels, and one scorecard for each seat. */
import type { PersonId } from '../../../platform/access/index.js';
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { Level, SkillKey } from '../../frameworks/index.js';
import { skillTable } from '../../frameworks/data.js';
import type { ApplicationId } from '../../candidates/index.js';
import { applicationTable } from '../../candidates/data.js';
import { personTable } from '../../people/data.js';
import type { InterviewId } from '../domain/interview-plan.js';
import type { ItemKey } from '../domain/kit.js';
import type { Rating, ScorecardId, ScorecardState, Verdict } from '../domain/scorecard.js';
import { planInterviewTable, type PlanInterviewId } from './plan.tables.js';

export const INTERVIEW_STATES = ['PLANNED', 'DONE', 'CANCELLED'] as const;
export type InterviewState = (typeof INTERVIEW_STATES)[number];

export interface InterviewRecord {
  readonly id: InterviewId;
  readonly applicationId: ApplicationId;
  readonly planInterviewId: PlanInterviewId;
  readonly scheduledAt: string | null;
  readonly state: InterviewState;
  readonly version: number;
}
export const interviewTable = defineTable<InterviewRecord>('interview', {
  columns: {
    id: column('uuid'),
    applicationId: column('uuid'),
    planInterviewId: column('uuid'),
    scheduledAt: nullable('timestamptz'),
    state: column('text'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    interview_application_uq: {
      columns: ['applicationId', 'id'],
      problem: { code: 'ALREADY_EXISTS', message: 'This interview exists already.' },
    },
  },
  foreignKeys: {
    interview_application_fk: { columns: ['applicationId'], references: applicationTable },
    interview_plan_interview_fk: { columns: ['planInterviewId'], references: planInterviewTable },
  },
  checks: { interview_state_ck: `state IN ('PLANNED', 'DONE', 'CANCELLED')` },
  indexes: {
    interview_once_uq: {
      columns: ['applicationId', 'planInterviewId'],
      unique: true,
      where: `state <> 'CANCELLED'`,
      problem: {
        code: 'SCHEDULED_ALREADY',
        message: 'Somebody else scheduled these interviews at the same moment. Read the application again.',
      },
    },
    interview_plan_interview_ix: { columns: ['planInterviewId'] },
  },
});

export interface PanelSeatRecord {
  readonly interviewId: InterviewId;
  readonly personId: PersonId;
  readonly isObserver: boolean;
  readonly addedAt: string;
  readonly removedAt: string | null;
  readonly removedById: PersonId | null;
  readonly removalReason: string | null;
  /** Whether what was submitted still enters figures; `null` while the seat is held. */
  readonly isCountedAfterRemoval: boolean | null;
}
export const panelSeatTable = defineTable<PanelSeatRecord>('panel_seat', {
  columns: {
    interviewId: column('uuid'),
    personId: column('uuid'),
    isObserver: column('boolean'),
    addedAt: column('timestamptz'),
    removedAt: nullable('timestamptz'),
    removedById: nullable('uuid'),
    removalReason: nullable('text'),
    isCountedAfterRemoval: nullable('boolean'),
  },
  primaryKey: ['interviewId', 'personId'],
  foreignKeys: {
    panel_seat_interview_fk: { columns: ['interviewId'], references: interviewTable },
    panel_seat_person_fk: {
      columns: ['personId'],
      references: personTable,
      problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such person.', field: 'input.personId' },
    },
    panel_seat_removed_by_fk: { columns: ['removedById'], references: personTable },
  },
  checks: {
    panel_seat_removal_ck: `(removed_at IS NULL) = (removal_reason IS NULL) AND (removed_at IS NULL) = (is_counted_after_removal IS NULL)`,
  },
  indexes: { panel_seat_person_ix: { columns: ['personId'], where: 'removed_at IS NULL' } },
});

/** One for each seat from the moment the seat is given, so that what is due can be named. */
export interface ScorecardRecord {
  readonly id: ScorecardId;
  readonly interviewId: InterviewId;
  readonly applicationId: ApplicationId;
  readonly authorId: PersonId;
  readonly state: ScorecardState;
  /** The draft, or the original as submitted, which no amendment changes. */
  readonly verdict: Verdict | null;
  readonly summary: string;
  /** True when the seat was given after the author could read another scorecard of the application. */
  readonly isAfterSeeingOthers: boolean;
  readonly submittedAt: string | null;
  /** `null` until the author saved something. */
  readonly savedAt: string | null;
  readonly version: number;
}
export const scorecardTable = defineTable<ScorecardRecord>('scorecard', {
  columns: {
    id: column('uuid'),
    interviewId: column('uuid'),
    applicationId: column('uuid'),
    authorId: column('uuid'),
    state: column('text'),
    verdict: nullable('text'),
    summary: column('text'),
    isAfterSeeingOthers: column('boolean'),
    submittedAt: nullable('timestamptz'),
    savedAt: nullable('timestamptz'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    scorecard_author_uq: {
      columns: ['interviewId', 'authorId'],
      problem: { code: 'ALREADY_EXISTS', message: 'This interviewer has a scorecard for the interview already.' },
    },
  },
  foreignKeys: {
    scorecard_seat_fk: { columns: ['interviewId', 'authorId'], references: panelSeatTable },
    scorecard_interview_fk: {
      columns: ['applicationId', 'interviewId'],
      references: interviewTable,
      to: ['applicationId', 'id'],
    },
  },
  checks: {
    scorecard_state_ck: `state IN ('DRAFT', 'SUBMITTED')`,
    scorecard_verdict_ck: `verdict IN ('STRONG_NO', 'NO', 'YES', 'STRONG_YES')`,
    scorecard_submitted_ck: `(state = 'SUBMITTED') = (submitted_at IS NOT NULL) AND (state = 'DRAFT' OR (verdict IS NOT NULL AND saved_at IS NOT NULL))`,
  },
  indexes: { scorecard_application_ix: { columns: ['applicationId'] }, scorecard_author_ix: { columns: ['authorId'] } },
});

export interface RatingRecord {
  readonly scorecardId: ScorecardId;
  readonly itemKey: ItemKey;
  readonly skillKey: SkillKey;
  /** Place in the scorecard as its author saved it, from 0. */
  readonly position: number;
  /** `null` when not assessed, or not yet rated in a draft. */
  readonly level: Level | null;
  readonly isNotAssessed: boolean;
  readonly evidence: string;
}
export const ratingTable = defineTable<RatingRecord>(
  'rating',
  {
    columns: {
      scorecardId: column('uuid'),
      itemKey: column('text'),
      skillKey: column('text'),
      position: column('integer'),
      level: nullable('smallint'),
      isNotAssessed: column('boolean'),
      evidence: column('text'),
    },
    primaryKey: ['scorecardId', 'itemKey', 'skillKey'],
    foreignKeys: {
      rating_scorecard_fk: { columns: ['scorecardId'], references: scorecardTable },
      rating_skill_fk: { columns: ['skillKey'], references: skillTable },
    },
    checks: { rating_level_ck: 'level BETWEEN 1 AND 5 AND NOT (level IS NOT NULL AND is_not_assessed)' },
  },
  { access: ['INSERT', 'UPDATE', 'DELETE'] },
);

/** A scorecard's whole content, as an amendment keeps it. */
export interface AmendedContent {
  readonly verdict: Verdict | null;
  readonly summary: string;
  readonly ratings: readonly Rating[];
}
export interface ScorecardAmendmentRecord {
  readonly id: Id<'ScorecardAmendment'>;
  readonly scorecardId: ScorecardId;
  /** 1, 2, 3 ... for each scorecard. */
  readonly number: number;
  readonly at: string;
  readonly reason: string;
  readonly isAfterSeeingOthers: boolean;
  /** What stood before. */
  readonly before: AmendedContent;
  /** What stands now; the newest amendment counts. */
  readonly after: AmendedContent;
}
export const scorecardAmendmentTable = defineTable<ScorecardAmendmentRecord>(
  'scorecard_amendment',
  {
    columns: {
      id: column('uuid'),
      scorecardId: column('uuid'),
      number: column('integer'),
      at: column('timestamptz'),
      reason: column('text'),
      isAfterSeeingOthers: column('boolean'),
      before: column('jsonb'),
      after: column('jsonb'),
    },
    primaryKey: ['id'],
    unique: {
      scorecard_amendment_number_uq: {
        columns: ['scorecardId', 'number'],
        problem: { code: 'ALREADY_EXISTS', message: 'This scorecard was amended at the same moment. Read it again.' },
      },
    },
    foreignKeys: { scorecard_amendment_scorecard_fk: { columns: ['scorecardId'], references: scorecardTable } },
    checks: { scorecard_amendment_ck: 'length(btrim(reason)) >= 5 AND number >= 1' },
  },
  { access: ['INSERT'] },
);
