/** Why this file exists: the tables of assessments: the claim, what happened to it, and the evidence behind it. */
import type { MemberId, PersonId } from '../../../platform/access/index.js';
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { frameworkVersionTable, skillTable } from '../../frameworks/data.js';
import type { EvidenceClass, EvidenceTypeKey, FrameworkVersionId, Level, SkillKey } from '../../frameworks/index.js';
import { memberTable } from '../../identity/index.js';
import { personTable } from '../../people/data.js';
import type { AssessmentId, AssessmentSource, AssessmentState } from '../domain/assessment.js';
import type { RatedItemKind } from '../domain/interview-evidence.js';

/** One rating behind a level that came from an interview. */
export interface RatingProvenance {
  readonly item: string;
  readonly itemKind: RatedItemKind;
  readonly interviewerId: PersonId;
  /** On the anchors of the item, 1..5; `null` = not assessed. */
  readonly rating: Level | null;
}
/** Where a level that came from an interview was seen. */
export interface InterviewProvenance {
  readonly applicationId: string;
  /** What the requisition asked for, which rating 3 meets. */
  readonly requiredLevel: Level;
  /** Interviews in which it was rated, sorted. */
  readonly interviewIds: readonly string[];
  /** Scorecards that hold the ratings, sorted; may be empty. */
  readonly scorecardIds: readonly string[];
  /** Distinct interviewers whose rating counted, sorted. */
  readonly raterIds: readonly PersonId[];
  readonly ratings: readonly RatingProvenance[];
}

export interface AssessmentRecord {
  readonly id: AssessmentId;
  readonly personId: PersonId;
  readonly skillKey: SkillKey;
  /** The version whose evidence types and indicators were in force when the claim was made. */
  readonly frameworkVersionId: FrameworkVersionId;
  /** `null` exactly for an exemption. */
  readonly proposedLevel: Level | null;
  readonly source: AssessmentSource;
  /** Class of the best evidence; `null` exactly for an exemption. */
  readonly evidenceClass: EvidenceClass | null;
  readonly validOn: string;
  readonly recordedAt: string;
  readonly expiresOn: string | null;
  /** The member who recorded it; `null` when the product did. */
  readonly claimantMemberId: MemberId | null;
  /** Whose claim it is; `null` when no employee stands behind it. */
  readonly claimantPersonId: PersonId | null;
  /** Present for interviews. */
  readonly provenance: InterviewProvenance | null;
  readonly supersedesId: AssessmentId | null;
  /** State after the last event. */
  readonly state: AssessmentState;
  /** The confirmed level once there was a confirmation, the proposed one before. */
  readonly level: Level | null;
  readonly version: number;
}

