/** Why this file exists: OpenID Connect as this product speaks it: authorization code, PKCE, state and nonce, every token verified with the provider's own keys. */
import * as openid from 'openid-client';
import { ask, mayAsk, OutboundError, type OutboundLimits } from '../../platform/outbound/index.js';
import type { AttemptKeys } from './attempts.js';

/** Why a sign-in by a provider is refused, for the audit trail; never text of the provider. */
export type RefusalReason =
  | 'NOT_BEGUN_HERE'
  | 'STATE'
  | 'SWITCHED_OFF'
  | 'PROVIDER_UNREACHABLE'
  | 'PROVIDER_REFUSED'
  | 'PROVIDER_ANSWER'
  | 'TOKEN'
  | 'SUBJECT'
  | 'UNKNOWN_ACCOUNT'
  | 'MEMBER_INACTIVE'
  | 'ADDRESS_BELONGS_TO_MEMBER'
  | 'OTHER_MEMBER'
  | 'LINKED_ELSEWHERE'
  | 'INVITATION';
export class SignOnRefused extends Error {
  constructor(readonly reason: RefusalReason) {
    super(`single sign-on was refused: ${reason}`);
  }
}

/** Whoever sends the browser back, these algorithms alone are believed: all of them need a private key that only the provider has. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const MOST_BYTES = 256 * 1024;
/** Clocks of provider and product may differ by so much. */
const TOLERANCE_SECONDS = 30;

export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
}
export interface World {
  readonly timeoutMs: number;
  readonly loopback: boolean;
}

const limitsOf = ({ timeoutMs, loopback }: World): OutboundLimits => ({ timeoutMs, loopback, mostBytes: MOST_BYTES });

