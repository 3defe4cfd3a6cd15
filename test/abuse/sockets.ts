/** Why this file exists: what is written to the bare socket, where no HTTP client would help. */

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
