/** Why this file exists: reads the operations of a PATCH in the dialects of RFC 7644, Okta and Entra. */
import { readPath, type PatchPath } from './filter.js';
import { isList, isRecord, needSchema, type Json, type JsonRecord } from './json-body.js';
import { bad } from './scim-error.js';

/** Attributes below it are of extensions, none of which the product keeps. */
export const EXTENSION = 'urn:ietf:params:scim:schemas:extension:';
export const PATCH_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const MOST_OPERATIONS = 1_000;

/** One operation on one attribute; an operation without a path becomes one for each attribute of its value. */
export interface PatchStep {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: PatchPath;
  /** Absent for a removal without one. */
  readonly value: Json | undefined;
}

/** Schemas of ours whose attributes can stand under their name inside a value. */
const OWN_SCHEMAS = /^urn:ietf:params:scim:schemas:core:2\.0:(user|group)$/;

function stepsOf(op: PatchStep['op'], value: Json | undefined): PatchStep[] {
  if (!isRecord(value)) throw bad('invalidValue', 'An operation without "path" needs an object as its "value".');
  return [...value].flatMap(([name, part]) => {
    if (name === 'schemas') return [];
    if (OWN_SCHEMAS.test(name) && isRecord(part)) return stepsOf(op, part);
    if (name.startsWith(EXTENSION)) return [];
    return [{ op, path: readPath(name), value: part }];
  });
}

function readOperation(operation: Json): PatchStep[] {
  if (!isRecord(operation)) throw bad('invalidSyntax', 'An operation is not an object.');
  const word = operation.get('op');
  const op = (['add', 'replace', 'remove'] as const).find((o) => typeof word === 'string' && word.toLowerCase() === o);
  if (op === undefined) throw bad('invalidSyntax', '"op" is none of add, replace and remove.');
  const path = operation.get('path') ?? null;
  const value = operation.get('value');
  if (path !== null && typeof path !== 'string') throw bad('invalidPath', 'A path is a text.');
  if (op !== 'remove' && value === undefined) throw bad('invalidValue', `An operation "${op}" needs a "value".`);
  if (path !== null && path.trim() !== '') return [{ op, path: readPath(path), value }];
  if (op === 'remove') throw bad('noTarget', 'An operation "remove" needs a "path".');
  return stepsOf(op, value);
}

/** @throws ScimError */
export function readPatch(body: JsonRecord): readonly PatchStep[] {
  needSchema(body, PATCH_SCHEMA);
  const operations = body.get('operations');
  if (!isList(operations) || operations.length === 0) throw bad('invalidSyntax', '"Operations" is not a list of any.');
  if (operations.length > MOST_OPERATIONS)
    throw bad('tooMany', `A request has more than ${MOST_OPERATIONS} operations.`);
  return operations.flatMap(readOperation);
}
