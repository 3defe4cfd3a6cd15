/** Why this file exists: who can see a record, and why, as the API shows it. */
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsString } from 'class-validator';
import type { MemberId } from '../../platform/access/index.js';
import { Instant } from '../../platform/graphql/index.js';
import { enumOf } from '../frameworks/graphql.js';
import { Grant, type GrantName } from '../grants/index.js';
import { RECORD_KINDS, type RecordKind } from './record-kinds.js';
import { SIGHT_RULES, type SightRule } from './rules.js';

const kinds = enumOf(RECORD_KINDS);
registerEnumType(kinds, {
  name: 'RecordKind',
  description: 'What can be asked about.',
  valuesMap: {
    REQUISITION: { description: 'A requisition, by its id.' },
    APPLICATION: { description: 'An application, by its id.' },
    CANDIDATE_CONTACT: { description: 'Contact data of a candidate, by the id of the candidate.' },
    EVALUATION: { description: 'What the panel wrote, taken together with its figures, by the id of the application.' },
    SCORECARD: { description: 'What is written on one scorecard, by its id.' },
    PROFILE: { description: 'What a person holds, by the id of the person.' },
    GROWTH_PLAN: { description: 'A growth plan, by its id.' },
  },
});
const rules = enumOf(Object.keys(SIGHT_RULES) as SightRule[]);
registerEnumType(rules, {
  name: 'SightRule',
  description: 'Why somebody sees a record, or does not.',
  valuesMap: Object.fromEntries(Object.entries(SIGHT_RULES).map(([rule, description]) => [rule, { description }])),
});

@ArgsType()
export class WhoCanSeeArgs {
  @Field(() => kinds, { description: 'What kind of record it is.' })
  @IsIn(RECORD_KINDS)
  readonly kind!: RecordKind;
  @Field(() => ID, { description: 'The record.' })
  @IsString()
  readonly id!: string;
}

@ObjectType('SightGrant', { description: 'A grant by which a rule holds.' })
export class SightGrantObject {
  @Field(() => Grant, { description: 'The grant.' })
  readonly grant!: GrantName;
  @Field(() => String, { nullable: true, description: 'The group that gives it; absent when no group does.' })
  readonly groupName!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it ends by itself; absent when it does not.' })
  readonly expiresAt!: string | null;
}

@ObjectType('SightReason', { description: 'One reason why a member sees a record, or does not.' })
export class SightReasonObject {
  @Field(() => rules, { description: 'The rule.' })
  readonly rule!: SightRule;
  @Field(() => [SightGrantObject], { description: 'Grants by which it holds.' })
  readonly grants!: readonly SightGrantObject[];
  @Field(() => Instant, { nullable: true, description: 'When it ends by itself; absent when it does not.' })
  readonly endsAt!: string | null;
}

@ObjectType('RecordReader', {
  description: 'A member who sees a record, or who does not although one might think so.',
})
export class RecordReaderObject {
  @Field(() => Boolean, { description: 'True when they see it now.' })
  readonly sees!: boolean;
  @Field(() => [SightReasonObject], {
    description: 'Why: each of them would do alone for somebody who sees it.',
  })
  readonly reasons!: readonly SightReasonObject[];
  readonly memberId!: MemberId;
}

@ObjectType('NamedRecord', { description: 'A record that can be asked about.' })
export class NamedRecordObject {
  @Field(() => kinds, { description: 'What kind it is.' })
  readonly kind!: RecordKind;
  @Field(() => ID, { description: 'Its id; several kinds can share one.' })
  readonly recordId!: string;
  @Field(() => String, { description: 'What it is called.' })
  readonly title!: string;
}

@ObjectType('WhoCanSee', { description: 'Who can see a record now, and why.' })
export class WhoCanSeeObject {
  @Field(() => kinds, { description: 'What kind of record it is.' })
  readonly kind!: RecordKind;
  @Field(() => ID, { description: 'The record; several kinds can share one id.' })
  readonly recordId!: string;
  @Field(() => String, { description: 'What it is called.' })
  readonly title!: string;
  @Field(() => Int, { description: 'How many members were asked for: all who could sign in now.' })
  readonly memberCount!: number;
}
