/** Why this file exists: reads filters and paths of RFC 7644 (3.4.2.2 and 3.5.2) into trees, within limits, and says what is wrong with others. */
import { bad, type ScimError, type ScimType } from './scim-error.js';

export const COMPARISONS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface AttributePath {
  /** Lower case; `null` when the attribute was named without its schema. */
  readonly schema: string | null;
  /** Lower case. */
  readonly name: string;
  /** Lower case; `null` without. */
  readonly sub: string | null;
}
export type FilterValue = string | number | boolean | null;
export type Filter =
  | { readonly kind: 'AND' | 'OR'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'NOT'; readonly of: Filter }
  | { readonly kind: 'PRESENT'; readonly path: AttributePath }
  | { readonly kind: 'COMPARE'; readonly path: AttributePath; readonly op: Comparison; readonly value: FilterValue }
  | { readonly kind: 'ANY_OF'; readonly path: AttributePath; readonly filter: Filter };

/** A path of a PATCH operation: an attribute, some of its values, or a part of these. */
export interface PatchPath extends AttributePath {
  readonly filter: Filter | null;
}

const MOST_CHARACTERS = 4_000;
const MOST_TERMS = 60;
const DEEPEST = 12;

type Token =
  | { readonly kind: 'MARK'; readonly text: string }
  | { readonly kind: 'WORD'; readonly text: string }
  | { readonly kind: 'VALUE'; readonly value: FilterValue };

const TOKEN = /\s*(?:([()[\]])|("(?:[^"\\]|\\.)*")|([A-Za-z0-9_$:.+-]+))/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NAME = /^[A-Za-z][\w$-]*$/;
const CONSTANTS: ReadonlyMap<string, FilterValue> = new Map<string, FilterValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #terms = 0;

  constructor(
    text: string,
    private readonly fault: ScimType,
  ) {
    if (text.length > MOST_CHARACTERS) throw this.wrong(`is longer than ${MOST_CHARACTERS} characters`);
    this.#tokens = this.#read(text);
  }

  wrong(what: string): ScimError {
    return bad(this.fault, `The ${this.fault === 'invalidPath' ? 'path' : 'filter'} ${what}.`);
  }

  #read(text: string): Token[] {
    const tokens: Token[] = [];
    const end = text.trimEnd().length;
    for (TOKEN.lastIndex = 0; TOKEN.lastIndex < end; ) {
      const at = TOKEN.lastIndex;
      const [, mark, quoted, word] = TOKEN.exec(text) ?? [];
      if (mark !== undefined) tokens.push({ kind: 'MARK', text: mark });
      else if (quoted !== undefined) tokens.push({ kind: 'VALUE', value: this.#unquoted(quoted) });
      else if (word !== undefined) tokens.push({ kind: 'WORD', text: word });
      else throw this.wrong(`cannot be read from character ${at + 1} on`);
    }
    return tokens;
  }

  #unquoted(quoted: string): string {
    try {
      return JSON.parse(quoted) as string;
    } catch {
      throw this.wrong('has a text that is not a JSON string');
    }
  }

  isOver(): boolean {
    return this.#next >= this.#tokens.length;
  }

  /** Takes the next token if it is this mark, or this word in whatever case. */
  takes(text: string): boolean {
    const token = this.#tokens[this.#next];
    const isIt = token !== undefined && token.kind !== 'VALUE' && token.text.toLowerCase() === text;
    if (isIt) this.#next++;
    return isIt;
  }

  need(text: string): void {
    if (!this.takes(text)) throw this.wrong(`lacks "${text}"`);
  }

  or(depth: number): Filter {
    let left = this.and(depth);
    while (this.takes('or')) left = { kind: 'OR', left, right: this.and(depth) };
    return left;
  }

  and(depth: number): Filter {
    let left = this.term(depth);
    while (this.takes('and')) left = { kind: 'AND', left, right: this.term(depth) };
    return left;
  }

  term(depth: number): Filter {
    if (depth > DEEPEST) throw this.wrong(`is nested more than ${DEEPEST} deep`);
    if (++this.#terms > MOST_TERMS) throw this.wrong(`has more than ${MOST_TERMS} terms`);
    const isNot = this.takes('not');
    if (this.takes('(')) {
      const inner = this.or(depth + 1);
      this.need(')');
      return isNot ? { kind: 'NOT', of: inner } : inner;
    }
    if (isNot) throw this.wrong('has "not" without parentheses');
    const path = this.path();
    if (this.takes('[')) {
      const filter = this.or(depth + 1);
      this.need(']');
      return { kind: 'ANY_OF', path, filter };
    }
    if (this.takes('pr')) return { kind: 'PRESENT', path };
    const op = COMPARISONS.find((name) => this.takes(name));
    if (op === undefined) throw this.wrong('has an attribute without an operator');
    return { kind: 'COMPARE', path, op, value: this.value() };
  }

  path(): AttributePath {
    const token = this.#tokens[this.#next++];
    if (token?.kind !== 'WORD') throw this.wrong('lacks the name of an attribute');
    return this.pathOf(token.text);
  }

  pathOf(text: string): AttributePath {
    const colon = text.lastIndexOf(':');
    const schema = colon < 0 ? null : text.slice(0, colon).toLowerCase();
    const [name = '', sub = null, ...more] = text.slice(colon + 1).split('.');
    const isWell = NAME.test(name) && (sub === null || NAME.test(sub)) && more.length === 0;
    if (!isWell) throw this.wrong('has something that is not the name of an attribute');
    return { schema, name: name.toLowerCase(), sub: sub?.toLowerCase() ?? null };
  }

  value(): FilterValue {
    const token = this.#tokens[this.#next++];
    if (token === undefined) throw this.wrong('lacks a value');
    if (token.kind === 'VALUE') return token.value;
    const constant = token.kind === 'WORD' ? CONSTANTS.get(token.text.toLowerCase()) : undefined;
    if (constant !== undefined) return constant;
    if (token.kind === 'WORD' && NUMBER.test(token.text)) return Number(token.text);
    throw this.wrong('has a value that is neither a quoted text, nor a number, true, false or null');
  }

  /** A word that follows the closing bracket, such as `.value`. */
  subOfValues(): string | null {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'WORD') return null;
    this.#next++;
    const name = token.text.startsWith('.') ? token.text.slice(1) : '';
    if (!NAME.test(name)) throw this.wrong('has something other than a part of the values behind the bracket');
    return name.toLowerCase();
  }
}

