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

/** A value as a literal of the query language, for arguments of nested fields. */
function literal(value: unknown, type: GraphQLInputType): string {
  const bare = getNullableType(type);
  if (value === null || value === undefined) return 'null';
  if (isListType(bare)) return `[${(value as unknown[]).map((v) => literal(v, bare.ofType)).join(', ')}]`;
  if (isEnumType(bare)) return typeof value === 'string' ? value : 'null';
  if (isInputObjectType(bare)) {
    const fields = bare.getFields();
    const parts = Object.entries(value as Record<string, unknown>).map(
      ([k, v]) => `${k}: ${literal(v, fields[k]?.type ?? bare)}`,
    );
    return `{ ${parts.join(', ')} }`;
  }
  return JSON.stringify(value);
}

const nestedArguments = (field: GraphQLField<unknown, unknown>, fill: Fill): string => {
  const needed = field.args.filter((a) => isNonNullType(a.type));
  if (needed.length === 0) return '';
  return `(${needed.map((a) => `${a.name}: ${literal(valueOf(a.type, a.name, fill), a.type)}`).join(', ')})`;
};

/** What one document may hold, below the limits of the server: 4000 tokens and 60,000 characters. */
const MOST_TOKENS = 3_600;
const MOST_CHARACTERS = 50_000;
const fits = (text: string): boolean =>
  text.length <= MOST_CHARACTERS && (text.match(/\w+|\.\.\.|"(?:[^"\\]|\\.)*"|[^\s\w,]/g) ?? []).length <= MOST_TOKENS;

/** Puts pieces of a selection together, as many as fit into one document. */
function packed(pieces: readonly string[]): string[] {
  const selections: string[] = [];
  let current = '';
  for (const piece of pieces) {
    const longer = `${current} ${piece}`;
    if (current !== '' && !fits(longer)) {
      selections.push(current);
      current = ` ${piece}`;
    } else current = longer;
  }
  return [...selections, current].map((inside) => `{ __typename${inside} }`);
}

/**
 * Everything below a type to a depth, following every link; no type is entered twice on one path, so every simple path is there once.
 * @param depth  how many objects deep
 * @returns several selections where one would be more than a document may hold; one empty text for a leaf
 */
function selectionsOf(type: GraphQLOutputType, depth: number, fill: Fill, seen: readonly string[] = []): string[] {
  const named = getNamedType(type);
  if (isLeafType(named)) return [''];
  if (isUnionType(named)) {
    const pieces = named.getTypes().flatMap((t) => {
      const inside = t.name.endsWith('Success') ? selectionsOf(t, depth, fill, seen) : ['{ code message }'];
      return inside.map((selection) => `... on ${t.name} ${selection}`);
    });
    return packed(pieces);
  }
  if (!isObjectType(named) && !isInterfaceType(named)) return [''];
  const pieces = Object.values(named.getFields()).flatMap((field) => {
    const head = `${field.name}${nestedArguments(field, fill)}`;
    const target = getNamedType(field.type);
    if (isLeafType(target)) return [head];
    if (depth <= 0 || target.name === named.name || seen.includes(target.name)) return [];
    const below = selectionsOf(field.type, depth - 1, fill, [...seen, named.name]);
    return below.map((selection) => `${head} ${selection}`);
  });
  return packed(pieces);
}

const containsId = (type: GraphQLInputType, seen = new Set<string>()): boolean => {
  const named = getNamedType(type);
  if (named.name === 'ID') return true;
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((f) => containsId(f.type, seen));
};

function operationsOf(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  fill: Fill,
  depth: number,
): AnyOperation[] {
  const args = field.args.filter((a) => fill.optional || isNonNullType(a.type));
  const head = args.map((a) => `$${a.name}: ${String(a.type)}`).join(', ');
  const call = args.map((a) => `${a.name}: $${a.name}`).join(', ');
  const variables = Object.fromEntries(args.map((a) => [a.name, valueOf(a.type, a.name, fill)]));
  const takesId = args.some((a) => containsId(a.type));
  return selectionsOf(field.type, depth, fill).map((selection) => {
    const text = `${kind}${head === '' ? '' : `(${head})`} { ${field.name}${call === '' ? '' : `(${call})`} ${selection} }`;
    return { kind, field: field.name, text, variables, takesId };
  });
}

/** Stands for the id in the operations that are kept; no record has it. */
const ANY_ID = '00000000-0000-7000-8000-000000000000';
const kept = new WeakMap<GraphQLSchema, Map<string, readonly AnyOperation[]>>();

/** The operations of a schema with a placeholder for the id, written once: following every path of it takes seconds. */
function templatesOf(schema: GraphQLSchema, optional: boolean, depth: number): readonly AnyOperation[] {
  const ofSchema = kept.get(schema) ?? new Map<string, readonly AnyOperation[]>();
  kept.set(schema, ofSchema);
  const name = `${depth} ${optional}`;
  const known = ofSchema.get(name);
  if (known !== undefined) return known;
  const fill = { id: ANY_ID, optional };
  const written = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((f) => operationsOf('query', f, fill, depth)),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((f) =>
      operationsOf('mutation', f, fill, depth),
    ),
  ];
  ofSchema.set(name, written);
  return written;
}

const named = (value: unknown, id: string): unknown => {
  if (value === ANY_ID) return id;
  if (Array.isArray(value)) return value.map((item) => named(item, id));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, named(item, id)]));
};

/** One operation for every root field, or several where one document cannot hold it. @param depth how far the selection follows links */
export function anyOperations(schema: GraphQLSchema, { id, optional }: Fill, depth = 2): AnyOperation[] {
  return templatesOf(schema, optional, depth).map((template) => ({
    ...template,
    text: template.text.replaceAll(ANY_ID, id),
    variables: named(template.variables, id) as AnyOperation['variables'],
  }));
}
