/** Why this file exists: the face of telemetry: one thing that hears of every request, fault and statement, and tells logs, metrics and traces. */
import type { DestinationStream } from 'pino';
import type { Config } from '../config/index.js';
import type { Database } from '../database/index.js';
import { ServerLog } from './log.js';
import { Metrics } from './metrics.js';
import type { RequestEnd, RequestRecord } from './request-record.js';
import { Traces } from './traces.js';

export { ServerLog, type LogLevel } from './log.js';
export { newRecord, noteCode, operationName, type RequestEnd, type RequestRecord } from './request-record.js';

export class Telemetry {
  constructor(
    readonly log: ServerLog,
    private readonly metrics: Metrics | null,
    private readonly traces: Traces | null,
    /** Where the figures are, or `null`. */
    readonly metricsPort: number | null,
  ) {}

  begun(record: RequestRecord, parent: string | undefined): void {
    this.traces?.begun(record, parent);
  }

  ended(record: RequestRecord, end: RequestEnd): void {
    this.log.request(record, end);
    this.metrics?.request(record, end);
    this.traces?.ended(record, end);
  }

  watch(database: Database): void {
    this.metrics?.watch(database);
    this.traces?.watch(database);
  }

  /** Counts the windows that listen. */
  watchWindows(windows: { readonly count: number }): void {
    this.metrics?.watchWindows(windows);
  }

  async close(): Promise<void> {
    this.metrics?.close();
    await this.traces?.close();
  }
}

/** Says nothing to anybody. */
export const silent = (): Telemetry =>
  new Telemetry(new ServerLog('silent', { write: () => undefined }), null, null, null);

/** As the settings say; libraries that are not needed are not loaded. */
export async function openTelemetry(
  config: Pick<Config, 'logLevel' | 'metricsAddress' | 'tracesEndpoint'>,
  destination?: DestinationStream,
): Promise<Telemetry> {
  const metrics = config.metricsAddress === null ? null : await Metrics.open();
  const traces = config.tracesEndpoint === null ? null : await Traces.open(config.tracesEndpoint);
  const port =
    metrics === null || config.metricsAddress === null
      ? null
      : await metrics.listen(config.metricsAddress.host, config.metricsAddress.port);
  return new Telemetry(new ServerLog(config.logLevel, destination), metrics, traces, port);
}
