/** Why this file exists: what hangs on a plan, its goals, activities and check-ins: links, and how it stands today. */
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Op, Operation } from '../../../platform/graphql/index.js';
import { currentFramework, frameworkVersion, type FrameworkVersion } from '../../frameworks/data.js';
import { activityObject, GrowthActivityObject, SkillObject, skillObjects } from '../../frameworks/graphql.js';
import type { ActivityKey, FrameworkVersionId, Level, LevelStep, SkillKey } from '../../frameworks/index.js';
import type { JobRoleVersionId } from '../../job-roles/data.js';
import { JobRoleVersionObject, jobRoleVersionLoader } from '../../job-roles/graphql.js';
import type { OverlayKey } from '../../job-roles/index.js';
import type { PersonId } from '../../../platform/access/index.js';
import { fitTo, todayOf } from '../../matrices/data.js';
import { AssessmentObject, assessmentLoader, fitObject, FitObject, namesOf } from '../../matrices/graphql.js';
import { personLoader, PersonObject } from '../../people/graphql.js';
import { activityReadiness, type ActivityReadiness } from '../domain/planned-activity.js';
import { prerequisitesOf } from '../domain/plan-steps.js';
import { nextUseful, stallSignal, type StallActivity } from '../domain/stall.js';
import { CheckInObject, CheckInViewObject } from './check-in.types.js';
import { GrowthGoalObject, GrowthPlanObject, PlanActivityObject } from './growth-plan.types.js';
import { acceptedLoader, heldLoader } from './growth.loaders.js';
import { missingObjects, planStepObjects } from './growth.objects.js';
import { GrowthStepObject, MissingLevelObject, StallSignalObject } from './step.types.js';

interface Anchored {
  readonly personId: string;
  readonly frameworkVersionId: string;
}

/** The framework of a plan, which never goes away. */
async function versionOf(operation: Operation, { frameworkVersionId: id }: Anchored): Promise<FrameworkVersion> {
  const version = await frameworkVersion(operation.unit, id as FrameworkVersionId);
  if (version === null) throw new Error(`the framework version ${id} is gone`);
  return version;
}
const heldOf = async (operation: Operation, { personId }: Anchored): Promise<ReadonlyMap<SkillKey, Level>> =>
  (await operation.load(heldLoader, personId)) ?? new Map();

async function readinessOf(operation: Operation, activity: PlanActivityObject): Promise<ActivityReadiness> {
  const { framework } = await versionOf(operation, activity);
  const steps = activity.steps.map(({ skillKey, from }) => ({
    skill: skillKey as SkillKey,
    from: from as LevelStep['from'],
  }));
  return activityReadiness(steps, await heldOf(operation, activity), prerequisitesOf(framework));
}

async function stallActivities(operation: Operation, plan: GrowthPlanObject): Promise<readonly StallActivity[]> {
  const result: StallActivity[] = [];
  for (const one of plan.activities) {
    const isDone = one.state === 'DONE' || one.state === 'DROPPED';
    const isBlocked = one.state === 'PLANNED' && !(await readinessOf(operation, one)).canStart;
    result.push({ key: one.activityKey as ActivityKey, startsOn: one.startOn, isDone, isBlocked });
  }
  return result;
}

@Resolver(() => GrowthPlanObject)
export class GrowthPlanFields {
  @ResolveField(() => PersonObject, { nullable: true, description: 'Whose plan it is.' })
  person(@Parent() plan: GrowthPlanObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return operation.load(personLoader, plan.personId);
  }
  @ResolveField(() => PersonObject, { nullable: true, description: 'The mentor named, agreed or not.' })
  async mentor(@Parent() plan: GrowthPlanObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return plan.mentorId === null ? null : operation.load(personLoader, plan.mentorId);
  }
  @ResolveField(() => PersonObject, {
    nullable: true,
    description: 'The mentor who was asked and declined; absent once somebody else is named.',
  })
  async mentorDeclinedBy(@Parent() plan: GrowthPlanObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return plan.mentorDeclinedById === null ? null : operation.load(personLoader, plan.mentorDeclinedById);
  }
  @ResolveField(() => JobRoleVersionObject, { nullable: true, description: 'The job role version that it leads to.' })
  target(@Parent() plan: GrowthPlanObject, @Op() operation: Operation): Promise<JobRoleVersionObject | null> {
    return operation.load(jobRoleVersionLoader, plan.targetJobRoleVersionId);
  }
  @ResolveField(() => FitObject, {
    nullable: true,
    description: 'How the person stands to the target today, floors first. Ask for it on one plan, not on a list.',
  })
  async fit(@Parent() plan: GrowthPlanObject, @Op() operation: Operation): Promise<FitObject | null> {
    const found = await fitTo(operation.unit, {
      personId: plan.personId as PersonId,
      jobRoleVersionId: plan.targetJobRoleVersionId as JobRoleVersionId,
      overlayKeys: plan.overlayKeys as readonly OverlayKey[],
    });
    return found === null ? null : fitObject(found, namesOf(await currentFramework(operation.unit)));
  }
  @ResolveField(() => [GrowthStepObject], {
    description:
      'Its steps in an order in which they can be taken, each with how it stands today and why it is blocked.',
  })
  async steps(@Parent() plan: GrowthPlanObject, @Op() operation: Operation): Promise<readonly GrowthStepObject[]> {
    return planStepObjects(plan, await versionOf(operation, plan), await heldOf(operation, plan));
  }
  @ResolveField(() => StallSignalObject, {
    nullable: true,
    description: 'Present when a running plan saw no accepted evidence for a quarter.',
  })
  async stallSignal(@Parent() plan: GrowthPlanObject, @Op() operation: Operation): Promise<StallSignalObject | null> {
    const acceptedOn = (await operation.load(acceptedLoader, plan.personId)) ?? [];
    return stallSignal(
      { planState: plan.state, startedOn: plan.startedOn, acceptedOn, activities: [] },
      todayOf(operation.unit),
    );
  }
  @ResolveField(() => PlanActivityObject, {
    nullable: true,
    description: 'The next useful activity: the earliest that is neither done nor blocked.',
  })
  async nextActivity(@Parent() plan: GrowthPlanObject, @Op() operation: Operation): Promise<PlanActivityObject | null> {
    const key = nextUseful(await stallActivities(operation, plan));
    return plan.activities.find(({ activityKey }) => activityKey === key) ?? null;
  }
}

