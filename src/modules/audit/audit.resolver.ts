/** Why this file exists: reading and verifying the audit trail through the API. */
import { Args, ArgsType, Field, ID, Info, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { reaches, Requires, type Actor } from '../../platform/access/index.js';
import {
  connectionOf,
  Instant,
  JsonObject,
  Op,
  Operation,
  page,
  PageArgs,
  type Page,
} from '../../platform/graphql/index.js';
import { ApiTokenObject, apiTokenLoader } from '../grants/index.js';
import { MemberObject, memberLoader } from '../identity/index.js';
import { Parent, ResolveField } from '@nestjs/graphql';
import { verifyTrail } from './trail.js';

@ObjectType('AuditEvent', { description: 'One recorded fact. Events are never changed or removed.' })
export class AuditEventObject {
  @Field(() => Int, { description: 'Its number in the organisation’s chain: 1, 2, 3 ... without a gap.' })
  readonly seq!: number;
  @Field(() => Instant, { description: 'When, by the database’s clock.' })
  readonly at!: string;
  @Field(() => String, { description: 'What happened, in the past tense, such as `ScorecardSubmitted`.' })
  readonly type!: string;
  @Field(() => String, { description: 'Kind of record it happened to.' })
  readonly entity!: string;
  @Field(() => ID, { description: 'Id of that record.' })
  readonly entityId!: string;
  @Field(() => JsonObject, { description: 'Old and new values and reasons.' })
  readonly data!: unknown;
  @Field(() => String, { description: 'SHA-256 over the event and the hash before it, hex.' })
  readonly hash!: string;
  readonly actorMemberId!: string | null;
  readonly actorTokenId!: string | null;
}

const faults = { GAP: 'GAP', LINK: 'LINK', HASH: 'HASH', TIME: 'TIME', HEAD: 'HEAD' } as const;
registerEnumType(faults, {
  name: 'ChainFaultReason',
  description: 'What is wrong at the first bad event.',
  valuesMap: {
    GAP: { description: 'An event is missing.' },
    LINK: { description: 'The event does not continue the one before it.' },
    HASH: { description: 'The event was changed after it was written.' },
    TIME: { description: 'The event is dated before the one before it.' },
    HEAD: { description: 'The chain does not end where its head says.' },
  },
});

@ObjectType('AuditVerdict', { description: 'Whether an audit trail holds.' })
export class AuditVerdict {
  @Field(() => Boolean, { description: 'True when every event is there, unchanged and in order.' })
  readonly isIntact!: boolean;
  @Field(() => Int, { description: 'Events that were walked without a fault.' })
  readonly events!: number;
  @Field(() => Int, { nullable: true, description: 'Number of the first bad event; absent when intact.' })
  readonly firstBadSeq!: number | null;
  @Field(() => faults, { nullable: true, description: 'What is wrong there.' })
  readonly reason!: keyof typeof faults | null;
}

@ObjectType('AuditEventKind', { description: 'A kind of event that the trail holds.' })
export class AuditEventKindObject {
  @Field(() => String, { description: 'Type of the events.' })
  readonly type!: string;
  @Field(() => String, { description: 'Kind of record they happened to.' })
  readonly entity!: string;
  @Field(() => Int, { description: 'How many there are.' })
  readonly count!: number;
}

@ObjectType('AuditFilters', { description: 'By what the events that you may read can be narrowed.' })
export class AuditFiltersObject {
  @Field(() => [AuditEventKindObject], { description: 'Kinds of events, by type.' })
  readonly kinds!: readonly AuditEventKindObject[];
  readonly actorIds!: readonly string[];
}

@ArgsType()
export class AuditEventArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only events of this record.' })
  @IsOptional()
  readonly entityId?: string | null;
  @Field(() => String, { nullable: true, description: 'Only events of this type, such as `GrantGiven`.' })
  @IsOptional()
  @MaxLength(100)
  readonly type?: string | null;
  @Field(() => String, { nullable: true, description: 'Only events of this kind of record, such as `Member`.' })
  @IsOptional()
  @MaxLength(100)
  readonly entity?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only what this member did.' })
  @IsOptional()
  readonly actorId?: string | null;
  @Field(() => Instant, { nullable: true, description: 'Only events at or after this moment.' })
  @IsOptional()
  readonly since?: string | null;
  @Field(() => Instant, { nullable: true, description: 'Only events before this moment.' })
  @IsOptional()
  readonly before?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True to list the newest event first.' })
  @IsOptional()
  readonly newestFirst?: boolean | null;
}

