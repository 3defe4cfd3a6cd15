/** Why this file exists: what all resources have in common: where they stand, their version, and the choice of attributes in an answer. */
import { readName, type AttributePath } from './filter.js';

/** The address below which everything stands. */
export const ROOT = '/scim/v2';

export const etagOf = ({ version }: { readonly version: number }): string => `W/"${version}"`;

interface Dated {
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}
export const timed = (row: Dated): object => ({
  created: row.createdAt,
  lastModified: row.updatedAt,
  version: etagOf(row),
});

/** Which attributes an answer shall have. */
export interface Choice {
  readonly only: readonly AttributePath[] | null;
  readonly without: readonly AttributePath[];
}

const MOST_NAMES = 50;
const namesOf = (text: string): AttributePath[] =>
  text
    .split(',')
    .filter((name) => name.trim() !== '')
    .slice(0, MOST_NAMES)
    .map(readName);

/** @throws ScimError for what is not the name of an attribute */
export function choiceOf(attributes: string | null, excluded: string | null): Choice {
  const only = attributes === null ? [] : namesOf(attributes);
  return { only: only.length === 0 ? null : only, without: excluded === null ? [] : namesOf(excluded) };
}

/** Whether an answer will show an attribute, so that it need not be read for nothing. */
export const shows = ({ only, without }: Choice, name: string): boolean =>
  (only === null || only.some((path) => path.name === name)) &&
  !without.some((path) => path.name === name && path.sub === null);

const ALWAYS = new Set(['schemas', 'id']);

function parts(value: unknown, keep: (part: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => parts(one, keep));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([part]) => keep(part.toLowerCase())));
}

/** A resource with the attributes that were asked for; `schemas` and `id` are always among them. */
export function chosen(resource: Record<string, unknown>, choice: Choice): Record<string, unknown> {
  const entries = Object.entries(resource).flatMap(([name, value]) => {
    const key = name.toLowerCase();
    if (ALWAYS.has(key)) return [[name, value] as const];
    if (!shows(choice, key)) return [];
    const asked = choice.only?.filter((path) => path.name === key) ?? [];
    const isWhole = choice.only === null || asked.some((path) => path.sub === null);
    const left = choice.without.filter((path) => path.name === key);
    const keep = (part: string): boolean =>
      (isWhole || asked.some((path) => path.sub === part)) && !left.some((path) => path.sub === part);
    return [[name, parts(value, keep)] as const];
  });
  return Object.fromEntries(entries);
}
