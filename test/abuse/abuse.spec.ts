/** Why this file exists: whatever is sent, by whomever, the server answers in order, tells nothing of its inside, and goes on. */
import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { GRANTS } from '../../src/modules/grants/index.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../support/app.js';
import { anyOperations } from '../support/any-operation.js';
import { schemaOf } from '../support/clients.js';
import { fewAtOnce } from '../support/few-at-once.js';
import { httpAttempts } from './bodies.js';
import { graphqlAttempts } from './documents.js';
import { Mutator } from './mutator.js';
import { SOCKETS } from './sockets.js';
import { attempt, onSocket, wrongWith, type Attempt } from './wire.js';

let app: TestApp;
let server: Server;
let organisation: TestOrganisation;
/** A cookie for each grant, and `null` for nobody. */
let callers: readonly (string | null)[];
/** Sockets that say nothing wait for the server's patience to end while the other tests run. */
let closing: Promise<readonly { readonly name: string; readonly text: string }[]>;
beforeAll(async () => {
  app = await startTestApp();
  server = app.server;
  organisation = await app.organisation();
  closing = Promise.all(SOCKETS.map(async ([name, bytes]) => ({ name, ...(await onSocket(server, bytes)) })));
  const members = [];
  for (const grant of GRANTS) members.push(await organisation.member([grant]));
  callers = [null, ...members.map(({ cookie }) => cookie)];
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const as = (cookie: string | null, one: Attempt): Attempt =>
  cookie === null || one.headers?.['cookie'] !== undefined ? one : { ...one, headers: { cookie, ...one.headers } };
const told = ({ path, headers, body }: Attempt): string =>
  `${path ?? ''} ${JSON.stringify(headers ?? {})} ${String(body ?? '')}`;

/** Asks an innocent question again and again until it is told to stop. @returns how long each took, milliseconds, shortest first */
async function innocently(until: Promise<unknown>): Promise<number[]> {
  const state = { ended: false };
  void until.finally(() => (state.ended = true));
  const took: number[] = [];
  while (!state.ended) {
    const began = performance.now();
    await organisation.admin.ask('{ me { permissions } }');
    took.push(performance.now() - began);
    await setTimeout(20);
  }
  return took.sort((a, b) => a - b);
}

/** Sends attempts, a few at a time, and says how an innocent caller fared beside them. @returns what was wrong with the answers */
async function send(attempts: readonly Attempt[]): Promise<string[]> {
  const sending = sendAll(attempts);
  const took = await innocently(sending);
  const at = (part: number): string => `${(took[Math.floor(took.length * part)] ?? 0).toFixed(0)} ms`;
  process.stdout.write(
    `${attempts.length} attempts; ${took.length} innocent requests beside them: p50 ${at(0.5)}, p99 ${at(0.99)}\n`,
  );
  return sending;
}

async function sendAll(attempts: readonly Attempt[]): Promise<string[]> {
  const wrong: string[] = [];
  await fewAtOnce(attempts, async (one) => {
    const reply = await attempt(server, one);
    for (const fault of wrongWith(reply, told(one))) wrong.push(`${one.name}: ${fault}`);
  });
  return wrong;
}

const isWell = async (): Promise<boolean> => {
  const { data } = await organisation.admin.send('{ me { permissions } }');
  return data.me.permissions.length > 10;
};

it('three hundred kinds of abuse and more, as each grant and as nobody, find no crash, no hang, no fault and no leak', async () => {
  const attempts = [...httpAttempts(), ...graphqlAttempts()];
  expect(attempts.length).toBeGreaterThanOrEqual(300);
  expect(new Set(attempts.map(({ name }) => name)).size).toBe(attempts.length);
  const all = callers.flatMap((cookie) => attempts.map((one) => as(cookie, one)));
  expect(await send(all)).toEqual([]);
  expect(await isWell()).toBe(true);
});

/** Would end the sessions that the callers need. */
const SPARED = new Set(['signOut', 'endSession', 'endOtherSessions', 'setSessionLimits']);
const MUTATIONS = 10_000;
const SEED = 20_261_122;

it('ten thousand valid requests, each changed a little, find the same', async () => {
  const schema = schemaOf(app.running);
  const valid = anyOperations(schema, { id: '00000000-0000-7000-8000-000000000000', optional: true }, 1)
    .filter(({ field, text }) => !SPARED.has(field) && text.length < 8_000)
    .map(({ text, variables }) => ({ query: text, variables }));
  const mutator = new Mutator(SEED);
  const attempts = Array.from({ length: MUTATIONS }, (_, i) => {
    const body = mutator.body(mutator.pick(valid));
    return as(callers[i % callers.length] ?? null, { name: `mutation ${i} of seed ${SEED}`, body });
  });
  expect(await send(attempts)).toEqual([]);
  expect(await isWell()).toBe(true);
});

it('connections that say nothing, too little or nonsense are closed, and smuggle nothing', async () => {
  for (const { name, text } of await closing) {
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
    expect([name, statuses.filter((status) => status >= 500)]).toEqual([name, []]);
    expect([name, statuses.length]).toEqual([name, Math.min(1, statuses.length)]);
  }
  expect(await isWell()).toBe(true);
});
