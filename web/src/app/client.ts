/** Why this file exists: the one GraphQL client, with a cache that knows the API's shape. */
import { cacheExchange, type CacheExchangeOpts } from '@urql/exchange-graphcache';
import { Client, fetchExchange, mapExchange, type CombinedError } from 'urql';
import shape from '../gql/shape.json';
import { lostConnection } from './connection.js';

/** Why a request was refused before a command or a query could answer. */
export type Refusal = 'offline' | 'signed-out' | 'forbidden' | 'missing' | 'bad-input' | 'failed';

const REFUSALS: Readonly<Record<string, Refusal>> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'missing',
  BAD_USER_INPUT: 'bad-input',
  SERVICE_UNAVAILABLE: 'offline',
};

export function refusalOf(error: CombinedError): Refusal {
  const code = error.graphQLErrors[0]?.extensions['code'];
  if (typeof code === 'string') return REFUSALS[code] ?? 'failed';
  return error.networkError === undefined ? 'failed' : 'offline';
}

const sessionEnded = new Set<() => void>();
/** Tells when a request was refused because nobody is signed in any more. */
export function onSessionEnd(listener: () => void): () => void {
  sessionEnded.add(listener);
  return () => sessionEnded.delete(listener);
}

type Shape = CacheExchangeOpts['schema'];

interface ShapedType {
  readonly kind: string;
  readonly name: string;
  readonly fields?: { readonly name: string; args?: [] }[];
}

/** Types without an `id` of their own are kept inside the record that holds them. */
function withoutId(): Record<string, () => null> {
  const { types } = (shape as unknown as { __schema: { types: readonly ShapedType[] } }).__schema;
  for (const { fields } of types) for (const field of fields ?? []) field.args = []; // the cache wants a list there and reads nothing of it
  return Object.fromEntries(
    types
      .filter((t) => t.kind === 'OBJECT' && !(t.fields ?? []).some((f) => f.name === 'id'))
      .map((t) => [t.name, () => null]),
  );
}

/** A page draws what is known at once and asks again whenever it is opened; after a change, a page asks anew for the lists that it shows. */
export function makeClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: { accept: 'application/json' } },
    exchanges: [
      cacheExchange({ schema: shape as unknown as Shape & object, keys: withoutId() }),
      mapExchange({
        onError(error) {
          const refusal = refusalOf(error);
          if (refusal === 'offline') lostConnection();
          if (refusal === 'signed-out') for (const listener of sessionEnded) listener();
        },
      }),
      fetchExchange,
    ],
  });
}
