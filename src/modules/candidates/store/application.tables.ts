/** Why this file exists: candidates, their applications, the way each took, and closeness that somebody declared. */
import type { MemberId, PersonId } from '../../../platform/access/index.js';
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { memberTable } from '../../identity/index.js';
import { personTable } from '../../people/data.js';
import type { ApplicationId, ApplicationStage, CandidateId, DecidedAs } from '../domain/application.js';
import type { RequisitionId } from '../domain/requisition.js';
import { requisitionTable } from './requisition.tables.js';

export const CANDIDATE_SOURCES = ['DIRECT', 'REFERRAL', 'SOURCED', 'AGENCY', 'INTERNAL', 'OTHER'] as const;
export type CandidateSource = (typeof CANDIDATE_SOURCES)[number];

export interface CandidateRecord {
  readonly id: CandidateId;
  readonly displayName: string;
  /** What they do, in a few words; may be empty. */
  readonly headline: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** The employee behind the candidate; `null` for somebody from outside. */
  readonly personId: PersonId | null;
  readonly source: CandidateSource;
  readonly referrerId: PersonId | null;
  /** Who entered the record and may therefore read it before there is an application. */
  readonly addedById: PersonId | null;
  /** Day on which they agreed that their data are kept, YYYY-MM-DD; `null` when nobody wrote it down. */
  readonly consentedOn: string | null;
  /** Day until which they agreed, YYYY-MM-DD; `null` when none was agreed. */
  readonly keepUntil: string | null;
  readonly createdAt: string;
  readonly version: number;
}

