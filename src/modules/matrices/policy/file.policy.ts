/** Why this file exists: who reads a level and its evidence reads the files behind it; a withdrawn one is left to auditors. */
import { reaches } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { setFileReader, type StoredFileRecord } from '../../files/index.js';
import { assessmentsById } from '../store/assessment.store.js';
import { assessmentOfFile } from '../store/evidence-file.store.js';
import { isWithin, reachOf } from './reach.js';
import { isReviewer, readable } from './review.policy.js';

/** Whether the actor may read a file of evidence now: the claim is one they see, and about or by somebody within their reach. */
export async function mayReadEvidence(unit: Unit, file: StoredFileRecord): Promise<boolean> {
  const { actor } = unit;
  if (actor === null) return false;
  if (file.state === 'WITHDRAWN' && !reaches(actor, 'evidence-file:read', 'ALL')) return false;
  const id = await assessmentOfFile(unit, file.id);
  const [assessment] = id === null ? [] : await readable(unit, await assessmentsById(unit, [id]));
  if (assessment === undefined) return false;
  if (isWithin(await reachOf(unit, 'evidence-file:read'), assessment.personId)) return true;
  if (reaches(actor, 'evidence-file:read', 'OWN') && file.uploadedBy === actor.memberId) return true;
  return assessment.state === 'PROPOSED' && isReviewer(unit, assessment);
}

setFileReader(mayReadEvidence);
