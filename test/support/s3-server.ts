/** Why this file exists: a server that speaks the part of S3 that is used, and believes nobody whose signature it did not compute itself (SigV4). */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Server {
  readonly address: string;
  /** Objects by their path, such as `/bucket/key`. */
  readonly objects: Map<string, Buffer>;
  /** Requests that were refused, by their code. */
  readonly refused: string[];
  /** Answers the next requests with this status. */
  failWith(status: number | null): void;
  close(): Promise<void>;
}

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
const mac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The signature that a request must carry.
 * @source AWS, "Signature Version 4 signing process", as published for Amazon S3
 */
function signatureOf(request: IncomingMessage, secret: string, scope: string, signed: readonly string[]): string {
  const url = new URL(request.url ?? '/', 'http://x');
  const query = [...url.searchParams]
    .map(([k, v]) => `${encoded(k)}=${encoded(v)}`)
    .sort()
    .join('&');
  const lines = signed.map((name) => `${name}:${String(request.headers[name]).trim().replace(/ +/g, ' ')}\n`).join('');
  const body = String(request.headers['x-amz-content-sha256']);
  const path = url.pathname
    .split('/')
    .map((part) => encoded(decodeURIComponent(part)))
    .join('/');
  const canonical = [request.method, path, query, lines, signed.join(';'), body].join('\n');
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<Buffer | string>((k, part) => mac(k, part), `AWS4${secret}`);
  return mac(key, text).toString('hex');
}

const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

function refusalOf(
  request: IncomingMessage,
  body: Buffer,
  keys: { readonly id: string; readonly secret: string },
): string | null {
  const [, id, scope = '', signed = '', signature] = AUTHORIZATION.exec(request.headers.authorization ?? '') ?? [];
  if (id !== keys.id) return 'InvalidAccessKeyId';
  const names = signed.split(';');
  const needed = ['host', 'x-amz-content-sha256', 'x-amz-date'];
  if (needed.some((name) => !names.includes(name))) return 'SignatureDoesNotMatch';
  if (signatureOf(request, keys.secret, scope, names) !== signature) return 'SignatureDoesNotMatch';
  return request.headers['x-amz-content-sha256'] === sha256(body) ? null : 'XAmzContentSHA256Mismatch';
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

function say(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function serve(objects: Map<string, Buffer>, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
  const found = objects.get(path);
  if (request.method === 'PUT') {
    objects.set(path, body);
    response.writeHead(200, { etag: '"x"' }).end();
  } else if (request.method === 'DELETE') {
    objects.delete(path);
    response.writeHead(204).end();
  } else if (found === undefined) say(response, 404, 'NoSuchKey');
  else
    response
      .writeHead(200, { 'content-length': found.length, etag: '"x"' })
      .end(request.method === 'HEAD' ? '' : found);
}

/** Listens on a free port of this machine. */
export async function startS3(keys: { readonly id: string; readonly secret: string }): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  let failing: number | null = null;
  const server = createServer((request, response) => {
    void bodyOf(request).then(
      (body) => {
        if (failing !== null) {
          say(response, failing, 'SlowDown');
          return;
        }
        const code = refusalOf(request, body, keys);
        if (code === null) {
          serve(objects, request, response, body);
          return;
        }
        refused.push(code);
        say(response, 403, code);
      },
      () => undefined,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ objects, refused },
    failWith: (status) => {
      failing = status;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
