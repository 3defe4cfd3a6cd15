/** Why this file exists: the rights matrix of provisioning as data: who asks, for what, of which row, and what comes of it. */
import { GRANTS, type GrantName } from '../../src/modules/grants/index.js';
import { GROUP, PATCH, USER } from '../support/scim.js';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** What a row of a resource is to the caller's organisation. */
export const ROWS = ['existing', 'foreign', 'unknown'] as const;
export type RowOf = (typeof ROWS)[number];

/** Kinds of callers, and what each is told at the door; `null`: let in. */
export const CALLERS = {
  nobody: 401,
  'a session without grants': 401,
  ...(Object.fromEntries(GRANTS.map((grant) => [`a session of ${grant}`, 401])) as Record<
    `a session of ${GrantName}`,
    401
  >),
  'a text that is no token': 401,
  'a token with a wrong secret': 401,
  'a token that nobody made': 401,
  'a token of the API with every other scope': 403,
  'an expired token': 401,
  'a revoked token': 401,
  'a token whose owner was deactivated': 401,
  'a token whose owner was removed': 401,
  'a token whose owner administers no more': 403,
  'a token whose owner was reactivated': 401,
  'the token of an administrator': null,
  'the token of an administrator of the other organisation': null,
} as const satisfies Readonly<Record<string, 401 | 403 | null>>;
export type Caller = keyof typeof CALLERS;

export type Collection = 'Users' | 'Groups';
/** An address, and the row that its `ID` stands for. */
export interface Asked {
  readonly method: Method;
  readonly path: string;
  readonly collection: Collection | null;
  readonly row: RowOf | null;
  /** What a caller who is let in is told. */
  readonly told: number;
}

const OF_ALL: Readonly<Record<Method, number>> = { GET: 200, POST: 201, PUT: 405, PATCH: 405, DELETE: 405 };
const OF_ONE: Readonly<Record<Collection, Readonly<Record<Method, number>>>> = {
  Users: { GET: 200, POST: 405, PUT: 200, PATCH: 200, DELETE: 204 },
  Groups: { GET: 200, POST: 405, PUT: 200, PATCH: 204, DELETE: 204 },
};
const DISCOVERY = ['ServiceProviderConfig', 'ResourceTypes', 'ResourceTypes/User', 'Schemas', `Schemas/${USER}`];
const ELSEWHERE: readonly (readonly [string, number])[] = [
  ['Bulk', 501],
  ['Me', 501],
  ['Users/.search', 501],
  ['Grants', 404],
  ['Users/ID/grants', 404],
];

const each = (path: string, told: (method: Method) => number, more: Partial<Asked> = {}): Asked[] =>
  METHODS.map((method) => ({ method, path, collection: null, row: null, told: told(method), ...more }));

/** Everything that can be asked for: each method at each address, of a row that is there, that is another organisation's, and that is nobody's. */
export const ASKED: readonly Asked[] = [
  ...(['Users', 'Groups'] as const).flatMap((collection) => [
    ...each(collection, (method) => OF_ALL[method], { collection }),
    ...ROWS.flatMap((row) =>
      each(
        `${collection}/ID`,
        (method) => (row === 'existing' || method === 'POST' ? OF_ONE[collection][method] : 404),
        { collection, row },
      ),
    ),
  ]),
  ...DISCOVERY.flatMap((path) => each(path, (method) => (method === 'GET' ? 200 : 405))),
  ...ELSEWHERE.flatMap(([path, told]) => each(path, () => told)),
];

let serial = 0;
/** A body that the method can use at the address. */
export function bodyFor({ method, collection }: Asked): object | undefined {
  if (method === 'GET' || method === 'DELETE') return undefined;
  const name = `cell-${++serial}@x.example`;
  if (method === 'PATCH') return { schemas: [PATCH], Operations: [{ op: 'replace', value: { displayName: name } }] };
  return collection === 'Groups' ? { schemas: [GROUP], displayName: name } : { schemas: [USER], userName: name };
}
