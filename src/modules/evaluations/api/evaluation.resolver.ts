/** Why this file exists: what was judged, compared and decided: gate, call, return. Blindness is decided in `readable-scorecards.ts`. */
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { may, Requires } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { answer, Op, Operation } from '../../../platform/graphql/index.js';
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import { applicationLoader, ApplicationObject } from '../../candidates/graphql.js';
import type { ApplicationId, RequisitionId } from '../../candidates/index.js';
import { personLoader } from '../../people/graphql.js';
import { addDissent, decide, recordDebrief } from '../commands/decide.js';
import { hireCandidate } from '../commands/hire-candidate.js';
import { comparedCandidates, comparisonLoader } from '../queries/evaluation-objects.js';
import { interviewsLoader } from '../queries/interview-rows.js';
import {
  ApplicationEvaluationObject,
  CandidateComparisonObject,
  CandidateComparisonsObject,
  ComparedCandidateObject,
} from './evaluation.types.js';
import * as i from './scorecard.inputs.js';
import { evaluation } from './scorecard.resolver.js';
import { InterviewObject } from './scorecard.types.js';

@Resolver(() => ApplicationEvaluationObject)
export class EvaluationResolver {
  @Query(() => ApplicationEvaluationObject, {
    nullable: true,
    description: 'What you may read of the evaluation of an application; absent when you may not see the application.',
  })
  @Requires('submitted-scorecard:read')
  applicationEvaluation(
    @Op() operation: Operation,
    @Args('applicationId', { type: () => ID, description: 'The application.' }) id: string,
  ): Promise<ApplicationEvaluationObject | null> {
    return evaluation(operation, id);
  }
  @Query(() => CandidateComparisonsObject, {
    description:
      'Applications of a requisition side by side, requirement by requirement, in the order in which they were received.',
  })
  @Requires('submitted-scorecard:read')
  async compareCandidates(
    @Op() operation: Operation,
    @Args('requisitionId', { type: () => ID, description: 'The requisition.' }) id: RequisitionId,
  ): Promise<CandidateComparisonsObject> {
    return { candidates: await comparedCandidates(operation.unit, id) };
  }

  @ResolveField(() => ApplicationObject, { nullable: true, description: 'The application.' })
  application(
    @Parent() parent: ApplicationEvaluationObject,
    @Op() operation: Operation,
  ): Promise<ApplicationObject | null> {
    return operation.load(applicationLoader, parent.applicationId);
  }
  @ResolveField(() => CandidateComparisonObject, {
    nullable: true,
    description: 'What the scorecards say, requirement by requirement; absent while figures are withheld.',
  })
  comparison(
    @Parent() parent: ApplicationEvaluationObject,
    @Op() operation: Operation,
  ): Promise<CandidateComparisonObject | null> | null {
    return may(operation.actor, 'submitted-scorecard:read')
      ? operation.load(comparisonLoader, parent.applicationId)
      : null;
  }

  @Mutation(() => i.RecordDebriefResult, {
    description: 'Records the debrief: who was there, what was said, which scorecards will not come.',
  })
  @Requires('debrief:update')
  async recordDebrief(@Op() operation: Operation, @Args('input') input: i.RecordDebriefInput): Promise<object> {
    const outcome = await operation.command('RecordDebrief', input, (unit) => recordDebrief(unit, input));
    return answer('RecordDebrief', outcome, ({ id }) => ({ evaluation: () => evaluation(operation, id) }));
  }
  @Mutation(() => i.DecideResult, { description: 'Decides on an application. There is one decision per application.' })
  @Requires('decision:submit')
  decide(@Op() operation: Operation, @Args('input') input: i.DecideInput): Promise<object> {
    return this.#run(operation, 'Decide', input, (unit) => decide(unit, input));
  }
  @Mutation(() => i.AddDissentResult, {
    description: 'Adds your dissent to a decision on an application whose panel you sit on.',
  })
  @Requires('debrief:read')
  addDissent(@Op() operation: Operation, @Args('input') input: i.AddDissentInput): Promise<object> {
    return this.#run(operation, 'AddDissent', input, (unit) => addDissent(unit, input));
  }
  @Mutation(() => i.HireCandidateResult, { description: 'Makes an accepted applicant an employee.' })
  @Requires('decision:submit')
  async hireCandidate(@Op() operation: Operation, @Args('input') input: i.HireCandidateInput): Promise<object> {
    const outcome = await operation.command('HireCandidate', input, (unit) => hireCandidate(unit, input));
    return answer('HireCandidate', outcome, ({ applicationId, personId }) => ({
      application: () => operation.load(applicationLoader, applicationId),
      person: () => operation.load(personLoader, personId),
    }));
  }

  async #run(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<Outcome<{ id: ApplicationId }, Problem>>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ application: () => operation.load(applicationLoader, id) }));
  }
}

@Resolver(() => ComparedCandidateObject)
export class ComparedCandidateFields {
  @ResolveField(() => ApplicationObject, { nullable: true, description: 'The application.' })
  application(
    @Parent() parent: ComparedCandidateObject,
    @Op() operation: Operation,
  ): Promise<ApplicationObject | null> {
    return operation.load(applicationLoader, parent.applicationId);
  }
}

@Resolver(() => ApplicationObject)
export class ApplicationEvaluationFields {
  @ResolveField(() => ApplicationEvaluationObject, {
    nullable: true,
    description: 'What you may read of its evaluation.',
  })
  evaluation(
    @Parent() parent: ApplicationObject,
    @Op() operation: Operation,
  ): Promise<ApplicationEvaluationObject | null> | null {
    return may(operation.actor, 'submitted-scorecard:read') ? evaluation(operation, parent.id) : null;
  }
  @ResolveField(() => [InterviewObject], { nullable: true, description: 'Its interviews, in plan order.' })
  async interviews(
    @Parent() parent: ApplicationObject,
    @Op() operation: Operation,
  ): Promise<readonly InterviewObject[] | null> {
    return may(operation.actor, 'interview:read') ? ((await operation.load(interviewsLoader, parent.id)) ?? []) : null;
  }
}
