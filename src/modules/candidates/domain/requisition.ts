/** Why this file exists: a requisition says how many people are wanted for a job role; its steps and counts are decided here. */
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome } from '../../../platform/outcome/index.js';
import { isReason, MIN_REASON_CHARACTERS } from './written-reason.js';

export type RequisitionId = Id<'Requisition'>;

export const REQUISITION_STATES = ['DRAFT', 'OPEN', 'ON_HOLD', 'FILLED', 'CLOSED'] as const;
export type RequisitionState = (typeof REQUISITION_STATES)[number];

/** Every step there is. FILLED opens again only through more openings; CLOSED is the end. */
export const REQUISITION_TRANSITIONS: Readonly<Record<RequisitionState, readonly RequisitionState[]>> = {
  DRAFT: ['OPEN', 'CLOSED'],
  OPEN: ['ON_HOLD', 'FILLED', 'CLOSED'],
  ON_HOLD: ['OPEN', 'FILLED', 'CLOSED'],
  FILLED: ['OPEN', 'CLOSED'],
  CLOSED: [],
};

/** Who did it and when: `at` is an instant in UTC, ISO 8601. */
export interface RequisitionAct {
  readonly by: Id<'Person'>;
  readonly at: string;
}

export interface RequisitionEntry extends RequisitionAct {
  readonly state: RequisitionState;
  /** `null` when no reason was asked for and none was given. */
  readonly reason: string | null;
}

export interface Requisition {
  readonly id: RequisitionId;
  readonly title: string;
  readonly state: RequisitionState;
  /** People wanted in total, a whole number of 1 or more, never below `filled`. */
  readonly openings: number;
  /** People hired so far, 0..openings. */
  readonly filled: number;
  /** The definition that the applicants are held against; may be `null` in DRAFT only. */
  readonly jobRoleVersion: Id<'JobRoleVersion'> | null;
  readonly hiringManager: Id<'Person'>;
  /** The AI programme that the hire serves; `null` when none is named. */
  readonly initiative: Id<'Initiative'> | null;
  /** Oldest first; the first entry is the draft. */
  readonly history: readonly RequisitionEntry[];
}

export interface RequisitionDraft extends RequisitionAct {
  readonly id: RequisitionId;
  readonly title: string;
  readonly openings: number;
  readonly jobRoleVersion: Id<'JobRoleVersion'> | null;
  readonly hiringManager: Id<'Person'>;
  readonly initiative: Id<'Initiative'> | null;
}

/** Expected refusals of a requisition. */
export type RequisitionProblem =
  | {
      readonly code: 'OPENINGS_OUT_OF_RANGE';
      readonly message: string;
      readonly field: 'openings';
      readonly atLeast: number;
    }
  | {
      readonly code: 'REQUISITION_STEP_NOT_ALLOWED';
      readonly message: string;
      readonly from: RequisitionState;
      readonly to: RequisitionState;
    }
  | { readonly code: 'REQUISITION_CLOSED'; readonly message: string }
  | { readonly code: 'JOB_ROLE_NOT_PUBLISHED'; readonly message: string; readonly field: 'jobRoleVersion' }
  | { readonly code: 'HIRE_NOT_POSSIBLE'; readonly message: string; readonly state: RequisitionState }
  | {
      readonly code: 'UNDECIDED_APPLICATIONS';
      readonly message: string;
      readonly field: 'reason';
      readonly undecided: number;
    };

type Result = Outcome<Requisition, RequisitionProblem>;

/** State of a job role version as the job roles module knows it; `null` when the requisition names none. */
export type JobRoleVersionState = 'DRAFT' | 'PUBLISHED' | 'RETIRED' | null;

/** A new requisition in DRAFT with nobody hired. Refused when the openings are not a whole number of 1 or more. */
export function draftRequisition(draft: RequisitionDraft): Result {
  const { by, at, ...fields } = draft;
  const problem = openingsProblem(draft.openings, 0);
  if (problem !== null) return refuse(problem);
  return ok({ ...fields, state: 'DRAFT', filled: 0, history: [{ state: 'DRAFT', by, at, reason: null }] });
}

/** DRAFT to OPEN. Refused unless the job role version it names is published. */
export function openRequisition(
  requisition: Requisition,
  versionState: JobRoleVersionState,
  act: RequisitionAct,
): Result {
  if (requisition.state !== 'DRAFT') return stepRefused(requisition.state, 'OPEN');
  if (requisition.jobRoleVersion === null || versionState !== 'PUBLISHED') {
    return refuse({
      code: 'JOB_ROLE_NOT_PUBLISHED',
      field: 'jobRoleVersion',
      message:
        'Applicants need a fixed definition to be held against. Choose a published version of the job role first.',
    });
  }
  return enter(requisition, 'OPEN', act, null);
}

