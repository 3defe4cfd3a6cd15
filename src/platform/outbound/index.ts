/** Why this file exists: requests to servers that an organisation names: https to public addresses only, checked after the name was looked up, with limits of time and size. */
import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isLoopback, isPublic } from './addresses.js';

export { isLoopback, isPublic } from './addresses.js';

/** Why a server could not be asked; nothing of what it answered. */
export type OutboundFault = 'ADDRESS' | 'NETWORK' | 'TIME' | 'SIZE' | 'STATUS';
export class OutboundError extends Error {
  constructor(readonly fault: OutboundFault) {
    super(`the other server cannot be asked: ${fault}`);
  }
}

export interface OutboundLimits {
  /** For the whole exchange. */
  readonly timeoutMs: number;
  /** Largest answer. */
  readonly mostBytes: number;
  /** Whether this very machine may be asked, by http too: for tests and development. */
  readonly loopback: boolean;
}

/** The host of an address without the brackets of IPv6. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
const isAllowed = (address: string, limits: OutboundLimits): boolean =>
  isPublic(address) || (limits.loopback && isLoopback(address));

/** True when an address may be asked as far as its text tells: https, or this machine where that is allowed. */
export function mayAsk(url: URL, limits: OutboundLimits): boolean {
  const host = hostOf(url);
  if (url.username !== '' || url.password !== '') return false;
  if (isIP(host) !== 0 && !isAllowed(host, limits)) return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && limits.loopback && (isLoopback(host) || host === 'localhost');
}

type LookupDone = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Looks a name up and refuses it when any of its addresses is not allowed, so that a second look cannot lead elsewhere. */
const guardedLookup =
  (limits: OutboundLimits) =>
  (name: string, options: LookupOptions, done: LookupDone): void => {
    lookUp(name, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        done(error, []);
        return;
      }
      const [first] = found;
      if (first === undefined) done(new OutboundError('NETWORK'), []);
      else if (!found.every(({ address }) => isAllowed(address, limits))) done(new OutboundError('ADDRESS'), []);
      else if (options.all === true) done(null, found);
      else done(null, first.address, first.family);
    });
  };

/** The whole body, unless it is larger than allowed. */
async function bodyOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += (chunk as Buffer).length;
    if (size > most) throw new OutboundError('SIZE');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

interface Wish {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request. Redirects are not followed. @throws OutboundError also for answers of 500 and more */
export async function ask(address: string, wish: Wish, limits: OutboundLimits): Promise<Response> {
  const url = new URL(address);
  if (!mayAsk(url, limits)) throw new OutboundError('ADDRESS');
  const signal = AbortSignal.timeout(limits.timeoutMs);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const options: RequestOptions = {
    method: wish.method ?? 'GET',
    headers: { ...wish.headers, 'accept-encoding': 'identity', connection: 'close' },
    lookup: guardedLookup(limits),
    agent: false,
    signal,
  };
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const call = send(url, options, resolve);
      call.on('error', reject);
      call.end(wish.body);
    });
    const body = await bodyOf(answer, limits.mostBytes).finally(() => answer.destroy());
    const status = answer.statusCode ?? 500;
    if (status >= 500 || status < 200) throw new OutboundError('STATUS');
    const type = answer.headers['content-type'];
    return new Response(status === 204 || status === 304 ? null : new Uint8Array(body), {
      status,
      headers: type === undefined ? {} : { 'content-type': type },
    });
  } catch (error) {
    if (error instanceof OutboundError) throw error;
    throw new OutboundError(signal.aborted ? 'TIME' : 'NETWORK');
  }
}
