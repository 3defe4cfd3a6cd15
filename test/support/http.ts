/** Why this file exists: requests of the tests over connections that stay open, as a browser keeps them; a new one for each request costs more than the answer. */
import { Agent, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Shorter than the server's own patience, so that no request meets a connection that the server is closing. */
const agent = new Agent({ keepAlive: true, timeout: 5_000 });

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Posts JSON to a server that listens. @throws when the connection breaks */
export function postJson(
  server: Server,
  path: string,
  content: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<HttpAnswer> {
  const body = Buffer.from(JSON.stringify(content));
  const { port } = server.address() as AddressInfo;
  const options = {
    ...{ agent, host: '127.0.0.1', port, path, method: 'POST' },
    headers: { ...headers, 'content-type': 'application/json', 'content-length': body.length },
  };
  return new Promise((resolve, reject) => {
    const call = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}
