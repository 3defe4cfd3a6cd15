/** Why this file exists: mutations of goals, activities and check-ins: gate, call, return. */
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AnyMember, Requires } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { answer, defineLoader, Op, Operation } from '../../../platform/graphql/index.js';
import { finishActivity, startActivity } from '../commands/activities.js';
import { openCheckIn, recordCheckIn, type CheckedIn } from '../commands/check-ins.js';
import { dropGoal, submitGoalEvidence } from '../commands/goals.js';
import type { Changed } from '../commands/plan-states.js';
import { checkInTable, type CheckInRecord } from '../store/check-in.tables.js';
import { growthPlanTable } from '../store/growth.tables.js';
import type { CheckInObject } from './check-in.types.js';
import * as i from './growth.inputs.js';
import { planLoader } from './growth.loaders.js';
import { checkInObject } from './growth.objects.js';
import * as r from './growth.results.js';

/** Check-ins by id; only for the one that the actor just wrote to. */
const checkInLoader = defineLoader<CheckInObject>('checkIn', async (unit, ids) => {
  const records = await unit.find(checkInTable, { id: ids as CheckInRecord['id'][] });
  const plans = await unit.find(growthPlanTable, { id: records.map(({ planId }) => planId) });
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  return new Map(
    records.flatMap((record) => {
      const plan = byId.get(record.planId);
      return plan === undefined ? [] : [[record.id, checkInObject(record, plan)] as const];
    }),
  );
});

@Resolver()
export class GrowthGoalMutations {
  @Mutation(() => r.StartActivityResult, {
    description:
      'Starts an activity of a running plan. One in which nothing can be learned yet is refused with what is missing.',
  })
  @Requires('growth-plan:update')
  startActivity(@Op() operation: Operation, @Args('input') input: i.PlanActivityInput): Promise<object> {
    return this.#run(operation, 'StartActivity', input, (unit) => startActivity(unit, input));
  }
  @Mutation(() => r.FinishActivityResult, {
    description: 'Ends an activity. It verifies nothing: hand in the evidence of its goals.',
  })
  @Requires('growth-plan:update')
  finishActivity(@Op() operation: Operation, @Args('input') input: i.PlanActivityInput): Promise<object> {
    return this.#run(operation, 'FinishActivity', input, (unit) => finishActivity(unit, input));
  }
  @Mutation(() => r.SubmitGoalEvidenceResult, {
    description:
      'Hands in the evidence of a goal of yours; it proposes the level as an assessment, which a reviewer confirms or sends back.',
  })
  @Requires('self-assessment:submit')
  submitGoalEvidence(@Op() operation: Operation, @Args('input') input: i.SubmitGoalEvidenceInput): Promise<object> {
    return this.#run(operation, 'SubmitGoalEvidence', input, (unit) => submitGoalEvidence(unit, input));
  }
  @Mutation(() => r.DropGoalResult, { description: 'Drops a goal with a reason.' })
  @Requires('growth-plan:update')
  dropGoal(@Op() operation: Operation, @Args('input') input: i.DropGoalInput): Promise<object> {
    return this.#run(operation, 'DropGoal', input, (unit) => dropGoal(unit, input));
  }
  @Mutation(() => r.OpenCheckInResult, {
    description: 'Opens a check-in on a goal of yours, of a direct report, or of somebody whom you mentor.',
  })
  @AnyMember()
  openCheckIn(@Op() operation: Operation, @Args('input') input: i.OpenCheckInInput): Promise<object> {
    return this.#checkIn(operation, 'OpenCheckIn', input, (unit) => openCheckIn(unit, input));
  }
  @Mutation(() => r.RecordCheckInResult, {
    description:
      'Writes one stage of a check-in down: the person first, then the assessor, then what both agreed. Nothing is overwritten.',
  })
  @AnyMember()
  recordCheckIn(@Op() operation: Operation, @Args('input') input: i.RecordCheckInInput): Promise<object> {
    return this.#checkIn(operation, 'RecordCheckIn', input, (unit) =>
      recordCheckIn(unit, { ...input, level: input.level ?? null }),
    );
  }

  async #run(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<Changed>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ growthPlan: operation.load(planLoader, id) }));
  }
  async #checkIn(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<CheckedIn>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ checkIn: operation.load(checkInLoader, id) }));
  }
}
