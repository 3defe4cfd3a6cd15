/** Why this file exists: files are tied to the pieces of evidence that they were handed in with, and found by them. */
import type { Unit } from '../../../platform/database/index.js';
import type { Problem } from '../../../platform/outcome/index.js';
import { holdFiles, type FileId } from '../../files/index.js';
import type { AssessmentId } from '../domain/assessment.js';
import type { AssessmentEvidenceRecord } from './assessment.tables.js';
import { evidenceFileTable } from './evidence-file.tables.js';

interface WithFiles {
  readonly fileIds?: readonly FileId[] | null;
}
type Place = Pick<AssessmentEvidenceRecord, 'id' | 'position'>;

const PIECES = `select id, position from assessment_evidence where organisation_id = $1 and assessment_id = $2 and position >= $3`;

/**
 * Ties files that wait to the pieces of evidence just written, in their order.
 * @param from  position of the first piece
 * @returns     what is wrong with the files named, or `null`
 */
export async function attachFiles(
  unit: Unit,
  assessmentId: AssessmentId,
  from: number,
  pieces: readonly WithFiles[],
): Promise<Problem | null> {
  if (pieces.every(({ fileIds }) => (fileIds ?? []).length === 0)) return null;
  const written = await unit.rows<Place>(PIECES, [assessmentId, from]);
  const attachedAt = unit.now.toISOString();
  const attached: FileId[] = [];
  for (const [index, { fileIds }] of pieces.entries()) {
    const evidenceId = written.find(({ position }) => position === from + index)?.id;
    const ids = fileIds ?? [];
    const missing = await holdFiles(unit, ids, `input.evidence.${index}.fileIds`);
    if (missing !== null || evidenceId === undefined) return missing;
    await unit.insert(
      evidenceFileTable,
      ids.map((fileId) => ({ fileId, evidenceId, attachedAt })),
    );
    attached.push(...ids);
  }
  unit.record({
    type: 'EvidenceFilesAttached',
    entity: 'Assessment',
    entityId: assessmentId,
    data: { files: attached },
  });
  return null;
}

const OWNER = `
select v.assessment_id as id from evidence_file f
  join assessment_evidence v on v.organisation_id = f.organisation_id and v.id = f.evidence_id
 where f.organisation_id = $1 and f.file_id = $2`;

/** The assessment whose evidence carries a file; `null` for none. */
export async function assessmentOfFile(unit: Unit, fileId: FileId): Promise<AssessmentId | null> {
  return (await unit.one<{ id: AssessmentId }>(OWNER, [fileId]))?.id ?? null;
}
