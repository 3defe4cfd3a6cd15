/** Why this file exists: skills and level steps are both put in order with what they need first, the same way every time. */

export interface StableOrder<K> {
  /** Every node that can be placed, each after all the nodes it needs. */
  readonly ordered: readonly K[];
  /** Nodes on a cycle or behind one, in the order given; empty when the needs are acyclic. */
  readonly stuck: readonly K[];
}

/**
 * Topological order in which, at every place, the earliest node of the given order that can come does come.
 * @param nodes   distinct; their order decides ties
 * @param needsOf what must stand before a node; a need that is not among the nodes is ignored
 */
export function orderWithNeedsFirst<K>(nodes: readonly K[], needsOf: (node: K) => readonly K[]): StableOrder<K> {
  const present = new Set(nodes);
  const placed = new Set<K>();
  let waiting = [...nodes];
  const canCome = (node: K): boolean => needsOf(node).every((need) => placed.has(need) || !present.has(need));
  for (let next = waiting.find(canCome); next !== undefined; next = waiting.find(canCome)) {
    const chosen = next;
    placed.add(chosen);
    waiting = waiting.filter((node) => node !== chosen);
  }
  return { ordered: [...placed], stuck: waiting };
}

/** Compares two texts by code unit: the same order on every machine and in every language setting. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
