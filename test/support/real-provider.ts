/** Why this file exists: a certified provider of OpenID Connect on loopback, so that single sign-on is tried against somebody else's reading of the standard. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { Browser, Page } from './browser.js';

export interface ProviderAccount {
  readonly sub: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
}

export interface RealProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** People who can sign in there. */
  readonly accounts: Map<string, ProviderAccount>;
  /** Types a name and a consent into the provider's pages. @returns where it sends the browser at last */
  signIn(browser: Browser, address: URL, sub: string): Promise<URL>;
  close(): Promise<void>;
}

/** A port that is free now. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What a provider is told: one client, a key, people, and where its own pages are. */
function configuration(
  redirectUri: string,
  client: { id: string; secret: string },
  accounts: RealProvider['accounts'],
) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'of-the-test', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only for this test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
    findAccount: (_: unknown, sub: string) => {
      const found = accounts.get(sub);
      if (found === undefined) return undefined;
      const { email, emailVerified, name } = found;
      return { accountId: sub, claims: () => ({ sub, email, email_verified: emailVerified, name }) };
    },
  };
}

/** The provider's own pages: one form each for the name and for the consent. */
const pagesOf =
  (provider: Provider): Listener =>
  async (request, response) => {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (request.method === 'GET') return response.end(`<form method="post">${prompt.name}</form>`);
    const form = new URLSearchParams(await textOf(request));
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: form.get('sub') ?? '' } });
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: params['client_id'] ?? '' });
    grant.addOIDCScope('openid email profile');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  };

/** @param redirectUri  where this product wants browsers back */
export async function startRealProvider(redirectUri: string): Promise<RealProvider> {
  const accounts: RealProvider['accounts'] = new Map();
  const client = { id: 'twinladder', secret: 'a secret that only the two of them know' };
  let answer: Listener = () => undefined;
  const server = createServer((request, response) => void answer(request, response));
  const issuer = `http://127.0.0.1:${await listen(server)}`;
  const provider = new Provider(issuer, configuration(redirectUri, client, accounts));
  const pages = pagesOf(provider);
  const others = provider.callback();
  answer = (request, response) =>
    request.url?.startsWith('/interaction/') === true ? pages(request, response) : others(request, response);
  return {
    ...{ issuer, accounts, clientId: client.id, clientSecret: client.secret },
    signIn: (browser, address, sub) => walk(browser, issuer, address, sub),
    close: () => closed(server),
  };
}

/** Follows the provider's own redirects and fills its forms in, until it sends the browser elsewhere. */
async function walk(browser: Browser, issuer: string, from: URL, sub: string): Promise<URL> {
  let page: Page = await browser.visit(from);
  let at = from;
  for (let step = 0; step < 12; step++) {
    if (page.location === null) page = await browser.visit(at, { sub });
    else if (page.location.origin !== issuer) return page.location;
    else {
      at = page.location;
      page = await browser.visit(at);
    }
  }
  throw new Error(`the provider stays at ${at.pathname}: ${page.status}`);
}
