/** Why this file exists: an order that differs from run to run, or drops a node, would make plans that cannot be compared. */
import fc from 'fast-check';
import { byText, orderWithNeedsFirst } from './stable-order.js';

/** Needs as text: `{ c: 'ab' }` says that c needs a and b. */
const order = (nodes: string, needs: Readonly<Record<string, string>>) => {
  const { ordered, stuck } = orderWithNeedsFirst(nodes.split(''), (node) => (needs[node] ?? '').split(''));
  return { ordered: ordered.join(''), stuck: stuck.join('') };
};

const letters = 'abcdefghij'.split('');

describe('the order with needs first', () => {
  it('keeps the given order where nothing is needed', () => {
    expect(order('bca', {})).toEqual({ ordered: 'bca', stuck: '' });
  });

  it('puts each node after its needs and returns to the earliest node that can come', () => {
    // a waits for c; b needs nothing and comes first; then c, whose coming frees a before d
    expect(order('abcd', { a: 'c' })).toEqual({ ordered: 'bcad', stuck: '' });
  });

  it('ignores needs that are not among the nodes', () => {
    expect(order('ab', { a: 'z' })).toEqual({ ordered: 'ab', stuck: '' });
  });

  it('tells the nodes on a cycle and behind one apart from those that can be placed', () => {
    expect(order('abcd', { a: 'b', b: 'a', c: 'a' })).toEqual({ ordered: 'd', stuck: 'abc' });
  });

  it('places every node once and after its needs when needs only point to earlier letters', () => {
    const acyclic = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(acyclic, fc.shuffledSubarray(letters, { minLength: 10 }), (pairs, nodes) => {
        const needsOf = (node: string) =>
          pairs.flatMap(([a, b]) => (a < b && letters[b] === node ? [letters[a] ?? ''] : []));
        const { ordered, stuck } = orderWithNeedsFirst(nodes, needsOf);
        expect(stuck).toEqual([]);
        expect(ordered.toSorted(byText)).toEqual(letters);
        for (const node of nodes) {
          for (const need of needsOf(node)) expect(ordered.indexOf(need)).toBeLessThan(ordered.indexOf(node));
        }
      }),
    );
  });
});

describe('the comparison of texts', () => {
  it('goes by code unit, capitals first, and finds equals equal', () => {
    expect(['b', 'a', 'Z', 'a'].toSorted(byText)).toEqual(['Z', 'a', 'a', 'b']);
    expect(byText('a', 'a')).toBe(0);
  });
});
