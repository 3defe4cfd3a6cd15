/** Why this file exists: check-ins as the API shows them. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../../../platform/graphql/index.js';

@ObjectType('CheckInView', { description: 'What one side wrote down. It verifies nothing.' })
export class CheckInViewObject {
  @Field(() => Int, { nullable: true, description: 'The level as they see it; absent for none yet.' })
  readonly level!: number | null;
  @Field(() => String, { description: 'Their note; may be empty.' })
  readonly note!: string;
  @Field(() => Instant, { description: 'When it was written down.' })
  readonly recordedAt!: string;
  readonly byId!: string;
}

@ObjectType('CheckIn', { description: 'Two views of one goal and what was agreed. The views stay when they differ.' })
export class CheckInObject {
  @Field(() => ID, { description: 'Id of the check-in.' })
  readonly id!: string;
  @Field(() => ID, { description: 'The goal.' })
  readonly goalId!: string;
  @Field(() => Day, { description: 'Day on which it was opened.' })
  readonly openedOn!: string;
  @Field(() => CheckInViewObject, { nullable: true, description: 'The view of the person.' })
  readonly self!: CheckInViewObject | null;
  @Field(() => CheckInViewObject, { nullable: true, description: 'The view of the manager or the mentor.' })
  readonly assessor!: CheckInViewObject | null;
  @Field(() => CheckInViewObject, { nullable: true, description: 'What both agreed.' })
  readonly agreed!: CheckInViewObject | null;
  @Field(() => Boolean, {
    description: 'True when the two views name different levels, also after something was agreed.',
  })
  readonly isDisagreement!: boolean;
  @Field(() => Int, { description: 'Pass it with a change, so that nobody overwrites another.' })
  readonly version!: number;
  readonly assessorId!: string;
}
