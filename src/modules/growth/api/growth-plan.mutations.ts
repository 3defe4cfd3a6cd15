/** Why this file exists: mutations of growth plans and their mentors: gate, call, return. */
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AnyMember, Requires } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { answer, defineLoader, Op, Operation } from '../../../platform/graphql/index.js';
import { createGrowthPlan } from '../commands/create-plan.js';
import { agreeToMentor, declineMentoring, nameMentor, withdrawFromMentoring } from '../commands/mentors.js';
import * as states from '../commands/plan-states.js';
import { updateGrowthPlan } from '../commands/update-plan.js';
import { growthPlanTable } from '../store/growth.tables.js';
import * as i from './growth.inputs.js';
import { planLoader } from './growth.loaders.js';
import * as r from './growth.results.js';
import type { MentoringObject } from './preview.types.js';

/** A plan as its mentor sees it; only for the plan that the actor just answered. */
const mentoringLoader = defineLoader<MentoringObject>('mentoring', async (unit, ids) => {
  const plans = await unit.find(growthPlanTable, { id: ids as i.GrowthPlanInput['planId'][] });
  return new Map(plans.map((plan) => [plan.id, { ...plan, planId: plan.id, agreedAt: plan.mentorAgreedAt }]));
});

@Resolver()
export class GrowthPlanMutations {
  @Mutation(() => r.CreateGrowthPlanResult, {
    description:
      'Keeps a plan as a draft: goals in the order of their prerequisites, activities with dates, starting levels with where they were seen.',
  })
  @Requires('growth-plan:create')
  createGrowthPlan(@Op() operation: Operation, @Args('input') input: i.CreateGrowthPlanInput): Promise<object> {
    const wish = { ...input, overlayKeys: input.overlayKeys ?? [] };
    return this.#run(operation, 'CreateGrowthPlan', input, (unit) => createGrowthPlan(unit, wish));
  }
  @Mutation(() => r.UpdateGrowthPlanResult, {
    description: 'Changes dates, protected hours or the deployment. What is not done is dated anew.',
  })
  @Requires('growth-plan:update')
  updateGrowthPlan(@Op() operation: Operation, @Args('input') input: i.UpdateGrowthPlanInput): Promise<object> {
    return this.#run(operation, 'UpdateGrowthPlan', input, (unit) => updateGrowthPlan(unit, input));
  }
  @Mutation(() => r.StartGrowthPlanResult, {
    description:
      'Starts a plan. A bridge without a mentor who agreed, a dated deployment and half of the time protected does not start.',
  })
  @Requires('growth-plan:update')
  startGrowthPlan(@Op() operation: Operation, @Args('input') input: i.GrowthPlanInput): Promise<object> {
    return this.#run(operation, 'StartGrowthPlan', input, (unit) => states.startGrowthPlan(unit, input));
  }
  @Mutation(() => r.PauseGrowthPlanResult, { description: 'Lets a running plan rest.' })
  @Requires('growth-plan:update')
  pauseGrowthPlan(@Op() operation: Operation, @Args('input') input: i.GrowthPlanInput): Promise<object> {
    return this.#run(operation, 'PauseGrowthPlan', input, (unit) => states.pauseGrowthPlan(unit, input));
  }
  @Mutation(() => r.ResumeGrowthPlanResult, { description: 'Goes on with a plan that rested.' })
  @Requires('growth-plan:update')
  resumeGrowthPlan(@Op() operation: Operation, @Args('input') input: i.GrowthPlanInput): Promise<object> {
    return this.#run(operation, 'ResumeGrowthPlan', input, (unit) => states.resumeGrowthPlan(unit, input));
  }
  @Mutation(() => r.CompleteGrowthPlanResult, {
    description: 'Completes a plan whose goals are all verified or dropped.',
  })
  @Requires('growth-plan:update')
  completeGrowthPlan(@Op() operation: Operation, @Args('input') input: i.GrowthPlanInput): Promise<object> {
    return this.#run(operation, 'CompleteGrowthPlan', input, (unit) => states.completeGrowthPlan(unit, input));
  }
  @Mutation(() => r.CloseGrowthPlanResult, { description: 'Ends a plan with a reason.' })
  @Requires('growth-plan:update')
  closeGrowthPlan(@Op() operation: Operation, @Args('input') input: i.CloseGrowthPlanInput): Promise<object> {
    return this.#run(operation, 'CloseGrowthPlan', input, (unit) => states.closeGrowthPlan(unit, input));
  }
  @Mutation(() => r.NameMentorResult, { description: 'Names a mentor, who has to agree.' })
  @Requires('growth-plan:update')
  nameMentor(@Op() operation: Operation, @Args('input') input: i.NameMentorInput): Promise<object> {
    return this.#run(operation, 'NameMentor', input, (unit) =>
      nameMentor(unit, { ...input, mentorId: input.mentorId ?? null }),
    );
  }
  @Mutation(() => r.AgreeToMentorResult, { description: 'Agrees to mentor somebody whose plan names you.' })
  @AnyMember()
  agreeToMentor(@Op() operation: Operation, @Args('input') input: i.GrowthPlanInput): Promise<object> {
    return this.#consent(operation, 'AgreeToMentor', input, (unit) => agreeToMentor(unit, input));
  }
  @Mutation(() => r.DeclineMentoringResult, {
    description:
      'Declines to mentor somebody whose plan names you, before you agreed. The plan has no mentor then, and tells who declined until somebody else is named.',
  })
  @AnyMember()
  async declineMentoring(@Op() operation: Operation, @Args('input') input: i.DeclineMentoringInput): Promise<object> {
    const outcome = await operation.command('DeclineMentoring', input, (unit) => declineMentoring(unit, input));
    return answer('DeclineMentoring', outcome, ({ id }) => ({ planId: id }));
  }
  @Mutation(() => r.WithdrawFromMentoringResult, {
    description: 'Ends your consent; from now on you see nothing of the plan and of the person.',
  })
  @AnyMember()
  withdrawFromMentoring(@Op() operation: Operation, @Args('input') input: i.GrowthPlanInput): Promise<object> {
    return this.#consent(operation, 'WithdrawFromMentoring', input, (unit) => withdrawFromMentoring(unit, input));
  }

  async #run(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<states.Changed>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ growthPlan: operation.load(planLoader, id) }));
  }
  async #consent(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<states.Changed>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ mentoring: operation.load(mentoringLoader, id) }));
  }
}
