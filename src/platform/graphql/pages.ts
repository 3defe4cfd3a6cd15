/** Why this file exists: every list is a keyset page with a stable order; its cursor is opaque, signed, and bound to who asked for what. */
import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo } from './selection.js';
import type { Unit } from '../database/index.js';
import { isSigned, signed } from '../signing/index.js';
import { badInput } from './errors.js';
import { canonicalJson } from './canonical-json.js';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many at most, 1 to 100; 50 when absent.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  readonly first?: number | null;
  @Field(() => String, {
    nullable: true,
    description: '`pageInfo.endCursor` of the page before; absent for the first page.',
  })
  readonly after?: string | null;
}

@ObjectType('PageInfo', { description: 'Where a page ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True when more records follow.' })
  readonly hasNextPage!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` for the next page; absent for an empty page.',
  })
  readonly endCursor!: string | null;
}

export interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  /** Number of all records that fit the filter; `null` when it was not asked for. */
  readonly totalCount: number | null;
}

/** The page type of a record type: `<Name>Connection` with nodes, pageInfo and totalCount. */
export function connectionOf<T extends object>(name: string, node: Type<T>): Type<Page<T>> {
  @ObjectType(`${name}Connection`, { description: `A page of ${name} records in a stable order.` })
  class Connection {
    @Field(() => [node], { description: 'The records of this page.' })
    readonly nodes!: readonly T[];
    @Field(() => PageInfo, { description: 'Where this page ends.' })
    readonly pageInfo!: PageInfo;
    @Field(() => Int, { nullable: true, description: 'How many records fit the filter in all.' })
    readonly totalCount!: number | null;
  }
  return Connection;
}

/** Length of a cursor's mark, bytes. */
const MARK_BYTES = 12;

/** What a cursor is bound to: organisation, member, list and filter. */
const binding = (unit: Unit, list: string, filter: unknown): string =>
  canonicalJson([unit.organisationId, unit.actor?.memberId ?? null, list, filter ?? null]);

function encode(keys: readonly unknown[], bound: string): string {
  const body = Buffer.from(JSON.stringify(keys)).toString('base64url');
  return `${body}.${signed('cursor', `${body}|${bound}`, MARK_BYTES).toString('base64url')}`;
}

function decode(cursor: string, bound: string): readonly unknown[] {
  const [body = '', mark = ''] = cursor.split('.');
  const given = Buffer.from(mark, 'base64url');
  if (given.length !== MARK_BYTES || !isSigned('cursor', `${body}|${bound}`, given))
    throw badInput([{ field: 'after', message: 'is not a cursor of this list and filter. Start again without it.' }]);
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as readonly unknown[];
}

export interface ListQuery {
  /** Name of the list, part of what a cursor is bound to. */
  readonly list: string;
  /** `select ... from ... where organisation_id = $1 ...`, without order and limit; values from `$2`. */
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Output column names that order the list; together unique, all ascending, never null. */
  readonly orderBy: readonly string[];
  readonly filter?: unknown;
}

/**
 * One page of a list in one statement (two when the total was asked for).
 * @param args  `first` 1..100, default 50
 */
export async function page<T>(
  unit: Unit,
  query: ListQuery,
  args: PageArgs,
  info?: GraphQLResolveInfo,
): Promise<Page<T>> {
  const first = args.first ?? 50;
  const bound = binding(unit, query.list, query.filter);
  const values = [...query.values];
  const columns = query.orderBy.map((c) => `"${c}"`);
  let where = '';
  if (args.after !== null && args.after !== undefined) {
    const keys = decode(args.after, bound);
    where = ` where (${columns.join(', ')}) > (${keys.map((k) => `$${1 + values.push(k)}`).join(', ')})`;
  }
  const sql = `select * from (${query.sql}) as list${where} order by ${columns.join(', ')} limit ${first + 1}`;
  const rows = await unit.rows<T & Record<string, unknown>>(sql, values);
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      endCursor:
        last === undefined
          ? null
          : encode(
              query.orderBy.map((c) => last[c]),
              bound,
            ),
    },
    totalCount: info === undefined || parseResolveInfo(info).has('totalCount') ? await count(unit, query) : null,
  };
}

async function count(unit: Unit, query: ListQuery): Promise<number> {
  const row = await unit.one<{ n: number }>(`select count(*)::int as n from (${query.sql}) as list`, query.values);
  return row?.n ?? 0;
}
