/** Why this file exists: one text of the library becomes checked records, or findings that name the place in plain words. */
import { isAlias, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import { error, type Finding, type LibraryFile } from './finding.js';

/** `value` is `null` exactly when there are errors. */
export interface ParsedFile<T> {
  readonly value: T | null;
  readonly errors: readonly Finding[];
}

/** What stands at a path of the raw file; `undefined` when the path leads nowhere. */
function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(part))?.[1];
  }
  return value;
}

/** The name of a list member: its key, else the skill it speaks of, else its place counted from 0. */
function nameOf(member: unknown, place: PropertyKey): string {
  if (typeof place === 'number' && typeof member === 'object' && member !== null) {
    if ('key' in member && typeof member.key === 'string') return member.key;
    if ('skill' in member && typeof member.skill === 'string') return member.skill;
  }
  return String(place);
}

const placeOf = (raw: unknown, path: readonly PropertyKey[]): string =>
  path.map((part, depth) => nameOf(valueAt(raw, path.slice(0, depth + 1)), part)).join('.');

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named values',
  record: 'a group of named values',
};

function wordsOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    return `unknown key ${issue.keys.map((name) => `"${name}"`).join(', ')}: check the spelling, or quote a text with a comma`;
  }
  if (value === undefined) return 'is missing';
  if (value === null) return 'is empty: give it a value, or quote a text with a comma inside { }';
  if (issue.code === 'invalid_type') return `has to be ${EXPECTED[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `has to be ${issue.values.map(String).join(' or ')}`;
  if (issue.code === 'invalid_union') return 'is not one of the known types';
  return issue.message;
}

/** Faults of the YAML itself. Aliases are refused: these files repeat nothing, so one is a text that was not quoted. */
function syntaxErrors(file: LibraryFile, document: Document.Parsed, lines: LineCounter): readonly Finding[] {
  const found = [...document.errors, ...document.warnings].map((fault) =>
    error(
      `${file}:${lines.linePos(fault.pos[0]).line}`,
      fault.code === 'DUPLICATE_KEY'
        ? 'the same key is given twice'
        : 'cannot be read as YAML: check indentation, quotes and brackets here and just above',
    ),
  );
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const line = lines.linePos(node.range?.[0] ?? 0).line;
        found.push(error(`${file}:${line}`, 'aliases are not used: quote a text that starts with *'));
      }
    },
  });
  return found;
}

/**
 * Reads one file of the library.
 * @param text   its content; `undefined` when the file is not there, which is an error
 */
export function parseFile<S extends z.ZodType>(
  file: LibraryFile,
  text: string | undefined,
  schema: S,
): ParsedFile<z.output<S>> {
  if (text === undefined) return { value: null, errors: [error(file, 'the file is missing')] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = syntaxErrors(file, document, lines);
  if (faults.length > 0) return { value: null, errors: faults };
  const raw: unknown = document.toJS();
  const read = schema.safeParse(raw);
  if (read.success) return { value: read.data, errors: [] };
  const errors = read.error.issues.map((issue) =>
    error(`${file}:${placeOf(raw, issue.path)}`, wordsOf(issue, valueAt(raw, issue.path))),
  );
  return { value: null, errors };
}
