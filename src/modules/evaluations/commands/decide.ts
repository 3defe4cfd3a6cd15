/** Why this file exists: a debrief is recorded, one named person decides once, and dissent is kept beside the decision. */
import type { PersonId } from '../../../platform/access/index.js';
import { fingerprint, type Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { staleVersion } from '../../../platform/problems/index.js';
import { enterDecided, requirementsOf } from '../../candidates/data.js';
import { decisionsAllowed, type ApplicationId } from '../../candidates/index.js';
import * as domain from '../domain/decision.js';
import { attendanceProblem, deciderProblem, scorecardsProblem } from '../domain/decision-check.js';
import type { DecisionOutcome, DecisionReason } from '../domain/decision-reasons.js';
import type { ScorecardId } from '../domain/scorecard.js';
import { compared } from '../store/comparison.store.js';
import {
  debriefAttendeeTable,
  debriefTable,
  debriefWaiverTable,
  decisionTable,
  dissentTable,
  type DecisionRecord,
  type DissentRecord,
} from '../store/decision.tables.js';
import { isGone, type StoredDecision, type StoredEvaluation } from '../store/panel.store.js';
import { closedProblem, conflictedPersons, takeApplication, type TakenApplication } from './take-application.js';

/** A member who is no employee decides nothing. */
const NOBODY = '' as PersonId;

/** The field of a domain problem as a path of the mutation's input. */
const PATHS: readonly (readonly [RegExp, string])[] = [
  [/^debrief\.attendees/, 'attendeeIds'],
  [/^debrief\.waivers/, 'waivers'],
  [/^debrief$/, 'applicationId'],
  [/^reasons/, 'reasonCodes'],
  [/^text$/, 'reason'],
  [/\.person$/, '.personId'],
];
export function inInput(problem: Problem): Problem {
  const { field } = problem;
  if (field === undefined || field.startsWith('input.')) return problem;
  const [from, to] = PATHS.find(([pattern]) => pattern.test(field)) ?? [/^$/, ''];
  return { ...problem, field: `input.${field.replace(from, to)}` };
}

/** Everything that a decision rests on, read in the unit in which it is written. */
async function factsOf(
  unit: Unit,
  taken: TakenApplication,
  people: readonly PersonId[],
): Promise<domain.DecisionFacts> {
  const { evaluation, requisition, facts } = taken;
  const decider = unit.actor?.personId ?? NOBODY;
  const panel = evaluation.seats.filter((seat) => !isGone(seat));
  const conflicted = conflictedPersons([decider, ...people], facts);
  return {
    decider,
    isHiringManager: requisition.hiringManagerId === decider,
    isConflicted: conflicted.has(decider),
    isAlreadyDecided: evaluation.decision !== null,
    requisitionAllows: decisionsAllowed(requisition),
    panel: panel.map((seat) => ({
      id: seat.scorecardId,
      author: seat.personId,
      seat: seat.isObserver ? 'SHADOW' : 'RATER',
      isSubmitted: seat.state === 'SUBMITTED',
    })),
    conflicted,
    openMustHaves: await openMustHaves(unit, evaluation),
  };
}

async function openMustHaves(unit: Unit, evaluation: StoredEvaluation): Promise<domain.DecisionFacts['openMustHaves']> {
  const requirements = (await requirementsOf(unit, [evaluation.requisitionId])).get(evaluation.requisitionId) ?? [];
  const [comparison] = compared(requirements, [evaluation]);
  return [...(comparison?.fit.missingMustHaves ?? []), ...(comparison?.fit.unassessedMustHaves ?? [])];
}

export interface DebriefInput {
  readonly applicationId: ApplicationId;
  /** Of the debrief; absent for the first record of it. */
  readonly version?: number | null;
  /** Instant in UTC; now when absent. */
  readonly heldAt?: string | null;
  readonly notes: string;
  readonly attendeeIds: readonly PersonId[];
  readonly waivers: readonly { readonly scorecardId: ScorecardId; readonly reason: string }[];
}

/** Records the debrief: who was there, what was said, and which scorecards will not come. Until the decision it can be corrected. */
export async function recordDebrief(unit: Unit, input: DebriefInput): Promise<Outcome<{ id: ApplicationId }, Problem>> {
  const found = await takeApplication(unit, 'application:update', input.applicationId);
  if (!found.ok) return found;
  const over = closedProblem(found.value.application);
  if (over !== null) return refuse(over);
  const attendees = [...new Set(input.attendeeIds)];
  const waivers = input.waivers.map((waiver) => ({ scorecard: waiver.scorecardId, reason: waiver.reason }));
  const debrief: domain.Debrief = { heldAt: input.heldAt ?? unit.now.toISOString(), attendees, waivers };
  const facts = await factsOf(unit, found.value, attendees);
  const problem = deciderProblem(facts) ?? attendanceProblem(debrief, facts) ?? scorecardsProblem(debrief, facts);
  if (problem !== null) return refuse(inInput(problem));
  const before = found.value.evaluation.debrief;
  if ((before?.version ?? null) !== (input.version ?? null))
    return refuse(staleVersion('debrief', before?.version ?? null));
  await writeDebrief(unit, input, debrief, before?.version ?? null);
  const data = { heldAt: debrief.heldAt, attendees, waivers };
  unit.record({ type: 'DebriefRecorded', entity: 'Application', entityId: input.applicationId, data });
  return ok({ id: input.applicationId });
}

async function writeDebrief(
  unit: Unit,
  input: DebriefInput,
  debrief: domain.Debrief,
  version: number | null,
): Promise<void> {
  const { applicationId, notes } = input;
  const { heldAt } = debrief;
  if (version === null) await unit.insert(debriefTable, [{ applicationId, heldAt, notes, version: 1 }]);
  else {
    await unit.change(debriefTable, { applicationId, version }, { heldAt, notes });
    await unit.remove(debriefAttendeeTable, { applicationId });
    await unit.remove(debriefWaiverTable, { applicationId });
  }
  await unit.insert(
    debriefAttendeeTable,
    debrief.attendees.map((personId) => ({ applicationId, personId })),
  );
  await unit.insert(
    debriefWaiverTable,
    debrief.waivers.map(({ scorecard, reason }) => ({ applicationId, scorecardId: scorecard, reason })),
  );
}

export interface DecisionInput {
  readonly applicationId: ApplicationId;
  /** Of the application. */
  readonly version: number;
  readonly outcome: DecisionOutcome;
  readonly reasonCodes: readonly DecisionReason[];
  readonly reason: string;
  readonly conditions?: string | null;
  readonly dissent?: readonly { readonly personId: PersonId; readonly text: string }[] | null;
}

const dissentRecord = (decisionId: domain.DecisionId, entry: domain.Dissent): DissentRecord => ({
  id: newId<'Dissent'>(),
  decisionId,
  personId: entry.person,
  text: entry.text,
  at: entry.at,
});

/** The input as the domain decides on it. */
const draftOf = (input: DecisionInput, debrief: domain.Debrief | null, decidedAt: string): domain.DecisionDraft => ({
  id: newId<'Decision'>(),
  application: input.applicationId,
  outcome: input.outcome,
  reasons: input.reasonCodes,
  text: input.reason,
  conditions: (input.conditions ?? '').trim(),
  decidedAt,
  debrief,
  dissent: (input.dissent ?? []).map(({ personId, text }) => ({ person: personId, text })),
});

function recordOf(decision: domain.Decision): DecisionRecord {
  const { id, application, outcome, reasons, text, conditions, decidedBy, decidedAt } = decision;
  return {
    id,
    applicationId: application,
    outcome,
    reasonCodes: reasons,
    reason: text.trim(),
    conditions: conditions === '' ? null : conditions,
    decidedById: decidedBy,
    decidedAt,
  };
}

/** Decides, once. Of two who decide at the same moment one stands and the other is told so. */
export async function decide(unit: Unit, input: DecisionInput): Promise<Outcome<{ id: ApplicationId }, Problem>> {
  const found = await takeApplication(unit, 'application:update', input.applicationId);
  if (!found.ok) return found;
  const { evaluation, application, requisition } = found.value;
  const draft = draftOf(input, evaluation.debrief, unit.now.toISOString());
  const heard = [...(evaluation.debrief?.attendees ?? []), ...draft.dissent.map((entry) => entry.person)];
  const decided = domain.decide(draft, await factsOf(unit, found.value, heard));
  if (!decided.ok) return refuse(inInput(decided.problem));
  if (application.version !== input.version) return refuse(staleVersion('application', application.version));
  const record = recordOf(decided.value);
  const { id, applicationId, outcome } = record;
  const { dissent } = decided.value;
  await unit.insert(decisionTable, [record]);
  const entries = dissent.map((entry) => dissentRecord(id, entry));
  await unit.insert(dissentTable, entries);
  const moved = await enterDecided(unit, application, requisition, outcome === 'ACCEPT' ? 'ACCEPTED' : 'DECLINED');
  if (!moved.ok) return moved;
  // The outcome stays out of the trail: an auditor with a scorecard due, or with a conflict, reads the trail too.
  const data = { applicationId, contentHash: fingerprint(JSON.stringify(record)), dissent: dissent.length };
  unit.record({ type: 'DecisionMade', entity: 'Decision', entityId: id, data });
  return ok({ id: applicationId });
}

const domainDecision = (
  applicationId: ApplicationId,
  decision: StoredDecision,
  debrief: domain.Debrief,
): domain.Decision => ({
  id: decision.id,
  application: applicationId,
  outcome: decision.outcome,
  reasons: decision.reasonCodes,
  text: decision.reason,
  conditions: decision.conditions ?? '',
  decidedBy: decision.decidedById,
  decidedAt: decision.decidedAt,
  debrief,
  dissent: decision.dissent.map(({ personId, text, at }) => ({ person: personId, text, at })),
});

/** A member of the panel adds a dissent of their own after the decision; the decision stands. */
export async function addDissent(
  unit: Unit,
  input: { readonly applicationId: ApplicationId; readonly text: string },
): Promise<Outcome<{ id: ApplicationId }, Problem>> {
  const found = await takeApplication(unit, 'application:read', input.applicationId);
  if (!found.ok) return found;
  const { decision, debrief } = found.value.evaluation;
  if (decision === null || debrief === null) {
    return refuse({
      code: 'DECISION_MISSING',
      message: 'Nobody has decided on this application yet. Speak in the debrief.',
      field: 'input.applicationId',
    });
  }
  const person = unit.actor?.personId ?? NOBODY;
  const facts = await factsOf(unit, found.value, []);
  const due = facts.panel.find((one) => one.author === person && !one.isSubmitted);
  if (due !== undefined) {
    return refuse({
      code: 'OWN_SCORECARD_DUE',
      message: 'Your own scorecard was never submitted, so there is nothing to dissent from.',
      field: 'input.applicationId',
    });
  }
  const entry = { person, text: input.text, at: unit.now.toISOString() };
  const added = domain.addDissent(domainDecision(input.applicationId, decision, debrief), entry, facts);
  if (!added.ok) return refuse({ ...added.problem, field: 'input.text' });
  const record = dissentRecord(decision.id, entry);
  await unit.insert(dissentTable, [record]);
  unit.record({
    type: 'DissentAdded',
    entity: 'Decision',
    entityId: decision.id,
    data: { applicationId: input.applicationId, dissentId: record.id },
  });
  return ok({ id: input.applicationId });
}