/** True when an issuer can be one at all: https, no credentials, query or fragment, no address that is not public. */
export function isIssuer(text: string, world: World): boolean {
  if (text.length > 300 || !/^[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return mayAsk(url, limitsOf(world)) && !/[?#\\]/.test(text);
}

/** A fetch with the limits of the house, which remembers whether the provider could not be asked. */
function guardedFetch(world: World): { readonly fetch: openid.CustomFetch; readonly isDown: () => boolean } {
  let down = false;
  const fetch: openid.CustomFetch = async (url, { method, headers, body }) => {
    try {
      const text = body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : undefined;
      const length: Record<string, string> =
        text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
      return await ask(
        url,
        { method, headers: { ...headers, ...length }, ...(text === undefined ? {} : { body: text }) },
        limitsOf(world),
      );
    } catch (error) {
      down = error instanceof OutboundError && error.fault !== 'ADDRESS' && error.fault !== 'SIZE';
      throw error;
    }
  };
  return { fetch, isDown: () => down };
}

/** Runs an exchange with the provider; whatever fails becomes a refusal without its text. */
async function exchange<T>(
  world: World,
  otherwise: RefusalReason,
  work: (fetch: openid.CustomFetch) => Promise<T>,
): Promise<T> {
  const { fetch, isDown } = guardedFetch(world);
  try {
    return await work(fetch);
  } catch (error) {
    if (error instanceof SignOnRefused) throw error;
    if (isDown()) throw new SignOnRefused('PROVIDER_UNREACHABLE');
    throw new SignOnRefused(error instanceof openid.AuthorizationResponseError ? 'PROVIDER_REFUSED' : otherwise);
  }
}

/** Lets this very machine speak http, for tests and development; the library marks it as deprecated so that it stands out. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- the guarded client behind it allows http on loopback alone
const plainHttp: (configuration: openid.Configuration) => void = openid.allowInsecureRequests;

/** The provider's own description of itself, if it is exactly the issuer that was named and all its addresses may be asked. */
async function describe(provider: Provider, world: World, fetch: openid.CustomFetch): Promise<openid.ServerMetadata> {
  if (!isIssuer(provider.issuer, world)) throw new SignOnRefused('PROVIDER_ANSWER');
  const found = await openid.discovery(new URL(provider.issuer), provider.clientId, undefined, undefined, {
    [openid.customFetch]: fetch,
    timeout: world.timeoutMs / 1000,
    execute: world.loopback ? [plainHttp] : [],
  });
  const metadata = found.serverMetadata();
  const { issuer, authorization_endpoint: authorization, token_endpoint: token, jwks_uri: keys } = metadata;
  const usable = [authorization, token, keys].every(
    (address) => address !== undefined && URL.canParse(address) && mayAsk(new URL(address), limitsOf(world)),
  );
  if (issuer !== provider.issuer || !usable) throw new SignOnRefused('PROVIDER_ANSWER');
  return metadata;
}

function configurationOf(
  metadata: openid.ServerMetadata,
  { clientId, secret }: { clientId: string; secret: string },
  world: World,
  fetch: openid.CustomFetch,
): openid.Configuration {
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const authentication = methods.includes('client_secret_basic')
    ? openid.ClientSecretBasic(secret)
    : openid.ClientSecretPost(secret);
  const own = metadata.id_token_signing_alg_values_supported ?? ['RS256'];
  const configuration = new openid.Configuration(
    { ...metadata, id_token_signing_alg_values_supported: own.filter((name) => ALGORITHMS.includes(name)) },
    clientId,
    { [openid.clockTolerance]: TOLERANCE_SECONDS },
    authentication,
  );
  configuration[openid.customFetch] = fetch;
  configuration.timeout = world.timeoutMs / 1000;
  if (world.loopback) plainHttp(configuration);
  openid.enableNonRepudiationChecks(configuration); // without it a signature would be trusted because of TLS alone
  return configuration;
}

/** Asks whether a provider can be used. @throws SignOnRefused */
export async function checkProvider(provider: Provider, world: World): Promise<void> {
  await exchange(world, 'PROVIDER_ANSWER', (fetch) => describe(provider, world, fetch));
}

/** Where the browser goes to sign in. @throws SignOnRefused */
export async function authorizationAddress(
  provider: Provider,
  keys: AttemptKeys,
  redirectUri: string,
  world: World,
): Promise<string> {
  return exchange(world, 'PROVIDER_ANSWER', async (fetch) => {
    const metadata = await describe(provider, world, fetch);
    const challenge = await openid.calculatePKCECodeChallenge(keys.verifier);
    const configuration = configurationOf(metadata, { clientId: provider.clientId, secret: '-' }, world, fetch);
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      response_type: 'code',
      state: keys.state,
      nonce: keys.nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    return url.href;
  });
}

/** Who signed in at the provider. */
export interface Account {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case; `null` unless the provider says that it verified it. */
  readonly email: string | null;
  readonly name: string | null;
}

/** Exchanges the code for a token and verifies it. @throws SignOnRefused */
export async function accountOf(
  provider: Provider & { readonly secret: string },
  keys: AttemptKeys,
  returned: URL,
  world: World & { readonly now: Date },
): Promise<Account> {
  const claims = await exchange(world, 'TOKEN', async (fetch) => {
    const metadata = await describe(provider, world, fetch);
    const configuration = configurationOf(metadata, provider, world, fetch);
    const tokens = await openid.authorizationCodeGrant(configuration, returned, {
      expectedState: keys.state,
      expectedNonce: keys.nonce,
      pkceCodeVerifier: keys.verifier,
      idTokenExpected: true,
    });
    return tokens.claims();
  });
  if (claims === undefined) throw new SignOnRefused('TOKEN');
  return accountIn(claims, provider, world.now);
}

/** What the library leaves to its users: who the token was made for when it says so, times that lie ahead, and the form of a subject. */
function accountIn(claims: openid.IDToken, provider: Provider, now: Date): Account {
  const latest = now.getTime() / 1000 + TOLERANCE_SECONDS;
  if (claims.azp !== undefined && claims.azp !== provider.clientId) throw new SignOnRefused('TOKEN');
  if (claims.iat > latest || claims.iss !== provider.issuer) throw new SignOnRefused('TOKEN');
  if (!/^[\x20-\x7e]{1,255}$/.test(claims.sub) || claims.sub.trim() === '') throw new SignOnRefused('SUBJECT');
  const { email, name } = claims;
  const isVerified = claims['email_verified'] === true && typeof email === 'string';
  return {
    issuer: provider.issuer,
    subject: claims.sub,
    email: isVerified ? email.trim().toLowerCase() : null,
    name: typeof name === 'string' ? name : null,
  };
}
