/** Why this file exists: reading and verifying the audit trail through the API. */
import { Args, ArgsType, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { reaches, Requires } from '../../platform/access/index.js';
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

@ArgsType()
export class AuditEventArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only events of this record.' })
  readonly entityId?: string | null;
  @Field(() => String, { nullable: true, description: 'Only events of this type, such as `GrantGiven`.' })
  @MaxLength(100)
  readonly type?: string | null;
}

const AuditEventConnection = connectionOf('AuditEvent', AuditEventObject);

@Resolver(() => AuditEventObject)
export class AuditResolver {
  @Query(() => AuditEventConnection, {
    description: 'Events in the order they were recorded. Administrators see their own acts, auditors all.',
  })
  @Requires('audit-trail:read')
  auditEvents(@Op() operation: Operation, @Args() args: AuditEventArgs): Promise<Page<AuditEventObject>> {
    const actor = operation.member;
    const onlyOwn = !reaches(actor, 'audit-trail:read', 'ALL');
    const filter = { entityId: args.entityId ?? null, type: args.type ?? null };
    return page(
      operation.unit,
      {
        list: 'auditEvents',
        sql: `select seq, at, type, entity, entity_id as "entityId", data, hash, actor_member_id as "actorMemberId" from audit_event
               where organisation_id = $1 and ($2::uuid is null or entity_id = $2) and ($3::text is null or type = $3) and ($4::uuid is null or actor_member_id = $4)`,
        values: [filter.entityId, filter.type, onlyOwn ? actor.memberId : null],
        orderBy: ['seq'],
        filter,
      },
      args,
    );
  }

  @ResolveField(() => MemberObject, { nullable: true, description: 'Who did it; absent when the product itself did.' })
  actor(@Parent() event: AuditEventObject, @Op() operation: Operation): Promise<MemberObject | null> | null {
    return event.actorMemberId === null ? null : operation.load(memberLoader, event.actorMemberId);
  }

  @Query(() => AuditVerdict, { description: 'Walks the whole trail and names the first bad event.' })
  @Requires('audit-trail:export')
  async verifyAudit(@Op() operation: Operation): Promise<AuditVerdict> {
    const { events, fault } = await verifyTrail(operation.database, operation.member.organisationId);
    return { isIntact: fault === null, events, firstBadSeq: fault?.seq ?? null, reason: fault?.reason ?? null };
  }
}
