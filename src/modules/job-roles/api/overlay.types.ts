/** Why this file exists: regulatory overlays as the API shows them. */
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TrackEnum } from '../../frameworks/graphql.js';
import type { Track } from '../../frameworks/index.js';
import type { Overlay } from '../domain/requirement.js';

@ObjectType('OverlayRaise', { description: 'What an overlay asks of one skill.' })
export class OverlayRaiseObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => [TrackEnum], { description: 'Tracks it applies to.' })
  readonly tracks!: readonly Track[];
  @Field(() => [Int], { description: 'Least level per rung, rung 1 first; 0 leaves that rung unchanged.' })
  readonly floor!: readonly number[];
  @Field(() => Int, { description: 'Least weight, 1 to 5.' })
  readonly weight!: number;
  @Field(() => Int, { nullable: true, description: 'First rung at which it is a must-have; absent for never.' })
  readonly mustFrom!: number | null;
  @Field(() => String, { description: 'Why, in one sentence.' })
  readonly why!: string;
}

@ObjectType('Overlay', { description: 'A regulatory context that raises what job roles ask for.' })
export class OverlayObject {
  @Field(() => String, { description: 'Key; name it wherever overlays can be given.' })
  readonly key!: string;
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;
  @Field(() => String, { description: 'When a job role carries it.' })
  readonly appliesWhen!: string;
  @Field(() => [String], { description: 'Keys of the laws and standards behind it.' })
  readonly regulatoryContext!: readonly string[];
  @Field(() => [OverlayRaiseObject], { description: 'What it asks of skills.' })
  readonly raises!: readonly OverlayRaiseObject[];
}

export const overlayObject = ({ key, name, when, regulatoryContext, raises }: Overlay): OverlayObject => ({
  key,
  name,
  appliesWhen: when,
  regulatoryContext,
  raises: raises.map(({ skill, ...raise }) => ({ skillKey: skill, ...raise })),
});
