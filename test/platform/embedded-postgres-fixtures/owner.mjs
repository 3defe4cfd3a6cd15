/** Why this file exists: a process of its own that opens a database, answers statements and can be killed. */
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

const [face, options] = process.argv.slice(2);
const say = (fact) => process.stdout.write(`${JSON.stringify(fact)}\n`);
const { startEmbeddedPostgres } = await import(pathToFileURL(face).href);

async function answer(server, statement) {
  const client = new pg.Client(server.url('postgres', 'postgres'));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

try {
  const server = await startEmbeddedPostgres(JSON.parse(options));
  const end = async () => {
    await server.stop();
    say({ stopped: true });
    process.exit(0);
  };
  process.on('SIGINT', async () => {
    say({ interrupted: await answer(server, 'select count(*)::int as tables from pg_class where relname = $$kept$$') });
    await end();
  });
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) =>
    answer(server, line).then(
      (rows) => say({ rows }),
      (error) => say({ failed: error.message }),
    ),
  );
  lines.on('close', end);
  say({ adopted: server.adopted, dataLocation: server.dataLocation, socketDir: server.socketDir });
} catch (error) {
  say({ refused: error.message, name: error.name });
  process.exit(1);
}