const EVENTS = `
select seq, -seq as back, at, type, entity, entity_id as "entityId", data, hash, actor_member_id as "actorMemberId",
       actor_token_id as "actorTokenId" from audit_event
 where organisation_id = $1 and ($2::uuid is null or actor_member_id = $2) and ($3::uuid is null or entity_id = $3)
   and ($4::text is null or type = $4) and ($5::text is null or entity = $5) and ($6::uuid is null or actor_member_id = $6)
   and ($7::timestamptz is null or at >= $7) and ($8::timestamptz is null or at < $8)`;

/** The member whose events alone may be read; `null` for those who read all. */
const onlyActor = (actor: Actor): string | null => (reaches(actor, 'audit-trail:read', 'ALL') ? null : actor.memberId);

const AuditEventConnection = connectionOf('AuditEvent', AuditEventObject);

@Resolver(() => AuditEventObject)
export class AuditResolver {
  @Query(() => AuditEventConnection, {
    description: 'Events in the order they were recorded. Administrators see their own acts, auditors all.',
  })
  @Requires('audit-trail:read')
  auditEvents(
    @Op() operation: Operation,
    @Args() args: AuditEventArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AuditEventObject>> {
    const { entityId, type, entity, actorId, since, before, newestFirst } = args;
    const narrowed = [entityId, type, entity, actorId, since, before].map((v) => v ?? null);
    const back = newestFirst === true;
    const query = {
      list: 'auditEvents',
      sql: EVENTS,
      values: [onlyActor(operation.member), ...narrowed],
      orderBy: [back ? 'back' : 'seq'],
      filter: [...narrowed, back],
    };
    return page(operation.unit, query, args, info);
  }

  @Query(() => AuditFiltersObject, { description: 'Kinds of events and members that the trail can be narrowed to.' })
  @Requires('audit-trail:read')
  async auditFilters(@Op() operation: Operation): Promise<AuditFiltersObject> {
    const values = [onlyActor(operation.member)];
    const own = 'organisation_id = $1 and ($2::uuid is null or actor_member_id = $2)';
    const kinds = await operation.unit.rows<AuditEventKindObject>(
      `select type, entity, count(*)::int as count from audit_event where ${own} group by type, entity order by type, entity`,
      values,
    );
    const actors = await operation.unit.rows<{ id: string }>(
      `select distinct actor_member_id as id from audit_event where ${own} and actor_member_id is not null`,
      values,
    );
    return { kinds, actorIds: actors.map((a) => a.id) };
  }

  @ResolveField(() => MemberObject, {
    nullable: true,
    description: 'The member it happened to; absent for events of other records.',
  })
  aboutMember(@Parent() event: AuditEventObject, @Op() operation: Operation): Promise<MemberObject | null> | null {
    return event.entity === 'Member' ? operation.load(memberLoader, event.entityId) : null;
  }

  @ResolveField(() => MemberObject, { nullable: true, description: 'Who did it; absent when the product itself did.' })
  actor(@Parent() event: AuditEventObject, @Op() operation: Operation): Promise<MemberObject | null> | null {
    return event.actorMemberId === null ? null : operation.load(memberLoader, event.actorMemberId);
  }

  @ResolveField(() => ApiTokenObject, {
    nullable: true,
    description: 'The API token it was done with; absent for everything else.',
  })
  apiToken(@Parent() event: AuditEventObject, @Op() operation: Operation): Promise<ApiTokenObject | null> | null {
    return event.actorTokenId === null ? null : operation.load(apiTokenLoader, event.actorTokenId);
  }

  @Query(() => AuditVerdict, { description: 'Walks the whole trail and names the first bad event.' })
  @Requires('audit-trail:export')
  async verifyAudit(@Op() operation: Operation): Promise<AuditVerdict> {
    const { events, fault } = await verifyTrail(operation.database, operation.member.organisationId);
    return { isIntact: fault === null, events, firstBadSeq: fault?.seq ?? null, reason: fault?.reason ?? null };
  }
}

@Resolver(() => AuditFiltersObject)
export class AuditFiltersResolver {
  @ResolveField(() => [MemberObject], { description: 'Members who did something, by name.' })
  async actors(@Parent() filters: AuditFiltersObject, @Op() operation: Operation): Promise<readonly MemberObject[]> {
    const found = await Promise.all(filters.actorIds.map((id) => operation.load(memberLoader, id)));
    const members: MemberObject[] = found.filter((m) => m !== null);
    return members.sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
  }
}