export const assessmentTable = defineTable<AssessmentRecord>('assessment', {
  columns: {
    id: column('uuid'),
    personId: column('uuid'),
    skillKey: column('text'),
    frameworkVersionId: column('uuid'),
    proposedLevel: nullable('smallint'),
    source: column('text'),
    evidenceClass: nullable('smallint'),
    validOn: column('date'),
    recordedAt: column('timestamptz'),
    expiresOn: nullable('date'),
    claimantMemberId: nullable('uuid'),
    claimantPersonId: nullable('uuid'),
    provenance: nullable('jsonb'),
    supersedesId: nullable('uuid'),
    state: column('text'),
    level: nullable('smallint'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  foreignKeys: {
    assessment_person_fk: {
      columns: ['personId'],
      references: personTable,
      problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such person.', field: 'input.personId' },
    },
    assessment_skill_fk: { columns: ['skillKey'], references: skillTable },
    assessment_framework_fk: { columns: ['frameworkVersionId'], references: frameworkVersionTable },
    assessment_member_fk: { columns: ['claimantMemberId'], references: memberTable },
    assessment_claimant_fk: {
      columns: ['claimantPersonId'],
      references: personTable,
      problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such person.', field: 'input.peerId' },
    },
  },
  checks: {
    assessment_source_ck: `source IN ('SELF', 'PEER', 'MANAGER', 'INTERVIEW', 'ARTEFACT', 'SIGNED')`,
    assessment_state_ck: `state IN ('PROPOSED', 'CONFIRMED', 'REJECTED', 'REVOKED', 'EXEMPT', 'EXPIRED')`,
    assessment_level_ck:
      'proposed_level BETWEEN 1 AND 5 AND level BETWEEN 1 AND proposed_level AND evidence_class BETWEEN 1 AND 5',
    assessment_exempt_ck: `(proposed_level IS NULL) = (evidence_class IS NULL) AND (proposed_level IS NULL) = (level IS NULL) AND (proposed_level IS NOT NULL OR state IN ('EXEMPT', 'REVOKED'))`,
    assessment_expiry_ck: 'expires_on > valid_on',
    assessment_self_ck: `source <> 'SELF' OR state NOT IN ('CONFIRMED', 'EXPIRED')`,
    assessment_interview_ck: `source <> 'INTERVIEW' OR provenance IS NOT NULL`,
    assessment_version_ck: 'version > 0',
  },
  indexes: {
    assessment_person_ix: { columns: ['personId', 'skillKey', 'validOn'] },
    assessment_supersedes_ix: { columns: ['supersedesId'], where: 'supersedes_id IS NOT NULL' },
    assessment_proposed_ix: { columns: ['personId', 'recordedAt'], where: `state = 'PROPOSED'` },
  },
});

const ofAssessment = { columns: ['assessmentId'], references: assessmentTable } as const;

/** What happened to a claim; the first event is the claim itself. Rows are only ever added. */
export interface AssessmentEventRecord {
  readonly assessmentId: AssessmentId;
  /** 1 for the claim, then counting up. */
  readonly seq: number;
  readonly state: AssessmentState;
  /** The level confirmed by this event; `null` for every other event. */
  readonly level: Level | null;
  readonly at: string;
  /** `null` when time or the product did it. */
  readonly byPersonId: PersonId | null;
  /** Always there for a rejection, a revocation and an exemption. */
  readonly reason: string | null;
}
export const assessmentEventTable = defineTable<AssessmentEventRecord>(
  'assessment_event',
  {
    columns: {
      assessmentId: column('uuid'),
      seq: column('integer'),
      state: column('text'),
      level: nullable('smallint'),
      at: column('timestamptz'),
      byPersonId: nullable('uuid'),
      reason: nullable('text'),
    },
    primaryKey: ['assessmentId', 'seq'],
    foreignKeys: {
      assessment_event_assessment_fk: ofAssessment,
      assessment_event_person_fk: { columns: ['byPersonId'], references: personTable },
    },
    checks: {
      assessment_event_seq_ck: `seq > 0 AND (seq = 1) = (state IN ('PROPOSED', 'EXEMPT'))`,
      assessment_event_state_ck: `state IN ('PROPOSED', 'CONFIRMED', 'REJECTED', 'REVOKED', 'EXEMPT', 'EXPIRED')`,
      assessment_event_level_ck: `(state = 'CONFIRMED') = (level IS NOT NULL) AND (level IS NULL OR level BETWEEN 1 AND 5)`,
      assessment_event_reason_ck: `state NOT IN ('REJECTED', 'REVOKED', 'EXEMPT') OR reason IS NOT NULL`,
    },
  },
  { access: ['INSERT'] },
);

export interface AssessmentEvidenceRecord {
  readonly id: Id<'AssessmentEvidence'>;
  readonly assessmentId: AssessmentId;
  /** Order within the assessment, from 1. */
  readonly position: number;
  readonly typeKey: EvidenceTypeKey;
  readonly title: string;
  readonly link: string | null;
  /** Day on which the work was done. */
  readonly occurredOn: string;
  readonly addedAt: string;
}
export const assessmentEvidenceTable = defineTable<AssessmentEvidenceRecord>(
  'assessment_evidence',
  {
    columns: {
      id: column('uuid'),
      assessmentId: column('uuid'),
      position: column('integer'),
      typeKey: column('text'),
      title: column('text'),
      link: nullable('text'),
      occurredOn: column('date'),
      addedAt: column('timestamptz'),
    },
    primaryKey: ['id'],
    unique: {
      assessment_evidence_position_uq: {
        columns: ['assessmentId', 'position'],
        problem: { code: 'ALREADY_EXISTS', message: 'Evidence was added at the same moment. Try again.' },
      },
    },
    foreignKeys: { assessment_evidence_assessment_fk: ofAssessment },
  },
  { access: ['INSERT'] },
);
