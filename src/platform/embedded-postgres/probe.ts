/** Why this file exists: tells whether a server answers on a socket and whether it serves the database that is meant. */
import pg from 'pg';
import { systemCode } from './failure.js';
import { SOCKET_PORT } from './socket.js';

/**
 * `ready`: serves this database. `busy`: is starting, recovering or shutting down.
 * `silent`: nobody there, no answer within two seconds, or a server of another database (a folder moved while its server ran).
 */
export type Answer = 'ready' | 'busy' | 'silent';

const CANNOT_CONNECT_NOW = '57P03';
const TOO_MANY_CONNECTIONS = '53300';

export async function probe(socketDir: string, location: string): Promise<Answer> {
  const client = new pg.Client({
    ...{ host: socketDir, port: SOCKET_PORT, user: 'postgres', database: 'postgres', ssl: false, options: '' },
    ...{ connectionTimeoutMillis: 2000, query_timeout: 2000 },
  });
  // a server that dies during the probe would otherwise end this process
  client.on('error', () => undefined);
  try {
    await client.connect();
    const result = await client.query<{ location: string }>(`select current_setting('data_directory') as location`);
    return result.rows[0]?.location === location ? 'ready' : 'silent';
  } catch (error) {
    const code = systemCode(error);
    if (code === TOO_MANY_CONNECTIONS) return 'ready';
    return code === CANNOT_CONNECT_NOW ? 'busy' : 'silent';
  } finally {
    // an unanswered server would keep a polite goodbye waiting
    client.end().catch(() => undefined);
  }
}
