/** Why this file exists: a file of evidence is opened by a short link, and taken back: removed before a review, kept and closed after it. */
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import {
  fileById,
  LINK_SECONDS,
  makeLink,
  mayRead,
  removeFile,
  withdrawFile,
  type FileId,
  type StoredFileRecord,
} from '../../files/index.js';
import { refuseShortReason } from '../domain/reason.js';
import { takeAssessment } from '../store/assessment.store.js';
import { assessmentTable } from '../store/assessment.tables.js';
import { assessmentOfFile } from '../store/evidence-file.store.js';
import { evidenceFileTable } from '../store/evidence-file.tables.js';
import { inInput } from './input-field.js';

const noFile = (): Problem => notFound('file', 'input.fileId');

export interface OpenedFile {
  /** Path of the server, with the link. */
  readonly link: string;
  readonly expiresAt: string;
}

/** Gives the actor a link to a file that they may read, and records it. */
export async function openEvidenceFile(
  unit: Unit,
  input: { readonly fileId: FileId },
): Promise<Outcome<OpenedFile, Problem>> {
  const file = await fileById(unit, input.fileId);
  const memberId = unit.actor?.memberId;
  if (file === null || memberId === undefined || !(await mayRead(unit, file))) return refuse(noFile());
  const link = makeLink({ organisationId: unit.organisationId, fileId: file.id, memberId }, unit.now);
  unit.record({ type: 'FileOpened', entity: 'StoredFile', entityId: file.id, data: { state: file.state } });
  return ok({ link, expiresAt: new Date(unit.now.getTime() + LINK_SECONDS * 1000).toISOString() });
}

export interface TakenBack {
  readonly fileId: FileId;
  /** True when something rests on it, so that its bytes stay. */
  readonly isKept: boolean;
}
type Taken = Outcome<TakenBack, Problem>;

async function keepWithdrawn(unit: Unit, file: StoredFileRecord, reason: string): Promise<Taken> {
  if (file.state === 'WITHDRAWN')
    return refuse({
      code: 'FILE_WITHDRAWN_ALREADY',
      message: 'This file was withdrawn already.',
      field: 'input.fileId',
    });
  const short = refuseShortReason(reason);
  if (short !== null) return refuse(inInput(short));
  await withdrawFile(unit, file, reason.trim());
  return ok({ fileId: file.id, isKept: true });
}

/**
 * Takes back a file that the actor sent in. While its claim waits, the claim gets a new version with it, so that nobody confirms what they
 * saw before. Once somebody reviewed the claim, the file stays under what was decided on it.
 */
export async function withdrawEvidenceFile(
  unit: Unit,
  input: { readonly fileId: FileId; readonly reason?: string | null },
): Promise<Taken> {
  const ownerId = await assessmentOfFile(unit, input.fileId);
  const assessment = ownerId === null ? null : await takeAssessment(unit, ownerId);
  const file = await fileById(unit, input.fileId);
  if (file === null || file.uploadedBy !== unit.actor?.memberId) return refuse(noFile());
  if (assessment !== null && assessment.state !== 'PROPOSED') return keepWithdrawn(unit, file, input.reason ?? '');
  if (assessment !== null) {
    const { id, version } = assessment;
    await unit.change(assessmentTable, { id, version }, {});
    await unit.remove(evidenceFileTable, { fileId: file.id });
  }
  await removeFile(unit, file, input.reason ?? null);
  return ok({ fileId: file.id, isKept: false });
}
