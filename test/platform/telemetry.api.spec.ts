/** Why this file exists: an operator sees what the server does and how fast, and learns nothing about a person from it. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTelemetry, type Telemetry } from '../../src/platform/telemetry/index.js';
import { makeToken, withToken } from '../support/api-tokens.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../support/app.js';
import { asSuperuser } from '../support/database.js';
import { giveManager } from '../support/hiring.js';
import { givePerson } from '../support/people.js';
import { giveProvider, sendScim, type ScimAnswer } from '../support/scim.js';

const PARENT = '0af7651916cd43dd8448eb211c80319c';
const lines: string[] = [];
let received = '';
let collector: Server;
let telemetry: Telemetry;
let app: TestApp;
let org: TestOrganisation;
/** Everything said to the server that must not come out of it. */
const secrets: string[] = ['canary'];

beforeAll(async () => {
  collector = createServer((request, answer) => {
    request.on('data', (chunk: Buffer) => (received += chunk.toString()));
    request.on('end', () => answer.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  collector.unref();
  const { port } = collector.address() as AddressInfo;
  telemetry = await openTelemetry(
    { logLevel: 'debug', metricsAddress: { host: '127.0.0.1', port: 0 }, tracesEndpoint: `http://127.0.0.1:${port}` },
    { write: (line: string) => void lines.push(line) },
  );
  app = await startTestApp({ telemetry });
  org = await app.organisation();
  await tour();
});
afterAll(async () => {
  await app.close();
  await telemetry.close();
  collector.closeAllConnections();
  collector.close();
});

/** What people do, with the word `canary` in every name, address, text and header. */
async function tour(): Promise<void> {
  const { client } = await givePerson(org, { name: 'Canary Grete Ünlü' });
  const evidence = [{ typeKey: 'merged-change', title: 'Canary evidence', occurredOn: '2026-02-01' }];
  await client.run('proposeAssessment', { skillKey: 'ci-cd', level: 1, evidence });
  const manager = await giveManager(org, 'Canary Manager');
  const candidate = {
    displayName: 'Canary Candidate',
    email: 'canary@mail.example',
    phone: '+33 1 canary',
    source: 'DIRECT',
  };
  await manager.client.run('addCandidate', candidate);
  await manager.client.refused('addCandidate', { ...candidate, displayName: '' }).catch(() => undefined);
  const wrong = { organisation: org.slug, email: 'canary@mail.example', password: 'canary password' };
  await app.anonymous.refused('signIn', wrong);
  const token = await makeToken(app, org.admin, { name: 'Canary program' });
  await token.send('query canaryName { requisitions { nodes { id } } }');
  const notValid = await withToken(app, `${token.text.slice(0, -4)}cana`)('{ __typename }');
  expect(notValid.status).toBe(401);
  await org.admin.send('query canaryName { canaryField }');
  await org.admin.send('{ canary');
  await org.admin.send('{ person(id: "canary") { displayName } }');
  const headers = {
    'idempotency-key': 'canary-key-1',
    'user-agent': 'canary agent',
    traceparent: `00-${PARENT}-b7ad6b7169203331-01`,
  };
  await org.admin.send('mutation { addTeam(input: { name: "Canary team" }) { __typename } }', {}, headers);
  await org.admin.send('mutation { addTeam(input: { name: "Canary team" }) { __typename ... on Problem { code } } }');
  await provision();
  await defect();
  secrets.push(token.text, ...[org.admin.cookie, client.cookie].map((cookie) => (cookie ?? '').split('~')[1] ?? ''));
}

const provisioned: ScimAnswer[] = [];
/** What an identity provider does. */
async function provision(): Promise<void> {
  const idp = await giveProvider(app, org);
  secrets.push(idp.token.text);
  const id = await idp.user('canary@scim.example', { displayName: 'Canary Provisioned' });
  provisioned.push(
    await idp.send('GET', `/Users/${id}`),
    await idp.send('GET', '/Users?filter=userName%20eq%20%22canary%22'),
    await idp.send('POST', '/Users', { schemas: [], userName: 'canary' }),
    await idp.send('GET', '/canary'),
    await sendScim(app, 'GET', '/Users', undefined, { authorization: 'Bearer canary' }),
  );
}

/** A fault of ours whose text quotes what somebody wrote. */
async function defect(): Promise<void> {
  await asSuperuser(app.databaseName, async (c) => {
    await c.query(`create function quote() returns trigger language plpgsql as
      $$ begin raise exception 'no room for %', new.name using detail = 'Canary detail'; end $$`);
    await c.query('create trigger quote before insert on team execute function quote()');
    const query = 'mutation { addTeam(input: { name: "Canary defect" }) { __typename } }';
    expect((await org.admin.send(query)).errors[0]?.extensions.code).toBe('INTERNAL');
    await c.query('drop trigger quote on team');
  });
  telemetry.log.fault('test', new TypeError('Cannot read "Canary Grete" or canary@mail.example'));
}

const logged = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
const figures = (): Promise<string> =>
  fetch(`http://127.0.0.1:${telemetry.metricsPort ?? 0}/metrics`).then((response) => response.text());

describe('the log', () => {
  it('has a line for each request: what was asked for, of which organisation, how it ended, how long it took', async () => {
    const answer = await org.admin.send('query anything { people(first: 1) { nodes { id } } }');
    const line = logged().find(({ requestId }) => requestId === answer.headers['x-request-id']);
    expect(line).toEqual({
      level: 'info',
      time: expect.any(String) as string,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      organisationId: org.id,
      operation: 'query people',
      code: 'OK',
      status: 200,
      ms: expect.any(Number) as number,
      msg: 'request',
    });
    const ends = logged().map(({ operation, code }) => `${String(operation)} ${String(code)}`);
    for (const end of [
      'mutation proposeAssessment OK',
      'mutation addTeam TEAM_NAME_TAKEN',
      'mutation addTeam INTERNAL',
      'none UNAUTHENTICATED',
      'none GRAPHQL_VALIDATION_FAILED',
      'none GRAPHQL_PARSE_FAILED',
    ])
      expect(ends).toContain(end);
  });

  it('has a line for each request of an identity provider, by the id of the answer, with words of ours alone', () => {
    const told = provisioned.map(({ headers }) => {
      const line = logged().find(({ requestId }) => requestId === headers['x-request-id']);
      return [line?.['organisationId'], line?.['operation'], line?.['code'], line?.['status']];
    });
    expect(told).toEqual([
      [org.id, 'scim GET Users', 'OK', 200],
      [org.id, 'scim GET Users', 'OK', 200],
      [org.id, 'scim POST Users', 'BAD_REQUEST', 400],
      [org.id, 'scim GET an unknown address', 'NOT_FOUND', 404],
      [null, 'scim GET Users', 'UNAUTHENTICATED', 401],
    ]);
  });

  it('tells a fault by its kind and place', () => {
    const faults = logged().filter(({ msg }) => msg === 'fault');
    expect(faults.map(({ error }) => error)).toEqual([
      expect.objectContaining({
        kind: 'DatabaseError',
        message: null,
        database: expect.objectContaining({ code: 'P0001' }) as object,
      }) as object,
      expect.objectContaining({ kind: 'TypeError', message: 'Cannot read … or …' }) as object,
    ]);
    for (const { error } of faults) expect((error as { at: string[] }).at[0]).toMatch(/^at /);
  });

  it('holds no name, address, text, password, token or cookie of anybody, nor do metrics and traces', async () => {
    const all = `${lines.join('\n')}\n${await figures()}`;
    expect(lines.length).toBeGreaterThanOrEqual(20); // what the tour left, before any test of this file
    for (const secret of secrets) expect(all.toLowerCase()).not.toContain(secret.toLowerCase());
  });
});

describe('metrics', () => {
  it('count requests by root field, statements, audit events, connections, and the lag of the event loop', async () => {
    const text = await figures();
    for (const line of [
      /^twinladder_request_duration_seconds_count\{operation="mutation proposeAssessment",status="2xx"\} 1$/m,
      /^twinladder_request_codes_total\{code="TEAM_NAME_TAKEN"\} 1$/m,
      /^twinladder_statements_total\{kind="select"\} \d{2,}$/m,
      /^twinladder_audit_events_total\{type="TeamAdded"\} 1$/m,
      /^twinladder_request_duration_seconds_count\{operation="scim GET Users",status="2xx"\} 2$/m,
      /^twinladder_request_duration_seconds_count\{operation="scim GET an unknown address",status="4xx"\} 1$/m,
      /^twinladder_pool_connections\{state="waiting"\} 0$/m,
      /^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m,
    ])
      expect(text).toMatch(line);
  });

  it('have as many labels as the schema has root fields, whatever a client calls its operations, and none of an organisation', async () => {
    await org.admin.send('query a { x: people(first: 1) { nodes { id } } }');
    const series = async (): Promise<number> => (await figures()).split('\n').length;
    const before = await series();
    for (let i = 0; i < 10; i++)
      await org.admin.send(`query own${i} { x${i}: people(first: ${i + 1}) { nodes { id } } }`);
    for (const two of ['teams', 'growthPlans', 'frameworks'])
      await org.admin.send(`{ people(first: 1) { nodes { id } } ${two} { __typename } }`);
    const grown = (await series()) - before;
    expect(grown).toBeLessThan(40); // one more operation at most: `several`, with its buckets
    expect(await figures()).not.toContain(org.id);
  });

  it('are not on the public listener', async () => {
    const { port } = app.server.address() as AddressInfo;
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
  });
});

describe('traces', () => {
  it('go on with the trace of the caller: a span of the request, and below it one of each statement, without values', async () => {
    while (!received.includes('insert idempotency_key')) await new Promise((resolve) => setTimeout(resolve, 50)); // they are sent every second
    const spans = [...received.matchAll(/"traceId":"(\w+)","spanId":"(\w+)".*?"name":"([^"]*)"/g)];
    const own = spans.filter(([, traceId]) => traceId === PARENT).map(([, , , name]) => name);
    expect(own).toContain('mutation addTeam');
    expect(own).toEqual(
      expect.arrayContaining(['insert team', 'insert audit_event', 'insert idempotency_key', 'transaction']),
    );
    for (const secret of secrets) expect(received.toLowerCase()).not.toContain(secret.toLowerCase());
  });
});