/** @throws ScimError with `invalidFilter` */
export function readFilter(text: string): Filter {
  const reader = new Reader(text, 'invalidFilter');
  if (reader.isOver()) throw reader.wrong('is empty');
  const filter = reader.or(0);
  if (!reader.isOver()) throw reader.wrong('goes on after its end');
  return filter;
}

function hasBracket(filter: Filter): boolean {
  if (filter.kind === 'AND' || filter.kind === 'OR') return hasBracket(filter.left) || hasBracket(filter.right);
  return filter.kind === 'NOT' ? hasBracket(filter.of) : filter.kind === 'ANY_OF';
}

/** Reads the path of a PATCH operation. @throws ScimError with `invalidPath` */
export function readPath(text: string): PatchPath {
  const reader = new Reader(text, 'invalidPath');
  const path = reader.path();
  let filter: Filter | null = null;
  let sub = path.sub;
  if (reader.takes('[')) {
    if (sub !== null) throw reader.wrong('has a bracket behind a part of an attribute');
    filter = reader.or(1);
    if (hasBracket(filter)) throw reader.wrong('has a bracket inside a bracket');
    reader.need(']');
    sub = reader.subOfValues();
  }
  if (!reader.isOver()) throw reader.wrong('goes on after its end');
  return { ...path, sub, filter };
}

/** Reads the name of an attribute, as in `attributes` and `sortBy`. @throws ScimError with `invalidPath` */
export function readName(text: string): AttributePath {
  return new Reader('', 'invalidPath').pathOf(text.trim());
}
