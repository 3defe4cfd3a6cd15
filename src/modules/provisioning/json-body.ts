/** Why this file exists: a body is looked at once, before anything uses it: its depth, its names, its texts, and names in one spelling. */
import { textFault } from '../../platform/graphql/index.js';
import { bad } from './scim-error.js';

export type Json = string | number | boolean | null | readonly Json[] | JsonRecord;
/** Names of attributes are lower case: SCIM tells them apart by nothing else. */
export type JsonRecord = ReadonlyMap<string, Json>;

const DEEPEST = 8;
const LONGEST_TEXT = 4_000;

/** Parses the text of a body. @throws ScimError */
export function readBody(text: string): JsonRecord {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw bad('invalidSyntax', 'The body is not JSON.');
  }
  const body = readJson(parsed);
  if (!isRecord(body)) throw bad('invalidSyntax', 'The body is not a JSON object.');
  return body;
}

/** Makes records of parsed JSON, with names in lower case. @throws ScimError for what is too deep, named twice or cannot be stored */
export function readJson(value: unknown, depth = 0): Json {
  if (depth > DEEPEST) throw bad('invalidSyntax', `The body is nested more than ${DEEPEST} deep.`);
  if (typeof value === 'string') return readText(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((item) => readJson(item, depth + 1));
  const record = new Map<string, Json>();
  for (const [name, item] of Object.entries(value as object)) {
    const key = readText(name).toLowerCase();
    if (record.has(key)) throw bad('invalidSyntax', `The body names ${key.slice(0, 100)} twice.`);
    record.set(key, readJson(item, depth + 1));
  }
  return record;
}

function readText(text: string): string {
  if (text.length > LONGEST_TEXT) throw bad('invalidValue', `A text is longer than ${LONGEST_TEXT} characters.`);
  const fault = textFault(text);
  if (fault !== null) throw bad('invalidValue', `A text ${fault}`);
  return text;
}

export const isRecord = (value: Json | undefined): value is JsonRecord => value instanceof Map;
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** What a value is in words, without what is in it. */
const kindOf = (value: Json): string =>
  value === null ? 'null' : isList(value) ? 'a list' : isRecord(value) ? 'an object' : `a ${typeof value}`;

/** A text within a length, `null` for absent, null and empty ones. */
export function textOf(value: Json | undefined, name: string, most: number): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw bad('invalidValue', `${name} is ${kindOf(value)}, not a text.`);
  const text = value.trim();
  if (text.length > most) throw bad('invalidValue', `${name} is longer than ${most} characters.`);
  return text === '' ? null : text;
}

/** True or false, also as a text in whatever case, as Entra sends it; `null` for absent and null. */
export function flagOf(value: Json | undefined, name: string): boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (word === 'true' || word === 'false') return word === 'true';
  throw bad('invalidValue', `${name} is neither true nor false.`);
}

/** A word in lower case; empty for everything that is no text, true or false. */
export const wordOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'boolean' ? String(value).toLowerCase() : '';

/** Whether a body says that it is of a schema. */
export function needSchema(body: JsonRecord, schema: string): void {
  const schemas = body.get('schemas');
  const named = isList(schemas) ? schemas.map((one) => (typeof one === 'string' ? one.toLowerCase() : '')) : [];
  if (!named.includes(schema.toLowerCase())) throw bad('invalidSyntax', `"schemas" does not name ${schema}.`);
}
