/** Why this file exists: what somebody writes comes back as they wrote it, or is refused; in every text field that any change takes. */
import { getNamedType, getNullableType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import { matrixCells } from '../../src/modules/grants/index.js';
import { allTables } from '../../src/platform/database/index.js';
import { WRITES } from '../rights/writes.js';
import { giveWritingGround, type WritingGround } from '../rights/writing-ground.js';
import { startTestApp, type Client, type TestApp } from '../support/app.js';
import { schemaOf } from '../support/clients.js';
import { HOSTILE, pieces, REFUSED } from './hostile-texts.js';

let app: TestApp;
let ground: WritingGround;
beforeAll(async () => {
  app = await startTestApp();
  ground = await giveWritingGround(app);
}, 120_000);
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

/** Names a record, an address or a secret: other rules hold for them. */
const NO_PROSE = /key|category|email|phone|token|password|organisation|slug|link|cursor|after|expectedHash/i;
let serial = 0;
const sent = new Map<number, string>();
const LONG = 'A sentence that is long enough for any text that is asked for here.';
/** A text with marks around it, by which it is found again wherever it was stored. */
function marked(text: string): string {
  sent.set(++serial, text);
  return `⟦${serial}⟧${text}⟦/${serial}⟧ ${LONG}`;
}

type Put = (path: string) => string;
/** The input with another text in every text field that it has or may have. @returns the paths of those fields beside it */
function withTexts(type: GraphQLInputType, value: unknown, put: Put, path = 'input'): unknown {
  const bare = getNullableType(type);
  if (isListType(bare))
    return Array.isArray(value) ? value.map((one, i) => withTexts(bare.ofType, one, put, `${path}.${i}`)) : value;
  if (isInputObjectType(bare)) {
    const given = (value ?? {}) as Record<string, unknown>;
    const fields = Object.values(bare.getFields());
    const filled = fields.map(({ name, type: inner }) => [
      name,
      getNamedType(inner).name === 'String' || given[name] !== undefined
        ? withTexts(inner, given[name], put, `${path}.${name}`)
        : undefined,
    ]);
    return Object.fromEntries(filled.filter(([, one]) => one !== undefined));
  }
  const isProse = getNamedType(bare).name === 'String' && !NO_PROSE.test(path);
  return isProse ? put(path) : value;
}

interface Told {
  readonly code: string | null;
  readonly fields: readonly string[];
  readonly currentVersion: number | null;
}
const inputTypeOf = (mutation: string): GraphQLInputType => {
  const type = schemaOf(app.running).getMutationType()?.getFields()[mutation]?.args[0]?.type;
  if (type === undefined) throw new Error(`${mutation} takes no input`);
  return type;
};

async function tell(client: Client, mutation: string, input: unknown): Promise<Told> {
  const text = `mutation($input: ${String(inputTypeOf(mutation))}) { result: ${mutation}(input: $input) { __typename ... on Problem { code field facts { name value } } } }`;
  const { data, errors } = await client.send(text, { input });
  const [error] = errors;
  if (error !== undefined)
    return {
      code: error.extensions.code,
      fields: (error.extensions.fields ?? []).map(({ field }) => field),
      currentVersion: null,
    };
  const {
    code = null,
    field,
    facts = [],
  } = data.result as { code?: string; field?: string; facts?: { name: string; value: string }[] };
  const version = facts.find(({ name }) => name === 'currentVersion')?.value;
  return {
    code,
    fields: field === undefined ? [] : [field],
    currentVersion: version === undefined ? null : Number(version),
  };
}

interface Change {
  readonly mutation: string;
  readonly client: Client;
  readonly input: Record<string, unknown>;
}
/** Each change that the matrix allows to somebody, on a row within their reach, and those that make a row. */
function changes(): Change[] {
  const made: Change[] = [];
  for (const [mutation, { permission, row, input }] of Object.entries(WRITES)) {
    const cell = matrixCells().find((one) => one.permission === permission);
    if (cell === undefined) throw new Error(`nobody holds ${permission}`);
    const { client, inside } = ground(cell.grant, cell.scope);
    const id = inside[row];
    if (id !== undefined) made.push({ mutation, client, input: input(id) as Record<string, unknown> });
  }
  const admin = ground('ORGANISATION_ADMIN', 'ALL').client;
  const manager = ground('HIRING_MANAGER', 'REQUISITION').client;
  return [
    ...made,
    { mutation: 'addPerson', client: admin, input: { displayName: 'x', startedOn: '2026-01-01' } },
    { mutation: 'addTeam', client: admin, input: { name: 'x' } },
    {
      mutation: 'addCandidate',
      client: manager,
      input: { displayName: 'x', source: 'DIRECT', consentedOn: '2026-01-01' },
    },
  ];
}

/** Sends a change, once more with the version that the row has when it was told to be stale. */
async function change({ mutation, client, input }: Change, put: Put): Promise<Told> {
  const filled = withTexts(inputTypeOf(mutation), input, put) as Record<string, unknown>;
  const first = await tell(client, mutation, filled);
  if (first.currentVersion === null) return first;
  return tell(client, mutation, { ...filled, version: first.currentVersion });
}

/** Every text below a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What stands between marks anywhere in the database: by number of the mark, each text that was found. */
async function stored(): Promise<Map<number, Set<string>>> {
  const found = new Map<number, Set<string>>();
  const organisationId = await organisationOf();
  for (const table of allTables().filter(({ isTenant }) => isTenant)) {
    const rows = await app.database.read({ organisationId, actor: null, requestId: 'scan' }, (unit) =>
      unit.rows(`select * from ${table.name} where organisation_id = $1`),
    );
    for (const text of textsIn(rows))
      for (const [, mark, inside] of text.matchAll(/⟦(\d+)⟧(.*?)⟦\/\1⟧/gsu)) {
        const known = found.get(Number(mark)) ?? new Set<string>();
        found.set(Number(mark), known.add(inside ?? ''));
      }
  }
  return found;
}
async function organisationOf(): Promise<never> {
  const { client } = ground('ORGANISATION_ADMIN', 'ALL');
  const [row] = await app.database.readShared<{ id: string }>('select id from organisation order by id');
  expect([row?.id, client.memberId]).toEqual([expect.any(String), expect.any(String)]);
  return row?.id as never;
}

/** Changes after which others are not possible any more: they are made once, at the end. */
const LAST =
  /^(close|complete|confirm|decide|drop|end|finish|hire|pause|publish|reject|remove|retire|revoke|submit|take|withdraw)/;

it('every hostile text is stored as it was written wherever it is taken, and refused with a typed problem elsewhere', async () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(116);
  const texts = pieces(60);
  const taken = new Map<number, string>();
  const found = new Map<number, string>();
  for (const [i, text] of [...texts, ...texts.slice(0, 1)].entries()) {
    for (const one of changes().filter(({ mutation }) => i === texts.length || !LAST.test(mutation))) {
      const [from, told] = [serial, await change(one, () => marked(text))];
      expect([one.mutation, told.code]).not.toEqual([one.mutation, 'INTERNAL']);
      if (told.code === null) for (let mark = from + 1; mark <= serial; mark++) taken.set(mark, one.mutation);
    }
    for (const [mark, stands] of await stored()) {
      // before the next text takes its place
      expect([mark, [...stands]]).toEqual([mark, [sent.get(mark)]]);
      found.set(mark, text);
    }
  }
  expect([...taken].filter(([mark]) => !found.has(mark))).toEqual([]);
  const kinds = new Set(taken.values());
  expect(kinds.size).toBeGreaterThanOrEqual(20);
});

it('a text that cannot be shown is refused at every text field, by its name', async () => {
  for (const one of changes()) {
    const paths: string[] = [];
    withTexts(inputTypeOf(one.mutation), one.input, (path) => {
      paths.push(path);
      return 'x';
    });
    for (const [i, path] of paths.entries()) {
      const told = await change(one, (other) => (other === path ? (REFUSED[i % REFUSED.length] ?? '') : LONG));
      expect([one.mutation, path, told.code]).toEqual([one.mutation, path, 'BAD_INPUT']);
      expect(told.fields).toContain(path);
    }
  }
});
