/** Why this file exists: one operation may ask for so much and no more; what it asks for is counted before anything runs. */
import {
  GraphQLError,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  getNullableType,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Most levels of fields, fragments flattened. The deepest page of the web app has 8. */
export const MOST_LEVELS = 10;
/** Most aliases of an operation, fragments flattened. */
export const MOST_ALIASES = 15;
/** Most directives of an operation, fragments flattened. */
export const MOST_DIRECTIVES = 50;
/** Most selections of an operation, fragments flattened, each time that they are spread. */
const MOST_SELECTIONS = 10_000;
/** Most cost of an operation: records it could make the server read. */
export const MOST_COST = 20_000;
/** Records of a page when `first` is absent, and records that a list without pages is taken for. */
const PAGE_DEFAULT = 50;
const PLAIN_LIST = 5;
/** What a change costs beside the records that it answers with. */
const CHANGE = 20;

interface Shape {
  readonly levels: number;
  readonly aliases: number;
  readonly directives: number;
}
type Fragments = (name: string) => FragmentDefinitionNode | null | undefined;
const NOTHING: Shape = { levels: 0, aliases: 0, directives: 0 };

/** Measures a selection; each fragment is measured once, whatever the number of its uses. */
function measurer(fragmentOf: Fragments): (set: SelectionSetNode) => Shape {
  const known = new Map<string, Shape>();
  const measure = (set: SelectionSetNode): Shape => {
    let sum = NOTHING;
    for (const one of set.selections) {
      const below = one.kind === Kind.FRAGMENT_SPREAD ? ofFragment(one.name.value) : inside(one.selectionSet);
      const isField = one.kind === Kind.FIELD;
      sum = {
        levels: Math.max(sum.levels, below.levels + (isField ? 1 : 0)),
        aliases: sum.aliases + below.aliases + (isField && one.alias !== undefined ? 1 : 0),
        directives: sum.directives + below.directives + (one.directives?.length ?? 0),
      };
    }
    return sum;
  };
  const inside = (set: SelectionSetNode | undefined): Shape => (set === undefined ? NOTHING : measure(set));
  const ofFragment = (name: string): Shape => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, NOTHING); // a fragment inside itself is refused elsewhere
    const shape = inside(fragmentOf(name)?.selectionSet);
    known.set(name, shape);
    return shape;
  };
  return measure;
}

/** Questions about the schema itself are as deep as its types are wrapped; where they are refused, this does not matter. */
const asksForSchema = (operation: OperationDefinitionNode): boolean =>
  operation.selectionSet.selections.every((one) => one.kind === Kind.FIELD && /^__(schema|type)$/.test(one.name.value));

/** A rule for validation: refuses what is too deep, or repeats itself too often. */
export function shapeLimits(context: ValidationContext): ASTVisitor {
  const measure = measurer((name) => context.getFragment(name));
  return {
    OperationDefinition(operation) {
      const { levels, aliases, directives } = measure(operation.selectionSet);
      const refuse = (message: string): void => context.reportError(new GraphQLError(message, { nodes: operation }));
      if (levels > MOST_LEVELS && !asksForSchema(operation))
        refuse(`The operation is ${levels} levels deep; at most ${MOST_LEVELS}. Ask in two steps, by id.`);
      if (aliases > MOST_ALIASES)
        refuse(`The operation has ${aliases} aliases; at most ${MOST_ALIASES}. Send several operations.`);
      if (directives > MOST_DIRECTIVES)
        refuse(`The operation has ${directives} directives; at most ${MOST_DIRECTIVES}. Take some away.`);
    },
  };
}

interface Counting {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly known: Map<string, number>;
}

const isConnection = (type: GraphQLOutputType): boolean => getNamedType(type).name.endsWith('Connection');

/** How many records a page may hold: what `first` says, within its bounds. */
function pageSize(field: FieldNode, { variables }: Counting): number {
  const given = field.arguments?.find((a) => a.name.value === 'first')?.value;
  const value = given === undefined ? null : valueFromASTUntyped(given, { ...variables });
  return typeof value === 'number' && value >= 1 && value <= 100 ? value : PAGE_DEFAULT;
}

/** @param size records of the page around, for the list that holds them */
function costOfField(field: FieldNode, parent: GraphQLCompositeType, size: number | null, counting: Counting): number {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
  const type = parent.getFields()[field.name.value]?.type;
  if (type === undefined || field.selectionSet === undefined) return 0;
  const named = getNamedType(type);
  if (!isCompositeType(named)) return 0;
  if (isConnection(type)) return 1 + costOfSet(field.selectionSet, named, pageSize(field, counting), counting);
  const times = isListType(getNullableType(type)) ? (size ?? PLAIN_LIST) : 1;
  return times * (1 + costOfSet(field.selectionSet, named, null, counting));
}

function costOfSet(
  set: SelectionSetNode,
  parent: GraphQLCompositeType,
  size: number | null,
  counting: Counting,
): number {
  let sum = 0;
  for (const one of set.selections) {
    if (one.kind === Kind.FIELD) sum += costOfField(one, parent, size, counting);
    else if (one.kind === Kind.FRAGMENT_SPREAD) sum += costOfFragment(one.name.value, size, counting);
    else sum += costOfSet(one.selectionSet, typeNamed(one.typeCondition?.name.value, parent, counting), size, counting);
  }
  return sum;
}

function costOfFragment(name: string, size: number | null, counting: Counting): number {
  const key = `${name}/${size ?? ''}`;
  const found = counting.known.get(key);
  if (found !== undefined) return found;
  const fragment = counting.fragments.get(name);
  if (fragment === undefined) return 0;
  const condition = counting.schema.getType(fragment.typeCondition.name.value);
  const cost = isCompositeType(condition) ? costOfSet(fragment.selectionSet, condition, size, counting) : 0;
  counting.known.set(key, cost);
  return cost;
}

function typeNamed(name: string | undefined, parent: GraphQLCompositeType, { schema }: Counting): GraphQLCompositeType {
  const type = name === undefined ? parent : schema.getType(name);
  return isCompositeType(type) ? type : parent;
}

/**
 * What a valid operation costs: the records it could make the server read, a page counted as full, a list without pages as five, a change
 * as twenty more. No database is asked.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const root = schema.getRootType(operation.operation);
  if (root == null) return 0;
  const fragments = new Map(
    document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
  );
  const counting: Counting = { schema, variables, fragments, known: new Map() };
  const changes =
    operation.operation === OperationTypeNode.MUTATION ? operation.selectionSet.selections.length * CHANGE : 0;
  return 1 + changes + costOfSet(operation.selectionSet, root, null, counting);
}

export const tooCostly = (cost: number): GraphQLError =>
  new GraphQLError(
    `The operation costs ${cost}; at most ${MOST_COST}. Ask for smaller pages (first) or for less below a list.`,
    { extensions: { code: 'TOO_COSTLY', cost, most: MOST_COST, http: { status: 400 } } },
  );

/** What the server refuses while it reads a document, before it knows the cost. */
export const LIMITS = {
  parseOptions: { maxLexicalTokens: 4_000, maxSourceLength: 60_000 },
  validationOptions: { maxErrors: 5 },
  executionOptions: { maxCoercionErrors: 10 },
  maxRecursiveSelections: MOST_SELECTIONS,
  validationRules: [shapeLimits],
};