export const candidateTable = defineTable<CandidateRecord>('candidate', {
  columns: {
    id: column('uuid'),
    displayName: column('text'),
    headline: column('text'),
    email: nullable('text'),
    phone: nullable('text'),
    personId: nullable('uuid'),
    source: column('text'),
    referrerId: nullable('uuid'),
    addedById: nullable('uuid'),
    consentedOn: nullable('date'),
    keepUntil: nullable('date'),
    createdAt: column('timestamptz'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  foreignKeys: {
    candidate_person_fk: { columns: ['personId'], references: personTable },
    candidate_referrer_fk: {
      columns: ['referrerId'],
      references: personTable,
      problem: {
        code: 'REFERENCE_NOT_FOUND',
        message: 'There is no such person. Name an employee as referrer.',
        field: 'input.referrerId',
      },
    },
    candidate_added_by_fk: { columns: ['addedById'], references: personTable },
  },
  checks: {
    candidate_source_ck: `source IN ('DIRECT', 'REFERRAL', 'SOURCED', 'AGENCY', 'INTERNAL', 'OTHER')`,
    candidate_name_ck: `length(btrim(display_name)) > 0`,
  },
  indexes: {
    candidate_person_uq: {
      columns: ['personId'],
      unique: true,
      where: 'person_id IS NOT NULL',
      problem: { code: 'ALREADY_EXISTS', message: 'You were entered as a candidate at the same moment. Try again.' },
    },
    candidate_referrer_ix: { columns: ['referrerId'], where: 'referrer_id IS NOT NULL' },
    candidate_added_by_ix: { columns: ['addedById'] },
  },
});

export type WithdrawnBy = 'CANDIDATE' | 'HIRING_TEAM';

export interface ApplicationRecord {
  readonly id: ApplicationId;
  readonly requisitionId: RequisitionId;
  readonly candidateId: CandidateId;
  readonly stage: ApplicationStage;
  /** Judgement: shown through the decision only, never with the application. */
  readonly decidedAs: DecidedAs | null;
  readonly appliedAt: string;
  readonly withdrawnBy: WithdrawnBy | null;
  readonly withdrawReason: string | null;
  readonly version: number;
}

export const applicationTable = defineTable<ApplicationRecord>('application', {
  columns: {
    id: column('uuid'),
    requisitionId: column('uuid'),
    candidateId: column('uuid'),
    stage: column('text'),
    decidedAs: nullable('text'),
    appliedAt: column('timestamptz'),
    withdrawnBy: nullable('text'),
    withdrawReason: nullable('text'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    application_candidate_uq: {
      columns: ['requisitionId', 'candidateId'],
      problem: {
        code: 'APPLIED_ALREADY',
        message: 'There is an application of this candidate on this requisition already. Read that one.',
        field: 'input.requisitionId',
      },
    },
  },
  foreignKeys: {
    application_requisition_fk: { columns: ['requisitionId'], references: requisitionTable },
    application_candidate_fk: { columns: ['candidateId'], references: candidateTable },
  },
  checks: {
    application_stage_ck: `stage IN ('APPLIED', 'SCREEN', 'INTERVIEWING', 'DEBRIEF', 'DECIDED', 'HIRED', 'WITHDRAWN')`,
    application_decided_ck: `decided_as IN ('ACCEPTED', 'DECLINED')`,
    application_decision_ck: `CASE WHEN stage = 'DECIDED' THEN decided_as IS NOT NULL WHEN stage = 'HIRED' THEN decided_as = 'ACCEPTED' WHEN stage = 'WITHDRAWN' THEN TRUE ELSE decided_as IS NULL END`,
    application_withdrawn_ck: `(stage = 'WITHDRAWN') = (withdrawn_by IS NOT NULL)`,
    application_withdrawn_by_ck: `withdrawn_by IN ('CANDIDATE', 'HIRING_TEAM')`,
  },
  indexes: { application_candidate_ix: { columns: ['candidateId'] } },
});

export interface ApplicationStageChangeRecord {
  readonly id: Id<'ApplicationStageChange'>;
  readonly applicationId: ApplicationId;
  /** `null` for the first one. */
  readonly fromStage: ApplicationStage | null;
  readonly toStage: ApplicationStage;
  readonly at: string;
  readonly byMemberId: MemberId | null;
  readonly note: string | null;
}

export const applicationStageChangeTable = defineTable<ApplicationStageChangeRecord>(
  'application_stage_change',
  {
    columns: {
      id: column('uuid'),
      applicationId: column('uuid'),
      fromStage: nullable('text'),
      toStage: column('text'),
      at: column('timestamptz'),
      byMemberId: nullable('uuid'),
      note: nullable('text'),
    },
    primaryKey: ['id'],
    foreignKeys: {
      application_stage_change_application_fk: { columns: ['applicationId'], references: applicationTable },
      application_stage_change_member_fk: { columns: ['byMemberId'], references: memberTable },
    },
    checks: {
      application_stage_change_ck: `to_stage IN ('APPLIED', 'SCREEN', 'INTERVIEWING', 'DEBRIEF', 'DECIDED', 'HIRED', 'WITHDRAWN')`,
    },
    indexes: { application_stage_change_application_ix: { columns: ['applicationId'] } },
  },
  { access: ['INSERT'] },
);

export const RELATION_KINDS = ['FAMILY', 'PARTNER', 'FRIEND', 'BUSINESS', 'OTHER'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Declared once, kept for ever: a conflict of interest is not lifted by its own subject. */
export interface DeclaredRelationRecord {
  readonly personId: PersonId;
  readonly candidateId: CandidateId;
  readonly kind: RelationKind;
  readonly declaredAt: string;
}

export const declaredRelationTable = defineTable<DeclaredRelationRecord>(
  'declared_relation',
  {
    columns: {
      personId: column('uuid'),
      candidateId: column('uuid'),
      kind: column('text'),
      declaredAt: column('timestamptz'),
    },
    primaryKey: ['personId', 'candidateId'],
    foreignKeys: {
      declared_relation_person_fk: {
        columns: ['personId'],
        references: personTable,
        problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such person.', field: 'input.personId' },
      },
      declared_relation_candidate_fk: { columns: ['candidateId'], references: candidateTable },
    },
    checks: { declared_relation_kind_ck: `kind IN ('FAMILY', 'PARTNER', 'FRIEND', 'BUSINESS', 'OTHER')` },
    indexes: { declared_relation_candidate_ix: { columns: ['candidateId'] } },
  },
  { access: ['INSERT'] },
);
