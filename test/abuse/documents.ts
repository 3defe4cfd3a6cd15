/** Why this file exists: documents and variables that are malformed, circular, huge, or wrong in every type that the API takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attempt } from './wire.js';

const many = (n: number, piece: (i: number) => string, between = ' '): string =>
  Array.from({ length: n }, (_, i) => piece(i)).join(between);
const ID = '00000000-0000-7000-8000-000000000000';

const deepTypes = (depth: number): string => many(depth, () => '{ ofType', ' ') + ' { name }' + ' }'.repeat(depth);
/** Documents that are not GraphQL, and documents that do not fit the schema. */
const { broken, invalid } = JSON.parse(readFileSync(join(import.meta.dirname, 'documents.json'), 'utf8')) as Record<
  'broken' | 'invalid',
  readonly string[]
>;

/** Too deep, too wide, too long, too often. */
const HUGE: readonly string[] = [
  `{ ${many(1_000, (i) => `a${i}: __typename`)} }`,
  `{ ${many(16, (i) => `a${i}: me { permissions }`)} }`,
  `{ ${many(5_000, () => '__typename')} }`,
  many(3_000, () => '{ me ') + '}'.repeat(3_000),
  many(500, () => '{ me') + '}'.repeat(500),
  `{ me { permissions } } ${many(400, (i) => `fragment F${i} on Person { id }`)}`,
  `{ ...F0 } ${many(60, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on Query { __typename }`,
  `{ ...F0 } ${many(120, (i) => `fragment F${i} on Query { ...F${(i + 1) % 120} }`)}`,
  `{ me { permissions ${many(300, () => '@include(if: true)')} } }`,
  `query(${many(900, (i) => `$v${i}: Int`)}) { __typename }`,
  `{ __schema { types { fields { type ${deepTypes(20)} } } } }`,
  `{ __schema { ${many(15, (i) => `a${i}: types { fields { type { name } } }`)} } }`,
  `{ people(first: 100) { nodes { ${many(14, (i) => `m${i}: manager { id }`)} } } }`,
  `{ ${many(3, (i) => `g${i}: growthPlans(first: 100) { nodes { goals { skill { levels { level } } } } }`)} }`,
  `# ${'x'.repeat(59_000)}\n{ __typename }`,
  `{ __typename }${' '.repeat(70_000)}`,
  `{ person(id: "${'x'.repeat(50_000)}") { id } }`,
  `{ person(id: """${'"'.repeat(2)} ${'\\"""'.repeat(5_000)}""") { id } }`,
  `{ people(first: ${'['.repeat(1_500)}1${']'.repeat(1_500)}) { nodes { id } } }`,
  `{ nothing(a: ${'{ a: '.repeat(900)}1${' }'.repeat(900)}) }`,
  `{ ${many(30, (i) => `nothing${i}`)} }`,
  `mutation { ${many(15, (i) => `a${i}: signIn(input: { organisation: "x", email: "a@b.example", password: "${i}" }) { __typename }`)} }`,
  `mutation { ${many(40, (i) => `a${i}: signIn(input: { organisation: "x", email: "a@b.example", password: "${i}" }) { __typename }`)} }`,
];

const NOT_IDS = [
  '',
  ' ',
  'x',
  ID.slice(1),
  `{${ID}}`,
  ID.toUpperCase(),
  `${ID}\n`,
  `${ID}' or '1'='1`,
  "'; drop table member; --",
  '\u0000',
  '../..',
  'x'.repeat(9_000),
  -1,
  1.5,
  true,
  [],
  [[ID]],
  {},
  { id: ID },
];
const NOT_NUMBERS = [1.5, '1', 'x', -1, 0, 101, 2_147_483_648, -2_147_483_649, 1e300, true, [], {}, [[1]], ''];
const NOT_DAYS = [
  '',
  'x',
  '2026-02-30',
  '0000-00-00',
  '0000-01-01',
  '10000-01-01',
  '2026-1-1',
  '2026-13-01',
  '2026-11-22T00:00:00Z',
  20_261_122,
  -1,
  true,
  [],
  {},
  "2026-11-22'",
];
const NOT_INSTANTS = [
  '',
  'x',
  '2026-11-22',
  '2026-11-22T25:00:00Z',
  '2026-11-22T12:00:00',
  '2026-02-30T00:00:00Z',
  '+275760-09-14T00:00:00Z',
  0,
  true,
  [],
  {},
];
const NOT_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u0007',
  '\u202e\u200b',
  'x'.repeat(20_001),
  1,
  true,
  [],
  {},
  ['a', 'b'],
  null,
];
const NOT_CURSORS = [
  '',
  'x',
  'eyJ9',
  Buffer.from('{"id":1}').toString('base64url'),
  'x'.repeat(5_000),
  '..',
  "' or 1=1",
  '\u0000',
  1,
  [],
  {},
];
const NOT_ENUMS = ['', 'NOTHING', 'accept', 1, true, [], {}, 'ACCEPT; DROP', null];

