/** Why this file exists: an application moves through its stages by people only, and the way it took is kept. */
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome, Refusal } from '../../../platform/outcome/index.js';
import { decisionsAllowed } from './requisition.js';
import type { Requisition, RequisitionId, RequisitionState } from './requisition.js';
import { isReason, MIN_REASON_CHARACTERS } from './written-reason.js';

export type ApplicationId = Id<'Application'>;
export type CandidateId = Id<'Candidate'>;

export const APPLICATION_STAGES = [
  'APPLIED',
  'SCREEN',
  'INTERVIEWING',
  'DEBRIEF',
  'DECIDED',
  'HIRED',
  'WITHDRAWN',
] as const;
export type ApplicationStage = (typeof APPLICATION_STAGES)[number];
export type DecidedAs = 'ACCEPTED' | 'DECLINED';

/**
 * Every step there is. Stages may be skipped forward but a decision is reached through the debrief only. There is no way back: a debrief
 * that asks for another interview adds it to the plan and waits. DECIDED leads on only when the applicant was accepted.
 */
export const APPLICATION_TRANSITIONS: Readonly<Record<ApplicationStage, readonly ApplicationStage[]>> = {
  APPLIED: ['SCREEN', 'INTERVIEWING', 'DEBRIEF', 'WITHDRAWN'],
  SCREEN: ['INTERVIEWING', 'DEBRIEF', 'WITHDRAWN'],
  INTERVIEWING: ['DEBRIEF', 'WITHDRAWN'],
  DEBRIEF: ['DECIDED', 'WITHDRAWN'],
  DECIDED: ['HIRED', 'WITHDRAWN'],
  HIRED: [],
  WITHDRAWN: [],
};

export type ForwardStage = 'SCREEN' | 'INTERVIEWING' | 'DEBRIEF';

/** Stages that an application may be moved to in each state of its requisition; the debrief stays open so that people get an answer. */
export const MOVES_WHILE: Readonly<Record<RequisitionState, readonly ForwardStage[]>> = {
  DRAFT: [],
  OPEN: ['SCREEN', 'INTERVIEWING', 'DEBRIEF'],
  ON_HOLD: ['DEBRIEF'],
  FILLED: ['DEBRIEF'],
  CLOSED: [],
};

/** Who caused a step. AUTOMATION is any token, rule, model or timer: it may hand an application in and nothing else. */
export type StepMaker =
  | { readonly kind: 'CANDIDATE' }
  | { readonly kind: 'HIRING_TEAM'; readonly person: Id<'Person'> }
  | { readonly kind: 'AUTOMATION'; readonly name: string };

export interface StageEntry {
  readonly stage: ApplicationStage;
  /** Set on the entry of DECIDED, else `null`. */
  readonly decidedAs: DecidedAs | null;
  readonly by: StepMaker;
  /** Instant in UTC, ISO 8601. */
  readonly at: string;
  /** Of a withdrawal; else `null`. */
  readonly reason: string | null;
}

export interface Application {
  readonly id: ApplicationId;
  readonly requisition: RequisitionId;
  readonly candidate: CandidateId;
  readonly stage: ApplicationStage;
  /** `null` until a person has decided; kept when an accepted applicant is hired or withdraws. */
  readonly decidedAs: DecidedAs | null;
  /** Oldest first; the last entry is the present stage. */
  readonly history: readonly StageEntry[];
}

/** Expected refusals of an application. */
export type ApplicationProblem =
  | {
      readonly code: 'REQUISITION_DOES_NOT_ALLOW';
      readonly message: string;
      readonly requisitionState: RequisitionState;
    }
  | { readonly code: 'ONLY_A_PERSON_MOVES'; readonly message: string }
  | { readonly code: 'APPLICATION_ENDED'; readonly message: string; readonly stage: ApplicationStage }
  | {
      readonly code: 'APPLICATION_STEP_NOT_ALLOWED';
      readonly message: string;
      readonly from: ApplicationStage;
      readonly to: ApplicationStage;
    }
  | { readonly code: 'WITHDRAWAL_REASON_MISSING'; readonly message: string; readonly field: 'reason' };

type Result = Outcome<Application, ApplicationProblem>;
type RequisitionFacts = Pick<Requisition, 'state' | 'openings' | 'filled'>;

/** A new application at APPLIED, from anyone. Refused unless the requisition is open. */
export function receiveApplication(
  ids: Pick<Application, 'id' | 'requisition' | 'candidate'>,
  requisitionState: RequisitionState,
  by: StepMaker,
  at: string,
): Result {
  if (requisitionState !== 'OPEN') return requisitionRefusal(requisitionState, 'Applications are received');
  const first: StageEntry = { stage: 'APPLIED', decidedAs: null, by, at, reason: null };
  return ok({ ...ids, stage: 'APPLIED', decidedAs: null, history: [first] });
}

