/** Why this file exists: a server with a ledger of what it acknowledged, for the specs that kill it or its database in the middle of writes. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { send, twinladder, type ServerProcess } from '../support/process.js';

export const ROUNDS = Number(process.env['TORTURE_ROUNDS'] ?? 20);
const PASSWORD_LINE = /with the password (\S+) /;

/** Names of all teams that were acknowledged, and of those whose answer never came, with their idempotency keys. */
interface Ledger {
  readonly acknowledged: Set<string>;
  readonly unknown: Set<string>;
}

export interface Site {
  readonly dataDir: string;
  readonly settings: Record<string, string>;
  readonly password: string;
  readonly ledger: Ledger;
}

export function openSite(): Site {
  const dataDir = mkdtempSync(join(tmpdir(), 'twinladder-kill-'));
  const settings = { TWINLADDER_DATA: dataDir, TWINLADDER_DEMO: 'off' };
  const made = twinladder(
    [
      'organisation',
      'create',
      '--slug',
      'torture',
      '--name',
      'Torture',
      '--admin-email',
      'ada@torture.example',
      '--admin-name',
      'Ada',
    ],
    settings,
  );
  const password = PASSWORD_LINE.exec(made.text)?.[1];
  if (password === undefined) throw new Error(made.text);
  return { dataDir, settings, password, ledger: { acknowledged: new Set(), unknown: new Set() } };
}

export async function signIn(server: ServerProcess, site: Site): Promise<string> {
  const { cookie } = await send(server.address, 'mutation($i: SignInInput!) { signIn(input: $i) { __typename } }', {
    i: { organisation: 'torture', email: 'ada@torture.example', password: site.password },
  });
  return cookie;
}

const ADD =
  'mutation($i: AddTeamInput!) { addTeam(input: $i) { __typename ... on AddTeamSuccess { team { name } } ... on Problem { code } } }';

/** Adds one team under its own idempotency key. @returns whether the server acknowledged it */
async function add(server: ServerProcess, cookie: string, name: string): Promise<boolean> {
  try {
    const { body } = await send(server.address, ADD, { i: { name } }, { cookie, 'idempotency-key': `key-${name}` });
    return body.data?.addTeam?.__typename === 'AddTeamSuccess';
  } catch {
    return false;
  }
}

/** Four writers at once until the server stops answering or `until` says enough. */
export async function write(
  server: ServerProcess,
  cookie: string,
  site: Site,
  prefix: string,
  until: () => boolean,
): Promise<void> {
  const one = async (writer: number): Promise<void> => {
    for (let n = 0; n < 400 && !until(); n++) {
      const name = `${prefix}-${writer}-${n}`;
      site.ledger.unknown.add(name);
      if (!(await add(server, cookie, name))) return;
      site.ledger.unknown.delete(name);
      site.ledger.acknowledged.add(name);
    }
  };
  await Promise.all([0, 1, 2, 3].map(one));
}

async function teamNames(server: ServerProcess, cookie: string): Promise<string[]> {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const query =
      'query($after: String) { teams(first: 100, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }';
    const { body } = await send(server.address, query, { after }, { cookie });
    names.push(...(body.data.teams.nodes as { name: string }[]).map((t) => t.name));
    after = body.data.teams.pageInfo.hasNextPage === true ? (body.data.teams.pageInfo.endCursor as string) : null;
  } while (after !== null);
  return names;
}

/** Every acknowledged team is there once; the unknown ones are there once after they were sent again. */
export async function settle(server: ServerProcess, cookie: string, site: Site): Promise<void> {
  const before = await teamNames(server, cookie);
  expect([...site.ledger.acknowledged].filter((n) => !before.includes(n))).toEqual([]);
  for (const name of site.ledger.unknown) {
    expect([name, await add(server, cookie, name)]).toEqual([name, true]);
    site.ledger.acknowledged.add(name);
  }
  site.ledger.unknown.clear();
  const after = await teamNames(server, cookie);
  expect(after.length).toBe(new Set(after).size);
  expect(after.sort()).toEqual([...site.ledger.acknowledged].sort());
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when the server can reach its database. */
export async function ready(server: ServerProcess): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const isReady = await fetch(`${server.address}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await pause(50);
  }
  throw new Error(`not ready again: ${server.output()}`);
}

/** Lines of a server's output about errors that nobody waited for; a killed database must not cause any. */
export const strayErrors = (server: ServerProcess): readonly string[] =>
  server
    .output()
    .split('\n')
    .filter((line) => /uncaught|unhandled/i.test(line));
