/** Why this file exists: writes a valid operation for any root field from the schema alone, so that no new field escapes a test of all of them. */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export interface AnyOperation {
  readonly kind: 'query' | 'mutation';
  readonly field: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** True when some argument is an id. */
  readonly takesId: boolean;
}

interface Fill {
  /** The id to use wherever one is asked for. */
  readonly id: string;
  /** Whether optional arguments are filled too. */
  readonly optional: boolean;
}

function valueOf(type: GraphQLInputType, name: string, fill: Fill): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOf(bare.ofType, name, fill)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter((f) => fill.optional || isNonNullType(f.type));
    return Object.fromEntries(fields.map((f) => [f.name, valueOf(f.type, f.name, fill)]));
  }
  switch (getNamedType(bare).name) {
    case 'ID':
      return fill.id;
    case 'Int':
      return 1;
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'Day':
      return '2026-11-22';
    case 'Instant':
      return '2026-11-22T12:00:00Z';
    default:
      return textFor(name);
  }
}

const textFor = (name: string): string => {
  if (/email/i.test(name)) return 'nobody@elsewhere.example';
  if (/key$|^key|category|skill|stage|overlay|track|kit|type/i.test(name)) return 'data-pipelines';
  if (/slug|organisation/i.test(name)) return 'elsewhere';
  return 'A sentence that is long enough for any text that is asked for here.';
};

/** Everything below a type to a depth, arguments of nested fields filled when they are required. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named)) {
    const members = named.getTypes().map((t) => `... on ${t.name} ${t.name.endsWith('Success') ? selectionOf(schema, t, depth) : '{ code message }'}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (isObjectType(named) || isInterfaceType(named)) {
    const parts = Object.values(named.getFields()).flatMap((f) => {
      if (f.args.some((a) => isNonNullType(a.type))) return [];
      const leaf = isLeafType(getNamedType(f.type));
      if (!leaf && depth <= 0) return [];
      return [`${f.name} ${leaf ? '' : selectionOf(schema, f.type, depth - 1)}`];
    });
    return `{ __typename ${parts.join(' ')} }`;
  }
  return '';
}

const containsId = (type: GraphQLInputType, seen = new Set<string>()): boolean => {
  const named = getNamedType(type);
  if (named.name === 'ID') return true;
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((f) => containsId(f.type, seen));
};

function operationOf(schema: GraphQLSchema, kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>, fill: Fill, depth: number): AnyOperation {
  const args = field.args.filter((a) => fill.optional || isNonNullType(a.type));
  const head = args.map((a) => `$${a.name}: ${String(a.type)}`).join(', ');
  const call = args.map((a) => `${a.name}: $${a.name}`).join(', ');
  const text = `${kind}${head === '' ? '' : `(${head})`} { ${field.name}${call === '' ? '' : `(${call})`} ${selectionOf(schema, field.type, depth)} }`;
  const variables = Object.fromEntries(args.map((a) => [a.name, valueOf(a.type, a.name, fill)]));
  return { kind, field: field.name, text, variables, takesId: args.some((a) => containsId(a.type)) };
}

/** One operation for every root field. @param depth how far the selection follows links */
export function anyOperations(schema: GraphQLSchema, fill: Fill, depth = 2): AnyOperation[] {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).map((f) => operationOf(schema, 'query', f, fill, depth));
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map((f) => operationOf(schema, 'mutation', f, fill, depth));
  return [...queries, ...mutations];
}
