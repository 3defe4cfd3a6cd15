/** Why this file exists: the GraphQL server: one schema, one context per operation, limits, and errors that leak nothing. */
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type FormattedExecutionResult, type GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { guardSensitiveFields, type Actor } from '../access/index.js';
import { isUnavailable, type Database } from '../database/index.js';
import { newRecord, noteCode, operationName, type RequestRecord, type Telemetry } from '../telemetry/index.js';
import { GraphiqlController, graphiqlPage } from '../graphiql/index.js';
import { actorOf } from './credentials.js';
import { badInput, formatError, noSubscriptions, RETRY_AFTER, serviceUnavailable, type FaultLog } from './errors.js';
import { GateCheck } from './gate.check.js';
import { GateGuard } from './gate.guard.js';
import { describeInputs, guardArguments, separateMutations } from './hygiene.js';
import { costOf, LIMITS, MOST_COST, tooCostly } from './limits.js';
import { Operation, type GraphqlContext } from './operation.js';
import { sessionCookie } from './session-cookie.js';

/** Nothing but refusals because the database is not there; an answer that holds anything else stays an answer. */
const isWhollyUnavailable = ({ data, errors = [] }: FormattedExecutionResult): boolean =>
  errors.some(({ extensions }) => extensions?.['code'] === 'SERVICE_UNAVAILABLE') &&
  Object.values(data ?? {}).every((value) => value === null);

const eachOperation: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: ({ contextValue, schema }) => {
    const { record } = contextValue;
    let cost: number | null = null;
    return Promise.resolve({
      didResolveOperation: ({ operation, document, request }): Promise<void> => {
        if (operation === undefined) return Promise.resolve(); // refused by its name a moment later
        record.operation = operationName(operation, document);
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw noSubscriptions();
        cost = costOf(schema, document, operation, request.variables ?? {});
        if (cost > MOST_COST) throw tooCostly(cost);
        return Promise.resolve();
      },
      willSendResponse: async ({ response: { body, http } }): Promise<void> => {
        void contextValue.operation.finish(); // the answer does not wait for the end of a read
        if (body.kind === 'single') {
          if (cost !== null) body.singleResult.extensions = { cost };
          for (const { extensions } of body.singleResult.errors ?? []) noteCode(record, String(extensions?.['code']));
          if (isWhollyUnavailable(body.singleResult)) {
            http.headers.set('retry-after', RETRY_AFTER);
            await Promise.resolve(); // the framework makes every executed operation a 200 at the same moment; a whole failure is none
            http.status = 503;
          }
        }
      },
    });
  },
};

export interface GraphqlOptions {
  readonly database: Database;
  readonly production: boolean;
  readonly telemetry: Telemetry;
  readonly log: FaultLog;
}

/** Tells of a request until the end of its answer. */
function recordOf({ telemetry }: GraphqlOptions, request: FastifyRequest, reply: FastifyReply): RequestRecord {
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
async function actorIn(
  { database }: GraphqlOptions,
  request: FastifyRequest,
  record: RequestRecord,
): Promise<Actor | null> {
  try {
    const actor = await actorOf(database, request, record.requestId);
    record.organisationId = actor?.organisationId ?? null;
    return actor;
  } catch (error) {
    const told = isUnavailable(error) ? serviceUnavailable() : error;
    noteCode(record, told instanceof GraphQLError ? String(told.extensions['code']) : 'INTERNAL');
    throw told;
  }
}

async function contextOf(
  options: GraphqlOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<GraphqlContext> {
  const record = recordOf(options, request, reply);
  const key = request.headers['idempotency-key'];
  if (Array.isArray(key) || (key !== undefined && !/^[\x21-\x7e]{8,128}$/.test(key))) {
    noteCode(record, 'BAD_INPUT');
    throw badInput([
      {
        field: 'Idempotency-Key',
        message: 'is 8 to 128 printable characters without spaces, sent once. A UUID is a good choice.',
      },
    ]);
  }
  const actor = await actorIn(options, request, record);
  const operation = new Operation(options.database, actor, {
    requestId: record.requestId,
    idempotencyKey: key ?? null,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
    noteRefusal: (code) => noteCode(record, code),
    ...sessionCookie(reply, options.production),
  });
  return { operation, record };
}

@Global()
@Module({})
export class TwinladderGraphqlModule {
  static with(options: GraphqlOptions): DynamicModule {
    const graphql = GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      graphiql: false,
      introspection: !options.production,
      hideSchemaDetailsFromClientErrors: options.production,
      includeStacktraceInErrorResponses: false,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      ...LIMITS,
      csrfPrevention: true,
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        options.production ? ApolloServerPluginLandingPageDisabled() : graphiqlPage,
        eachOperation as ApolloServerPlugin,
      ],
      formatError: formatError(options.log),
      transformSchema: (schema: GraphQLSchema): GraphQLSchema => {
        describeInputs(schema);
        separateMutations(schema);
        guardArguments(schema);
        guardSensitiveFields(schema, (context) => (context as GraphqlContext).operation.actor);
        return schema;
      },
      context: (request: FastifyRequest, reply: FastifyReply) => contextOf(options, request, reply),
    });
    return {
      module: TwinladderGraphqlModule,
      imports: [DiscoveryModule, graphql],
      controllers: options.production ? [] : [GraphiqlController],
      providers: [GateCheck, { provide: APP_GUARD, useClass: GateGuard }],
      exports: [GateCheck],
    };
  }
}
