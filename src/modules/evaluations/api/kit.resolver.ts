/** Why this file exists: root fields of kits and plans: gate, call, return. */
import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { answer, connectionOf, Op, Operation, type Page } from '../../../platform/graphql/index.js';
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import type { RequisitionId } from '../../candidates/index.js';
import * as kits from '../commands/kits.js';
import { planInterviews } from '../commands/plan-interviews.js';
import type { KitVersionId } from '../domain/kit.js';
import { kitLoader, kitPage } from '../queries/kit-rows.js';
import { interviewPlan, suggestedPlan } from '../queries/plan-rows.js';
import * as i from './kit.inputs.js';
import { KitObject } from './kit.types.js';
import { InterviewPlanObject, SuggestedPlanObject } from './plan.types.js';

const KitConnection = connectionOf('InterviewKit', KitObject);

@Resolver()
export class KitResolver {
  @Query(() => KitConnection, {
    description: 'Interview kits in all their versions, by key and number. Drafts are for those who edit kits.',
  })
  @Requires('interview-kit:read')
  kits(
    @Op() operation: Operation,
    @Args() args: i.KitsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<KitObject>> {
    return kitPage(operation.unit, { key: args.key ?? null, state: args.state ?? null }, args, info);
  }
  @Query(() => KitObject, { nullable: true, description: 'One kit version; absent when there is none.' })
  @Requires('interview-kit:read')
  kit(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'The kit version.' }) id: string,
  ): Promise<KitObject | null> {
    return operation.load(kitLoader, id);
  }

  @Mutation(() => i.ForkKitResult, { description: 'Makes a draft from a version of a kit.' })
  @Requires('interview-kit:create')
  forkKit(@Op() operation: Operation, @Args('input') input: i.ForkKitInput): Promise<object> {
    return this.#run(operation, 'ForkKit', input, (unit) => kits.forkKit(unit, input));
  }
  @Mutation(() => i.UpdateKitDraftResult, { description: 'Replaces a draft of a kit.' })
  @Requires('interview-kit:update')
  updateKitDraft(@Op() operation: Operation, @Args('input') input: i.UpdateKitDraftInput): Promise<object> {
    const items = input.items.map(({ stageKey, skillKeys, materials, ...item }) => ({
      ...item,
      stage: stageKey,
      skills: skillKeys,
      materials: materials ?? null,
    }));
    const stages = input.stages.map((stage) => ({ ...stage }));
    return this.#run(operation, 'UpdateKitDraft', input, (unit) =>
      kits.updateKitDraft(unit, { ...input, stages, items }),
    );
  }
  @Mutation(() => i.PublishKitResult, {
    description: 'Publishes a draft that stands every check; it never changes again.',
  })
  @Requires('interview-kit:approve')
  publishKit(@Op() operation: Operation, @Args('input') input: i.KitStepInput): Promise<object> {
    return this.#run(operation, 'PublishKit', input, (unit) => kits.publishKit(unit, input));
  }

  async #run(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<Outcome<{ id: KitVersionId }, Problem>>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ kit: () => operation.load(kitLoader, id) }));
  }
}

@Resolver(() => InterviewPlanObject)
export class PlanResolver {
  @Query(() => InterviewPlanObject, {
    nullable: true,
    description:
      'The interview plan of a requisition with its coverage; absent when there is none, or you are not of its hiring team.',
  })
  @Requires('interview:read')
  interviewPlan(
    @Op() operation: Operation,
    @Args('requisitionId', { type: () => ID, description: 'The requisition.' }) id: RequisitionId,
  ): Promise<InterviewPlanObject | null> {
    return interviewPlan(operation.unit, id);
  }
  @Query(() => SuggestedPlanObject, {
    nullable: true,
    description: 'The fewest items that assess every must-have of a requisition; absent without a kit.',
  })
  @Requires('interview:update')
  suggestedPlan(
    @Op() operation: Operation,
    @Args('requisitionId', { type: () => ID, description: 'The requisition.' }) id: RequisitionId,
    @Args('kitId', {
      type: () => ID,
      nullable: true,
      description: 'The kit version; absent for the current one of the job role’s kit.',
    })
    kitId: KitVersionId | null,
  ): Promise<SuggestedPlanObject | null> {
    return suggestedPlan(operation.unit, id, kitId ?? null);
  }

  @ResolveField(() => KitObject, { nullable: true, description: 'The kit version whose items are asked.' })
  kit(@Parent() parent: InterviewPlanObject, @Op() operation: Operation): Promise<KitObject | null> {
    return operation.load(kitLoader, parent.kitId);
  }

  @Mutation(() => i.PlanInterviewsResult, {
    description:
      'Writes the whole interview plan of a requisition. What interviewers work with already stays as it is.',
  })
  @Requires('interview:update')
  async planInterviews(@Op() operation: Operation, @Args('input') input: i.PlanInterviewsInput): Promise<object> {
    const outcome = await operation.command('PlanInterviews', input, (unit) => planInterviews(unit, input));
    return answer('PlanInterviews', outcome, ({ requisitionId }) => ({
      interviewPlan: () => interviewPlan(operation.unit, requisitionId),
    }));
  }
}
