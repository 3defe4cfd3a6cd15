/** Why this file exists: a provider that does one thing wrong at a time, so that each check of a sign-in is seen to refuse. */
import { createHash, createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closed, listen } from './real-provider.js';

export type Claims = Record<string, unknown>;

/** What it does otherwise than a good provider. */
export interface Misdeed {
  readonly claims?: (good: Claims) => Claims;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Who signs; default: the key that it publishes. */
  readonly signer?: 'NOBODY' | 'ANOTHER_KEY' | 'PUBLIC_KEY_AS_SECRET';
  /** Changes the finished token. */
  readonly token?: (good: string) => string;
  /** Answers at the token endpoint in the place of the provider. */
  readonly tokenEndpoint?: (response: ServerResponse) => unknown;
  readonly keysEndpoint?: (response: ServerResponse) => unknown;
  readonly discovery?: (good: Claims) => Claims;
  readonly discoveryEndpoint?: (response: ServerResponse) => unknown;
}

export const CLIENT_ID = 'twinladder';
export const CLIENT_SECRET = 'a secret that only the two of them know';

interface Asked {
  readonly nonce: string;
  readonly challenge: string;
  readonly clientId: string;
}

export interface HostileProvider {
  readonly issuer: string;
  /** What it does wrong from now on. */
  misdeed: Misdeed;
  /** What it says of whoever signs in. */
  person: Claims;
  /** Signs somebody in, as its pages would. @returns the query that it sends the browser back with */
  consent(authorization: URL, clientId?: string): URLSearchParams;
  close(): Promise<void>;
}

const json = (response: ServerResponse, body: object, status = 200): unknown =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Keys {
  readonly own: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly other: { readonly privateKey: KeyObject };
}

function signed(head: string, misdeed: Misdeed, keys: Keys): string {
  if (misdeed.signer === 'NOBODY') return '';
  if (misdeed.signer === 'PUBLIC_KEY_AS_SECRET') {
    const pem = keys.own.publicKey.export({ type: 'spki', format: 'pem' });
    return createHmac('sha256', pem).update(head).digest('base64url');
  }
  const key = misdeed.signer === 'ANOTHER_KEY' ? keys.other.privateKey : keys.own.privateKey;
  return sign('sha256', Buffer.from(head), key).toString('base64url');
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

/** Whether the client proved itself and the code, as a good provider asks for. */
function fits(request: IncomingMessage, form: URLSearchParams, asked: Asked | undefined): boolean {
  const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
  const [clientId, secret = ''] = basic.split(':').map((one) => decodeURIComponent(one.replaceAll('+', ' ')));
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  return asked?.clientId === clientId && secret === CLIENT_SECRET && asked?.challenge === challenge;
}

/** The token that it gives for a code, with whatever it does wrong. */
function idToken({ nonce }: Asked, { issuer, person, misdeed }: HostileProvider, keys: Keys): string {
  const now = Math.floor(Date.now() / 1000);
  const good = { iss: issuer, aud: CLIENT_ID, exp: now + 300, iat: now, nonce, ...person };
  const claims = misdeed.claims?.(good) ?? good;
  const head = `${part({ alg: 'RS256', kid: 'own', typ: 'JWT', ...misdeed.header })}.${part(claims)}`;
  const whole = `${head}.${signed(head, misdeed, keys)}`;
  return misdeed.token?.(whole) ?? whole;
}

/** How it describes itself. */
function description({ issuer, misdeed }: HostileProvider): Claims {
  const good = {
    ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
    ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'] },
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
  };
  return misdeed.discovery?.(good) ?? good;
}

/** Its three addresses: description, token and keys. */
const listenerOf = (provider: HostileProvider, keys: Keys, codes: Map<string, Asked>) => {
  const exchange = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const form = await formOf(request);
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    if (asked === undefined || !fits(request, form, asked)) return json(response, { error: 'invalid_grant' }, 400);
    const token = idToken(asked, provider, keys);
    return json(response, { access_token: 'not used', token_type: 'Bearer', expires_in: 60, id_token: token });
  };
  return (request: IncomingMessage, response: ServerResponse): unknown => {
    const { discoveryEndpoint, tokenEndpoint, keysEndpoint } = provider.misdeed;
    const { pathname } = new URL(request.url ?? '/', provider.issuer);
    if (pathname === '/.well-known/openid-configuration')
      return discoveryEndpoint === undefined ? json(response, description(provider)) : discoveryEndpoint(response);
    if (pathname === '/token')
      return tokenEndpoint === undefined ? exchange(request, response) : tokenEndpoint(response);
    if (pathname !== '/keys') return response.writeHead(404).end();
    const key = { ...keys.own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' };
    return keysEndpoint === undefined ? json(response, { keys: [key] }) : keysEndpoint(response);
  };
};

export async function startHostileProvider(): Promise<HostileProvider> {
  const keys: Keys = {
    own: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    other: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  };
  const codes = new Map<string, Asked>();
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => void answer(request, response));
  const issuer = `http://127.0.0.1:${await listen(server)}`;
  const provider: HostileProvider = {
    ...{ issuer, misdeed: {}, person: {} },
    consent: (authorization, clientId = CLIENT_ID) => {
      const asked = authorization.searchParams;
      const code = randomBytes(16).toString('hex');
      codes.set(code, { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '', clientId });
      return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer });
    },
    close: () => closed(server),
  };
  answer = listenerOf(provider, keys, codes);
  return provider;
}
