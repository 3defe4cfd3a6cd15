/** Why this file exists: the table that says which files a piece of evidence carries. */
import { column, defineTable } from '../../../platform/database/index.js';
import { storedFileTable, type FileId } from '../../files/index.js';
import { assessmentEvidenceTable, type AssessmentEvidenceRecord } from './assessment.tables.js';

export interface EvidenceFileRecord {
  readonly fileId: FileId;
  readonly evidenceId: AssessmentEvidenceRecord['id'];
  readonly attachedAt: string;
}

/** A row goes only while the claim waits for its review; afterwards a file is withdrawn and stays. */
export const evidenceFileTable = defineTable<EvidenceFileRecord>(
  'evidence_file',
  {
    columns: { fileId: column('uuid'), evidenceId: column('uuid'), attachedAt: column('timestamptz') },
    primaryKey: ['fileId'],
    foreignKeys: {
      evidence_file_file_fk: { columns: ['fileId'], references: storedFileTable },
      evidence_file_evidence_fk: { columns: ['evidenceId'], references: assessmentEvidenceTable },
    },
    indexes: { evidence_file_evidence_ix: { columns: ['evidenceId'] } },
  },
  { access: ['INSERT', 'DELETE'] },
);
