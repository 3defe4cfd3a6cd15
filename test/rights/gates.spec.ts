/** Why this file exists: every root field is called under every grant, and without one; the authorization matrix alone decides who is let in. */
import { GRANTS, matrixCells, scopesOf, tokenPermissions, type GrantName } from '../../src/modules/grants/index.js';
import { GateCheck } from '../../src/platform/graphql/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { makeToken } from '../support/api-tokens.js';
import { anyOperations, type AnyOperation } from '../support/any-operation.js';
import { schemaOf } from '../support/clients.js';
import { ASKED_FOR, LEAST_CELLS } from './least-cells.js';

let app: TestApp;
let org: TestOrganisation;
let operations: Map<string, AnyOperation>;
let cells = 0;
beforeAll(async () => {
  app = await startTestApp();
  org = await app.organisation();
  operations = new Map(
    anyOperations(schemaOf(app.running), { id: newId(), optional: false }, 0).map((o) => [o.field, o]),
  );
});
afterAll(async () => {
  expect(cells).toBeGreaterThanOrEqual(LEAST_CELLS.gates);
  expect(app.faults).toEqual([]);
  await app.close();
});

const HARMLESS = new Set(['signOut']); // ends the caller's session, which the other calls need

async function codeOf(client: Client, operation: AnyOperation): Promise<string | null> {
  cells++;
  const answer = await client.send(operation.text, { ...operation.variables });
  return answer.errors.find((e) => e.path?.length === 1 || e.path === undefined)?.extensions.code ?? null;
}

describe('a stranger', () => {
  it('is asked to sign in by every root field that is not open', async () => {
    const open = app.running.app
      .get(GateCheck)
      .rootFields()
      .filter((f) => f.gates[0]?.kind === 'OPEN')
      .map((f) => f.name);
    for (const operation of operations.values()) {
      const code = await codeOf(app.anonymous, operation);
      expect([operation.field, code === 'UNAUTHENTICATED']).toEqual([operation.field, !open.includes(operation.field)]);
    }
  });
});

describe.each(GRANTS.map((g) => [g]))('a member with the grant %s alone', (grant: GrantName) => {
  it('is let in by exactly those root fields whose permission the matrix gives', async () => {
    const client = await org.member([grant]);
    const scopes = scopesOf([grant]);
    for (const root of app.running.app.get(GateCheck).rootFields()) {
      const operation = operations.get(root.name);
      const [gate] = root.gates;
      if (operation === undefined || HARMLESS.has(root.name) || gate?.kind !== 'REQUIRES') continue;
      const code = await codeOf(client, operation);
      expect([root.name, gate.permission, code === 'FORBIDDEN']).toEqual([
        root.name,
        gate.permission,
        !scopes.has(gate.permission),
      ]);
    }
  });
});

describe('an API token that carries all it can, of a member with every grant', () => {
  it('is let in by exactly those root fields that its permissions open, and changes nothing by a permission to read', async () => {
    const token = await makeToken(app, await org.member(GRANTS), { scopes: [...tokenPermissions()] });
    const client: Client = { ...app.anonymous, send: (...call) => token.send(...call) };
    for (const root of app.running.app.get(GateCheck).rootFields()) {
      const operation = operations.get(root.name);
      const [gate] = root.gates;
      if (operation === undefined || gate === undefined) continue;
      const isCarried = gate.kind === 'REQUIRES' && tokenPermissions().has(gate.permission);
      const isFreeOfEffect = root.kind === 'Query' || (gate.kind === 'REQUIRES' && !gate.permission.endsWith(':read'));
      const opens = (isCarried && isFreeOfEffect) || root.name === 'me';
      const isRefused = (await codeOf(client, operation)) === 'FORBIDDEN';
      expect([root.name, isRefused]).toEqual([root.name, !opens]);
    }
  });
});

describe('a member without any grant', () => {
  it('is refused by every root field that asks for a permission', async () => {
    const client = await org.member([]);
    for (const root of app.running.app.get(GateCheck).rootFields()) {
      const operation = operations.get(root.name);
      if (operation === undefined || root.gates[0]?.kind !== 'REQUIRES') continue;
      expect([root.name, await codeOf(client, operation)]).toEqual([root.name, 'FORBIDDEN']);
    }
  });
});

describe('the matrix', () => {
  it('is tried in more cells than the specification asks for, and each door counts its own', () => {
    const { gates, ...others } = LEAST_CELLS;
    for (const least of Object.values(others)) expect(least).toBeGreaterThanOrEqual(100);
    expect(Object.values<number>(others).reduce((sum, least) => sum + least, gates)).toBeGreaterThanOrEqual(ASKED_FOR);
  });

  it('gives no permission twice to one grant with the same reach', () => {
    const names = matrixCells().map((c) => `${c.grant} ${c.permission} ${c.scope}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
