/** Why this file exists: each writing cell of the authorization matrix is tried on a row inside its reach and on one outside, by every mutation behind it. */
import { matrixCells, type MatrixCell } from '../../src/modules/grants/index.js';
import { GateCheck } from '../../src/platform/graphql/index.js';
import { startTestApp, type Client, type TestApp } from '../support/app.js';
import { schemaOf } from '../support/clients.js';
import { LEAST_CELLS } from './least-cells.js';
import { NOT_TRIED, OUT_OF_SIGHT, WITHOUT_ROW, WRITES, type Write } from './writes.js';
import { giveWritingGround, type WritingGround } from './writing-ground.js';

let app: TestApp;
let ground: WritingGround;
let cells = 0;
beforeAll(async () => {
  app = await startTestApp();
  ground = await giveWritingGround(app);
}, 120_000);
afterAll(async () => {
  expect(cells).toBeGreaterThanOrEqual(LEAST_CELLS.writes);
  expect(app.faults).toEqual([]);
  await app.close();
});

const writing = matrixCells().filter((cell) => cell.action !== 'read');
const writesOf = ({ permission }: MatrixCell): readonly (readonly [string, Write])[] =>
  Object.entries(WRITES).filter(([, write]) => write.permission === permission);
const tried = writing.filter((cell) => writesOf(cell).length > 0);

/** What a mutation answers: `done`, or code and field of the problem. */
async function told(client: Client, mutation: string, input: object): Promise<string> {
  const type = schemaOf(app.running).getMutationType()?.getFields()[mutation]?.args[0]?.type;
  const text = `mutation($input: ${String(type)}) { result: ${mutation}(input: $input) { __typename ... on Problem { code field } } }`;
  const { result } = await client.ask(text, { input });
  return result.code === undefined ? 'done' : `${result.code} ${result.field}`;
}

/** Root fields with a gate that asks for a writing permission: name to permission. */
function gated(kind: 'Mutation' | 'Query'): Readonly<Record<string, string>> {
  const permissions = new Set<string>(writing.map((cell) => cell.permission));
  const roots = app.running.app.get(GateCheck).rootFields();
  return Object.fromEntries(
    roots.flatMap(({ name, gates: [gate], kind: one }) =>
      one === kind && gate?.kind === 'REQUIRES' && permissions.has(gate.permission) ? [[name, gate.permission]] : [],
    ),
  );
}

describe('a writing cell of the matrix', () => {
  it.each(tried.map((cell) => [`${cell.grant} ${cell.permission} @${cell.scope}`, cell] as const))(
    '%s lets change the rows of its reach and no others',
    async (_, cell) => {
      const { client, inside, outside } = ground(cell.grant, cell.scope);
      for (const [mutation, write] of writesOf(cell)) {
        const [near, far] = [inside[write.row], outside[write.row]];
        if (near === undefined || far === undefined) throw new Error(`${mutation} has no ${write.row} to try`);
        expect([mutation, await told(client, mutation, write.input(far))]).toEqual([mutation, write.outside]);
        const expected = OUT_OF_SIGHT[`${cell.grant} ${mutation}`] === undefined ? write.inside : write.outside;
        expect([mutation, await told(client, mutation, write.input(near))]).toEqual([mutation, expected]);
        cells += 2;
      }
    },
  );

  it('is tried, or its permission is named with the reason why it cannot be', () => {
    const left = new Set(writing.filter((cell) => !tried.includes(cell)).map((cell) => cell.permission));
    expect([...left].sort()).toEqual(Object.keys(NOT_TRIED).sort());
  });
});

describe('the mutations behind the writing cells', () => {
  it('are those that are tried, each by the permission of its gate, and those that act on no row', () => {
    const gates = gated('Mutation');
    for (const [mutation, { permission }] of Object.entries(WRITES))
      expect([mutation, gates[mutation]]).toEqual([mutation, permission]);
    const rowless = Object.keys(gates).filter((mutation) => WRITES[mutation] === undefined);
    expect(rowless.sort()).toEqual(Object.keys(WITHOUT_ROW).sort());
  });

  it('tell a row outside of a reach from one inside', () => {
    for (const [mutation, { inside, outside }] of Object.entries(WRITES))
      expect([mutation, inside === outside]).toEqual([mutation, false]);
  });

  it('are not there where it is said that no root field asks for a permission', () => {
    const asked = new Set([...Object.values(gated('Mutation')), ...Object.values(gated('Query'))]);
    for (const [permission, reason] of Object.entries(NOT_TRIED))
      expect([permission, asked.has(permission)]).toEqual([permission, !reason.startsWith('no root field')]);
  });
});
