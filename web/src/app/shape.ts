/** Why this file exists: the cache learns from the API's shape which fields are lists and which can be empty; it travels short, since every visit loads it. */
import type { CacheExchangeOpts } from '@urql/exchange-graphcache';
import shape from '../gql/shape.json';

interface Wrapped {
  readonly kind: string;
  readonly name?: string;
  readonly ofType?: Wrapped;
}
const ANY: Wrapped = { kind: 'SCALAR', name: 'Any' };
const KINDS: Readonly<Record<string, string>> = { '!': 'NON_NULL', '*': 'LIST' };

/** `scorecards!*!` as the cache wants it; what is inside does not matter to it. */
function fieldOf(short: string) {
  const [name = ''] = /^\w+/.exec(short) ?? [];
  const type = [...short.slice(name.length)].reduceRight<Wrapped>(
    (ofType, wrapper) => ({ kind: KINDS[wrapper] ?? '', ofType }),
    ANY,
  );
  return { name, type, args: [] };
}

const interfaces = Object.entries(shape.interfaces);
const types = Object.entries(shape.types).map(([name, fields]) => ({
  kind: name in shape.interfaces ? 'INTERFACE' : 'OBJECT',
  name,
  fields: fields === '' ? [] : fields.split(' ').map(fieldOf),
  interfaces: interfaces.flatMap(([of, members]) => (members.includes(name) ? [{ name: of }] : [])),
}));

export const schema = {
  __schema: { queryType: { name: 'Query' }, mutationType: { name: 'Mutation' }, subscriptionType: null, types },
} as unknown as NonNullable<CacheExchangeOpts['schema']>;

/** Types without an `id` of their own are kept inside the record that holds them. */
export const keys: Readonly<Record<string, () => null>> = Object.fromEntries(
  types
    .filter(({ kind, fields }) => kind === 'OBJECT' && fields.every(({ name }) => name !== 'id'))
    .map(({ name }) => [name, () => null]),
);
