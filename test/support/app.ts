/** Why this file exists: the real application on a real database, spoken to over real HTTP. */
import 'reflect-metadata';
import type { Server } from 'node:http';
import { hash } from '@node-rs/argon2';
import { foundOrganisation } from '../../src/modules/demonstration/index.js';
import { addGrant, type GrantName } from '../../src/modules/grants/index.js';
import { addMember } from '../../src/modules/identity/index.js';
import type { MemberId } from '../../src/platform/access/index.js';
import { systemClock, type Clock } from '../../src/platform/clock/index.js';
import { parseConfig, type Config, type SettingName } from '../../src/platform/config/index.js';
import type { Database } from '../../src/platform/database/index.js';
import { digestOf } from '../../src/platform/graphql/index.js';
import type { OrganisationId } from '../../src/platform/ids/index.js';
import { ok } from '../../src/platform/outcome/index.js';
import type { Telemetry } from '../../src/platform/telemetry/index.js';
import { assemble, type Running, type Surroundings } from '../../src/runtime.js';
import { clientOf, type Client } from './clients.js';
import { testDatabase, type TestDatabase } from './database.js';

export type { Answer, Client } from './clients.js';

export const PASSWORD = 'correct horse battery staple';
/** As cheap as the algorithm allows: a stored hash names its own parameters, and what the product chooses is asserted in sessions.api.spec. */
const passwordHash = hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
let serial = 0;

export interface TestOrganisation {
  readonly id: OrganisationId;
  readonly slug: string;
  readonly admin: Client;
  /** Adds a member with these grants and signs in as them. */
  member(grants: readonly GrantName[], name?: string): Promise<Client>;
  /** Adds a member with these grants who does not sign in yet. */
  enrol(grants: readonly GrantName[], name?: string): Promise<MemberId>;
  /** Signs in a member of the above. */
  signIn(memberId: MemberId): Promise<Client>;
  /** Signs a member in again, for a session that knows what changed since. */
  signInAgain(client: Client): Promise<Client>;
}

export interface TestApp {
  readonly running: Running;
  readonly database: Database;
  readonly server: Server;
  readonly databaseName: string;
  readonly databaseUrl: string;
  readonly anonymous: Client;
  /** What the server could not show to a client; a test that ends with any is wrong. */
  readonly faults: unknown[];
  /** What the server wrote down for its operator. */
  readonly notices: readonly Readonly<Record<string, string>>[];
  organisation(): Promise<TestOrganisation>;
  /** Runs work and returns the statements it caused, BEGIN and COMMIT included. */
  statements<T>(work: () => Promise<T>): Promise<{ value: T; statements: string[] }>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly clock?: Clock;
  readonly demo?: boolean;
  readonly database?: TestDatabase;
  readonly telemetry?: Telemetry;
  /** Settings other than those of all tests. */
  readonly settings?: Partial<Record<SettingName, string>>;
  /** Documents that pass where only known ones do. */
  readonly trustedDocuments?: readonly string[];
  /** Answers in the place of the domain name system. */
  readonly txt?: Surroundings['txt'];
}
/** Runs work and returns the statements it caused. */
async function statementsOf<T>(
  database: Database,
  work: () => Promise<T>,
): Promise<{ value: T; statements: string[] }> {
  const statements: string[] = [];
  const end = database.onStatement((sql) => statements.push(sql));
  try {
    return { value: await work(), statements };
  } finally {
    end();
  }
}

const configOf = ({ demo, settings }: TestAppOptions): Config =>
  parseConfig({
    NODE_ENV: 'test',
    TWINLADDER_DATA: process.env['TEST_DATA'],
    TWINLADDER_DEMO: demo === true ? 'on' : 'off',
    ...settings,
  });

/** Starts the application on a database of its own, or on one that the test keeps. Call `close` in afterAll. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const cloned = options.database ?? (await testDatabase());
  const faults: unknown[] = [];
  const notices: Readonly<Record<string, string>>[] = [];
  const log = (id: string, error: unknown): void => {
    faults.push(error);
    options.telemetry?.log.fault(id, error);
  };
  const running = await assemble(configOf(options), cloned, log, {
    clock: options.clock ?? systemClock,
    trustedDocuments: new Set((options.trustedDocuments ?? []).map(digestOf)),
    telemetry: options.telemetry,
    notice: (line) => notices.push(line),
    ...(options.txt === undefined ? {} : { txt: options.txt }),
  });
  await running.app.listen(0, '127.0.0.1');
  const { database } = running;
  return {
    ...{ running, database, faults, notices },
    server: running.app.getHttpServer(),
    databaseName: cloned.name,
    databaseUrl: cloned.url,
    anonymous: clientOf(running, null, null),
    organisation: () => newOrganisation(running),
    statements: (work) => statementsOf(database, work),
    close: async () => {
      await running.stop();
      if (options.database === undefined) await cloned.drop();
    },
  };
}

async function newOrganisation(running: Running): Promise<TestOrganisation> {
  const slug = `org-${process.pid}-${++serial}`;
  const email = `admin@${slug}.example`;
  const founded = await foundOrganisation(running.database, {
    slug,
    name: slug,
    adminEmail: email,
    adminName: 'Ada Admin',
    password: null,
  });
  if (!founded.ok) throw new Error(founded.problem.message);
  const { organisationId, adminId } = founded.value;
  await givePassword(running.database, organisationId, adminId);
  const emails = new Map<MemberId | null, string>([[adminId, email]]);
  const enrol: TestOrganisation['enrol'] = async (grants, name) => {
    const memberEmail = `m${++serial}@${slug}.example`;
    const id = await newMember(running.database, organisationId, memberEmail, grants, name ?? `Member ${serial}`);
    emails.set(id, memberEmail);
    return id;
  };
  const open = (memberId: MemberId | null): Promise<Client> =>
    signIn(running, slug, emails.get(memberId) ?? '', memberId);
  return {
    id: organisationId,
    slug,
    admin: await open(adminId),
    member: async (grants, name) => open(await enrol(grants, name)),
    enrol,
    signIn: open,
    signInAgain: (client) => open(client.memberId),
  };
}

/** Gives a founder the cheap password, by a statement that leaves no audit event. */
async function givePassword(database: Database, organisationId: OrganisationId, memberId: MemberId): Promise<void> {
  const stored = await passwordHash;
  await database.upkeep({ organisationId, actor: null, requestId: 'test' }, (unit) =>
    unit.rows('update member set password_hash = $2 where organisation_id = $1 and id = $3 returning 1', [
      stored,
      memberId,
    ]),
  );
}

async function newMember(
  database: Database,
  organisationId: OrganisationId,
  email: string,
  grants: readonly GrantName[],
  name: string,
): Promise<MemberId> {
  const stored = await passwordHash;
  const outcome = await database.write({ organisationId, actor: null, requestId: 'test' }, async (unit) => {
    const id = await addMember(unit, { email, displayName: name, headline: grants.join(', '), passwordHash: stored });
    for (const grant of grants) await addGrant(unit, id, grant, null);
    return ok(id);
  });
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

async function signIn(running: Running, slug: string, email: string, memberId: MemberId | null): Promise<Client> {
  const mutation = 'mutation($i: SignInInput!) { signIn(input: $i) { __typename } }';
  const answer = await clientOf(running, null, null).send(mutation, {
    i: { organisation: slug, email, password: PASSWORD },
  });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return clientOf(running, memberId, cookie);
}
