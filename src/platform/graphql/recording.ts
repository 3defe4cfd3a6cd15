/** Why this file exists: what logs, metrics and traces hear of a request, from its first moment to the end of its answer. */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/index.js';
import { isUnavailable, type Database } from '../database/index.js';
import { newRecord, noteCode, type RequestRecord, type Telemetry } from '../telemetry/index.js';
import { actorOf } from './credentials.js';
import { serviceUnavailable } from './errors.js';

/** Tells of a request until the end of its answer. */
export function recordOf(telemetry: Telemetry, request: FastifyRequest, reply: FastifyReply): RequestRecord {
  const record = newRecord(randomUUID());
  const parent = request.headers['traceparent'];
  telemetry.begun(record, typeof parent === 'string' ? parent : undefined);
  void reply.header('x-request-id', record.requestId);
  reply.raw.once('close', () => {
    const { statusCode: status, writableFinished: isSent } = reply.raw;
    telemetry.ended(record, { status, isSent, ms: reply.elapsedTime });
  });
  return record;
}

/** Who acts; a failure is noted before it is thrown. */
export async function actorIn(
  database: Database,
  request: FastifyRequest,
  { record, production }: { readonly record: RequestRecord; readonly production: boolean },
): Promise<Actor | null> {
  try {
    const actor = await actorOf(database, request, { requestId: record.requestId, production });
    record.organisationId = actor?.organisationId ?? null;
    return actor;
  } catch (error) {
    const told = isUnavailable(error) ? serviceUnavailable() : error;
    noteCode(record, told instanceof GraphQLError ? String(told.extensions['code']) : 'INTERNAL');
    throw told;
  }
}

/** Nothing but refusals because the database is not there; an answer that holds anything else stays an answer. */
export const isWhollyUnavailable = ({ data, errors = [] }: FormattedExecutionResult): boolean =>
  errors.some(({ extensions }) => extensions?.['code'] === 'SERVICE_UNAVAILABLE') &&
  Object.values(data ?? {}).every((value) => value === null);
