/** Why this file exists: the HTTP server with its limits; every refusal before GraphQL is JSON of the same shape. */
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { badInput, type FieldFault } from '../graphql/index.js';

/** Largest request body, bytes. */
export const BODY_LIMIT = 100 * 1024;

function faultsOf(errors: readonly ValidationError[], path: string): FieldFault[] {
  return errors.flatMap((e) => {
    const field = path === '' ? e.property : `${path}.${e.property}`;
    const own = Object.values(e.constraints ?? {}).map((message) => ({ field, message: `${message}.` }));
    return [...own, ...faultsOf(e.children ?? [], field)];
  });
}

/** Fastify's own refusals (size, type, malformed JSON) in the shape of a GraphQL answer. */
function onError(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 500;
  const messages: Record<number, string> = {
    400: 'The request body is not valid JSON.',
    413: `The request is larger than ${BODY_LIMIT} bytes.`,
    415: 'Send application/json in UTF-8.',
  };
  const message = messages[status] ?? (status < 500 ? 'The request cannot be used.' : 'Something went wrong on our side.');
  void reply
    .code(status)
    .type('application/json')
    .send({ errors: [{ message, extensions: { code: status < 500 ? 'BAD_REQUEST' : 'INTERNAL' } }] });
}

/** Builds the application without listening yet. */
export async function buildServer(module: DynamicModule): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: ['error', 'warn'], abortOnError: false });
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      forbidUnknownValues: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => badInput(faultsOf(errors, 'input')),
    }),
  );
  const fastify = app.getHttpAdapter().getInstance();
  fastify.setErrorHandler(onError);
  fastify.addHook('onSend', async (_request, reply, payload) => {
    void reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    return payload;
  });
  return app;
}
