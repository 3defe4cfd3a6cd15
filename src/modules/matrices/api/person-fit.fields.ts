/** Why this file exists: how a person stands to their own job role hangs on the person, so that a list of people costs no statement for each. */
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { may, type PersonId } from '../../../platform/access/index.js';
import { defineLoader, Op, Operation } from '../../../platform/graphql/index.js';
import { currentFramework } from '../../frameworks/data.js';
import { personsByIds } from '../../people/data.js';
import { PersonObject } from '../../people/graphql.js';
import { isWithin, reachOf } from '../policy/reach.js';
import { fitsToOwn } from '../queries/fit.js';
import { fitObject, namesOf } from './matrix.objects.js';
import { FitObject } from './profile.types.js';

/** Fit to the own job role by person; those whose profile the actor may not see are missing. */
const ownFitLoader = defineLoader<FitObject>('ownFit', async (unit, ids) => {
  const reach = await reachOf(unit, 'assessment:read');
  const inReach = (ids as PersonId[]).filter((id) => isWithin(reach, id));
  if (inReach.length === 0) return new Map();
  const people = await personsByIds(unit, inReach);
  const fits = await fitsToOwn(unit, [...people.values()]);
  const nameOf = namesOf(await currentFramework(unit));
  return new Map([...fits].map(([id, fit]) => [id, fitObject(fit, nameOf)]));
});

@Resolver(() => PersonObject)
export class PersonFitFields {
  @ResolveField(() => FitObject, {
    nullable: true,
    description:
      'How the person stands to their own job role, floors first. Absent without a job role, or when you may not see the profile.',
  })
  async fit(@Parent() person: PersonObject, @Op() operation: Operation): Promise<FitObject | null> {
    return may(operation.member, 'assessment:read') ? operation.load(ownFitLoader, person.id) : null;
  }
}
