/** Why this file exists: turns what a reader may read into API objects; everything here comes out of `readable-scorecards.ts`. */
import type { Unit } from '../../../platform/database/index.js';
import { defineLoader } from '../../../platform/graphql/index.js';
import { requirementsOf, type NamedRequirement } from '../../candidates/data.js';
import type { ApplicationId, RequisitionId } from '../../candidates/index.js';
import type {
  ApplicationEvaluationObject,
  CandidateComparisonObject,
  ComparedCandidateObject,
  DebriefObject,
  DecisionObject,
} from '../api/evaluation.types.js';
import type { ScorecardContentObject, ScorecardObject } from '../api/scorecard.types.js';
import type { CandidateComparison } from '../domain/comparison.js';
import { compared } from '../store/comparison.store.js';
import type { AmendedContent } from '../store/interview.tables.js';
import type { StoredDebrief, StoredDecision, StoredSeat } from '../store/panel.store.js';
import { readableEvaluations, type ReadableEvaluation } from './readable-scorecards.js';

const contentObject = (content: AmendedContent): ScorecardContentObject => ({
  verdict: content.verdict,
  summary: content.summary,
  ratings: content.ratings.map((one) => ({
    itemKey: one.itemKey,
    skillKey: one.skill,
    level: one.level,
    isNotAssessed: one.notAssessed,
    evidence: one.evidence,
  })),
});

export function scorecardObject(seat: StoredSeat): ScorecardObject {
  const original = { verdict: seat.verdict, summary: seat.summary, ratings: seat.ratings };
  const last = seat.amendments.at(-1);
  return {
    id: seat.scorecardId,
    interviewId: seat.interviewId,
    interviewTitle: seat.interviewTitle,
    state: seat.state,
    isObserver: seat.isObserver,
    submittedAt: seat.submittedAt,
    savedAt: seat.savedAt,
    version: seat.version,
    content: contentObject(last?.after ?? original),
    original: contentObject(original),
    amendments: seat.amendments.map(({ before, after, ...rest }) => ({
      ...rest,
      before: contentObject(before),
      after: contentObject(after),
    })),
    isAfterSeeingOthers: seat.isAfterSeeingOthers || (last?.isAfterSeeingOthers ?? false),
    personId: seat.personId,
  };
}

const debriefObject = (debrief: StoredDebrief): DebriefObject => ({
  ...debrief,
  attendees: debrief.attendees.map((personId) => ({ personId })),
  waivers: debrief.waivers.map(({ scorecard, reason }) => ({ scorecardId: scorecard, reason })),
});

const decisionObject = ({ decidedById, ...decision }: StoredDecision): DecisionObject => ({
  ...decision,
  personId: decidedById,
});

export const evaluationObject = (one: ReadableEvaluation): ApplicationEvaluationObject => ({
  applicationId: one.applicationId,
  requisitionId: one.requisitionId,
  progress: one.progress,
  withheld: one.withheld,
  scorecards: one.seats.map(scorecardObject),
  debrief: one.debrief === null ? null : debriefObject(one.debrief),
  decision: one.decision === null ? null : decisionObject(one.decision),
});

function comparisonObject(
  comparison: CandidateComparison,
  requirements: readonly NamedRequirement[],
): CandidateComparisonObject {
  const nameOf = (key: string): string => requirements.find((one) => one.skill === key)?.name ?? key;
  return {
    fit: comparison.fit,
    verdicts: comparison.verdicts.map(({ interviewer, ...rest }) => ({ ...rest, personId: interviewer })),
    cells: comparison.cells.map(({ skill, ratings, ...cell }) => ({
      ...cell,
      skill: { key: skill, name: nameOf(skill) },
      ratings: ratings.map(({ interviewer, ...rating }) => ({ ...rating, personId: interviewer })),
    })),
  };
}

/** What the actor may read of evaluations, by application. One batch for all paths that lead there. */
export const readableLoader = defineLoader<ReadableEvaluation>('readableEvaluation', (unit, ids) =>
  readableEvaluations(unit, { ids: ids as ApplicationId[] }),
);

async function comparisons(
  unit: Unit,
  list: readonly ReadableEvaluation[],
): Promise<ReadonlyMap<ApplicationId, CandidateComparisonObject>> {
  const open = list.flatMap((one) => (one.forFigures === null ? [] : [one.forFigures]));
  const requirements = await requirementsOf(unit, [...new Set(open.map((one) => one.requisitionId))]);
  const found = new Map<ApplicationId, CandidateComparisonObject>();
  for (const [id, asked] of requirements) {
    const ofRequisition = open.filter((one) => one.requisitionId === id);
    for (const comparison of compared(asked, ofRequisition))
      found.set(comparison.application, comparisonObject(comparison, asked));
  }
  return found;
}

/** The comparison of single applications with what was asked; absent where figures are withheld. */
export const comparisonLoader = defineLoader<CandidateComparisonObject>('applicationComparison', async (unit, ids) =>
  comparisons(unit, [...(await readableEvaluations(unit, { ids: ids as ApplicationId[] })).values()]),
);

/** The applications of a requisition side by side, in the order in which they were received. */
export async function comparedCandidates(unit: Unit, id: RequisitionId): Promise<readonly ComparedCandidateObject[]> {
  const readable = [...(await readableEvaluations(unit, { requisitionId: id })).values()];
  const found = await comparisons(unit, readable);
  return readable.map(({ applicationId, progress, withheld }) => ({
    applicationId,
    progress,
    withheld,
    comparison: found.get(applicationId) ?? null,
  }));
}
