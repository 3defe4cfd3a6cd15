/** Why this file exists: bodies, headers, methods and addresses that no client of ours sends. */
import { deflateSync, gzipSync } from 'node:zlib';
import type { Attempt } from './wire.js';

const ME = '{"query":"{ me { permissions } }"}';
const json = (value: unknown): string => JSON.stringify(value);
const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

const TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    'null',
    'true',
    'false',
    '0',
    '-0',
    '1e400',
    '"text"',
    '[]',
    '{}',
    '{',
    '}',
    '[',
    '{"query"',
    '{"query":',
  ],
  ...[
    '{"query":}',
    '{"query":"{ me"',
    "{'query':'{ me { permissions } }'}",
    '{query:"x"}',
    '{"query":"\\u00"}',
    '{"query":"\\x41"}',
  ],
  ...[
    '{"query":"{ __typename }",}',
    '{"query":"{ __typename }"}{"query":"{ __typename }"}',
    '// x\n{"query":"x"}',
    'NaN',
    'undefined',
  ],
  `\uFEFF${ME}`,
  `${ME}\u0000`,
  nested(20_000, '[', ']'),
  nested(10_000, '{"a":', '}'),
  `{"query":"{ __typename }","variables":${nested(20_000, '[', ']')}}`,
  json({ query: '{ __typename }', variables: { a: 'x'.repeat(101 * 1024) } }),
  json({ query: `{ ${'a'.repeat(99 * 1024)} }` }),
  json({ query: 'x'.repeat(2 * 1024 * 1024) }),
  '{"query":"{ __typename }","query":"mutation { signOut }"}',
  '{"__proto__":{"query":"{ __typename }"}}',
  '{"constructor":{"prototype":{"query":"{ __typename }"}}}',
  '{"query":"{ __typename }","__proto__":{"isAdmin":true}}',
  json([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
  json(Array.from({ length: 500 }, () => ({ query: '{ __typename }' }))),
];
const WRONG = [null, true, 0, -1, 1.5, '', 'x', [], {}, [[]], { query: 'x' }, 'x'.repeat(300)];
const FIELDS = ['query', 'variables', 'operationName', 'extensions'];

function ofBody(): Attempt[] {
  const texts = TEXTS.map((body, i) => ({ name: `body ${i}: ${body.slice(0, 30)}`, body }));
  const fields = FIELDS.flatMap((field) =>
    WRONG.map((value, i) => ({
      name: `${field} ${i} is ${json(value).slice(0, 30)}`,
      body: json({ query: '{ __typename }', [field]: value }),
    })),
  );
  const bytes: readonly (readonly [string, Buffer])[] = [
    ['UTF-16', Buffer.from(ME, 'utf16le')],
    ['latin-1', Buffer.from('{"query":"{ é }"}', 'latin1')],
    ['half a character', Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc3]), Buffer.from('"}')])],
    ['an overlong character', Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])],
    ['all bytes', Buffer.from(Array.from({ length: 256 }, (_, i) => i))],
  ];
  return [...texts, ...fields, ...bytes.map(([name, body]) => ({ name: `body in ${name}`, body }))];
}

const TYPES = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'text/html',
    '',
  ],
  ...[
    'application/json; charset=utf-16',
    'application/json; charset=latin1',
    'application/graphql',
    'application/jsonx',
    'json',
  ],
  ...[
    'application/json, text/plain',
    'application/json;;;',
    `application/json; ${'x'.repeat(4_000)}=1`,
    '*/*',
    'application/octet-stream',
  ],
];
const KEYS = [
  '',
  'short',
  'x'.repeat(129),
  'with a space',
  'ключ-ключ',
  '../../etc/passwd',
  "'; drop table member; --",
];
const AUTHORIZATIONS = [
  ...[
    'Basic YTpi',
    'Bearer',
    'Bearer ',
    'bearer  x',
    'Bearer tlk_',
    'Bearer tlk__',
    'Bearer tlk_a_b',
    'Digest x',
    'Negotiate',
  ],
  ...[
    `Bearer ${'x'.repeat(8_000)}`,
    'Bearer tlk_%00_%00',
    "Bearer ' or 1=1",
    'Bearer null',
    'Bearer eyJhbGciOiJub25lIn0.e30.',
  ],
];
const COOKIES = [
  ...[
    'twinladder_session=',
    'twinladder_session=x',
    'twinladder_session=%',
    'twinladder_session=a.b',
    '=;;;=',
    'twinladder_session',
  ],
  ...['twinladder_session=00000000-0000-7000-8000-000000000000.x', `twinladder_session=${'x'.repeat(9_000)}`],
  ...["twinladder_session=' or 1=1 --", 'a=b; '.repeat(1_500), 'twinladder_session=1; twinladder_session=2'],
  ...['__Host-twinladder_session=x', 'twinladder_session="x"', 'twinladder_session=../../..', 'TWINLADDER_SESSION=x'],
];

