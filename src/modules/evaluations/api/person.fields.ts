/** Why this file exists: wherever an evaluation names somebody, the person hangs on it through one batch. */
import type { Type } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Op, Operation } from '../../../platform/graphql/index.js';
import { personLoader, PersonObject } from '../../people/graphql.js';
import {
  ComparedRatingObject,
  ComparedVerdictObject,
  DebriefAttendeeObject,
  DecisionObject,
  DissentObject,
} from './evaluation.types.js';
import { PlannedSeatObject } from './plan.types.js';
import { PanelSeatObject, ScorecardObject } from './scorecard.types.js';

interface NamesPerson {
  readonly personId: string;
}

/** Adds `person` to a type whose records name one by `personId`. */
function personOf(type: Type<NamesPerson>, description: string): Type<object> {
  @Resolver(() => type)
  class PersonField {
    @ResolveField(() => PersonObject, { nullable: true, description })
    person(@Parent() parent: NamesPerson, @Op() operation: Operation): Promise<PersonObject | null> {
      return operation.load(personLoader, parent.personId);
    }
  }
  return PersonField;
}

export const PERSON_FIELDS: Type<object>[] = [
  personOf(PlannedSeatObject, 'Who will be there.'),
  personOf(PanelSeatObject, 'Who holds the seat.'),
  personOf(ScorecardObject, 'Its author.'),
  personOf(ComparedRatingObject, 'Who rated.'),
  personOf(ComparedVerdictObject, 'Whose verdict it is.'),
  personOf(DebriefAttendeeObject, 'Who was there.'),
  personOf(DecisionObject, 'Who decided.'),
  personOf(DissentObject, 'Who saw it otherwise.'),
];
