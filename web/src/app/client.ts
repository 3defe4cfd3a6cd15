/** Why this file exists: the one GraphQL client, with a cache that knows the API's shape. */
import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, fetchExchange, mapExchange, type CombinedError } from 'urql';
import { lostConnection } from './connection.js';
import { keys, schema } from './shape.js';

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

/** A page draws what is known at once and asks again whenever it is opened; after a change, a page asks anew for the lists that it shows. */
export function makeClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: { accept: 'application/json' } },
    exchanges: [
      cacheExchange({ schema, keys }),
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
