/** Why this file exists: what applicants read of their own application by its link: where it stands, what comes next, what is kept about them. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { defineLoader } from '../../../platform/graphql/index.js';
import { currentOrganisation } from '../../tenancy/index.js';
import type { AnswerPromiseObject, ApplicationStatusObject, StatusLinkObject } from '../api/public.types.js';
import { applicantMayWithdraw, maskedEmail, maskedPhone, stageForApplicant } from '../domain/applicant-view.js';
import type { ApplicationId, ApplicationStage } from '../domain/application.js';
import type { RequisitionRecord } from '../store/requisition.tables.js';
import type { CandidateRecord, WithdrawnBy } from '../store/application.tables.js';
import { askedInWords } from './public-words.js';

/** The stage that an applicant sees, in SQL (alias `a`). */
const SHOWN = `(case when a.stage = 'HIRED' then 'DECIDED' else a.stage end)`;
/** The newest promise made at that stage (alias `p`). */
const PROMISE = `left join lateral (select answer_on, made_at from answer_promise x
    where x.organisation_id = a.organisation_id and x.application_id = a.id and x.stage = ${SHOWN}
    order by x.made_at desc, x.id desc limit 1) p on true`;

interface Row {
  readonly applicationId: ApplicationId;
  readonly stage: ApplicationStage;
  readonly withdrawnBy: WithdrawnBy | null;
  readonly expiresAt: string;
  readonly answerOn: string | null;
  readonly requisition: Pick<RequisitionRecord, 'id' | 'jobRoleVersionId' | 'title'>;
  readonly candidate: Omit<CandidateRecord, 'id' | 'referrerId' | 'addedById' | 'version'> & {
    readonly personId: PersonId | null;
  };
}

const STATUS = `select a.id as "applicationId", a.stage, a.withdrawn_by as "withdrawnBy", l.expires_at as "expiresAt", p.answer_on as "answerOn",
    json_build_object('id', q.id, 'jobRoleVersionId', q.job_role_version_id, 'title', q.title) as requisition,
    json_build_object('displayName', c.display_name, 'headline', c.headline, 'email', c.email, 'phone', c.phone, 'source', c.source,
      'consentedOn', c.consented_on, 'keepUntil', c.keep_until, 'createdAt', c.created_at) as candidate
  from status_link l
  join application a on a.organisation_id = l.organisation_id and a.id = l.application_id
  join requisition q on q.organisation_id = a.organisation_id and q.id = a.requisition_id
  join candidate c on c.organisation_id = a.organisation_id and c.id = a.candidate_id
  ${PROMISE}
 where l.organisation_id = $1 and l.token_hash = $2 and l.revoked_at is null and l.expires_at > $3`;

const steps = (unit: Unit, id: ApplicationId) =>
  unit.rows<{ stage: ApplicationStage; at: string }>(
    `select to_stage as stage, at from application_stage_change
      where organisation_id = $1 and application_id = $2 and to_stage <> 'HIRED' order by at, id`,
    [id],
  );

const dataOf = ({ candidate }: Row): ApplicationStatusObject['data'] => ({
  displayName: candidate.displayName,
  headline: candidate.headline === '' ? null : candidate.headline,
  email: maskedEmail(candidate.email),
  phone: maskedPhone(candidate.phone),
  source: candidate.source,
  receivedAt: candidate.createdAt,
  consentedOn: candidate.consentedOn,
  keepUntil: candidate.keepUntil,
});

/** The status behind a token; `null` when it is unknown, expired or revoked, which is one statement and one answer. */
export async function applicationStatus(unit: Unit, tokenHash: string): Promise<ApplicationStatusObject | null> {
  const row = await unit.one<Row>(STATUS, [tokenHash, unit.now.toISOString()]);
  const organisation = row === null ? null : await currentOrganisation(unit);
  if (row === null || organisation === null) return null;
  const asked = await askedInWords(unit, row.requisition);
  const stage = stageForApplicant(row.stage);
  return {
    requisitionTitle: row.requisition.title,
    organisationName: organisation.name,
    stage,
    steps: await steps(unit, row.applicationId),
    answerOn: row.answerOn,
    withdrawnBy: row.withdrawnBy,
    mayWithdraw: applicantMayWithdraw(stage),
    requirements: asked?.requirements ?? [],
    data: dataOf(row),
    linkExpiresAt: row.expiresAt,
    organisationId: unit.organisationId,
    requisitionId: row.requisition.id,
    applicationId: row.applicationId,
  };
}

/** Links that work now, by application. No row policy: the application itself was seen. */
export const statusLinkLoader = defineLoader<StatusLinkObject>('statusLink', async (unit, ids) => {
  const rows = await unit.rows<StatusLinkObject & { applicationId: string }>(
    `select id, application_id as "applicationId", created_at as "createdAt", expires_at as "expiresAt" from status_link
      where organisation_id = $1 and application_id = any($2::uuid[]) and revoked_at is null and expires_at > $3`,
    [ids, unit.now.toISOString()],
  );
  return new Map(rows.map(({ applicationId, ...link }) => [applicationId, link]));
});

/** Promises that wait now, by application. No row policy: the application itself was seen. */
export const answerPromiseLoader = defineLoader<AnswerPromiseObject>('answerPromise', async (unit, ids) => {
  const rows = await unit.rows<AnswerPromiseObject & { applicationId: string }>(
    `select a.id as "applicationId", p.answer_on as "answerOn", p.made_at as "madeAt" from application a ${PROMISE}
      where a.organisation_id = $1 and a.id = any($2::uuid[]) and p.answer_on is not null`,
    [ids],
  );
  return new Map(rows.map(({ applicationId, ...promise }) => [applicationId, promise]));
});
