/** Why this file exists: applicants follow their application by a link that the hiring manager makes for them, and may end it there. */
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { applicantMayWithdraw, promiseFault, stageForApplicant, STATUS_LINK_DAYS } from '../domain/applicant-view.js';
import type { ApplicationId } from '../domain/application.js';
import { applicationSeen } from '../store/application.store.js';
import { applicationTable } from '../store/application.tables.js';
import { newStatusToken } from '../store/public-address.js';
import { answerPromiseTable, statusLinkTable, type StatusLinkId } from '../store/status-link.tables.js';
import { textOrNull } from './create-requisition.js';
import { end, type SeenApplication } from './move-application.js';

const DAY_MS = 86_400_000;
const absent = (): Problem => notFound('application', 'input.applicationId');

/** Ends the link of an application that works now. @returns its id, `null` when there is none */
async function endCurrent(unit: Unit, applicationId: ApplicationId): Promise<StatusLinkId | null> {
  const [current] = await unit.find(statusLinkTable, { applicationId, revokedAt: null }, { lock: 'UPDATE' });
  if (current === undefined) return null;
  await unit.update(statusLinkTable, { id: current.id }, { revokedAt: unit.now.toISOString() });
  return current.id;
}

export interface MadeLink {
  readonly id: StatusLinkId;
  readonly applicationId: ApplicationId;
  readonly token: string;
  readonly expiresAt: string;
}

/**
 * Makes the status link of an application; one that was made before ends.
 * @param input  `days` that it works, 1 to `MOST_STATUS_LINK_DAYS`
 */
export async function createStatusLink(
  unit: Unit,
  input: { readonly applicationId: ApplicationId; readonly days?: number | null },
): Promise<Outcome<MadeLink, Problem>> {
  const application = await applicationSeen(unit, 'application:update', input.applicationId);
  if (application === null) return refuse(absent());
  const applicationId = application.id;
  const replaces = await endCurrent(unit, applicationId);
  const { token, tokenHash } = newStatusToken(unit.organisationId);
  const id: StatusLinkId = newId<'StatusLink'>();
  const expiresAt = new Date(unit.now.getTime() + (input.days ?? STATUS_LINK_DAYS) * DAY_MS).toISOString();
  const createdAt = unit.now.toISOString();
  await unit.insert(statusLinkTable, [{ id, applicationId, tokenHash, createdAt, expiresAt, revokedAt: null }]);
  const data = { statusLinkId: id, expiresAt, replaces };
  unit.record({ type: 'StatusLinkCreated', entity: 'Application', entityId: applicationId, data });
  return ok({ id, applicationId, token, expiresAt });
}

/** Ends the status link of an application at once. */
export async function revokeStatusLink(
  unit: Unit,
  input: { readonly applicationId: ApplicationId },
): Promise<Outcome<{ id: ApplicationId }, Problem>> {
  const application = await applicationSeen(unit, 'application:update', input.applicationId);
  if (application === null) return refuse(absent());
  const ended = await endCurrent(unit, application.id);
  if (ended === null) return refuse(notFound('status link', 'input.applicationId'));
  const data = { statusLinkId: ended };
  unit.record({ type: 'StatusLinkRevoked', entity: 'Application', entityId: application.id, data });
  return ok({ id: application.id });
}

/** Tells the applicant by which day the next answer comes. A newer promise takes the place of an older one; the next stage ends both. */
export async function promiseAnswer(
  unit: Unit,
  input: SeenApplication & { readonly answerOn: string },
): Promise<Outcome<{ id: ApplicationId }, Problem>> {
  const application = await applicationSeen(unit, 'application:update', input.applicationId);
  if (application === null) return refuse(absent());
  if (application.version !== input.version) return refuse(staleVersion('application', application.version));
  const fault = promiseFault(input.answerOn, unit.now.toISOString().slice(0, 10));
  if (fault !== null) return refuse({ code: 'PROMISE_DAY_WRONG', message: fault, field: 'input.answerOn' });
  if (application.stage === 'WITHDRAWN') {
    const message = 'This application was withdrawn: nobody waits for an answer.';
    return refuse({ code: 'NO_ANSWER_DUE', message, field: 'input.applicationId' });
  }
  const { id: applicationId } = application;
  const stage = stageForApplicant(application.stage);
  const { answerOn } = input;
  const id = newId<'AnswerPromise'>();
  await unit.insert(answerPromiseTable, [{ id, applicationId, stage, answerOn, madeAt: unit.now.toISOString() }]);
  unit.record({ type: 'AnswerPromised', entity: 'Application', entityId: applicationId, data: { stage, answerOn } });
  return ok({ id: applicationId });
}

/** What is said to whoever holds a link that does not work, whatever the reason. */
export const deadLink = (): Problem => ({
  code: 'NOT_FOUND',
  message: 'This link does not work, or no more. Ask the person who sent it to you for a new one.',
  field: 'input.token',
});

/** The application of a link that works now, or `null`. One statement, whatever is wrong with the link. */
export const applicationByLink = (unit: Unit, tokenHash: string): Promise<{ id: ApplicationId } | null> =>
  unit.one(
    `select application_id as id from status_link
      where organisation_id = $1 and token_hash = $2 and revoked_at is null and expires_at > $3`,
    [tokenHash, unit.now.toISOString()],
  );

/** The applicant ends the own application by its link. One that was withdrawn already is refused as `APPLICATION_ENDED` and stays as it is. */
export async function withdrawByLink(
  unit: Unit,
  tokenHash: string,
  reason: string | null,
): Promise<Outcome<{ id: ApplicationId }, Problem>> {
  const found = await applicationByLink(unit, tokenHash);
  const record = found === null ? null : await unit.findOne(applicationTable, { id: found.id }, { lock: 'UPDATE' });
  if (record === null) return refuse(deadLink());
  if (!applicantMayWithdraw(record.stage)) {
    const message =
      record.stage === 'WITHDRAWN'
        ? 'This application has been withdrawn already.'
        : 'A decision has been made on this application, so it cannot be withdrawn here. Tell the organisation directly.';
    return refuse({ code: record.stage === 'WITHDRAWN' ? 'APPLICATION_ENDED' : 'DECISION_MADE', message });
  }
  return end(unit, record, { kind: 'CANDIDATE' }, textOrNull(reason));
}
