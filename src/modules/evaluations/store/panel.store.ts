/**
 * Why this file exists: everything about the evaluation of applications, ratings included, in one statement.
 * Only commands and `queries/readable-scorecards.ts` may read it: what it returns is not yet decided on for a reader.
 */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import type { ApplicationId, ApplicationStage, CandidateId, RequisitionId } from '../../candidates/index.js';
import type { PanelSeat } from '../domain/blindness.js';
import type { DecisionId } from '../domain/decision.js';
import type { DecisionOutcome, DecisionReason } from '../domain/decision-reasons.js';
import type { InterviewId } from '../domain/interview-plan.js';
import type { Rating, Scorecard, ScorecardId, ScorecardState, Verdict } from '../domain/scorecard.js';
import type { AmendedContent, InterviewState } from './interview.tables.js';
import type { PlanInterviewId } from './plan.tables.js';

export interface StoredAmendment {
  readonly at: string;
  readonly reason: string;
  readonly isAfterSeeingOthers: boolean;
  readonly before: AmendedContent;
  readonly after: AmendedContent;
}
/** One seat with its scorecard. */
export interface StoredSeat {
  readonly interviewId: InterviewId;
  readonly planInterviewId: PlanInterviewId;
  readonly interviewTitle: string;
  readonly interviewState: InterviewState;
  readonly scheduledAt: string | null;
  readonly personId: PersonId;
  readonly isObserver: boolean;
  readonly removedAt: string | null;
  readonly removedById: PersonId | null;
  readonly removalReason: string | null;
  readonly isCountedAfterRemoval: boolean | null;
  readonly scorecardId: ScorecardId;
  readonly state: ScorecardState;
  readonly verdict: Verdict | null;
  readonly summary: string;
  readonly isAfterSeeingOthers: boolean;
  readonly submittedAt: string | null;
  readonly savedAt: string | null;
  readonly version: number;
  readonly ratings: readonly Rating[];
  /** Oldest first. */
  readonly amendments: readonly StoredAmendment[];
}
export interface StoredDebrief {
  readonly heldAt: string;
  readonly notes: string;
  readonly version: number;
  readonly attendees: readonly PersonId[];
  readonly waivers: readonly { readonly scorecard: ScorecardId; readonly reason: string }[];
}
export interface StoredDecision {
  readonly id: DecisionId;
  readonly outcome: DecisionOutcome;
  readonly reasonCodes: readonly DecisionReason[];
  readonly reason: string;
  readonly conditions: string | null;
  readonly decidedById: PersonId;
  readonly decidedAt: string;
  /** Oldest first. */
  readonly dissent: readonly { readonly personId: PersonId; readonly text: string; readonly at: string }[];
}
export interface StoredEvaluation {
  readonly applicationId: ApplicationId;
  readonly requisitionId: RequisitionId;
  readonly candidateId: CandidateId;
  readonly hiringManagerId: PersonId;
  readonly stage: ApplicationStage;
  readonly appliedAt: string;
  /** In plan order, then by person. */
  readonly seats: readonly StoredSeat[];
  readonly debrief: StoredDebrief | null;
  readonly decision: StoredDecision | null;
}

const SEAT = `json_build_object('interviewId', i.id, 'planInterviewId', p.id, 'interviewTitle', p.title, 'interviewState', i.state,
  'scheduledAt', i.scheduled_at, 'personId', s.person_id, 'isObserver', s.is_observer, 'removedAt', s.removed_at, 'removedById', s.removed_by_id,
  'removalReason', s.removal_reason, 'isCountedAfterRemoval', s.is_counted_after_removal, 'scorecardId', c.id, 'state', c.state,
  'verdict', c.verdict, 'summary', c.summary, 'isAfterSeeingOthers', c.is_after_seeing_others, 'submittedAt', c.submitted_at,
  'savedAt', c.saved_at, 'version', c.version,
  'ratings', coalesce((select json_agg(json_build_object('itemKey', r.item_key, 'skill', r.skill_key, 'level', r.level,
      'notAssessed', r.is_not_assessed, 'evidence', r.evidence) order by r.position, r.item_key, r.skill_key)
     from rating r where r.organisation_id = c.organisation_id and r.scorecard_id = c.id), '[]'::json),
  'amendments', coalesce((select json_agg(json_build_object('at', m.at, 'reason', m.reason, 'isAfterSeeingOthers', m.is_after_seeing_others,
      'before', m.before, 'after', m.after) order by m.number)
     from scorecard_amendment m where m.organisation_id = c.organisation_id and m.scorecard_id = c.id), '[]'::json))`;

