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

function ofHeaders(): Attempt[] {
  const one = (header: string, values: readonly string[]): Attempt[] =>
    values.map((value, i) => ({
      name: `${header} ${i}: ${value.slice(0, 30)}`,
      headers: { [header]: Buffer.from(value, 'utf8').toString('latin1') },
      body: ME,
    }));
  const bomb = gzipSync(Buffer.alloc(5_000_000, 0x20));
  const packed: readonly (readonly [string, Buffer])[] = [
    ['gzip', bomb],
    ['deflate', deflateSync(ME)],
    ['br', Buffer.from(ME)],
    ['identity, gzip', bomb],
    ['compress', Buffer.from(ME)],
  ];
  return [
    ...one('content-type', TYPES),
    ...one('idempotency-key', KEYS),
    ...one('authorization', AUTHORIZATIONS),
    ...one('cookie', COOKIES),
    ...one('accept', [
      '',
      'text/html',
      'application/xml',
      '*/*;q=x',
      'x'.repeat(5_000),
      'application/graphql-response+json',
    ]),
    ...one('origin', ['https://evil.example', 'null', 'file://', '']),
    ...one('x-forwarded-for', ["' or 1=1", '::1', 'x'.repeat(3_000), '127.0.0.1, 10.0.0.1']),
    ...one('x-http-method-override', ['GET', 'DELETE']),
    ...one('host', ['evil.example', '', '127.0.0.1:99999', '[::1']),
    ...one('expect', ['100-continue', '200-ok']),
    ...packed.map(([encoding, body]) => ({
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

function ofAddress(): Attempt[] {
  const methods = ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'LINK', 'PURGE'];
  const query = encodeURIComponent('{ me { permissions } }');
  const change = encodeURIComponent('mutation { signOut }');
  const paths = [
    ...[
      `/graphql?query=${query}`,
      `/graphql?query=${change}`,
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
  return [
    ...methods.map((method) => ({ name: `${method} /graphql`, method, path: `/graphql?query=${query}` })),
    ...paths.flatMap((path, i) =>
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

/** What goes over the bare socket: broken, smuggled and slow. */
export const SOCKETS: readonly (readonly [string, string])[] = [
  ['nothing at all', ''],
  ['half a request line', 'POST /gra'],
  ['headers that never end', 'POST /graphql HTTP/1.1\r\nHost: x\r\nX-A: b\r\n'],
  [
    'a body that never comes',
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"query":',
  ],
  [
    'a chunk that never ends',
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFF\r\n{"q',
  ],
  ['two lengths', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef'],
  [
    'a length and chunks',
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
  ],
  ['a negative length', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
  ['a length beyond all numbers', `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: ${'9'.repeat(40)}\r\n\r\n`],
  ['a bad chunk size', 'POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['no host', 'GET /health/live HTTP/1.1\r\n\r\n'],
  ['an old version', 'GET /health/live HTTP/0.9\r\n\r\n'],
  ['a version of the future', 'GET /health/live HTTP/3.7\r\nHost: x\r\n\r\n'],
  ['TLS on the plain port', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['HTTP/2 on the plain port', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a split header', 'GET /health/live HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n'],
  ['bare line feeds', 'GET /health/live HTTP/1.1\nHost: x\n\n'],
  ['a NUL in a header', 'GET /health/live HTTP/1.1\r\nHost: x\r\nX-A: b\0c\r\n\r\n'],
  ['a space before the colon', 'GET /health/live HTTP/1.1\r\nHost : x\r\n\r\n'],
  ['a hundred kilobytes of header', `GET /health/live HTTP/1.1\r\nHost: x\r\nX-A: ${'b'.repeat(100_000)}\r\n\r\n`],
];
