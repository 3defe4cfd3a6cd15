/** Why this file exists: whatever stops a command, the operator reads one clear sentence and no stack. */
import { ConfigError } from '../platform/config/index.js';
import { EmbeddedPostgresError } from '../platform/embedded-postgres/index.js';
import { isUnavailable } from '../platform/database/sqlstate.js';
import { OperatorError } from '../platform/outcome/operator-error.js';
import { StartError } from '../start-error.js';

const code = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** One sentence for a person; text of libraries is shown only where nothing better is known. */
export function sentence(error: unknown, port?: number): string {
  const isSaid = [ConfigError, EmbeddedPostgresError, OperatorError, StartError].some((kind) => error instanceof kind);
  if (error instanceof Error && isSaid) return error.message;
  switch (code(error)) {
    case 'EADDRINUSE':
      return `Port ${port ?? ''} is taken by another program. Set PORT to a free one.`;
    case 'EADDRNOTAVAIL':
      return 'HOST is not an address of this machine.';
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return 'The data folder cannot be written. Set TWINLADDER_DATA to a folder of your own.';
    case '28P01':
    case '28000':
      return 'The database refused the user or the password of DATABASE_URL.';
    case '3D000':
      return 'The database named in DATABASE_URL does not exist.';
    case '42501':
      return 'The user of MIGRATION_DATABASE_URL (or DATABASE_URL) may not change the schema. Name the owner of the database there.';
    case 'ENOTFOUND':
      return 'The host named in DATABASE_URL cannot be found.';
    default:
  }
  if (isUnavailable(error)) return 'The database cannot be reached. Check that it runs and that DATABASE_URL is right.';
  return `Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}`;
}
