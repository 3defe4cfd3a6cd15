/** Why this file exists: requests of the tests over connections that stay open, as a browser keeps them; a new one for each request costs more than the answer. */
import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Shorter than the server's own patience, so that no request meets a connection that the server is closing. */
const agent = new Agent({ keepAlive: true, timeout: 5_000 });

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer | undefined;
  /** A request without an answer by then fails; default: never. */
  readonly hangsMs?: number;
  /** Connections of its own, for who provokes that the server closes some: the next request on such a one breaks. */
  readonly own?: Agent;
}

/** Sends one request to a server that listens. @throws when the connection breaks */
export function exchange(
  server: Server,
  { method, path, headers, body, hangsMs, own = agent }: HttpRequest,
): Promise<HttpAnswer> {
  const { port } = server.address() as AddressInfo;
  const length = body === undefined ? {} : { 'content-length': body.length };
  const options = { agent: own, host: '127.0.0.1', port, path, method, headers: { ...length, ...headers } };
  return new Promise((resolve, reject) => {
    const call = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      const { statusCode: status = 0, headers: told } = response;
      response.on('end', () => resolve({ status, headers: told, text: Buffer.concat(chunks).toString('utf8') }));
    });
    if (hangsMs !== undefined) call.setTimeout(hangsMs, () => call.destroy(new Error('the request hangs')));
    call.on('error', reject);
    call.end(body);
  });
}

/** Posts JSON to a server that listens. @throws when the connection breaks */
export const postJson = (
  server: Server,
  path: string,
  content: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<HttpAnswer> =>
  exchange(server, {
    ...{ method: 'POST', path, body: Buffer.from(JSON.stringify(content)) },
    headers: { ...headers, 'content-type': 'application/json' },
  });
