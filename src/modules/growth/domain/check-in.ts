/** Why this file exists: two views of one goal are written down before they are talked over, and neither is lost when they differ. */
import type { Level } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { assertNever, ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import type { GrowthGoalId } from './goal.js';

/** In this order; each is recorded once and never changed. */
export const CHECK_IN_STAGES = ['SELF', 'ASSESSOR', 'AGREED'] as const;
export type CheckInStage = (typeof CHECK_IN_STAGES)[number];

export interface CheckInView {
  /** `null` = no level of the skill yet. */
  readonly level: Level | null;
  /** May be empty. */
  readonly note: string;
  readonly byId: Id<'Person'>;
  /** ISO instant. */
  readonly recordedAt: string;
}

/** One check-in on one goal. It is a conversation: no stage of it verifies a level. */
export interface CheckIn {
  readonly id: Id<'CheckIn'>;
  readonly goalId: GrowthGoalId;
  readonly personId: Id<'Person'>;
  /** The manager or mentor who gives the second view; never the person. */
  readonly assessorId: Id<'Person'>;
  /** Each `null` until recorded. */
  readonly self: CheckInView | null;
  readonly assessor: CheckInView | null;
  readonly agreed: CheckInView | null;
  readonly version: number;
}

export interface CheckInAssessorIsPerson extends Problem {
  readonly code: 'CHECK_IN_ASSESSOR_IS_PERSON';
}
export interface CheckInNotYours extends Problem {
  readonly code: 'CHECK_IN_STAGE_NOT_YOURS';
  readonly stage: CheckInStage;
}
export interface CheckInOutOfOrder extends Problem {
  readonly code: 'CHECK_IN_OUT_OF_ORDER';
  readonly stage: CheckInStage;
  /** The earlier stages that are not recorded yet. */
  readonly missing: readonly CheckInStage[];
}
export interface CheckInAlreadyRecorded extends Problem {
  readonly code: 'CHECK_IN_ALREADY_RECORDED';
  readonly stage: CheckInStage;
}
export type CheckInProblem = CheckInAssessorIsPerson | CheckInNotYours | CheckInOutOfOrder | CheckInAlreadyRecorded;

/** An empty check-in, with an assessor who is not the person. */
export function openCheckIn(
  about: Pick<CheckIn, 'id' | 'goalId' | 'personId' | 'assessorId'>,
): Outcome<CheckIn, CheckInAssessorIsPerson> {
  if (about.assessorId === about.personId) {
    const message = 'A check-in needs two people. Name the manager or the mentor as the assessor.';
    return refuse({ code: 'CHECK_IN_ASSESSOR_IS_PERSON', message, field: 'assessorId' });
  }
  const { id, goalId, personId, assessorId } = about;
  return ok({ id, goalId, personId, assessorId, self: null, assessor: null, agreed: null, version: 1 });
}

const WHO: Readonly<Record<CheckInStage, string>> = {
  SELF: 'The first view is given by the person whose goal it is.',
  ASSESSOR: 'The second view is given by the assessor named on this check-in.',
  AGREED: 'The agreed level is recorded by the assessor named on this check-in, after talking with the person.',
};

/** Who may record a stage: the person the first, the named assessor the other two. */
const recorderOf = (checkIn: CheckIn, stage: CheckInStage): Id<'Person'> =>
  stage === 'SELF' ? checkIn.personId : checkIn.assessorId;

/** What a stage holds. */
export function viewAt(checkIn: CheckIn, stage: CheckInStage): CheckInView | null {
  switch (stage) {
    case 'SELF':
      return checkIn.self;
    case 'ASSESSOR':
      return checkIn.assessor;
    case 'AGREED':
      return checkIn.agreed;
    default:
      return assertNever(stage);
  }
}

function place(checkIn: CheckIn, stage: CheckInStage, view: CheckInView): CheckIn {
  const next = { ...checkIn, version: checkIn.version + 1 };
  switch (stage) {
    case 'SELF':
      return { ...next, self: view };
    case 'ASSESSOR':
      return { ...next, assessor: view };
    case 'AGREED':
      return { ...next, agreed: view };
    default:
      return assertNever(stage);
  }
}

/**
 * Records one stage. Refused for somebody whose stage it is not, then for a stage recorded before, then while an earlier one is
 * missing: the assessor does not write before the person, and nothing is agreed before both views stand.
 */
export function recordStage(
  checkIn: CheckIn,
  stage: CheckInStage,
  view: CheckInView,
): Outcome<CheckIn, CheckInNotYours | CheckInOutOfOrder | CheckInAlreadyRecorded> {
  if (view.byId !== recorderOf(checkIn, stage))
    return refuse({ code: 'CHECK_IN_STAGE_NOT_YOURS', message: WHO[stage], stage });
  if (viewAt(checkIn, stage) !== null) {
    const message = 'This was recorded already and stays as it is. Open a new check-in to record a change.';
    return refuse({ code: 'CHECK_IN_ALREADY_RECORDED', message, stage });
  }
  const earlier = CHECK_IN_STAGES.slice(0, CHECK_IN_STAGES.indexOf(stage));
  const missing = earlier.filter((before) => viewAt(checkIn, before) === null);
  if (missing.length > 0) {
    const message = `${stage} comes after ${missing.join(' and ')}, which ${missing.length === 1 ? 'is' : 'are'} not recorded yet. Record that first.`;
    return refuse({ code: 'CHECK_IN_OUT_OF_ORDER', message, stage, missing });
  }
  return ok(place(checkIn, stage, view));
}

export interface Disagreement {
  readonly self: CheckInView;
  readonly assessor: CheckInView;
}

/** Both views when their levels differ, also after a level was agreed; `null` when they are the same or one is missing. */
export function disagreement({ self, assessor }: CheckIn): Disagreement | null {
  if (self === null || assessor === null || self.level === assessor.level) return null;
  return { self, assessor };
}
