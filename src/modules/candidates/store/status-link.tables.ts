/** Why this file exists: links by which applicants follow their application, and the days by which they were promised an answer. */
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { ApplicationId, ApplicationStage } from '../domain/application.js';
import { applicationTable } from './application.tables.js';

export type StatusLinkId = Id<'StatusLink'>;

export interface StatusLinkRecord {
  readonly id: StatusLinkId;
  readonly applicationId: ApplicationId;
  /** SHA-256 of the token's secret; the secret itself is not kept. */
  readonly tokenHash: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

const raced = { code: 'ALREADY_EXISTS', message: 'Somebody made a status link at the same moment. Try again.' };

export const statusLinkTable = defineTable<StatusLinkRecord>('status_link', {
  columns: {
    id: column('uuid'),
    applicationId: column('uuid'),
    tokenHash: column('text'),
    createdAt: column('timestamptz'),
    expiresAt: column('timestamptz'),
    revokedAt: nullable('timestamptz'),
  },
  primaryKey: ['id'],
  unique: { status_link_token_uq: { columns: ['tokenHash'], problem: raced } },
  foreignKeys: { status_link_application_fk: { columns: ['applicationId'], references: applicationTable } },
  checks: { status_link_expiry_ck: 'expires_at > created_at' },
  indexes: {
    status_link_one_uq: { columns: ['applicationId'], unique: true, where: 'revoked_at IS NULL', problem: raced },
  },
});

/** What an applicant was told about the next answer. The newest one of the stage that the application is at counts. */
export interface AnswerPromiseRecord {
  readonly id: Id<'AnswerPromise'>;
  readonly applicationId: ApplicationId;
  /** The stage it was made at, as the applicant sees it. */
  readonly stage: ApplicationStage;
  /** YYYY-MM-DD. */
  readonly answerOn: string;
  readonly madeAt: string;
}

export const answerPromiseTable = defineTable<AnswerPromiseRecord>(
  'answer_promise',
  {
    columns: {
      id: column('uuid'),
      applicationId: column('uuid'),
      stage: column('text'),
      answerOn: column('date'),
      madeAt: column('timestamptz'),
    },
    primaryKey: ['id'],
    foreignKeys: { answer_promise_application_fk: { columns: ['applicationId'], references: applicationTable } },
    checks: { answer_promise_stage_ck: `stage IN ('APPLIED', 'SCREEN', 'INTERVIEWING', 'DEBRIEF', 'DECIDED')` },
    indexes: { answer_promise_application_ix: { columns: ['applicationId'] } },
  },
  { access: ['INSERT'] },
);
