/** Why this file exists: assessments in and out of the database; a claim is written once, and what happens to it is added beside it. */
import type { MemberId, PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { StoredFileRecord } from '../../files/index.js';
import type { EvidenceClass, FrameworkVersionId, SkillKey } from '../../frameworks/index.js';
import type { Assessment, AssessmentHistory, AssessmentId, EvidenceItem, StateEvent } from '../domain/assessment.js';
import { momentMs } from '../domain/calendar.js';
import type { AssessmentChange } from '../domain/review.js';
import {
  assessmentEventTable,
  assessmentEvidenceTable,
  assessmentTable,
  type AssessmentEventRecord,
  type AssessmentEvidenceRecord,
  type AssessmentRecord,
  type InterviewProvenance,
} from './assessment.tables.js';

export type StoredEvent = Omit<AssessmentEventRecord, 'assessmentId'>;
/** A file as it is shown beside its piece of evidence. */
export type ShownFile = Omit<StoredFileRecord, 'storageKey' | 'uploadedAt' | 'state' | 'withdrawnBy'> & {
  readonly attachedAt: string;
};
export type StoredEvidence = Omit<AssessmentEvidenceRecord, 'assessmentId'> & { readonly files: readonly ShownFile[] };
/** A claim with everything that happened to it, oldest first, and its evidence in order. */
export interface StoredAssessment extends AssessmentRecord {
  readonly events: readonly StoredEvent[];
  readonly evidence: readonly StoredEvidence[];
}

/** The columns of a whole assessment, from `assessment a`. */
export const ASSESSMENT_COLUMNS = `
  a.id, a.person_id as "personId", a.skill_key as "skillKey", a.framework_version_id as "frameworkVersionId",
  a.proposed_level as "proposedLevel", a.source, a.evidence_class as "evidenceClass", a.valid_on as "validOn",
  a.recorded_at as "recordedAt", a.expires_on as "expiresOn", a.claimant_member_id as "claimantMemberId",
  a.claimant_person_id as "claimantPersonId", a.provenance, a.supersedes_id as "supersedesId", a.state, a.level, a.version,
  (select json_agg(json_build_object('seq', e.seq, 'state', e.state, 'level', e.level, 'at', e.at, 'byPersonId', e.by_person_id,
     'reason', e.reason) order by e.seq)
     from assessment_event e where e.organisation_id = a.organisation_id and e.assessment_id = a.id) as events,
  coalesce((select json_agg(json_build_object('id', v.id, 'position', v.position, 'typeKey', v.type_key, 'title', v.title, 'link', v.link,
     'occurredOn', v.occurred_on, 'addedAt', v.added_at, 'files', coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name,
       'contentType', s.content_type, 'bytes', s.bytes, 'sha256', s.sha256, 'attachedAt', f.attached_at, 'uploadedBy', s.uploaded_by,
       'withdrawnAt', s.withdrawn_at, 'withdrawalReason', s.withdrawal_reason) order by s.id)
       from evidence_file f join stored_file s on s.organisation_id = f.organisation_id and s.id = f.file_id
      where f.organisation_id = v.organisation_id and f.evidence_id = v.id), '[]'::json)) order by v.position)
     from assessment_evidence v where v.organisation_id = a.organisation_id and v.assessment_id = a.id), '[]'::json) as evidence`;

/** All assessments of these people, newest claim first within a skill. */
export const assessmentsOf = (unit: Unit, personIds: readonly PersonId[]): Promise<StoredAssessment[]> =>
  unit.rows<StoredAssessment>(
    `select ${ASSESSMENT_COLUMNS} from assessment a where a.organisation_id = $1 and a.person_id = any($2::uuid[])
      order by a.person_id, a.skill_key, a.valid_on desc, a.recorded_at desc, a.id desc`,
    [personIds],
  );

export const assessmentsById = (unit: Unit, ids: readonly string[]): Promise<StoredAssessment[]> =>
  unit.rows<StoredAssessment>(
    `select ${ASSESSMENT_COLUMNS} from assessment a where a.organisation_id = $1 and a.id = any($2::uuid[])`,
    [ids],
  );

/** One assessment, its row locked until the end of the unit; `null` when there is none. */
export async function takeAssessment(unit: Unit, id: AssessmentId): Promise<StoredAssessment | null> {
  const locked = await unit.findOne(assessmentTable, { id }, { lock: 'UPDATE' });
  return locked === null ? null : ((await assessmentsById(unit, [id]))[0] ?? null);
}

const evidenceOf = ({ typeKey, title, link, occurredOn }: StoredEvidence): EvidenceItem => ({
  type: typeKey,
  title,
  link,
  occurredOn,
});

const laterEvent = ({ seq, state, level, byPersonId, reason, at }: StoredEvent): readonly StateEvent[] =>
  state === 'PROPOSED' || state === 'EXEMPT'
    ? []
    : [{ version: seq, to: state, level, byId: byPersonId, reason, recordedAt: at }];

/**
 * The record as the domain reads it.
 * A claim behind which no employee stands counts as made by the person: neither may be the one who confirms it.
 * @param knownAt leaves out evidence that was added later; ISO instant or date, absent for all of it
 */
export function historyOf(stored: StoredAssessment, knownAt?: string): AssessmentHistory {
  const first = stored.events.find(({ seq }) => seq === 1);
  const limit = knownAt === undefined ? Infinity : momentMs(knownAt);
  return {
    claim: {
      id: stored.id,
      personId: stored.personId,
      skill: stored.skillKey,
      proposedLevel: stored.proposedLevel,
      source: stored.source,
      evidenceClass: stored.evidenceClass,
      evidence: stored.evidence.filter(({ addedAt }) => momentMs(addedAt) <= limit).map(evidenceOf),
      validOn: stored.validOn,
      recordedAt: stored.recordedAt,
      expiresOn: stored.expiresOn,
      claimantId: stored.claimantPersonId ?? stored.personId,
      supersedes: stored.supersedesId,
      initialState: stored.proposedLevel === null ? 'EXEMPT' : 'PROPOSED',
      exemptionReason: stored.proposedLevel === null ? (first?.reason ?? null) : null,
    },
    events: stored.events.flatMap(laterEvent),
  };
}

/** What the database keeps of a new assessment beside the claim itself. */
export interface NewAssessmentFacts {
  readonly frameworkVersionId: FrameworkVersionId;
  readonly claimantMemberId: MemberId | null;
  readonly claimantPersonId: PersonId | null;
  readonly provenance: InterviewProvenance | null;
}
/** A new assessment and the changes that happened to it in the same moment, oldest first. */
export interface NewAssessment {
  readonly assessment: Assessment;
  readonly changes: readonly StateEvent[];
  readonly facts: NewAssessmentFacts;
}

const recordOf = ({ assessment: a, facts }: NewAssessment): AssessmentRecord => ({
  id: a.id,
  personId: a.personId,
  skillKey: a.skill,
  ...facts,
  proposedLevel: a.proposedLevel,
  source: a.source,
  evidenceClass: a.evidenceClass,
  validOn: a.validOn,
  recordedAt: a.recordedAt,
  expiresOn: a.expiresOn,
  supersedesId: a.supersedes,
  state: a.state,
  level: a.level,
  version: 1,
});

const eventRecord = (assessmentId: AssessmentId, e: StateEvent): AssessmentEventRecord => ({
  assessmentId,
  seq: e.version,
  state: e.to,
  level: e.level,
  at: e.recordedAt,
  byPersonId: e.byId,
  reason: e.reason,
});

const claimEvent = ({ assessment: a, facts }: NewAssessment): AssessmentEventRecord => ({
  assessmentId: a.id,
  seq: 1,
  state: a.initialState,
  level: null,
  at: a.recordedAt,
  byPersonId: facts.claimantPersonId,
  reason: a.exemptionReason,
});

/** Evidence rows for the pieces given, numbered from `from`. */
const evidenceRecords = (
  assessmentId: AssessmentId,
  evidence: readonly EvidenceItem[],
  from: number,
  addedAt: string,
): AssessmentEvidenceRecord[] =>
  evidence.map((e, i) => ({
    id: newId<'AssessmentEvidence'>(),
    assessmentId,
    position: from + i,
    typeKey: e.type,
    title: e.title,
    link: e.link,
    occurredOn: e.occurredOn,
    addedAt,
  }));

/** Writes any number of new assessments in three statements. */
export async function insertAssessments(unit: Unit, all: readonly NewAssessment[]): Promise<void> {
  await unit.insert(assessmentTable, all.map(recordOf));
  await unit.insert(
    assessmentEventTable,
    all.flatMap((one) => [claimEvent(one), ...one.changes.map((e) => eventRecord(one.assessment.id, e))]),
  );
  await unit.insert(
    assessmentEvidenceTable,
    all.flatMap(({ assessment: a }) => evidenceRecords(a.id, a.evidence, 1, a.recordedAt)),
  );
}

/** Appends what happened to an assessment. @returns false when somebody else was first */
export async function appendChange(
  unit: Unit,
  { id, version }: Pick<AssessmentRecord, 'id' | 'version'>,
  { assessment, event }: AssessmentChange,
): Promise<boolean> {
  const { state, level } = assessment;
  if (!(await unit.change(assessmentTable, { id, version }, { state, level }))) return false;
  await unit.insert(assessmentEventTable, [eventRecord(id, event)]);
  return true;
}

/** Adds evidence to an open claim, whose class it may raise. @returns false when somebody else was first */
export async function appendEvidence(
  unit: Unit,
  stored: StoredAssessment,
  evidence: readonly EvidenceItem[],
  evidenceClass: EvidenceClass,
): Promise<boolean> {
  const { id, version } = stored;
  if (!(await unit.change(assessmentTable, { id, version }, { evidenceClass }))) return false;
  const from = stored.evidence.length + 1;
  await unit.insert(assessmentEvidenceTable, evidenceRecords(id, evidence, from, unit.now.toISOString()));
  return true;
}

/** True when the assessment is one of this person and skill. */
export const isAbout = (stored: StoredAssessment | null, personId: PersonId, skill: SkillKey): boolean =>
  stored !== null && stored.personId === personId && stored.skillKey === skill;
