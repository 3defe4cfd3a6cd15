/** Why this file exists: root fields and links of interviews and panels: gate, call, return. */
import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { may, Requires } from '../../../platform/access/index.js';
import { answer, connectionOf, Op, Operation, type Page } from '../../../platform/graphql/index.js';
import { applicationLoader, ApplicationObject } from '../../candidates/graphql.js';
import { addToPanel, removeFromPanel } from '../commands/panel.js';
import { scheduleInterviews, updateInterview } from '../commands/schedule-interviews.js';
import { readableLoader, scorecardObject } from '../queries/evaluation-objects.js';
import { interviewLoader, interviewsLoader, myInterviewPage, seatsLoader } from '../queries/interview-rows.js';
import { kitLoader } from '../queries/kit-rows.js';
import { planLoader } from '../queries/plan-rows.js';
import { KitObject } from './kit.types.js';
import * as i from './scorecard.inputs.js';
import {
  InterviewItemObject,
  InterviewObject,
  PanelProgressObject,
  PanelSeatObject,
  ScorecardObject,
} from './scorecard.types.js';

const InterviewConnection = connectionOf('Interview', InterviewObject);

@Resolver(() => InterviewObject)
export class InterviewResolver {
  @Query(() => InterviewConnection, {
    description: 'Interviews on whose panel you sit, in the order in which they were made.',
  })
  @Requires('interview:read')
  myInterviews(
    @Op() operation: Operation,
    @Args() args: i.MyInterviewsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<InterviewObject>> {
    return myInterviewPage(operation.unit, args.isDue ?? null, args, info);
  }
  @Query(() => InterviewObject, {
    nullable: true,
    description: 'One interview; absent when there is none or you may not see it.',
  })
  @Requires('interview:read')
  interview(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'The interview.' }) id: string,
  ): Promise<InterviewObject | null> {
    return operation.load(interviewLoader, id);
  }

  @ResolveField(() => ApplicationObject, { nullable: true, description: 'The application it is about.' })
  application(@Parent() parent: InterviewObject, @Op() operation: Operation): Promise<ApplicationObject | null> {
    return operation.load(applicationLoader, parent.applicationId);
  }
  @ResolveField(() => [InterviewItemObject], {
    description: 'What to ask, in order, with anchors, and the skills to rate.',
  })
  async items(@Parent() parent: InterviewObject, @Op() operation: Operation): Promise<readonly InterviewItemObject[]> {
    const plan = await operation.load(planLoader, parent.requisitionId);
    const planned = plan?.interviews.find((one) => one.id === parent.planInterviewId);
    const kit = plan === null ? null : await operation.load(kitLoader, plan.kitId);
    return (planned?.items ?? []).flatMap(({ itemKey, skills }) => {
      const item = kit?.items.find((one) => one.key === itemKey);
      return item === undefined ? [] : [{ item, skillKeys: skills }];
    });
  }
  @ResolveField(() => KitObject, {
    nullable: true,
    description: 'The kit version that its items come from, with what ratings mean.',
  })
  async kit(@Parent() parent: InterviewObject, @Op() operation: Operation): Promise<KitObject | null> {
    const plan = await operation.load(planLoader, parent.requisitionId);
    return plan === null || !may(operation.actor, 'interview-kit:read') ? null : operation.load(kitLoader, plan.kitId);
  }
  @ResolveField(() => [PanelSeatObject], { description: 'The panel: who, and whether they have submitted.' })
  async seats(@Parent() parent: InterviewObject, @Op() operation: Operation): Promise<readonly PanelSeatObject[]> {
    return (await operation.load(seatsLoader, parent.id)) ?? [];
  }
  @ResolveField(() => PanelProgressObject, {
    nullable: true,
    description: 'How many scorecards of the whole application are submitted.',
  })
  async progress(@Parent() parent: InterviewObject, @Op() operation: Operation): Promise<PanelProgressObject | null> {
    return (await operation.load(readableLoader, parent.applicationId))?.progress ?? null;
  }
  @ResolveField(() => ScorecardObject, {
    nullable: true,
    description: 'Your own scorecard; absent when you have no seat.',
  })
  async myScorecard(@Parent() parent: InterviewObject, @Op() operation: Operation): Promise<ScorecardObject | null> {
    const readable = await operation.load(readableLoader, parent.applicationId);
    const own = readable?.seats.find(
      (seat) => seat.interviewId === parent.id && seat.personId === operation.member.personId,
    );
    return own === undefined ? null : scorecardObject(own);
  }

  @Mutation(() => i.ScheduleInterviewsResult, {
    description:
      'Makes the interviews of an application from the plan. Nobody with a conflict of interest gets a seat.',
  })
  @Requires('interview:update')
  async scheduleInterviews(
    @Op() operation: Operation,
    @Args('input') input: i.ScheduleInterviewsInput,
  ): Promise<object> {
    const outcome = await operation.command('ScheduleInterviews', input, (unit) => scheduleInterviews(unit, input));
    return answer('ScheduleInterviews', outcome, ({ id }) => ({
      interviews: () => operation.load(interviewsLoader, id),
    }));
  }
  @Mutation(() => i.UpdateInterviewResult, {
    description: 'Sets the time of an interview, or says that it was held or is cancelled.',
  })
  @Requires('interview:update')
  async updateInterview(@Op() operation: Operation, @Args('input') input: i.UpdateInterviewInput): Promise<object> {
    const outcome = await operation.command('UpdateInterview', input, (unit) => updateInterview(unit, input));
    return answer('UpdateInterview', outcome, ({ id }) => ({ interview: () => operation.load(interviewLoader, id) }));
  }
  @Mutation(() => i.AddToPanelResult, { description: 'Gives one more seat on a panel.' })
  @Requires('interview:update')
  async addToPanel(@Op() operation: Operation, @Args('input') input: i.AddToPanelInput): Promise<object> {
    const outcome = await operation.command('AddToPanel', input, (unit) => addToPanel(unit, input));
    return answer('AddToPanel', outcome, ({ id }) => ({ interview: () => operation.load(interviewLoader, id) }));
  }
  @Mutation(() => i.RemoveFromPanelResult, { description: 'Takes a seat on a panel away, on the record.' })
  @Requires('interview:update')
  async removeFromPanel(@Op() operation: Operation, @Args('input') input: i.RemoveFromPanelInput): Promise<object> {
    const outcome = await operation.command('RemoveFromPanel', input, (unit) => removeFromPanel(unit, input));
    return answer('RemoveFromPanel', outcome, ({ id }) => ({ interview: () => operation.load(interviewLoader, id) }));
  }
}
