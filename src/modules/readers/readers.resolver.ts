/** Why this file exists: who can see this record, and why: gate, call, return. */
import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { may, Requires, type Actor, type MemberId } from '../../platform/access/index.js';
import {
  connectionOf,
  GateCheck,
  oneAtATime,
  Op,
  Operation,
  page,
  PageArgs,
  type Page,
} from '../../platform/graphql/index.js';
import { countActive } from '../grants/index.js';
import { MemberObject, memberLoader } from '../identity/index.js';
import * as t from './readers.types.js';
import { partsOf, titleOf, type NamedRecord } from './record-names.js';
import { mayAsk, membersSight, type MemberSight } from './sight.js';

const RecordReaderConnection = connectionOf('RecordReader', t.RecordReaderObject);

/** Above so many members nobody is asked for: it would take too long for one request. */
export const MOST_MEMBERS = 5_000;
const RETRY_SECONDS = 2;

@Resolver(() => t.WhoCanSeeObject)
export class WhoCanSeeResolver {
  #gates: ReadonlyMap<string, (actor: Actor) => boolean> | null = null;
  /** Members for whom an answer is being worked out in this process: it asks much of the database, so each has one at a time. */
  readonly #asking = new Set<MemberId>();

  constructor(private readonly check: GateCheck) {}

  @Query(() => t.WhoCanSeeObject, {
    nullable: true,
    description:
      'Who can see a record, and why: for administrators and auditors, and for people about their own profile and growth plans. Absent when there is none or you may not ask. Asking leaves an event.',
  })
  @Requires('record-reader:read')
  async whoCanSee(@Op() operation: Operation, @Args() args: t.WhoCanSeeArgs): Promise<t.WhoCanSeeObject | null> {
    const { unit } = operation;
    const title = (await mayAsk(unit, args)) ? await titleOf(unit, args) : null;
    if (title === null) return null;
    unit.noteReading('RecordReadersRead', [args.id]);
    return { kind: args.kind, recordId: args.id, title, memberCount: await countActive(unit) };
  }

  @ResolveField(() => RecordReaderConnection, {
    nullable: true,
    description: `Members who see it, then those who do not although one might think so, each by name. Absent for more than ${MOST_MEMBERS} members, for whom it is not worked out.`,
  })
  async readers(
    @Parent() { kind, recordId: id, memberCount }: t.WhoCanSeeObject,
    @Op() { unit, member }: Operation,
    @Args() args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<t.RecordReaderObject> | null> {
    if (memberCount > MOST_MEMBERS) return null;
    const found = await this.#alone(member.memberId, () =>
      membersSight(unit, { kind, id }, (actor, field) => this.#passes(actor, field)),
    );
    const sights = new Map(found.map((one) => [one.memberId, one]));
    const sql = `select o."memberId", m.display_name as name, o.place from jsonb_to_recordset($2::jsonb) as o("memberId" uuid, place int)
      join member m on m.organisation_id = $1 and m.id = o."memberId"`;
    const places = found.map(({ memberId, sees }) => ({ memberId, place: sees ? 1 : 2 }));
    const query = {
      list: 'readers',
      sql,
      values: [JSON.stringify(places)],
      orderBy: ['place', 'name', 'memberId'],
      filter: [kind, id],
    };
    const shown = await page<Pick<MemberSight, 'memberId'>>(unit, query, args, info);
    return { ...shown, nodes: shown.nodes.flatMap(({ memberId }) => sights.get(memberId) ?? []) };
  }

  @ResolveField(() => [t.NamedRecordObject], {
    description: 'Records that belong together with it, itself included; empty where you may not know of them.',
  })
  parts(@Parent() { kind, recordId }: t.WhoCanSeeObject, @Op() operation: Operation): Promise<readonly NamedRecord[]> {
    return partsOf(operation.unit, { kind, id: recordId });
  }

  async #alone<T>(memberId: MemberId, work: () => Promise<T>): Promise<T> {
    if (this.#asking.has(memberId)) throw oneAtATime(RETRY_SECONDS);
    this.#asking.add(memberId);
    try {
      return await work();
    } finally {
      this.#asking.delete(memberId);
    }
  }

  /** Whether a member passes the very gate of a root field. */
  #passes(actor: Actor, field: string): boolean {
    this.#gates ??= new Map(
      this.check.rootFields().flatMap(({ name, gates: [gate] }) => {
        const permission = gate?.kind === 'REQUIRES' ? gate.permission : null;
        return permission === null ? [] : [[name, (one: Actor): boolean => may(one, permission)] as const];
      }),
    );
    const passes = this.#gates.get(field);
    if (passes === undefined) throw new Error(`${field} has no gate that asks for a permission`);
    return passes(actor);
  }
}

@Resolver(() => t.RecordReaderObject)
export class RecordReaderFields {
  @ResolveField(() => MemberObject, { nullable: true, description: 'The member.' })
  member(@Parent() parent: t.RecordReaderObject, @Op() operation: Operation): Promise<MemberObject | null> {
    return operation.load(memberLoader, parent.memberId);
  }
}
