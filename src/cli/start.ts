/** Why this file exists: `twinladder start`: everything from an empty folder to a listening server, and an orderly end. */
import type { Config } from '../platform/config/index.js';
import { ensureDemonstration } from '../modules/demonstration/index.js';
import type { FaultLog } from '../platform/graphql/index.js';
import { isUnavailable } from '../platform/database/index.js';
import { assemble, openDatabase, prepare, type DatabaseAddress, type Running } from '../runtime.js';
import { keepHeads } from '../upkeep.js';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Starts and prints one short block. Resolves when the server listens. */
export async function start(config: Config): Promise<{ readonly stop: () => Promise<void> }> {
  const address = await openDatabase(config);
  let running: Running | null = null;
  const stop = async (): Promise<void> => {
    await running?.stop();
    await address.stop();
  };
  try {
    running = await up(config, address);
    return { stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

async function up(config: Config, address: DatabaseAddress): Promise<Running> {
  await prepare(address.ownerUrl);
  const log: FaultLog = (id, error) => {
    process.stderr.write(
      `${JSON.stringify({ level: 'error', correlationId: id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })}\n`,
    );
  };
  const running = await assemble(config, address, log);
  if (config.demo) await ensureDemonstration(running.database);
  const endHeads = await keepHeads(running.database, config.auditHeads, (error) => log('audit-heads', error));
  await running.app.listen(config.port, config.host);
  const bound = running.app.getHttpServer().address() as { port: number };
  print('');
  print(`Twinladder listens on http://${config.host}:${bound.port}`);
  if (config.demo)
    print('Sign in: open the address and choose a person of the demonstration organisation; no password is needed.');
  else
    print(
      'Sign in: mutation signIn. `twinladder organisation create --help` makes the first organisation and its administrator.',
    );
  print(`API: http://${config.host}:${bound.port}/graphql`);
  print(`Data: ${address.place}`);
  print('Stop with Ctrl-C.');
  const stop = (): Promise<void> => {
    endHeads();
    return running.stop();
  };
  return { ...running, stop };
}

/**
 * Keeps the process alive when a connection to the database breaks where nobody waits for it; any other error that nobody caught ends it,
 * since its state cannot be trusted. Both are written to the log.
 */
export function surviveLostConnections(): void {
  const survive = (kind: string) => (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${JSON.stringify({ level: 'error', kind, error: text })}\n`);
    if (!isUnavailable(error)) process.exit(1);
  };
  process.on('uncaughtException', survive('uncaughtException'));
  process.on('unhandledRejection', survive('unhandledRejection'));
}

/** Ends the process in order on the first signal, at once on the second. */
export function endOnSignals(stop: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) process.exit(1);
    ending = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
