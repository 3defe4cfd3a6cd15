/** Why this file exists: one line of JSON for each thing that an operator should know, and nothing about persons in any of them. */
import { pino, type DestinationStream, type Logger } from 'pino';
import type { RequestEnd, RequestRecord } from './request-record.js';
import { factsOf } from './scrub.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export class ServerLog {
  readonly #log: Logger;

  /** @param destination the error output of the process when left out; written at once, so that nothing is lost when the process is killed */
  constructor(level: LogLevel, destination?: DestinationStream) {
    const options = {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.#log = pino(options, destination ?? pino.destination({ fd: 2, sync: true }));
  }

  /** One answered request. */
  request({ requestId, organisationId, operation, code }: RequestRecord, { status, ms, isSent }: RequestEnd): void {
    const level = code === 'INTERNAL' ? 'error' : status >= 500 ? 'warn' : 'info';
    this.#log[level](
      { requestId, organisationId, operation, code, status, ms: Math.round(ms), ...(isSent ? {} : { left: true }) },
      'request',
    );
  }

  /** Something that could not be shown to a client, or that nobody waited for. */
  fault(correlationId: string, error: unknown): void {
    this.#log.error({ correlationId, error: factsOf(error) }, 'fault');
  }

  /** A step in the life of the process. */
  event(name: string, facts: Readonly<Record<string, string | number | boolean>> = {}): void {
    this.#log.info(facts, name);
  }
}
