/** Why this file exists: the server settings that suit a small computer, and those that nobody may change. */
import { EmbeddedPostgresError } from './failure.js';
import { SOCKET_PORT } from './socket.js';

/** Settings of postgresql.conf by name, with their values as written there, for example `{ fsync: 'off' }`. */
export type PostgresSettings = Readonly<Record<string, string>>;

/** Sized for two cores and 2 GB. Statements and their values stay out of the log, because they hold personal data. */
const DEFAULTS: PostgresSettings = {
  shared_buffers: '128MB',
  max_connections: '60',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** Command line of the server. Whoever reaches the socket is trusted, hence no TCP port and a socket for its owner only. */
export function serverArguments(location: string, socketDir: string, settings: PostgresSettings): readonly string[] {
  const fixed: PostgresSettings = {
    listen_addresses: '',
    port: String(SOCKET_PORT),
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  const wrong = Object.keys(settings).find((name) => !/^[a-z][a-z0-9_.]*$/.test(name) || name in fixed);
  if (wrong !== undefined) throw new EmbeddedPostgresError(`The database setting ${wrong} cannot be changed.`);
  const all = Object.entries({ ...DEFAULTS, ...settings, ...fixed });
  return ['-D', location, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** False when the caller gave up durability for speed, as tests do. */
export const isDurable = (settings: PostgresSettings): boolean =>
  !/^(off|false|no|0)$/i.test(settings['fsync'] ?? 'on');
