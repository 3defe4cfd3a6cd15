/** Why this file exists: recorded facts in words: types, kinds of records, and old and new values. */
import { day as dayWords, instant, list } from '../app/format.js';
import { tellAudit } from './audit.texts.js';

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();

/** `GrantGiven` and `mentorCapacity` as words. */
export const inWords = (name: string): string =>
  sentence(name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' '));

/** What happened. Types that newer versions add are told by their own name. */
export function eventWords(type: string): string {
  const key = `event_${type}`;
  const told = tellAudit(key as Parameters<typeof tellAudit>[0]);
  return told === key ? inWords(type) : told;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One recorded value as text. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return tellAudit('none');
  if (typeof value === 'boolean') return tellAudit(value ? 'yes' : 'no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayWords(value);
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return instant(value, { year: 'numeric' });
    return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(value) && value.length > 2 ? inWords(value) : value;
  }
  if (Array.isArray(value)) return value.length === 0 ? tellAudit('none') : list(value.map(valueWords));
  if (!isObject(value)) return '';
  return Object.entries(value)
    .map(([name, one]) => `${inWords(name)}: ${valueWords(one)}`)
    .join('; ');
}

export const isId = (value: unknown): boolean => typeof value === 'string' && UUID.test(value);

export interface ChangedValue {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}
export interface RecordedValue {
  readonly name: string;
  readonly value: string;
}

/** What the event recorded: old and new values where it has both, and the other facts. */
export function factsOf(data: unknown): {
  readonly changes: readonly ChangedValue[];
  readonly values: readonly RecordedValue[];
} {
  if (!isObject(data)) return { changes: [], values: [] };
  const { before, after, ...rest } = data;
  const old = isObject(before) ? before : {};
  const fresh = isObject(after) ? after : {};
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  const changes = names
    .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name]))
    .map((name) => ({ name: inWords(name), before: valueWords(old[name]), after: valueWords(fresh[name]) }));
  const values = Object.entries(rest).map(([name, value]) => ({ name: inWords(name), value: valueWords(value) }));
  return { changes, values };
}

/** The facts in one line, for the list: what changed, or the first recorded values, without ids. */
export function inOneLine(data: unknown): string {
  const { changes, values } = factsOf(data);
  if (changes.length > 0) return list(changes.map((c) => c.name));
  return values
    .filter((v) => !isId(v.value))
    .slice(0, 3)
    .map((v) => `${v.name}: ${v.value}`)
    .join(', ');
}

const ADDRESS: Readonly<Record<string, string>> = {
  Person: '/people/',
  Requisition: '/requisitions/',
  Application: '/applications/',
  Interview: '/interviews/',
  JobRole: '/job-roles/',
  GrowthPlan: '/growth/',
  FrameworkVersion: '/library/versions/',
};

/** The page of a record, if there is one. */
export const addressOf = (entity: string, id: string): string | null => {
  const address = ADDRESS[entity];
  return address === undefined ? null : `${address}${id}`;
};