interface Place {
  readonly name: string;
  readonly text: string;
  readonly wrong: readonly unknown[];
  readonly variables: (value: unknown) => object;
}
const candidate = (more: object): object => ({
  i: { displayName: 'Ana', source: 'DIRECT', consentedOn: '2026-11-22', ...more },
});
const ADD =
  'mutation($i: AddCandidateInput!) { addCandidate(input: $i) { __typename ... on Problem { code field message } } }';
const PLACES: readonly Place[] = [
  {
    name: 'an id',
    text: 'query($v: ID!) { person(id: $v) { id displayName } }',
    wrong: NOT_IDS,
    variables: (v) => ({ v }),
  },
  {
    name: 'a page size',
    text: 'query($v: Int) { people(first: $v) { nodes { id } } }',
    wrong: NOT_NUMBERS,
    variables: (v) => ({ v }),
  },
  {
    name: 'a cursor',
    text: 'query($v: String) { people(after: $v) { nodes { id } } }',
    wrong: NOT_CURSORS,
    variables: (v) => ({ v }),
  },
  {
    name: 'a cursor of the audit log',
    text: 'query($v: String) { auditEvents(after: $v) { nodes { id } } }',
    wrong: NOT_CURSORS,
    variables: (v) => ({ v }),
  },
  {
    name: 'a day',
    text: 'query($v: Day) { skillsMatrix(asOf: $v) { asOf } }',
    wrong: NOT_DAYS,
    variables: (v) => ({ v }),
  },
  { name: 'a name', text: ADD, wrong: NOT_TEXTS, variables: (v) => candidate({ displayName: v }) },
  {
    name: 'an e-mail address',
    text: ADD,
    wrong: [...NOT_TEXTS, 'a', 'a@', '@b', 'a@b@c', 'a@b.example\r\nbcc: x@y.example', `${'a'.repeat(300)}@b.example`],
    variables: (v) => candidate({ email: v }),
  },
  { name: 'an enum', text: ADD, wrong: NOT_ENUMS, variables: (v) => candidate({ source: v }) },
  { name: 'a day of input', text: ADD, wrong: NOT_DAYS, variables: (v) => candidate({ consentedOn: v }) },
  {
    name: 'an instant',
    text: 'mutation($i: UpdateInterviewInput!) { updateInterview(input: $i) { __typename } }',
    wrong: NOT_INSTANTS,
    variables: (v) => ({ i: { interviewId: ID, version: 1, scheduledAt: v } }),
  },
  {
    name: 'a whole input',
    text: ADD,
    wrong: [null, 1, 'x', true, [], [{}], {}, { displayName: {} }],
    variables: (v) => ({ i: v }),
  },
  {
    name: 'what only the server sets',
    text: ADD,
    wrong: [
      'organisationId',
      'id',
      'version',
      'createdAt',
      'submittedAt',
      'score',
      'role',
      'memberId',
      '__proto__',
      'constructor',
      'toString',
    ],
    variables: (v) => candidate(JSON.parse(`{"${String(v)}":"${ID}"}`) as object),
  },
  {
    name: 'a list',
    text: 'query($v: [String!]) { skillsMatrix(overlayKeys: $v) { asOf } }',
    wrong: [
      Array.from({ length: 501 }, () => 'x'),
      Array.from({ length: 5_000 }, () => ''),
      [null],
      [[]],
      {},
      1,
      ["' or 1=1"],
      'x',
      ['\u0000'],
    ],
    variables: (v) => ({ v }),
  },
];

/** What GraphQL must refuse or survive. */
export function graphqlAttempts(): readonly Attempt[] {
  const texts = [...broken, ...invalid, ...HUGE].map((query, i) => ({
    name: `document ${i}: ${query.slice(0, 40)}`,
    body: JSON.stringify({ query }),
  }));
  const values = PLACES.flatMap(({ name, text, wrong, variables }) =>
    wrong.map((value, i) => ({
      name: `${name} ${i} is ${JSON.stringify(value).slice(0, 30)}`,
      body: JSON.stringify({ query: text, variables: variables(value) }),
    })),
  );
  return [...texts, ...values];
}
