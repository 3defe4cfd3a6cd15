/** Why this file exists: lists of resources as RFC 7644, section 3.4.2, asks for them: filtered, sorted, paged, with their number. */
import type { Unit } from '../../platform/database/index.js';
import { textFault } from '../../platform/graphql/index.js';
import { readFilter, readName, type Filter } from './filter.js';
import { attributeAt, FilterSql, type Attributes } from './filter-sql.js';
import { choiceOf, type Choice } from './resources.js';
import { bad } from './scim-error.js';

export const LIST_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
export const MOST_RESULTS = 200;
export const USUAL_RESULTS = 100;
const FURTHEST = 1_000_000_000;

export type Query = Readonly<Record<string, unknown>>;

/** One parameter of an address. @throws ScimError when it is there twice, or cannot be stored */
export function parameter(query: Query, name: string): string | null {
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw bad('invalidValue', `The address has "${name}" twice.`);
  const fault = textFault(value);
  if (fault !== null) throw bad(name === 'filter' ? 'invalidFilter' : 'invalidValue', `"${name}" ${fault}`);
  return value;
}

function wholeNumber(query: Query, name: string, least: number, usual: number): number {
  const text = parameter(query, name);
  if (text === null) return usual;
  if (!/^[+-]?\d{1,15}$/.test(text)) throw bad('invalidValue', `"${name}" is not a whole number.`);
  return Math.min(Math.max(Number(text), least), FURTHEST);
}

export interface ListWish {
  readonly filter: Filter | null;
  /** Counted from 1. */
  readonly startIndex: number;
  readonly count: number;
  /** SQL of the order, the id last. */
  readonly order: string;
  readonly choice: Choice;
}

function orderOf(query: Query, attributes: Attributes, id: string): string {
  const by = parameter(query, 'sortBy');
  const direction = parameter(query, 'sortOrder') ?? 'ascending';
  if (direction !== 'ascending' && direction !== 'descending')
    throw bad('invalidValue', '"sortOrder" is neither ascending nor descending.');
  if (by === null) return id;
  const attribute = attributeAt(attributes, readName(by));
  if (attribute === null) throw bad('invalidPath', '"sortBy" names an attribute that cannot be sorted by.');
  const key = attribute.kind === 'TEXT' ? `lower(${attribute.sql})` : attribute.sql;
  return `${key} ${direction === 'ascending' ? 'asc nulls last' : 'desc nulls first'}, ${id}`;
}

/** @param id SQL of the id. @throws ScimError */
export function readListWish(query: Query, attributes: Attributes, id: string): ListWish {
  const filter = parameter(query, 'filter');
  return {
    filter: filter === null ? null : readFilter(filter),
    startIndex: wholeNumber(query, 'startIndex', 1, 1),
    count: Math.min(wholeNumber(query, 'count', 0, USUAL_RESULTS), MOST_RESULTS),
    order: orderOf(query, attributes, id),
    choice: readChoice(query),
  };
}

export const readChoice = (query: Query): Choice =>
  choiceOf(parameter(query, 'attributes'), parameter(query, 'excludedAttributes'));

export interface Source {
  readonly columns: string;
  /** From and where, open for further conditions. */
  readonly from: string;
  readonly attributes: Attributes;
}

/** One page of rows, and how many there are in all: two statements, however many rows. */
export async function listed<Row>(
  unit: Unit,
  { columns, from, attributes }: Source,
  wish: ListWish,
): Promise<{ readonly total: number; readonly rows: readonly Row[] }> {
  const values: unknown[] = [];
  const condition = wish.filter === null ? '' : ` and ${new FilterSql(attributes, values).condition(wish.filter)}`;
  const number = await unit.one<{ total: number }>(`select count(*)::int as total ${from}${condition}`, values);
  const total = number?.total ?? 0;
  if (wish.count === 0) return { total, rows: [] };
  const end = `limit $${values.length + 2} offset $${values.length + 3}`;
  const rows = await unit.rows<Row>(`select ${columns} ${from}${condition} order by ${wish.order} ${end}`, [
    ...values,
    wish.count,
    wish.startIndex - 1,
  ]);
  return { total, rows };
}

export const listBody = (total: number, startIndex: number, resources: readonly object[]): object => ({
  schemas: [LIST_SCHEMA],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
});
