/** Why this file exists: what a file is, is told by its content, and only a content that is one thing alone is taken. */
import { fileTypeFromBuffer } from 'file-type';
import { ok, refuse, type Outcome, type Problem } from '../outcome/index.js';
import { CONTENT_TYPES, TAKEN_TYPES, type ContentType } from './content-types.js';
import { FileBytes } from './file-bytes.js';
import { unsafe, type Finding } from './findings.js';
import { lookAtOffice } from './office.js';
import { lookAtPdf, lookAtText } from './papers.js';
import { lookAtJpeg, lookAtPng } from './pictures.js';
import { filesProblems } from './problems.js';

const HEAD = 4_100;
const ZIP = /^application\/(?:zip|vnd\.(?:openxmlformats-officedocument|ms-(?:word|excel|powerpoint)))/;
/** Told by two letters with which a text may begin as well. */
const WEAK = ['image/bmp'];

const problem = (code: keyof typeof filesProblems, message: string): Problem => ({ code, message });
const notSafe = (because: string): Problem => problem('FILE_NOT_SAFE', `The file ${because}.`);
const differs = (declared: ContentType): Problem =>
  problem(
    'FILE_TYPE_DIFFERS',
    `The file was sent as ${CONTENT_TYPES[declared].words}, and its content is something else. Only ${TAKEN_TYPES} are taken.`,
  );

interface Looked {
  readonly type: ContentType | null;
  readonly finding: Finding;
}

async function lookAt(path: string, bytes: FileBytes): Promise<Looked> {
  const found = await fileTypeFromBuffer(await bytes.at(0, HEAD)).catch(() => undefined);
  const mime = found === undefined || WEAK.includes(found.mime) ? 'text/plain' : found.mime;
  if (ZIP.test(mime)) return lookAtOffice(path);
  if (await bytes.isZipAtEnd()) return { type: null, finding: unsafe('is a zip file as well: export it anew') };
  if (mime === 'application/pdf') return { type: mime, finding: await lookAtPdf(bytes) };
  if (mime === 'image/png') return { type: mime, finding: await lookAtPng(bytes) };
  if (mime === 'image/jpeg') return { type: mime, finding: await lookAtJpeg(bytes) };
  if (mime === 'text/plain') return { type: mime, finding: await lookAtText(bytes) };
  return { type: null, finding: null };
}

/** A text that was sent as CSV is CSV: no content tells the two apart. */
const isDeclared = (found: ContentType, declared: ContentType): boolean =>
  found === declared || (found === 'text/plain' && declared === 'text/csv');

/**
 * Whether a file is what it was sent as, and safe to hand on.
 * @param path  a file that nobody else writes to
 */
export async function inspectFile(path: string, declared: ContentType): Promise<Outcome<ContentType, Problem>> {
  const bytes = await FileBytes.open(path);
  try {
    if (bytes.size === 0) return refuse(problem('FILE_EMPTY', 'The file is empty. Send one that has content.'));
    const { type, finding } = await lookAt(path, bytes);
    if (finding !== null) return refuse(notSafe(finding.because));
    return type !== null && isDeclared(type, declared) ? ok(declared) : refuse(differs(declared));
  } finally {
    await bytes.close();
  }
}