/** OPEN to ON_HOLD: nobody applies and nobody is moved to interviews until it is resumed. */
export const holdRequisition = (requisition: Requisition, act: RequisitionAct): Result =>
  enter(requisition, 'ON_HOLD', act, null);

/** ON_HOLD to OPEN. The job role version stays the one it was opened with, even if that was retired since. */
export const resumeRequisition = (requisition: Requisition, act: RequisitionAct): Result =>
  requisition.state === 'ON_HOLD' ? enter(requisition, 'OPEN', act, null) : stepRefused(requisition.state, 'OPEN');

/** Counts one hire; the last opening turns the requisition to FILLED. Refused unless it is OPEN. */
export function recordHire(requisition: Requisition, act: RequisitionAct): Result {
  if (requisition.state !== 'OPEN') {
    return refuse({
      code: 'HIRE_NOT_POSSIBLE',
      state: requisition.state,
      message:
        requisition.state === 'FILLED'
          ? 'All openings are filled. Raise the number of openings first.'
          : `A hire needs an open requisition; this one is ${words(requisition.state)}.`,
    });
  }
  const hired = { ...requisition, filled: requisition.filled + 1 };
  return hired.filled === hired.openings ? enter(hired, 'FILLED', act, null) : ok(hired);
}

/**
 * Changes how many people are wanted. More openings open a FILLED requisition again; as many as are hired fill it.
 * Refused below 1, below the number already hired, and when CLOSED.
 */
export function changeOpenings(requisition: Requisition, openings: number, act: RequisitionAct): Result {
  if (requisition.state === 'CLOSED') {
    return refuse({
      code: 'REQUISITION_CLOSED',
      message: 'The requisition is closed and stays as it is. Start a new one.',
    });
  }
  const problem = openingsProblem(openings, requisition.filled);
  if (problem !== null) return refuse(problem);
  const changed = { ...requisition, openings };
  if (requisition.state === 'FILLED' && openings > requisition.filled) return enter(changed, 'OPEN', act, null);
  if ((requisition.state === 'OPEN' || requisition.state === 'ON_HOLD') && openings === requisition.filled) {
    return enter(changed, 'FILLED', act, null);
  }
  return ok(changed);
}

/**
 * Ends the requisition from any state but CLOSED.
 * @param undecided number of its applications that nobody has decided on or withdrawn; above 0 a reason is required
 */
export function closeRequisition(
  requisition: Requisition,
  undecided: number,
  reason: string | null,
  act: RequisitionAct,
): Result {
  if (requisition.state !== 'CLOSED' && undecided > 0 && !isReason(reason)) {
    return refuse({
      code: 'UNDECIDED_APPLICATIONS',
      field: 'reason',
      undecided,
      message:
        `${undecided} application(s) are not decided. Decide on each of them, ` +
        `or say why the requisition closes without (at least ${MIN_REASON_CHARACTERS} characters).`,
    });
  }
  return enter(requisition, 'CLOSED', act, reason);
}

/** What a person may decide now: accepting needs an open requisition with a free opening, declining one that is neither a draft nor closed. */
export function decisionsAllowed(requisition: Pick<Requisition, 'state' | 'openings' | 'filled'>): {
  readonly accept: boolean;
  readonly decline: boolean;
} {
  const { state, openings, filled } = requisition;
  return {
    accept: state === 'OPEN' && filled < openings,
    decline: state === 'OPEN' || state === 'ON_HOLD' || state === 'FILLED',
  };
}

function enter(requisition: Requisition, to: RequisitionState, act: RequisitionAct, reason: string | null): Result {
  if (!REQUISITION_TRANSITIONS[requisition.state].includes(to)) return stepRefused(requisition.state, to);
  const entry: RequisitionEntry = { state: to, by: act.by, at: act.at, reason };
  return ok({ ...requisition, state: to, history: [...requisition.history, entry] });
}

function stepRefused(from: RequisitionState, to: RequisitionState): Result {
  const next = REQUISITION_TRANSITIONS[from].filter((state) => state !== to).map(words);
  const mend = next.length === 0 ? 'No step leads on from there.' : `From there it can become: ${next.join(', ')}.`;
  return refuse({
    code: 'REQUISITION_STEP_NOT_ALLOWED',
    from,
    to,
    message: `A requisition that is ${words(from)} cannot become ${words(to)} this way. ${mend}`,
  });
}

function openingsProblem(openings: number, filled: number): RequisitionProblem | null {
  const atLeast = Math.max(1, filled);
  if (Number.isSafeInteger(openings) && openings >= atLeast) return null;
  const why = filled > 1 ? ` because ${filled} people are hired already` : '';
  return {
    code: 'OPENINGS_OUT_OF_RANGE',
    field: 'openings',
    atLeast,
    message: `Openings must be a whole number of ${atLeast} or more${why}.`,
  };
}

const words = (state: RequisitionState): string => state.toLowerCase().replace('_', ' ');
