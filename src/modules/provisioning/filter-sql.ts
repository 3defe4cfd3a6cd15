/** Why this file exists: turns a filter into a condition of SQL whose values all travel as parameters. */
import type { AttributePath, Comparison, Filter, FilterValue } from './filter.js';
import { bad, type ScimError } from './scim-error.js';

/** How an attribute is asked for. Text is compared without regard to capitals, EXACT text with it. */
export interface Attribute {
  readonly kind: 'TEXT' | 'EXACT' | 'FLAG' | 'TIME';
  /** Its value of a row; `null` for absent. Nobody sorts by an attribute without one. */
  readonly sql: string;
  /** A faster condition for equality with the parameter, if there is one. */
  readonly equals?: (parameter: string) => string;
}

/** An attribute with several values, each a row of `from`. */
export interface ManyValued {
  readonly from: string;
  readonly parts: Readonly<Record<string, Attribute>>;
}

export interface Attributes {
  /** Lower case. */
  readonly schema: string;
  /** By lower-case name, parts behind a full stop. */
  readonly single: Readonly<Record<string, Attribute>>;
  readonly many: Readonly<Record<string, ManyValued>>;
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The attribute that a path names, among those of a resource type. @throws ScimError */
export function attributeAt(attributes: Attributes, path: AttributePath): Attribute | null {
  if (path.schema !== null && path.schema !== attributes.schema) return null;
  return own(attributes.single, path.sub === null ? path.name : `${path.name}.${path.sub}`) ?? null;
}

const ORDER: { readonly [C in Comparison]?: string } = { gt: '>', ge: '>=', lt: '<', le: '<=' };
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

export class FilterSql {
  /** @param values  of the statement; those of the filter are put behind them */
  constructor(
    private readonly attributes: Attributes,
    private readonly values: unknown[],
  ) {}

  #wrong(what: string): ScimError {
    return bad('invalidFilter', `The filter ${what}.`);
  }

  /** Puts a value into the statement; `$1` is the organisation. */
  #parameter(value: unknown, type: string): string {
    return `$${this.values.push(value) + 1}::${type}`;
  }

  condition(filter: Filter): string {
    switch (filter.kind) {
      case 'AND':
        return `(${this.condition(filter.left)} and ${this.condition(filter.right)})`;
      case 'OR':
        return `(${this.condition(filter.left)} or ${this.condition(filter.right)})`;
      case 'NOT':
        return `(not ${this.condition(filter.of)})`;
      case 'ANY_OF':
        return this.#anyOf(this.#many(filter.path), (parts) => this.#within(parts, filter.filter));
      case 'COMPARE':
      case 'PRESENT':
        return this.#single(filter);
    }
  }

  #many({ schema, name, sub }: AttributePath): ManyValued {
    const many = schema === null || schema === this.attributes.schema ? own(this.attributes.many, name) : undefined;
    if (many === undefined || sub !== null)
      throw this.#wrong('puts a bracket behind an attribute without several values');
    return many;
  }

  #anyOf({ from, parts }: ManyValued, inner: (parts: ManyValued['parts']) => string): string {
    return `exists (select 1 from ${from} and ${inner(parts)})`;
  }

  /** A filter over the parts of one value. */
  #within(parts: ManyValued['parts'], filter: Filter): string {
    const within = new FilterSql({ schema: this.attributes.schema, single: parts, many: {} }, this.values);
    return within.condition(filter);
  }

  #single(filter: Extract<Filter, { kind: 'PRESENT' | 'COMPARE' }>): string {
    const { path } = filter;
    const attribute = attributeAt(this.attributes, path);
    if (attribute !== null) return this.#ask(attribute, filter);
    const isOurs = path.schema === null || path.schema === this.attributes.schema;
    const many = isOurs ? own(this.attributes.many, path.name) : undefined;
    const part = many === undefined ? undefined : own(many.parts, path.sub ?? 'value');
    if (many === undefined || part === undefined) throw this.#wrong('names an attribute that cannot be asked for');
    return this.#anyOf(many, () => this.#ask(part, filter));
  }

  #ask(attribute: Attribute, filter: Extract<Filter, { kind: 'PRESENT' | 'COMPARE' }>): string {
    const { sql, kind } = attribute;
    if (filter.kind === 'PRESENT')
      return kind === 'FLAG' || kind === 'TIME' ? `(${sql} is not null)` : `(coalesce(${sql}, '') <> '')`;
    const { op, value } = filter;
    if (value === null) {
      if (op !== 'eq' && op !== 'ne') throw this.#wrong(`compares null with "${op}"`);
      return `(${sql} is ${op === 'eq' ? '' : 'not '}null)`;
    }
    if (kind === 'FLAG') return this.#flag(sql, op, value);
    if (kind === 'TIME') return this.#time(sql, op, value);
    if (typeof value !== 'string') throw this.#wrong('compares a text with something else');
    return this.#text(attribute, op, value);
  }

  #flag(sql: string, op: Comparison, value: FilterValue): string {
    const word = String(value).toLowerCase();
    if (word !== 'true' && word !== 'false') throw this.#wrong('compares true or false with something else');
    if (op !== 'eq' && op !== 'ne') throw this.#wrong(`compares true or false with "${op}"`);
    return `(${sql} is ${(word === 'true') === (op === 'eq') ? 'true' : 'not true'})`;
  }

  #time(sql: string, op: Comparison, value: FilterValue): string {
    const isTime = typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value));
    if (!isTime) throw this.#wrong('compares a time with something that is none');
    const parameter = this.#parameter(new Date(value).toISOString(), 'timestamptz');
    const order = ORDER[op] ?? { eq: '=', ne: '<>' }[op as string];
    if (order === undefined) throw this.#wrong(`compares a time with "${op}"`);
    return `coalesce(${sql} ${order} ${parameter}, false)`;
  }

  #text({ sql, kind, equals }: Attribute, op: Comparison, value: string): string {
    if (op === 'eq' && equals !== undefined)
      return `(${equals(this.#parameter(kind === 'TEXT' ? value.toLowerCase() : value, 'text'))})`;
    const parameter = this.#parameter(value, 'text');
    const [own, asked] = kind === 'TEXT' ? [`lower(${sql})`, `lower(${parameter})`] : [sql, parameter];
    const conditions: { readonly [C in Comparison]: string } = {
      eq: `${own} = ${asked}`,
      ne: `${own} is distinct from ${asked}`,
      co: `strpos(${own}, ${asked}) > 0`,
      sw: `starts_with(${own}, ${asked})`,
      ew: `right(${own}, length(${asked})) = ${asked}`,
      gt: `${own} > ${asked}`,
      ge: `${own} >= ${asked}`,
      lt: `${own} < ${asked}`,
      le: `${own} <= ${asked}`,
    };
    return `coalesce(${conditions[op]}, false)`;
  }
}
