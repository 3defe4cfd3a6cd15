/** Why this file exists: whether a value of an attribute fits the filter of a PATCH path. */
import type { Comparison, Filter, FilterValue } from './filter.js';
import type { Json, JsonRecord } from './json-body.js';
import { bad } from './scim-error.js';

const TEXT: { readonly [C in Comparison]: (a: string, b: string) => boolean } = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  co: (a, b) => a.includes(b),
  sw: (a, b) => a.startsWith(b),
  ew: (a, b) => a.endsWith(b),
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
};

/** Values are compared as texts in lower case: no attribute of ours with several values tells capitals apart. */
const wordOf = (value: Json | FilterValue | undefined): string | null =>
  value === undefined || value === null || typeof value === 'object' ? null : String(value).toLowerCase();

export function fits(filter: Filter, record: JsonRecord): boolean {
  switch (filter.kind) {
    case 'AND':
      return fits(filter.left, record) && fits(filter.right, record);
    case 'OR':
      return fits(filter.left, record) || fits(filter.right, record);
    case 'NOT':
      return !fits(filter.of, record);
    case 'PRESENT':
      return wordOf(record.get(filter.path.name)) !== null;
    case 'ANY_OF':
      throw bad('invalidPath', 'The path has a bracket inside a bracket.');
    case 'COMPARE': {
      const [own, asked] = [wordOf(record.get(filter.path.name)), wordOf(filter.value)];
      if (own === null || asked === null) return (own === asked) === (filter.op === 'eq');
      return TEXT[filter.op](own, asked);
    }
  }
}
