/** Why this file exists: interviews as visitors and applicants see them. */
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../../../platform/graphql/index.js';
import type { ItemKind } from '../domain/kit.js';
import { ItemKindEnum } from './evaluation.enums.js';

@ObjectType('AdvertInterview', { description: 'One interview of the loop, as everybody may know it.' })
export class AdvertInterviewObject {
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;
  @Field(() => String, { description: 'How it is held, in words; may be empty.' })
  readonly format!: string;
  @Field(() => Int, { description: 'Minutes it takes.' })
  readonly minutes!: number;
  @Field(() => [ItemKindEnum], { description: 'What is done in it, each kind once.' })
  readonly kinds!: readonly ItemKind[];
  @Field(() => [String], { description: 'Names of the skills that are assessed in it.' })
  readonly skillNames!: readonly string[];
}

@ObjectType('StatusInterview', { description: 'One interview of the loop, as its applicant may know it.' })
export class StatusInterviewObject extends AdvertInterviewObject {
  @Field(() => Instant, { nullable: true, description: 'When it is held; absent until a time is set.' })
  readonly scheduledAt!: string | null;
  @Field(() => Boolean, { description: 'True once it has been held.' })
  readonly isHeld!: boolean;
}