/** Moves on to a later stage before the decision. Refused for anyone but a person of the hiring team. */
export function moveForward(
  application: Application,
  to: ForwardStage,
  requisitionState: RequisitionState,
  by: StepMaker,
  at: string,
): Result {
  const refusal = stepRefusal(application, to, by);
  if (refusal !== null) return refusal;
  if (!MOVES_WHILE[requisitionState].includes(to)) {
    return requisitionRefusal(requisitionState, 'Applications are moved on to this stage');
  }
  return ok(enter(application, { stage: to, decidedAs: null, by, at, reason: null }));
}

/**
 * DEBRIEF to DECIDED, once the decision itself stands (the evaluations module checks its reasons).
 * Accepting needs a free opening of an open requisition; declining is possible until the requisition is closed.
 */
export function enterDecision(
  application: Application,
  decidedAs: DecidedAs,
  requisition: RequisitionFacts,
  by: StepMaker,
  at: string,
): Result {
  const refusal = stepRefusal(application, 'DECIDED', by);
  if (refusal !== null) return refusal;
  const allowed = decisionsAllowed(requisition);
  if (decidedAs === 'ACCEPTED' ? !allowed.accept : !allowed.decline) {
    return requisitionRefusal(requisition.state, `An applicant is ${decidedAs.toLowerCase()}`);
  }
  return ok(enter({ ...application, decidedAs }, { stage: 'DECIDED', decidedAs, by, at, reason: null }));
}

/** DECIDED (accepted) to HIRED. The requisition's own count is raised by `recordHire`. */
export function enterHire(application: Application, requisition: RequisitionFacts, by: StepMaker, at: string): Result {
  const refusal = stepRefusal(application, 'HIRED', by);
  if (refusal !== null) return refusal;
  if (!decisionsAllowed(requisition).accept) return requisitionRefusal(requisition.state, 'An applicant is hired');
  return ok(enter(application, { stage: 'HIRED', decidedAs: null, by, at, reason: null }));
}

/**
 * Ends an open application without a decision, in any state of the requisition.
 * @param reason optional from the candidate, required from the hiring team so that a rejection is not passed off as a withdrawal
 */
export function withdraw(application: Application, by: StepMaker, reason: string | null, at: string): Result {
  if (by.kind === 'AUTOMATION') return personRefusal();
  if (!isOpen(application)) return endedRefusal(application);
  if (by.kind === 'HIRING_TEAM' && !isReason(reason)) {
    return refuse({
      code: 'WITHDRAWAL_REASON_MISSING',
      field: 'reason',
      message: `Say why the hiring team withdraws this application, in at least ${MIN_REASON_CHARACTERS} characters. To turn somebody down, record a decision instead.`,
    });
  }
  return ok(enter(application, { stage: 'WITHDRAWN', decidedAs: null, by, at, reason }));
}

/** True until the end: hired, withdrawn, or decided as declined. */
export const isOpen = (application: Pick<Application, 'stage' | 'decidedAs'>): boolean =>
  APPLICATION_TRANSITIONS[application.stage].length > 0 && application.decidedAs !== 'DECLINED';

/** True while nobody has decided and nobody has withdrawn; such applications hold a requisition back from closing. */
export const isUndecided = (application: Pick<Application, 'stage' | 'decidedAs'>): boolean =>
  isOpen(application) && application.decidedAs === null;

/** Instant at which a stage was entered; `null` when it was skipped or not reached. */
export const enteredAt = (application: Application, stage: ApplicationStage): string | null =>
  application.history.find((entry) => entry.stage === stage)?.at ?? null;

function enter(application: Application, entry: StageEntry): Application {
  return { ...application, stage: entry.stage, history: [...application.history, entry] };
}

function stepRefusal(
  application: Application,
  to: ApplicationStage,
  by: StepMaker,
): Refusal<ApplicationProblem> | null {
  if (by.kind !== 'HIRING_TEAM') return personRefusal();
  if (!isOpen(application)) return endedRefusal(application);
  const next = APPLICATION_TRANSITIONS[application.stage];
  if (next.includes(to)) return null;
  return refuse({
    code: 'APPLICATION_STEP_NOT_ALLOWED',
    from: application.stage,
    to,
    message: `An application cannot go from ${words(application.stage)} to ${words(to)}. Next can be: ${next.map(words).join(', ')}.`,
  });
}

const personRefusal = (): Refusal<ApplicationProblem> =>
  refuse({
    code: 'ONLY_A_PERSON_MOVES',
    message:
      'Only a named person of the hiring team moves, decides or withdraws an application here. Nothing does so automatically.',
  });

const endedRefusal = (application: Application): Refusal<ApplicationProblem> =>
  refuse({
    code: 'APPLICATION_ENDED',
    stage: application.stage,
    message: `This application has ended (${words(application.decidedAs === 'DECLINED' ? 'DECLINED' : application.stage)}) and stays as it is. The person may apply again.`,
  });

const requisitionRefusal = (state: RequisitionState, what: string): Refusal<ApplicationProblem> =>
  refuse({
    code: 'REQUISITION_DOES_NOT_ALLOW',
    requisitionState: state,
    message: `${what} only while the requisition allows it; it is ${words(state)} now. Ask its hiring manager to change that first.`,
  });

const words = (name: string): string => name.toLowerCase().replace('_', ' ');
