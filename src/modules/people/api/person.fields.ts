/** Why this file exists: what hangs on a person: their place among others for everybody, their time for those who plan with them. */
import { Float, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { may } from '../../../platform/access/index.js';
import { Day, Op, Operation } from '../../../platform/graphql/index.js';
import { MemberObject, memberLoader } from '../../identity/index.js';
import { JobRoleVersionObject, jobRoleVersionLoader } from '../../job-roles/graphql.js';
import { todayOf } from '../store/person.store.js';
import { personLoader, reportsLoader, teamLoader } from './person.loaders.js';
import { seesPlanningData } from './person.policy.js';
import { PersonObject, TeamObject } from './person.types.js';

const FOR_PLANNING = 'Absent unless you are the person, their manager, a planner, an auditor or an administrator.';

@Resolver(() => PersonObject)
export class PersonFields {
  @ResolveField(() => TeamObject, { nullable: true, description: 'The team; absent for somebody without one.' })
  async team(@Parent() person: PersonObject, @Op() operation: Operation): Promise<TeamObject | null> {
    return person.teamId === null ? null : operation.load(teamLoader, person.teamId);
  }
  @ResolveField(() => PersonObject, {
    nullable: true,
    description: 'The person they report to; absent for somebody without a manager.',
  })
  async manager(@Parent() person: PersonObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return person.managerId === null ? null : operation.load(personLoader, person.managerId);
  }
  @ResolveField(() => [PersonObject], { description: 'Those who report to the person and have not left, by name.' })
  async directReports(@Parent() person: PersonObject, @Op() operation: Operation): Promise<readonly PersonObject[]> {
    return (await operation.load(reportsLoader, person.id)) ?? [];
  }
  @ResolveField(() => JobRoleVersionObject, {
    nullable: true,
    description: 'What the person does; absent when not defined.',
  })
  async jobRoleVersion(
    @Parent() person: PersonObject,
    @Op() operation: Operation,
  ): Promise<JobRoleVersionObject | null> {
    return person.jobRoleVersionId === null ? null : operation.load(jobRoleVersionLoader, person.jobRoleVersionId);
  }
  @ResolveField(() => Boolean, { description: 'True for somebody who no longer works here.' })
  hasLeft(@Parent() person: PersonObject, @Op() operation: Operation): boolean {
    return person.leftOn !== null && person.leftOn <= todayOf(operation.unit);
  }
  @ResolveField(() => MemberObject, {
    nullable: true,
    description: 'Their sign-in; absent for somebody without one, and for all but administrators.',
  })
  async member(@Parent() person: PersonObject, @Op() operation: Operation): Promise<MemberObject | null> {
    if (person.memberId === null || !may(operation.member, 'directory:update')) return null;
    return operation.load(memberLoader, person.memberId);
  }
  @ResolveField(() => Float, {
    nullable: true,
    description: `Share of a full week that the person works, 0 to 1. ${FOR_PLANNING}`,
  })
  availability(@Parent() person: PersonObject, @Op() operation: Operation): number | null {
    return seesPlanningData(operation.member, person) ? person.availability : null;
  }
  @ResolveField(() => Int, {
    nullable: true,
    description: `How many people the person can mentor at a time, 0 or more. ${FOR_PLANNING}`,
  })
  mentorCapacity(@Parent() person: PersonObject, @Op() operation: Operation): number | null {
    return seesPlanningData(operation.member, person) ? person.mentorCapacity : null;
  }
  @ResolveField(() => Day, {
    nullable: true,
    description: `First day on which the person no longer works here; absent while no end is known. ${FOR_PLANNING}`,
  })
  leftOn(@Parent() person: PersonObject, @Op() operation: Operation): string | null {
    return seesPlanningData(operation.member, person) ? person.leftOn : null;
  }
}
