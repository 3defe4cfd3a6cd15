/** Why this file exists: what stops a backup or a restore is told in one sentence that names what to do. */
import { OperatorError } from '../outcome/operator-error.js';

/** Thrown for everything an operator can act on; the message is for a person. */
export class BackupError extends OperatorError {}

/** A file whose content is not what was written. */
export class DamagedFile extends BackupError {}

const BECAUSE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota of this user is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** A failed system call on a file in one sentence; anything else unchanged. */
export function asFileFailure(error: unknown, file: string, act: 'read' | 'written'): unknown {
  const because = BECAUSE[codeOf(error)];
  if (error instanceof BackupError || because === undefined) return error;
  return new BackupError(`The file ${file} cannot be ${act}: ${because}. Choose another file.`, { cause: error });
}

/** What the unpacking of a damaged file throws, in one sentence; anything else unchanged. */
export function asDamage(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === 'Z_BUF_ERROR')
    return new BackupError(`The file ${file} is cut short: take another copy of this backup, or an earlier one.`);
  if (code.startsWith('Z_'))
    return new DamagedFile(`The file ${file} is damaged: take another copy of this backup, or an earlier one.`);
  return asFileFailure(error, file, 'read');
}

/** What the database refuses while a backup is written or loaded, in one sentence; anything else unchanged. */
export function asRefusal(error: unknown): unknown {
  const code = codeOf(error);
  if (code === '55P03')
    return new BackupError('Something else holds tables of the database: stop what uses it, then run this again.');
  if (code === '53100')
    return new BackupError('The disk of the database is full: nothing was changed. Make room, then run this again.');
  const constraint =
    typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';
  if (code.startsWith('23'))
    return new BackupError(
      `The backup breaks the rule ${constraint} of the database: nothing was changed. Take an earlier backup.`,
    );
  return error;
}