const bomb = gzipSync(Buffer.alloc(5_000_000, 0x20));
/** Bodies that are packed, or say so; the first would unpack to 5 MB. */
const PACKED: readonly (readonly [string, Buffer])[] = [
  ['gzip', bomb],
  ['deflate', deflateSync(ME)],
  ['br', Buffer.from(ME)],
  ['identity, gzip', bomb],
  ['compress', Buffer.from(ME)],
];
/** Headers with the values that they are given. */
const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['content-type', TYPES],
  ['idempotency-key', KEYS],
  ['authorization', AUTHORIZATIONS],
  ['cookie', COOKIES],
  ['accept', ['', 'text/html', 'application/xml', '*/*;q=x', 'x'.repeat(5_000), 'application/graphql-response+json']],
  ['origin', ['https://evil.example', 'null', 'file://', '']],
  ['x-forwarded-for', ["' or 1=1", '::1', 'x'.repeat(3_000), '127.0.0.1, 10.0.0.1']],
  ['x-http-method-override', ['GET', 'DELETE']],
  ['host', ['evil.example', '', '127.0.0.1:99999', '[::1']],
  ['expect', ['100-continue', '200-ok']],
];

function ofHeaders(): Attempt[] {
  const one = (header: string, values: readonly string[]): Attempt[] =>
    values.map((value, i) => ({
      name: `${header} ${i}: ${value.slice(0, 30)}`,
      headers: { [header]: Buffer.from(value, 'utf8').toString('latin1') },
      body: ME,
    }));
  return [
    ...HEADERS.flatMap(([header, values]) => one(header, values)),
    ...PACKED.map(([encoding, body]) => ({
      name: `packed as ${encoding}`,
      headers: { 'content-encoding': encoding },
      body,
    })),
    {
      name: 'three hundred headers',
      headers: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`x-h${i}`, 'v'])),
      body: ME,
    },
    { name: 'a header of 20 kB', headers: { 'x-long': 'v'.repeat(20_000) }, body: ME },
  ];
}

const METHODS = ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'LINK', 'PURGE'];
const QUERY = encodeURIComponent('{ me { permissions } }');
const CHANGE = encodeURIComponent('mutation { signOut }');
const PATHS = [
  ...[
    `/graphql?query=${QUERY}`,
    `/graphql?query=${CHANGE}`,
    '/graphql/',
    '//graphql',
    '/graphql/x',
    '/GRAPHQL',
    '/graphql%00',
    '/graphql;x',
  ],
  ...[
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00',
    '/assets/....//x',
    '/%',
  ],
  ...[
    '/%ff%fe',
    `/${'x'.repeat(7_000)}`,
    '/status/%00',
    "/status/'or'1'='1",
    '/jobs/%F0%9F',
    '/jobs/../../x',
    '/health',
    '/health/x',
    '/health/live?x=%',
  ],
  ...[
    '/.env',
    '/.git/config',
    '/dist/main.js',
    '/package.json',
    '/documents.json',
    '/scim/v2/Users',
    '/metrics',
    '/favicon.ico%0d%0aset-cookie:x=y',
  ],
];

function ofAddress(): Attempt[] {
  return [
    ...METHODS.map((method) => ({ name: `${method} /graphql`, method, path: `/graphql?query=${QUERY}` })),
    ...PATHS.flatMap((path, i) =>
      ['GET', 'POST'].map((method) => ({ name: `${method} ${i}: ${path.slice(0, 40)}`, method, path })),
    ),
    {
      name: 'an upgrade to a WebSocket',
      method: 'GET',
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': 'graphql-transport-ws',
      },
    },
    {
      name: 'a form of another site',
      headers: { 'content-type': 'text/plain', origin: 'https://evil.example' },
      body: ME,
    },
  ];
}

/** What HTTP itself must refuse or survive. */
export const httpAttempts = (): readonly Attempt[] => [...ofBody(), ...ofHeaders(), ...ofAddress()];
