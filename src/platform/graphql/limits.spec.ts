/** Why this file exists: the cost and the shape of operations, by hand. */
import { buildSchema, parse, validate, type OperationDefinitionNode } from 'graphql';
import { costOf, MOST_ALIASES, MOST_DIRECTIVES, MOST_LEVELS, shapeLimits } from './limits.js';

const schema = buildSchema(`
  type Query { people(first: Int): PersonConnection!  me: Person }
  type Mutation { rename(name: String!): Person! }
  type PersonConnection { nodes: [Person!]! totalCount: Int }
  type Person { id: ID!  name: String!  manager: Person  reports: [Person!]!  notes: NoteConnection! }
  type NoteConnection { nodes: [Note!]! }
  type Note { text: String! }
`);

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  return costOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
}
const faults = (text: string): string[] => validate(schema, parse(text), [shapeLimits]).map((e) => e.message);
const nested = (levels: number): string => `${'manager { '.repeat(levels - 2)}name${' }'.repeat(levels - 2)}`;

describe('what an operation costs', () => {
  it('counts one for the operation, one for each record, and nothing for values', () => {
    expect(cost('{ me { id name } }')).toBe(2);
    expect(cost('{ me { manager { name } } }')).toBe(3);
  });

  it('counts a page as full: by hand 1 + 1 + 20 × (1 + 1 manager) = 42', () => {
    expect(cost('{ people(first: 20) { nodes { manager { name } } } }')).toBe(42);
    expect(cost('query($n: Int) { people(first: $n) { nodes { manager { name } } } }', { n: 20 })).toBe(42);
    expect(cost('{ people { nodes { name } } }')).toBe(52);
  });

  it('multiplies lists inside lists, through fragments: 1 + 1 + 10 × (1 + 5 × (1 + 1 + 100)) = 5,112', () => {
    const text = `{ people(first: 10) { nodes { ...Reports } } }
      fragment Reports on Person { reports { notes(first: 100) { nodes { text } } } }`;
    expect(cost(text)).toBe(5_112);
    expect(cost('{ people(first: 10) { nodes { notes { nodes { text } } } } }')).toBe(1 + 1 + 10 * (1 + 1 + 50));
  });

  it('takes a page size that will be refused for the usual one', () => {
    expect(cost('{ people(first: 1000000) { nodes { name } } }')).toBe(52);
    expect(cost('query($n: Int) { people(first: $n) { nodes { name } } }', { n: 'many' })).toBe(52);
  });

  it('counts a change as twenty more', () => {
    expect(cost('mutation { rename(name: "x") { name } }')).toBe(22);
  });
});

describe('the shape of an operation', () => {
  it('may be as deep as the limit, fragments flattened, and no deeper', () => {
    expect(faults(`{ me { ${nested(MOST_LEVELS)} } }`)).toEqual([]);
    expect(faults(`{ me { ...Deep } } fragment Deep on Person { ${nested(MOST_LEVELS)} }`)).toEqual([]);
    expect(faults(`{ me { ...Deep } } fragment Deep on Person { ${nested(MOST_LEVELS + 1)} }`)).toEqual([
      'The operation is 11 levels deep; at most 10. Ask in two steps, by id.',
    ]);
  });

  it('may have as many aliases and directives as the limits, in fragments too, and no more', () => {
    const aliases = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}: __typename`).join(' ');
    expect(faults(`{ ${aliases(MOST_ALIASES)} }`)).toEqual([]);
    expect(faults(`{ ...F me { id } } fragment F on Query { ${aliases(MOST_ALIASES + 1)} }`)).toEqual([
      'The operation has 16 aliases; at most 15. Send several operations.',
    ]);
    const directives = `{ me { id ${'@include(if: true) '.repeat(MOST_DIRECTIVES + 1)} } }`;
    expect(faults(directives)).toEqual(['The operation has 51 directives; at most 50. Take some away.']);
  });

  it('is measured in a moment, however often fragments are spread', () => {
    const chain = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`);
    const text = `{ me { ...F0 } } ${chain.join(' ')} fragment F60 on Person { a: id }`;
    expect(faults(text)).toEqual([`The operation has ${2 ** 60} aliases; at most 15. Send several operations.`]);
    expect(cost(text)).toBe(2);
  });

  it('survives a fragment inside itself, which another rule refuses', () => {
    expect(faults('{ me { ...F } } fragment F on Person { manager { ...F } }')).toEqual([]);
  });
});
