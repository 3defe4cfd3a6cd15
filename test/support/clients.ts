/** Why this file exists: callers of the API in tests, signed in or not, speaking real HTTP. */
import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import type { MemberId } from '../../src/platform/access/index.js';
import type { Running } from '../../src/runtime.js';
import { postJson } from './http.js';

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly fields?: readonly { readonly field: string; readonly message: string }[];
  };
}
export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted field by field
  readonly data: any;
  readonly errors: readonly AnswerError[];
  readonly headers: IncomingHttpHeaders;
}
export interface RefusedAnswer {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** A signed-in (or anonymous) caller of the API. */
export interface Client {
  readonly memberId: MemberId | null;
  readonly cookie: string | null;
  /** Sends an operation; never throws for GraphQL errors. */
  send(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** Sends an operation and returns its data; throws when there is any error. */
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer['data']>;
  /**
   * Runs one mutation that takes `input` (or nothing) and returns its success; throws when it is refused.
   * @param selection  fields of the success type
   */
  run(mutation: string, input: unknown, selection?: string): Promise<Answer['data']>;
  /** The same, but expects a problem and returns it. */
  refused(mutation: string, input: unknown): Promise<RefusedAnswer>;
}

const PROBLEM = '... on Problem { __typename code message field facts { name value } }';

export const schemaOf = (app: Running): GraphQLSchema => app.app.get(GraphQLSchemaHost).schema;

/** The type of a mutation's `input` argument, or `null` when it takes none. */
function inputType(app: Running, mutation: string): string | null {
  const field = schemaOf(app).getMutationType()?.getFields()[mutation];
  if (field === undefined) throw new Error(`there is no mutation ${mutation}`);
  const argument = field.args.find((a) => a.name === 'input');
  return argument === undefined ? null : String(argument.type);
}

const isSuccess = (result: { __typename: string }): boolean => result.__typename.endsWith('Success');

/** The text of a mutation that asks for fields of its success, and for everything about a problem. */
function mutationText(mutation: string, inputTypeName: string | null, selection: string): string {
  const capital = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const success = selection === '' ? '' : `... on ${capital}Success { ${selection} }`;
  const head =
    inputTypeName === null
      ? `mutation { result: ${mutation}`
      : `mutation($input: ${inputTypeName}) { result: ${mutation}(input: $input)`;
  return `${head} { __typename ${success} ${PROBLEM} } }`;
}

/** @param cookie  `name=value` of a session, or `null` */
export function clientOf(app: Running, memberId: MemberId | null, cookie: string | null): Client {
  const send: Client['send'] = async (query, variables = {}, headers = {}) => {
    const signedIn = cookie === null ? headers : { cookie, ...headers };
    const response = await postJson(app.app.getHttpServer(), '/graphql', { query, variables }, signedIn);
    const body = JSON.parse(response.text) as { data?: unknown; errors?: Answer['errors'] };
    return { status: response.status, data: body.data, errors: body.errors ?? [], headers: response.headers };
  };
  const ask: Client['ask'] = async (query, variables, headers) => {
    const answer = await send(query, variables, headers);
    if (answer.errors.length > 0) throw new Error(`unexpected errors: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  };
  const call = async (mutation: string, input: unknown, selection: string): Promise<Answer['data']> => {
    const type = inputType(app, mutation);
    const data = await ask(mutationText(mutation, type, selection), type === null ? {} : { input });
    return data.result;
  };
  return {
    memberId,
    cookie,
    send,
    ask,
    run: async (mutation, input, selection = '') => {
      const result = await call(mutation, input, selection);
      if (!isSuccess(result)) throw new Error(`${mutation} was refused: ${JSON.stringify(result)}`);
      return result;
    },
    refused: async (mutation, input) => {
      const result = await call(mutation, input, '');
      if (isSuccess(result)) throw new Error(`${mutation} was expected to be refused`);
      return result;
    },
  };
}
