/** Why this file exists: root fields of candidates and applications: gate, call, return. */
import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { answer, connectionOf, Op, Operation, PageArgs, type Page } from '../../../platform/graphql/index.js';
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import { personLoader, PersonObject } from '../../people/graphql.js';
import { addCandidate, declareRelation } from '../commands/add-candidate.js';
import { apply, applyInternally } from '../commands/apply.js';
import * as move from '../commands/move-application.js';
import type { ApplicationId } from '../domain/application.js';
import * as rows from '../queries/application-rows.js';
import { requisitionLoader } from '../queries/requisition-rows.js';
import {
  ApplicationObject,
  CandidateContactObject,
  CandidateObject,
  ConflictObject,
  OwnApplicationObject,
  StageChangeObject,
} from './application.types.js';
import * as i from './candidate.inputs.js';
import { RequisitionObject } from './requisition.types.js';

const ApplicationConnection = connectionOf('Application', ApplicationObject);
const OwnApplicationConnection = connectionOf('OwnApplication', OwnApplicationObject);
const CandidateConnection = connectionOf('Candidate', CandidateObject);
type Done = Outcome<{ id: ApplicationId }, Problem>;

@Resolver(() => ApplicationObject)
export class ApplicationResolver {
  @Query(() => ApplicationConnection, {
    description:
      'Applications that you may see, in the order in which they were received; never ordered by any figure.',
  })
  @Requires('application:read')
  applications(
    @Op() operation: Operation,
    @Args() args: i.ApplicationsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ApplicationObject>> {
    const filter = { requisitionId: args.requisitionId ?? null, stage: args.stage ?? null };
    return rows.applicationPage(operation.unit, filter, args, info);
  }
  @Query(() => ApplicationObject, {
    nullable: true,
    description: 'One application; absent when there is none or you may not see it.',
  })
  @Requires('application:read')
  application(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'The application.' }) id: string,
  ): Promise<ApplicationObject | null> {
    return operation.load(rows.applicationLoader, id);
  }
  @Query(() => [ConflictObject], {
    nullable: true,
    description:
      'Everybody who is barred from an application, for staffing its panel; for its hiring manager and auditors.',
  })
  @Requires('application:read')
  conflictsOfInterest(
    @Op() operation: Operation,
    @Args('applicationId', { type: () => ID, description: 'The application.' }) id: ApplicationId,
  ): Promise<readonly ConflictObject[] | null> {
    return rows.conflictsOf(operation.unit, id);
  }
  @Query(() => OwnApplicationConnection, { description: 'Your own applications inside the organisation.' })
  @Requires('application:read')
  myApplications(
    @Op() operation: Operation,
    @Args() args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<OwnApplicationObject>> {
    return rows.ownApplicationPage(operation.unit, args, info);
  }

  @ResolveField(() => RequisitionObject, { nullable: true, description: 'What was applied for.' })
  requisition(@Parent() parent: ApplicationObject, @Op() operation: Operation): Promise<RequisitionObject | null> {
    return operation.load(requisitionLoader, parent.requisitionId);
  }
  @ResolveField(() => CandidateObject, { nullable: true, description: 'Who applied.' })
  candidate(@Parent() parent: ApplicationObject, @Op() operation: Operation): Promise<CandidateObject | null> {
    return operation.load(rows.candidateLoader, parent.candidateId);
  }
  @ResolveField(() => [StageChangeObject], { description: 'The way it took, oldest first.' })
  async history(
    @Parent() parent: ApplicationObject,
    @Op() operation: Operation,
  ): Promise<readonly StageChangeObject[]> {
    return rows.historyShown(parent, (await operation.load(rows.historyLoader, parent.id)) ?? []);
  }

  @Mutation(() => i.ApplyResult, { description: 'Puts a candidate on an own requisition.' })
  @Requires('application:update')
  apply(@Op() operation: Operation, @Args('input') input: i.ApplyInput): Promise<object> {
    return this.#run(operation, 'Apply', input, (unit) => apply(unit, input));
  }
  @Mutation(() => i.MoveApplicationResult, { description: 'Moves an application on to a later stage.' })
  @Requires('application:update')
  moveApplication(@Op() operation: Operation, @Args('input') input: i.MoveApplicationInput): Promise<object> {
    return this.#run(operation, 'MoveApplication', input, (unit) => move.moveApplication(unit, input));
  }
  @Mutation(() => i.WithdrawApplicationResult, { description: 'Ends an application without a decision.' })
  @Requires('application:update')
  withdrawApplication(@Op() operation: Operation, @Args('input') input: i.WithdrawApplicationInput): Promise<object> {
    return this.#run(operation, 'WithdrawApplication', input, (unit) => move.withdrawApplication(unit, input));
  }
  @Mutation(() => i.ApplyInternallyResult, {
    description: 'Applies for yourself on a posted requisition. Your manager does not learn of it here.',
  })
  @Requires('application:create')
  async applyInternally(@Op() operation: Operation, @Args('input') input: i.ApplyInternallyInput): Promise<object> {
    const outcome = await operation.command('ApplyInternally', input, (unit) => applyInternally(unit, input));
    return answer('ApplyInternally', outcome, ({ id }) => ({
      application: () => operation.load(rows.ownApplicationLoader, id),
    }));
  }
  @Mutation(() => i.WithdrawMyApplicationResult, { description: 'Takes back an application of your own.' })
  @Requires('application:create')
  async withdrawMyApplication(
    @Op() operation: Operation,
    @Args('input') input: i.ApplicationStepInput,
  ): Promise<object> {
    const outcome = await operation.command('WithdrawMyApplication', input, (unit) =>
      move.withdrawMyApplication(unit, input),
    );
    return answer('WithdrawMyApplication', outcome, ({ id }) => ({
      application: () => operation.load(rows.ownApplicationLoader, id),
    }));
  }

  async #run(operation: Operation, name: string, input: unknown, work: (unit: Unit) => Promise<Done>): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ application: () => operation.load(rows.applicationLoader, id) }));
  }
}

