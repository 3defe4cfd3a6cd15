/** Why this file exists: interviewers write, submit and amend their own scorecards; submitting is one way. */
import { fingerprint, type Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { applicationTable, conflictsAbout } from '../../candidates/data.js';
import { isUndecided, type ApplicationId } from '../../candidates/index.js';
import type { SkillKey } from '../../frameworks/index.js';
import { ratingSlots } from '../domain/interview-plan.js';
import type { ItemKey } from '../domain/kit.js';
import * as domain from '../domain/scorecard.js';
import type {
  RatingFrame,
  Scorecard,
  ScorecardActor,
  ScorecardContent,
  ScorecardId,
  Verdict,
} from '../domain/scorecard.js';
import { kitById, kitOf } from '../store/kit.store.js';
import {
  ratingTable,
  scorecardAmendmentTable,
  scorecardTable,
  type AmendedContent,
  type RatingRecord,
  type ScorecardAmendmentRecord,
} from '../store/interview.tables.js';
import { evaluationOf, isGone, scorecardOf, type StoredEvaluation, type StoredSeat } from '../store/panel.store.js';
import { planOf } from '../store/plan.store.js';
import { hasPersonSeen } from './panel.js';

export interface SeenScorecard {
  readonly scorecardId: ScorecardId;
  readonly version: number;
}
export interface WrittenContent extends SeenScorecard {
  readonly verdict?: Verdict | null;
  readonly summary: string;
  readonly ratings: readonly {
    readonly itemKey: ItemKey;
    readonly skillKey: SkillKey;
    readonly level?: number | null;
    readonly isNotAssessed: boolean;
    readonly evidence: string;
  }[];
}
type Written = Outcome<{ applicationId: ApplicationId; scorecardId: ScorecardId }, Problem>;

interface TakenScorecard {
  readonly evaluation: StoredEvaluation;
  readonly seat: StoredSeat;
  readonly scorecard: Scorecard;
  readonly frame: RatingFrame;
  readonly actor: ScorecardActor;
}

/** The field of a domain problem as a path of the mutation's input, or of the scorecard's content when it was saved before. */
const placed = (problem: domain.ScorecardProblem, where: 'input' | 'content'): Problem =>
  'field' in problem
    ? {
        ...problem,
        field: `${where}.${problem.field.replace(/\.notAssessed$/, '.isNotAssessed').replace(/\.skill$/, '.skillKey')}`,
      }
    : problem;

/**
 * The actor's own scorecard with what it is checked against. One of another author, and one about which there is a conflict of
 * interest, is not there. The application is held against a decision at the same moment.
 */
async function take(unit: Unit, input: SeenScorecard): Promise<Outcome<TakenScorecard, Problem>> {
  const absent = notFound('scorecard', 'input.scorecardId');
  const person = unit.actor?.personId ?? null;
  const record = await unit.findOne(scorecardTable, { id: input.scorecardId });
  if (record === null || person === null || record.authorId !== person) return refuse(absent);
  await unit.rows('select 1 from application where organisation_id = $1 and id = $2 for share', [record.applicationId]);
  const evaluation = await evaluationOf(unit, record.applicationId);
  const seat = evaluation?.seats.find((one) => one.scorecardId === record.id);
  if (evaluation === null || seat === undefined) return refuse(absent);
  if ((await conflictsAbout(unit, person)).has(evaluation.candidateId)) return refuse(absent);
  const frame = await frameOf(unit, evaluation, seat);
  if (frame === null) return refuse(absent);
  if (seat.version !== input.version) return refuse(staleVersion('scorecard', seat.version));
  return ok({
    evaluation,
    seat,
    scorecard: scorecardOf(evaluation, seat),
    frame,
    actor: { person, isConflicted: false },
  });
}

async function frameOf(unit: Unit, evaluation: StoredEvaluation, seat: StoredSeat): Promise<RatingFrame | null> {
  const plan = await planOf(unit, evaluation.requisitionId);
  const planned = plan?.interviews.find((one) => one.id === seat.planInterviewId);
  const kit = plan === null ? null : await kitById(unit, plan.kitId);
  return kit === null || planned === undefined ? null : { kit: kitOf(kit), slots: ratingSlots(planned) };
}

/** Refuses drafts of what is decided, withdrawn or cancelled. */
async function openProblem(unit: Unit, { evaluation, seat }: TakenScorecard): Promise<Problem | null> {
  const application = await unit.findOne(applicationTable, { id: evaluation.applicationId });
  const isOver = application === null || !isUndecided(application) || (isGone(seat) && seat.removedAt === null);
  if (!isOver) return null;
  const message = 'This application is decided or withdrawn, or the interview is cancelled. Nothing more is evaluated.';
  return { code: 'EVALUATION_CLOSED', message, field: 'input.scorecardId' };
}

const inputOf = (input: WrittenContent): domain.ScorecardInput => ({
  verdict: input.verdict ?? null,
  ratings: input.ratings.map((one) => ({
    itemKey: one.itemKey,
    skill: one.skillKey,
    level: one.level ?? null,
    notAssessed: one.isNotAssessed,
    evidence: one.evidence,
  })),
});

const recordsOf = (scorecardId: ScorecardId, content: ScorecardContent): RatingRecord[] =>
  content.ratings.map((one, position) => ({
    scorecardId,
    position,
    itemKey: one.itemKey,
    skillKey: one.skill,
    level: one.level,
    isNotAssessed: one.notAssessed,
    evidence: one.evidence,
  }));

/** Saves the draft: gaps are fine, what is there must be planned. Called often while the interviewer writes. */
export async function saveScorecard(unit: Unit, input: WrittenContent): Promise<Written> {
  const found = await take(unit, input);
  if (!found.ok) return found;
  const { evaluation, scorecard, frame, actor } = found.value;
  const saved = domain.saveDraft(scorecard, inputOf(input), frame, actor);
  if (!saved.ok) return refuse(placed(saved.problem, 'input'));
  const over = await openProblem(unit, found.value);
  if (over !== null) return refuse(over);
  const { content, id } = saved.value;
  const changes = { verdict: content.verdict, summary: input.summary, savedAt: unit.now.toISOString() };
  if (!(await unit.change(scorecardTable, { id, version: input.version, state: 'DRAFT' }, changes)))
    return refuse(staleVersion('scorecard', null));
  await unit.remove(ratingTable, { scorecardId: id });
  await unit.insert(ratingTable, recordsOf(id, content));
  unit.record({
    type: 'ScorecardSaved',
    entity: 'Scorecard',
    entityId: id,
    data: { applicationId: evaluation.applicationId },
  });
  return ok({ applicationId: evaluation.applicationId, scorecardId: id });
}

/** A mark of the content for the audit trail that tells nothing about it: the notes in it cannot be guessed. */
const markOf = (content: AmendedContent): string => fingerprint(JSON.stringify(content));

/** Locks what was saved. From this commit on, and not before, others' submitted scorecards may be read. */
export async function submitScorecard(unit: Unit, input: SeenScorecard): Promise<Written> {
  const found = await take(unit, input);
  if (!found.ok) return found;
  const { evaluation, seat, scorecard, frame, actor } = found.value;
  const at = unit.now.toISOString();
  const submitted = domain.submitScorecard(scorecard, frame, actor, at);
  if (!submitted.ok) return refuse(placed(submitted.problem, 'content'));
  const over = await openProblem(unit, found.value);
  if (over !== null) return refuse(over);
  const { id, content } = submitted.value;
  const changes = { state: 'SUBMITTED', submittedAt: at } as const;
  if (!(await unit.change(scorecardTable, { id, version: input.version, state: 'DRAFT' }, changes)))
    return refuse(staleVersion('scorecard', null));
  const { applicationId } = evaluation;
  const data = {
    applicationId,
    interviewId: seat.interviewId,
    contentHash: markOf({ ...content, summary: seat.summary }),
  };
  unit.record({ type: 'ScorecardSubmitted', entity: 'Scorecard', entityId: id, data });
  return ok({ applicationId, scorecardId: id });
}

/** What the scorecard says now: the last amendment, or the original. */
export const contentNow = (seat: StoredSeat): AmendedContent =>
  seat.amendments.at(-1)?.after ?? { verdict: seat.verdict, summary: seat.summary, ratings: seat.ratings };

/** Adds an amendment beside the original, marked when its author could read another scorecard by now. */
export async function amendScorecard(
  unit: Unit,
  input: WrittenContent & { readonly reason: string },
): Promise<Written> {
  const found = await take(unit, input);
  if (!found.ok) return found;
  const { evaluation, seat, scorecard, frame, actor } = found.value;
  const afterSeeingOthers = await hasPersonSeen(unit, evaluation, seat.personId);
  const amendment = { ...inputOf(input), reason: input.reason.trim(), at: unit.now.toISOString(), afterSeeingOthers };
  const amended = domain.amendScorecard(scorecard, amendment, frame, actor);
  if (!amended.ok) return refuse(placed(amended.problem, 'input'));
  const last = amended.value.amendments.at(-1);
  if (last === undefined) throw new Error('an amendment was accepted and is not there');
  const { id } = scorecard;
  if (!(await unit.change(scorecardTable, { id, version: input.version, state: 'SUBMITTED' }, {})))
    return refuse(staleVersion('scorecard', null));
  const record: ScorecardAmendmentRecord = {
    id: newId<'ScorecardAmendment'>(),
    scorecardId: id,
    number: seat.amendments.length + 1,
    at: last.at,
    reason: last.reason,
    isAfterSeeingOthers: last.afterSeeingOthers,
    before: contentNow(seat),
    after: { ...last.content, summary: input.summary },
  };
  await unit.insert(scorecardAmendmentTable, [record]);
  const { applicationId } = evaluation;
  const { number, isAfterSeeingOthers } = record;
  const hashes = { beforeHash: markOf(record.before), afterHash: markOf(record.after) };
  const data = { applicationId, number, isAfterSeeingOthers, ...hashes };
  unit.record({ type: 'ScorecardAmended', entity: 'Scorecard', entityId: id, data });
  return ok({ applicationId, scorecardId: id });
}
