/** Why this file exists: the real application on a real database, spoken to over real HTTP. */
import 'reflect-metadata';
import type { Server } from 'node:http';
import request from 'supertest';
import { foundOrganisation } from '../../src/modules/demonstration/index.js';
import { addGrant, type GrantName } from '../../src/modules/grants/index.js';
import { addMember, hashPassword } from '../../src/modules/identity/index.js';
import type { MemberId } from '../../src/platform/access/index.js';
import { systemClock, type Clock } from '../../src/platform/clock/index.js';
import { parseConfig } from '../../src/platform/config/index.js';
import type { Database } from '../../src/platform/database/index.js';
import type { OrganisationId } from '../../src/platform/ids/index.js';
import { ok } from '../../src/platform/outcome/index.js';
import { assemble, type Running } from '../../src/runtime.js';
import { testDatabase } from './database.js';

export const PASSWORD = 'correct horse battery staple';
let hashed: Promise<string> | null = null;
let serial = 0;

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted field by field
  readonly data: any;
  readonly errors: readonly { message: string; path?: readonly (string | number)[]; extensions: { code: string; fields?: { field: string; message: string }[] } }[];
  readonly headers: Readonly<Record<string, string>>;
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
   * Runs one mutation that takes `input` and returns its result union's member; throws when it is a problem.
   * @param selection  fields of the success type
   */
  run(mutation: string, input: unknown, selection?: string): Promise<Answer['data']>;
  /** The same, but expects a problem and returns it. */
  refused(mutation: string, input: unknown): Promise<{ __typename: string; code: string; message: string; field: string | null; facts: { name: string; value: string }[] }>;
}

export interface TestOrganisation {
  readonly id: OrganisationId;
  readonly slug: string;
  readonly admin: Client;
  /** Adds a member with these grants and signs in as them. */
  member(grants: readonly GrantName[], name?: string): Promise<Client>;
}

export interface TestApp {
  readonly running: Running;
  readonly database: Database;
  readonly server: Server;
  readonly databaseName: string;
  readonly anonymous: Client;
  /** What the server could not show to a client; a test that ends with any is wrong. */
  readonly faults: unknown[];
  organisation(): Promise<TestOrganisation>;
  /** Runs work and returns the statements it caused, BEGIN and COMMIT included. */
  statements<T>(work: () => Promise<T>): Promise<{ value: T; statements: string[] }>;
  close(): Promise<void>;
}

const PROBLEM = '... on Problem { __typename code message field facts { name value } }';

/** Reads the input type of a mutation from its name: `publishJobRole` takes `PublishJobRoleInput!` unless the schema says otherwise. */
function client(app: Running, memberId: MemberId | null, cookie: string | null): Client {
  const send: Client['send'] = async (query, variables = {}, headers = {}) => {
    let call = request(app.app.getHttpServer() as Server).post('/graphql').set('content-type', 'application/json');
    if (cookie !== null) call = call.set('cookie', cookie);
    for (const [name, value] of Object.entries(headers)) call = call.set(name, value);
    const response = await call.send({ query, variables });
    const body = response.body as { data?: unknown; errors?: Answer['errors'] };
    return { status: response.status, data: body.data, errors: body.errors ?? [], headers: response.headers as Record<string, string> };
  };
  const ask: Client['ask'] = async (query, variables, headers) => {
    const answer = await send(query, variables, headers);
    if (answer.errors.length > 0) throw new Error(`unexpected errors: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  };
  const call = async (mutation: string, input: unknown, selection: string): Promise<Answer['data']> => {
    const type = inputType(app, mutation);
    const capital = mutation[0]?.toUpperCase() + mutation.slice(1);
    const success = selection === '' ? '' : `... on ${capital}Success { ${selection} }`;
    const head = type === null ? `mutation { result: ${mutation} {` : `mutation($input: ${type}) { result: ${mutation}(input: $input) {`;
    const data = await ask(`${head} __typename ${success} ${PROBLEM} } }`, type === null ? {} : { input });
    return data.result;
  };
  return {
    memberId,
    cookie,
    send,
    ask,
    run: async (mutation, input, selection = '') => {
      const result = await call(mutation, input, selection);
      if (!String(result.__typename).endsWith('Success')) throw new Error(`${mutation} was refused: ${JSON.stringify(result)}`);
      return result;
    },
    refused: async (mutation, input) => {
      const result = await call(mutation, input, '');
      if (String(result.__typename).endsWith('Success')) throw new Error(`${mutation} was expected to be refused`);
      return result;
    },
  };
}

function inputType(app: Running, mutation: string): string | null {
  const schema = app.app.get<{ schema: import('graphql').GraphQLSchema }>(schemaHost).schema;
  const field = schema.getMutationType()?.getFields()[mutation];
  if (field === undefined) throw new Error(`there is no mutation ${mutation}`);
  const argument = field.args.find((a) => a.name === 'input');
  return argument === undefined ? null : String(argument.type);
}
const schemaHost = (await import('@nestjs/graphql')).GraphQLSchemaHost;

/** Starts the application on a database of its own. Call `close` in afterAll. */
export async function startTestApp(options: { clock?: Clock; demo?: boolean } = {}): Promise<TestApp> {
  const cloned = await testDatabase();
  const config = parseConfig({ NODE_ENV: 'test', TWINLADDER_DATA: process.env['TEST_DATA'], TWINLADDER_DEMO: options.demo === true ? 'on' : 'off' });
  const faults: unknown[] = [];
  const running = await assemble(config, cloned, (_id, error) => faults.push(error), options.clock ?? systemClock);
  await running.app.listen(0, '127.0.0.1');
  const { database } = running;
  const signIn = async (slug: string, email: string, memberId: MemberId): Promise<Client> => {
    const anonymous = client(running, null, null);
    const answer = await anonymous.send(
      'mutation($i: SignInInput!) { signIn(input: $i) { __typename } }',
      { i: { organisation: slug, email, password: PASSWORD } },
    );
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return client(running, memberId, cookie);
  };
  return {
    running,
    database,
    server: running.app.getHttpServer() as Server,
    databaseName: cloned.name,
    anonymous: client(running, null, null),
    faults,
    organisation: async () => {
      const slug = `org-${process.pid}-${++serial}`;
      hashed ??= hashPassword(PASSWORD);
      const passwordHash = await hashed;
      const email = `admin@${slug}.example`;
      const founded = await foundOrganisation(database, { slug, name: slug, adminEmail: email, adminName: 'Ada Admin', password: PASSWORD });
      if (!founded.ok) throw new Error(founded.problem.message);
      const { organisationId, adminId } = founded.value;
      return {
        id: organisationId,
        slug,
        admin: await signIn(slug, email, adminId),
        member: async (grants, name) => {
          const memberEmail = `m${++serial}@${slug}.example`;
          const outcome = await database.write({ organisationId, actor: null, requestId: 'test' }, async (unit) => {
            const id = await addMember(unit, { email: memberEmail, displayName: name ?? `Member ${serial}`, headline: grants.join(', '), passwordHash });
            for (const grant of grants) await addGrant(unit, id, grant, null);
            return ok(id);
          });
          if (!outcome.ok) throw new Error(outcome.problem.message);
          return signIn(slug, memberEmail, outcome.value);
        },
      };
    },
    statements: async (work) => {
      const statements: string[] = [];
      const end = database.onStatement((sql) => statements.push(sql));
      try {
        return { value: await work(), statements };
      } finally {
        end();
      }
    },
    close: async () => {
      await running.stop();
      await cloned.drop();
    },
  };
}
