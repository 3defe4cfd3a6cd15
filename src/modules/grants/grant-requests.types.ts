/** Why this file exists: changes to grants that wait for a second administrator, as the API shows them. */
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import type { MemberId } from '../../platform/access/index.js';
import { Instant, resultUnion } from '../../platform/graphql/index.js';
import type { GrantName } from './authorization-matrix.js';
import { Grant } from './grant.enum.js';
import type { GrantRequestId, GrantRequestState } from './grant-request.table.js';
import type { GrantChangeKind } from './two-persons.js';

const kinds: { readonly [K in GrantChangeKind]: K } = { GIVE: 'GIVE', TAKE: 'TAKE' };
registerEnumType(kinds, {
  name: 'GrantRequestKind',
  description: 'What is asked for.',
  valuesMap: { GIVE: { description: 'To give the grant.' }, TAKE: { description: 'To take the grant back.' } },
});
const states: { readonly [S in GrantRequestState]: S } = {
  WAITING: 'WAITING',
  APPROVED: 'APPROVED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  LAPSED: 'LAPSED',
};
registerEnumType(states, {
  name: 'GrantRequestState',
  description: 'What became of a request.',
  valuesMap: {
    WAITING: { description: 'It waits for a second administrator.' },
    APPROVED: { description: 'A second administrator agreed, and it was done.' },
    DECLINED: { description: 'Another administrator declined it.' },
    WITHDRAWN: { description: 'Who asked took it back.' },
    LAPSED: { description: 'Nobody answered in time.' },
  },
});

@ObjectType('GrantRequest', {
  description: 'A change to grants that one administrator asked for and another one must approve.',
})
export class GrantRequestObject {
  @Field(() => ID, { description: 'Id of the request.' })
  readonly id!: GrantRequestId;
  @Field(() => kinds, { description: 'What is asked for.' })
  readonly kind!: GrantChangeKind;
  @Field(() => Grant, { description: 'The grant.' })
  readonly grant!: GrantName;
  @Field(() => String, {
    nullable: true,
    description: 'The group whose members would gain or lose it; absent for one member.',
  })
  readonly groupName!: string | null;
  @Field(() => Instant, {
    nullable: true,
    description: 'When the grant would end by itself; absent when it would not.',
  })
  readonly expiresAt!: string | null;
  @Field(() => Instant, { description: 'When it was asked for.' })
  readonly requestedAt!: string;
  @Field(() => Instant, { description: 'When it lapses unless somebody answers.' })
  readonly lapsesAt!: string;
  @Field(() => states, { description: 'What became of it.' })
  readonly state!: GrantRequestState;
  @Field(() => Instant, {
    nullable: true,
    description: 'When it was answered, withdrawn or lapsed; absent while it waits.',
  })
  readonly closedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was declined; absent when it was not.' })
  readonly declineReason!: string | null;
  readonly memberId!: MemberId | null;
  readonly requestedBy!: MemberId;
  readonly closedBy!: MemberId | null;
}

@InputType({ description: 'A request that waits.' })
export class GrantRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @IsString()
  readonly requestId!: GrantRequestId;
}

@InputType({ description: 'A request to decline.' })
export class DeclineGrantInput {
  @Field(() => ID, { description: 'The request.' })
  @IsString()
  readonly requestId!: GrantRequestId;
  @Field(() => String, { description: 'Why, in 5 to 500 characters; who asked reads it.' })
  @MaxLength(500)
  readonly reason!: string;
}

const ofRequest = { request: [() => GrantRequestObject, 'The request.'] } as const;
export const ApproveGrantResult = resultUnion('ApproveGrant', 'What was asked for was done.', ofRequest);
export const DeclineGrantResult = resultUnion('DeclineGrant', 'The request is closed; no grant changed.', ofRequest);
export const WithdrawGrantRequestResult = resultUnion(
  'WithdrawGrantRequest',
  'The request is closed; no grant changed.',
  ofRequest,
);
