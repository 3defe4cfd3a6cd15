/** Why this file exists: whatever stops the embedded database from starting is told to a person in one sentence. */

/** Thrown by every function of this folder for a failure somebody can act on; the message is one sentence, without a stack to read. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** Code such as `EACCES` of a failed system call; `null` for any other error. */
export function systemCode(error: unknown): string | null {
  // not instanceof: an error of the system may come from another realm than this module
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The last line with text in the output of a program, without a full stop; "no output" when there is none. */
export function lastLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const found = lines.filter((line) => line !== '').at(-1);
  return found === undefined ? 'no output' : found.replace(/\.$/, '');
}

const BECAUSE: Readonly<Record<string, string>> = {
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota of this user is used up',
  ENOTDIR: 'there is a file where a folder is needed',
  EEXIST: 'there is a file where a folder is needed',
  ENOENT: 'its parent folder cannot be created',
  ELOOP: 'its links run in a circle',
  ENAMETOOLONG: 'the path is too long',
};

/** Turns a failed system call on the data folder into one sentence; errors that already are one pass unchanged. */
export function asFolderFailure(error: unknown, dataDir: string): unknown {
  const code = systemCode(error);
  if (error instanceof EmbeddedPostgresError || code === null) return error;
  const reason = BECAUSE[code] ?? `the system answered ${code}`;
  const path = failedPath(error) ?? dataDir;
  const where = path === dataDir ? '' : ` at ${path}`;
  return new EmbeddedPostgresError(
    `The data folder ${dataDir} cannot be written: ${reason}${where}; choose another folder or give this user access to it.`,
    { cause: error },
  );
}

function failedPath(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('path' in error)) return null;
  return typeof error.path === 'string' ? error.path : null;
}
