/** Why this file exists: interviewers write their own scorecards: gate, call, return. */
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/index.js';
import { answer, Op, Operation } from '../../../platform/graphql/index.js';
import type { ApplicationId } from '../../candidates/index.js';
import { amendScorecard, saveScorecard, submitScorecard } from '../commands/write-scorecard.js';
import type { ScorecardId } from '../domain/scorecard.js';
import { evaluationObject, readableLoader, scorecardObject } from '../queries/evaluation-objects.js';
import type { ApplicationEvaluationObject } from './evaluation.types.js';
import * as i from './scorecard.inputs.js';
import type { ScorecardObject } from './scorecard.types.js';

interface Written {
  readonly applicationId: ApplicationId;
  readonly scorecardId: ScorecardId;
}

@Resolver()
export class ScorecardResolver {
  @Mutation(() => i.SaveScorecardResult, {
    description: 'Saves the draft of your scorecard; call it as often as you like.',
  })
  @Requires('scorecard:update')
  async saveScorecard(@Op() operation: Operation, @Args('input') input: i.SaveScorecardInput): Promise<object> {
    const outcome = await operation.command('SaveScorecard', input, (unit) => saveScorecard(unit, input));
    return answer('SaveScorecard', outcome, (written) => ({ scorecard: () => ownScorecard(operation, written) }));
  }
  @Mutation(() => i.SubmitScorecardResult, {
    description: 'Submits what was saved last. It is locked then; others’ scorecards open to you.',
  })
  @Requires('scorecard:submit')
  async submitScorecard(@Op() operation: Operation, @Args('input') input: i.ScorecardStepInput): Promise<object> {
    const outcome = await operation.command('SubmitScorecard', input, (unit) => submitScorecard(unit, input));
    return answer('SubmitScorecard', outcome, (written) => ({
      scorecard: () => ownScorecard(operation, written),
      evaluation: () => evaluation(operation, written.applicationId),
    }));
  }
  @Mutation(() => i.AmendScorecardResult, {
    description: 'Adds an amendment to your submitted scorecard, with a reason. The original is kept.',
  })
  @Requires('scorecard:update')
  async amendScorecard(@Op() operation: Operation, @Args('input') input: i.AmendScorecardInput): Promise<object> {
    const outcome = await operation.command('AmendScorecard', input, (unit) => amendScorecard(unit, input));
    return answer('AmendScorecard', outcome, (written) => ({ scorecard: () => ownScorecard(operation, written) }));
  }
}

async function ownScorecard(operation: Operation, written: Written): Promise<ScorecardObject | null> {
  const readable = await operation.load(readableLoader, written.applicationId);
  const own = readable?.seats.find((seat) => seat.scorecardId === written.scorecardId);
  return own === undefined ? null : scorecardObject(own);
}

/** What the actor may read of an evaluation. */
export async function evaluation(operation: Operation, id: string): Promise<ApplicationEvaluationObject | null> {
  const readable = await operation.load(readableLoader, id);
  return readable === null ? null : evaluationObject(readable);
}
