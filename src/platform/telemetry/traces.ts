/** Why this file exists: OpenTelemetry traces of requests and their statements, for those who ask for them. */
import type { Attributes, Context, Span, Tracer } from '@opentelemetry/api';
import type { Database } from '../database/index.js';
import { kindOf } from './metrics.js';
import type { RequestEnd, RequestRecord } from './request-record.js';

type Api = typeof import('@opentelemetry/api');
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

interface OpenSpan {
  readonly span: Span;
  readonly context: Context;
}

export class Traces {
  readonly #open = new Map<string, OpenSpan>();

  private constructor(
    private readonly api: Api,
    private readonly tracer: Tracer,
    private readonly shutdown: () => Promise<void>,
  ) {}

  /** Loads OpenTelemetry and sends to a collector. @param endpoint its address for OTLP over HTTP, without `/v1/traces` */
  static async open(endpoint: string): Promise<Traces> {
    const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
    api.diag.disable(); // a collector that is away is no fault of ours
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: 3_000 });
    const provider = new sdk.TracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'twinladder' }),
      spanProcessors: [
        new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000, exportTimeoutMillis: 3_000 }),
      ],
    });
    return new Traces(api, provider.getTracer('twinladder'), () => provider.shutdown());
  }

  /** @param parent the header `traceparent`, by which the caller's trace goes on */
  begun(record: RequestRecord, parent: string | undefined): void {
    const { api } = this;
    const context = this.#parentOf(parent);
    const span = this.tracer.startSpan('request', { kind: api.SpanKind.SERVER }, context);
    this.#open.set(record.requestId, { span, context: api.trace.setSpan(context, span) });
  }

  ended({ requestId, organisationId, operation, code }: RequestRecord, { status }: RequestEnd): void {
    const open = this.#open.get(requestId);
    if (open === undefined) return;
    this.#open.delete(requestId);
    const attributes: Attributes = { 'twinladder.request_id': requestId, 'twinladder.code': code };
    if (organisationId !== null) attributes['twinladder.organisation_id'] = organisationId;
    open.span.updateName(operation).setAttributes({ ...attributes, 'http.response.status_code': status });
    if (status >= 500 || code === 'INTERNAL') open.span.setStatus({ code: this.api.SpanStatusCode.ERROR });
    open.span.end();
  }

  /** Makes a span of each statement of a request: its kind and table, never its values. */
  watch(database: Database): void {
    database.onAnswer(({ requestId, sql, ms }) => {
      const open = this.#open.get(requestId);
      if (open === undefined) return;
      const table = /\b(?:from|into|update)\s+([a-z_]+)/i.exec(sql)?.[1] ?? '';
      const end = Date.now();
      const kind = this.api.SpanKind.CLIENT;
      const options = { kind, startTime: end - ms, attributes: { 'db.system.name': 'postgresql' } };
      this.tracer.startSpan(`${kindOf(sql)} ${table}`.trim(), options, open.context).end(end);
    });
  }

  close(): Promise<void> {
    return this.shutdown().catch(() => undefined);
  }

  #parentOf(header: string | undefined): Context {
    const { api } = this;
    const [, traceId, spanId, flags] = TRACEPARENT.exec(header ?? '') ?? [];
    if (traceId === undefined || spanId === undefined) return api.ROOT_CONTEXT;
    const parent = { traceId, spanId, traceFlags: Number.parseInt(flags ?? '0', 16), isRemote: true };
    return api.trace.setSpanContext(api.ROOT_CONTEXT, parent);
  }
}
