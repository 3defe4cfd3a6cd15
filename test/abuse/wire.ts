/** Why this file exists: sends what a well-behaved client never sends, over HTTP or over the bare socket, and judges every answer by the same rules. */
import { Agent, type OutgoingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { exchange, type HttpAnswer } from '../support/http.js';

/** One request as it goes over the wire. */
export interface Attempt {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}
/** Status 0: the connection was closed without an answer. */
export type Reply = HttpAnswer;

const own = new Agent({ keepAlive: true, timeout: 5_000, maxSockets: 16 });
/** Nothing may take longer: a request without an answer by then hangs. */
const HANGS_MS = 20_000;

/** Sends an attempt; a connection that the server closes while it still receives is an answer too (status 0). */
export async function attempt(
  server: Server,
  { method = 'POST', path = '/graphql', headers, body }: Attempt,
): Promise<Reply> {
  const content = body === undefined ? undefined : Buffer.from(body);
  const told = { 'content-type': 'application/json', ...headers };
  try {
    return await exchange(server, { method, path, headers: told, body: content, hangsMs: HANGS_MS, own });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ECONNRESET' || code === 'EPIPE') return { status: 0, headers: {}, text: '' };
    throw error;
  }
}

/**
 * Writes bytes to the bare socket and keeps it open.
 * @returns what came back before the server closed, and after how many milliseconds it did
 */
export function onSocket(server: Server, bytes: string | Buffer): Promise<{ text: string; closedAfterMs: number }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const giveUp = setTimeout(() => socket.destroy(new Error('the server never closed the connection')), 60_000);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => {
      clearTimeout(giveUp);
      resolve({ text: Buffer.concat(chunks).toString('latin1'), closedAfterMs: performance.now() - began });
    });
  });
}

/** Signs of what lies inside: files, stacks, drivers, SQL. */
const INSIDE =
  /node_modules|\b[\w-]+\.(?:ts|js|mjs):\d|\bat [\w.<>]+ \(|QueryFailed|TypeORM|ECONN\w+|\bpg_\w+|violates (?:foreign|unique|check|not-null)|relation "|syntax error at or near|invalid input syntax|Cannot read prop|is not a function|is not iterable|undefined \(reading/;

/** What is wrong with an answer; empty when nothing is. @param sent what was sent, which may be told back */
export function wrongWith({ status, headers, text }: Reply, sent: string): string[] {
  const wrong: string[] = [];
  if (status >= 500) wrong.push(`status ${status}`);
  if (/"code":"INTERNAL"/.test(text)) wrong.push('INTERNAL');
  const leak = INSIDE.exec(text);
  if (leak !== null && !sent.includes(leak[0])) wrong.push(`leaks ${leak[0]}`);
  if (headers['access-control-allow-origin'] !== undefined) wrong.push('opens itself to other origins');
  if (status !== 0 && status !== 200 && text !== '' && !isJson(text)) wrong.push(`is not JSON: ${text.slice(0, 60)}`);
  return wrong;
}
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