@Resolver(() => CandidateObject)
export class CandidateResolver {
  @Query(() => CandidateConnection, {
    description: 'Candidates that you may see, in the order in which they were entered.',
  })
  @Requires('candidate:read')
  candidates(
    @Op() operation: Operation,
    @Args() args: i.CandidatesArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<CandidateObject>> {
    return rows.candidatePage(operation.unit, args.text ?? null, args, info);
  }
  @Query(() => CandidateObject, {
    nullable: true,
    description: 'One candidate; absent when there is none or you may not see it.',
  })
  @Requires('candidate:read')
  candidate(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'The candidate.' }) id: string,
  ): Promise<CandidateObject | null> {
    return operation.load(rows.candidateLoader, id);
  }
  @ResolveField(() => CandidateContactObject, {
    nullable: true,
    description: 'How to reach them; absent unless they applied on your requisition.',
  })
  contact(@Parent() parent: CandidateObject, @Op() operation: Operation): Promise<CandidateContactObject | null> {
    return operation.load(rows.contactLoader, parent.id);
  }

  @Mutation(() => i.AddCandidateResult, { description: 'Enters a candidate from outside.' })
  @Requires('candidate:create')
  async addCandidate(@Op() operation: Operation, @Args('input') input: i.AddCandidateInput): Promise<object> {
    const outcome = await operation.command('AddCandidate', input, (unit) => addCandidate(unit, input));
    return answer('AddCandidate', outcome, ({ id }) => ({ candidate: () => operation.load(rows.candidateLoader, id) }));
  }
  @Mutation(() => i.DeclareRelationResult, {
    description: 'Declares closeness to a candidate: a conflict of interest from then on.',
  })
  @Requires('candidate:read')
  async declareRelation(@Op() operation: Operation, @Args('input') input: i.DeclareRelationInput): Promise<object> {
    const outcome = await operation.command('DeclareRelation', input, (unit) => declareRelation(unit, input));
    return answer('DeclareRelation', outcome, (value) => value);
  }
}

@Resolver(() => ConflictObject)
export class ConflictFields {
  @ResolveField(() => PersonObject, { nullable: true, description: 'Who is barred.' })
  person(@Parent() parent: ConflictObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return operation.load(personLoader, parent.personId);
  }
}
