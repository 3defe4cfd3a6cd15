/** Why this file exists: figures for Prometheus, on a listener of their own that is off unless it is asked for. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Counter, Histogram, Registry } from 'prom-client';
import type { AuditFact, Database } from '../database/index.js';
import type { RequestEnd, RequestRecord } from './request-record.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
type Kind = 'select' | 'insert' | 'update' | 'delete' | 'transaction' | 'other';

/** The first word of a statement. */
export function kindOf(sql: string): Kind {
  const word = /^\W*(\w+)/.exec(sql)?.[1]?.toLowerCase() ?? '';
  if (word === 'with') return 'select';
  if (['begin', 'commit', 'rollback'].includes(word)) return 'transaction';
  return ['select', 'insert', 'update', 'delete'].includes(word) ? (word as Kind) : 'other';
}

export class Metrics {
  readonly #registry: Registry;
  readonly #durations: Histogram<'operation' | 'status'>;
  readonly #codes: Counter<'code'>;
  readonly #statements: Counter<'kind'>;
  readonly #facts: Counter<'type'>;
  readonly #client: typeof import('prom-client');
  #server: Server | null = null;

  private constructor(client: typeof import('prom-client')) {
    this.#client = client;
    const registry = new client.Registry();
    const registers = [registry];
    this.#registry = registry;
    client.collectDefaultMetrics({ register: registry });
    const name = (text: string): string => `twinladder_${text}`;
    this.#durations = new client.Histogram({
      name: name('request_duration_seconds'),
      help: 'Time from the request to the end of its answer, by root field.',
      labelNames: ['operation', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.#codes = new client.Counter({
      name: name('request_codes_total'),
      help: 'Requests by outcome: OK, the code of the first error, or of the first refusal.',
      labelNames: ['code'],
      registers,
    });
    this.#statements = new client.Counter({
      name: name('statements_total'),
      help: 'Statements sent to the database.',
      labelNames: ['kind'],
      registers,
    });
    this.#facts = new client.Counter({
      name: name('audit_events_total'),
      help: 'Events committed to audit trails, by type.',
      labelNames: ['type'],
      registers,
    });
  }

  /** Loads the library of metrics, which is left alone when nobody asks for figures. */
  static async open(): Promise<Metrics> {
    return new Metrics((await import('prom-client')).default);
  }

  /** Counts what a database does. */
  watch(database: Database): void {
    database.onStatement((sql) => this.#statements.inc({ kind: kindOf(sql) }));
    database.onRecorded((facts: readonly AuditFact[]) => facts.forEach(({ type }) => this.#facts.inc({ type })));
    const gauge = new this.#client.Gauge({
      name: 'twinladder_pool_connections',
      help: 'Connections of the pool: in use, idle, and requests that wait for one.',
      labelNames: ['state'],
      registers: [this.#registry],
      collect: () => {
        const { total, idle, waiting } = database.load;
        gauge.set({ state: 'busy' }, total - idle);
        gauge.set({ state: 'idle' }, idle);
        gauge.set({ state: 'waiting' }, waiting);
      },
    });
  }

  watchWindows(windows: { readonly count: number }): void {
    new this.#client.Gauge({
      name: 'twinladder_event_windows',
      help: 'Browser windows that listen for what waits for their member.',
      registers: [this.#registry],
      collect() {
        this.set(windows.count);
      },
    });
  }

  request({ operation, code }: RequestRecord, { status, ms }: RequestEnd): void {
    this.#durations.observe({ operation, status: `${Math.floor(status / 100)}xx` }, ms / 1_000);
    this.#codes.inc({ code });
  }

  /** @returns the port that it listens on */
  async listen(host: string, port: number): Promise<number> {
    const server = createServer((request, answer) => {
      if (request.method !== 'GET' || request.url !== '/metrics') {
        answer.writeHead(404).end();
        return;
      }
      this.#registry.metrics().then(
        (text) => answer.writeHead(200, { 'content-type': this.#registry.contentType }).end(text),
        () => answer.writeHead(500).end(),
      );
    });
    server.listen(port, host);
    await once(server, 'listening');
    server.unref();
    this.#server = server;
    return (server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
    this.#registry.clear();
  }
}
