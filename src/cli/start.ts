/** Why this file exists: `twinladder start`: everything from an empty folder to a listening server, and an orderly end. */
import type { Config } from '../platform/config/index.js';
import { ensureDemonstration } from '../modules/demonstration/index.js';
import type { FaultLog } from '../platform/graphql/index.js';
import { isUnavailable } from '../platform/database/index.js';
import { openTelemetry, ServerLog } from '../platform/telemetry/index.js';
import { assemble, openDatabase, prepare, type DatabaseAddress, type Running } from '../runtime.js';
import { keepHeads } from '../upkeep.js';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** The one log of the process, also for what happens before and after the server. */
let log = new ServerLog('error');

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
  const telemetry = await openTelemetry(config);
  log = telemetry.log;
  const fault: FaultLog = (id, error) => telemetry.log.fault(id, error);
  const running = await assemble(config, address, fault, { telemetry });
  if (config.demo) await ensureDemonstration(running.database);
  const endHeads = await keepHeads(running.database, config.auditHeads, (error) => fault('audit-heads', error));
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
  if (telemetry.metricsPort !== null)
    print(`Metrics: http://${config.metricsAddress?.host}:${telemetry.metricsPort}/metrics`);
  print('Stop with Ctrl-C.');
  const stop = async (): Promise<void> => {
    log.event('draining');
    await running.drain(config.drainWaitMs);
    await endHeads();
    await running.stop();
    log.event('stopped');
    await telemetry.close();
  };
  return { ...running, stop };
}

/**
 * Keeps the process alive when a connection to the database breaks where nobody waits for it; any other error that nobody caught ends it,
 * since its state cannot be trusted. Both are written to the log.
 */
export function surviveLostConnections(): void {
  const survive = (kind: string) => (error: unknown) => {
    log.fault(kind, error);
    if (!isUnavailable(error)) process.exit(1);
  };
  process.on('uncaughtException', survive('uncaughtException'));
  process.on('unhandledRejection', survive('unhandledRejection'));
}

/** Orchestrators kill what has not ended after a while; this is sooner. */
const END_LIMIT_MS = 14_500;

/** Ends the process in order on the first signal, at once on the second, and at the latest after a quarter of a minute. */
export function endOnSignals(stop: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), END_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
