/** Why this file exists: links of previews, mentor offers, mentorings and stalled people. */
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Int } from '@nestjs/graphql';
import { Op, Operation } from '../../../platform/graphql/index.js';
import { JobRoleVersionObject, jobRoleVersionLoader } from '../../job-roles/graphql.js';
import { todayOf } from '../../matrices/data.js';
import { AssessmentObject, assessmentLoader } from '../../matrices/graphql.js';
import { personLoader, PersonObject } from '../../people/graphql.js';
import { daysBetween } from '../domain/calendar.js';
import { GrowthPlanObject } from './growth-plan.types.js';
import { planLoader } from './growth.loaders.js';
import { MentoringObject, MentorSuggestionObject, PreviewGoalObject, StalledPersonObject } from './preview.types.js';

@Resolver(() => PreviewGoalObject)
export class PreviewGoalFields {
  @ResolveField(() => AssessmentObject, {
    nullable: true,
    description:
      'The assessment behind the starting level, such as the interviews before the hire; absent when nothing is known.',
  })
  async startingAssessment(
    @Parent() goal: PreviewGoalObject,
    @Op() operation: Operation,
  ): Promise<AssessmentObject | null> {
    return goal.startingAssessmentId === null ? null : operation.load(assessmentLoader, goal.startingAssessmentId);
  }
}

@Resolver(() => MentorSuggestionObject)
export class MentorSuggestionFields {
  @ResolveField(() => PersonObject, { nullable: true, description: 'The mentor on offer.' })
  person(@Parent() parent: MentorSuggestionObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return operation.load(personLoader, parent.personId);
  }
}

@Resolver(() => StalledPersonObject)
export class StalledPersonFields {
  @ResolveField(() => PersonObject, { nullable: true, description: 'The person.' })
  person(@Parent() parent: StalledPersonObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return operation.load(personLoader, parent.personId);
  }
  @ResolveField(() => Int, { description: 'Days since then.' })
  days(@Parent() parent: StalledPersonObject, @Op() operation: Operation): number {
    return daysBetween(parent.since, todayOf(operation.unit));
  }
}

@Resolver(() => MentoringObject)
export class MentoringFields {
  @ResolveField(() => PersonObject, { nullable: true, description: 'Whom you would guide.' })
  person(@Parent() parent: MentoringObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return operation.load(personLoader, parent.personId);
  }
  @ResolveField(() => JobRoleVersionObject, {
    nullable: true,
    description: 'The job role version that the plan leads to.',
  })
  target(@Parent() parent: MentoringObject, @Op() operation: Operation): Promise<JobRoleVersionObject | null> {
    return operation.load(jobRoleVersionLoader, parent.targetJobRoleVersionId);
  }
  @ResolveField(() => GrowthPlanObject, { nullable: true, description: 'The whole plan; absent until you agreed.' })
  plan(@Parent() parent: MentoringObject, @Op() operation: Operation): Promise<GrowthPlanObject | null> {
    return operation.load(planLoader, parent.planId);
  }
}