const SEATS = `coalesce((select json_agg(${SEAT} order by p.position, i.id, s.is_observer, s.person_id)
    from interview i
    join plan_interview p on p.organisation_id = i.organisation_id and p.id = i.plan_interview_id
    join panel_seat s on s.organisation_id = i.organisation_id and s.interview_id = i.id
    join scorecard c on c.organisation_id = s.organisation_id and c.interview_id = s.interview_id and c.author_id = s.person_id
   where i.organisation_id = a.organisation_id and i.application_id = a.id), '[]'::json)`;

const DEBRIEF = `(select json_build_object('heldAt', d.held_at, 'notes', d.notes, 'version', d.version,
    'attendees', coalesce((select json_agg(t.person_id order by t.person_id) from debrief_attendee t
       where t.organisation_id = d.organisation_id and t.application_id = d.application_id), '[]'::json),
    'waivers', coalesce((select json_agg(json_build_object('scorecard', w.scorecard_id, 'reason', w.reason) order by w.scorecard_id)
       from debrief_waiver w where w.organisation_id = d.organisation_id and w.application_id = d.application_id), '[]'::json))
   from debrief d where d.organisation_id = a.organisation_id and d.application_id = a.id)`;

const DECISION = `(select json_build_object('id', e.id, 'outcome', e.outcome, 'reasonCodes', e.reason_codes, 'reason', e.reason,
    'conditions', e.conditions, 'decidedById', e.decided_by_id, 'decidedAt', e.decided_at,
    'dissent', coalesce((select json_agg(json_build_object('personId', x.person_id, 'text', x.text, 'at', x.at) order by x.at, x.id)
       from dissent x where x.organisation_id = e.organisation_id and x.decision_id = e.id), '[]'::json))
   from decision e where e.organisation_id = a.organisation_id and e.application_id = a.id)`;

/** Evaluations by application; one that does not exist is absent. One statement, no row policy. */
export async function evaluationsOf(
  unit: Unit,
  ids: readonly ApplicationId[],
): Promise<ReadonlyMap<ApplicationId, StoredEvaluation>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.rows<StoredEvaluation>(
    `select a.id as "applicationId", a.requisition_id as "requisitionId", a.candidate_id as "candidateId", a.stage, a.applied_at as "appliedAt",
            q.hiring_manager_id as "hiringManagerId", ${SEATS} as seats, ${DEBRIEF} as debrief, ${DECISION} as decision
       from application a join requisition q on q.organisation_id = a.organisation_id and q.id = a.requisition_id
      where a.organisation_id = $1 and a.id = any($2::uuid[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.applicationId, row]));
}

/** One evaluation, or `null`. */
export const evaluationOf = async (unit: Unit, id: ApplicationId): Promise<StoredEvaluation | null> =>
  (await evaluationsOf(unit, [id])).get(id) ?? null;

/** True for a seat that is held no more: taken away, or its interview was cancelled. */
export const isGone = (seat: Pick<StoredSeat, 'removedAt' | 'interviewState'>): boolean =>
  seat.removedAt !== null || seat.interviewState === 'CANCELLED';

/** The seat as the decision on blindness sees it. */
export function panelSeatOf(seat: StoredSeat): PanelSeat {
  const isSubmitted = seat.state === 'SUBMITTED';
  const stays =
    seat.removedAt === null ? seat.interviewState !== 'CANCELLED' : seat.isCountedAfterRemoval === true && isSubmitted;
  return {
    person: seat.personId,
    isSubmitted,
    isRemoved: isGone(seat),
    counts: !seat.isObserver && stays,
    afterSeeingOthers: seat.isAfterSeeingOthers || (seat.amendments.at(-1)?.isAfterSeeingOthers ?? false),
  };
}

/** The scorecard of a seat as the domain sees it. */
export const scorecardOf = (evaluation: StoredEvaluation, seat: StoredSeat): Scorecard => ({
  id: seat.scorecardId,
  application: evaluation.applicationId,
  interview: seat.interviewId,
  author: seat.personId,
  seat: seat.isObserver ? 'SHADOW' : 'RATER',
  state: seat.state,
  content: { ratings: seat.ratings, verdict: seat.verdict },
  submittedAt: seat.submittedAt,
  afterSeeingOthers: seat.isAfterSeeingOthers,
  amendments: seat.amendments.map(({ after, reason, at, isAfterSeeingOthers }) => ({
    content: { ratings: after.ratings, verdict: after.verdict },
    reason,
    at,
    afterSeeingOthers: isAfterSeeingOthers,
  })),
  removal:
    seat.removedAt === null
      ? null
      : {
          by: seat.removedById ?? evaluation.hiringManagerId,
          at: seat.removedAt,
          reason: seat.removalReason ?? '',
          counts: seat.isCountedAfterRemoval ?? false,
        },
});