@Resolver(() => GrowthGoalObject)
export class GrowthGoalFields {
  @ResolveField(() => SkillObject, {
    nullable: true,
    description: 'The skill, as the framework of the plan describes it.',
  })
  async skill(@Parent() goal: GrowthGoalObject, @Op() operation: Operation): Promise<SkillObject | null> {
    return skillObjects(await versionOf(operation, goal)).get(goal.skillKey as SkillKey) ?? null;
  }
  @ResolveField(() => Int, { nullable: true, description: 'The level verified today; absent when not assessed.' })
  async verifiedLevel(@Parent() goal: GrowthGoalObject, @Op() operation: Operation): Promise<number | null> {
    return (await heldOf(operation, goal)).get(goal.skillKey as SkillKey) ?? null;
  }
  @ResolveField(() => AssessmentObject, {
    nullable: true,
    description:
      'The assessment behind the starting level, such as the interviews before the hire; absent when nothing was known.',
  })
  async startingAssessment(
    @Parent() goal: GrowthGoalObject,
    @Op() operation: Operation,
  ): Promise<AssessmentObject | null> {
    return goal.startingAssessmentId === null ? null : operation.load(assessmentLoader, goal.startingAssessmentId);
  }
  @ResolveField(() => AssessmentObject, {
    nullable: true,
    description: 'The claim that was handed in for review last.',
  })
  async submittedAssessment(
    @Parent() goal: GrowthGoalObject,
    @Op() operation: Operation,
  ): Promise<AssessmentObject | null> {
    return goal.submittedAssessmentId === null ? null : operation.load(assessmentLoader, goal.submittedAssessmentId);
  }
  @ResolveField(() => AssessmentObject, { nullable: true, description: 'The confirmed assessment that verified it.' })
  async verifiedBy(@Parent() goal: GrowthGoalObject, @Op() operation: Operation): Promise<AssessmentObject | null> {
    return goal.verifiedById === null ? null : operation.load(assessmentLoader, goal.verifiedById);
  }
}

@Resolver(() => PlanActivityObject)
export class PlanActivityFields {
  @ResolveField(() => GrowthActivityObject, {
    nullable: true,
    description: 'The activity as the framework of the plan describes it.',
  })
  async activity(
    @Parent() parent: PlanActivityObject,
    @Op() operation: Operation,
  ): Promise<GrowthActivityObject | null> {
    const { framework } = await versionOf(operation, parent);
    const found = framework.activities.find(({ key }) => key === parent.activityKey);
    return found === undefined ? null : activityObject(found);
  }
  @ResolveField(() => Boolean, { description: 'True when something in it can be learned now.' })
  async canStart(@Parent() parent: PlanActivityObject, @Op() operation: Operation): Promise<boolean> {
    return (await readinessOf(operation, parent)).canStart;
  }
  @ResolveField(() => [MissingLevelObject], { description: 'What its steps still need from elsewhere.' })
  async missing(
    @Parent() parent: PlanActivityObject,
    @Op() operation: Operation,
  ): Promise<readonly MissingLevelObject[]> {
    return missingObjects((await readinessOf(operation, parent)).missing, await versionOf(operation, parent));
  }
}

@Resolver(() => CheckInObject)
export class CheckInFields {
  @ResolveField(() => PersonObject, { nullable: true, description: 'Who gives the second view.' })
  assessorPerson(@Parent() parent: CheckInObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return operation.load(personLoader, parent.assessorId);
  }
}

@Resolver(() => CheckInViewObject)
export class CheckInViewFields {
  @ResolveField(() => PersonObject, { nullable: true, description: 'Who wrote it down.' })
  by(@Parent() parent: CheckInViewObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return operation.load(personLoader, parent.byId);
  }
}
