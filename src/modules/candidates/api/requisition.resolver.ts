/** Why this file exists: root fields of requisitions: gate, call, return. */
import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { answer, connectionOf, defineLoader, Op, Operation, type Page } from '../../../platform/graphql/index.js';
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import { jobRoleVersionLoader, JobRoleVersionObject } from '../../job-roles/graphql.js';
import { personLoader, PersonObject } from '../../people/graphql.js';
import * as change from '../commands/change-requisition.js';
import { createRequisition } from '../commands/create-requisition.js';
import type { RequisitionId } from '../domain/requisition.js';
import {
  inGroups,
  pipelineLoader,
  pipelineSight,
  requisitionLoader,
  requisitionPage,
} from '../queries/requisition-rows.js';
import { requirementsOf, type NamedRequirement } from '../store/requirements.store.js';
import * as i from './candidate.inputs.js';
import { RequisitionObject, RequisitionRequirementObject, StageCountObject } from './requisition.types.js';

const RequisitionConnection = connectionOf('Requisition', RequisitionObject);

const requirementObject = (one: NamedRequirement): RequisitionRequirementObject => ({
  skillKey: one.skill,
  skillName: one.name,
  level: one.level,
  baseLevel: one.baseLevel,
  weight: one.weight,
  isMustHave: one.isMustHave,
  minEvidenceClass: one.minEvidenceClass,
  stageKeys: one.stages,
  reasons: one.reasons.map(({ overlay, ...reason }) => ({ overlayKey: overlay, ...reason })),
});

const requirementsLoader = defineLoader<readonly RequisitionRequirementObject[]>(
  'requisitionRequirements',
  async (unit, ids) => {
    const found = await requirementsOf(unit, ids as RequisitionId[]);
    return new Map([...found].map(([id, list]) => [id, list.map(requirementObject)]));
  },
);

@Resolver(() => RequisitionObject)
export class RequisitionResolver {
  @Query(() => RequisitionConnection, {
    description: 'Requisitions that you may see, oldest first. Employees see those that are posted.',
  })
  @Requires('requisition:read')
  requisitions(
    @Op() operation: Operation,
    @Args() args: i.RequisitionsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<RequisitionObject>> {
    const filter = { state: args.state ?? null, isMine: args.isMine ?? false, text: args.text ?? null };
    return requisitionPage(operation.unit, filter, args, info);
  }

  @Query(() => RequisitionObject, {
    nullable: true,
    description: 'One requisition; absent when there is none or you may not see it.',
  })
  @Requires('requisition:read')
  requisition(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'The requisition.' }) id: string,
  ): Promise<RequisitionObject | null> {
    return operation.load(requisitionLoader, id);
  }

  @ResolveField(() => JobRoleVersionObject, {
    nullable: true,
    description: 'The definition that applicants are held against.',
  })
  jobRoleVersion(
    @Parent() parent: RequisitionObject,
    @Op() operation: Operation,
  ): Promise<JobRoleVersionObject | null> {
    return operation.load(jobRoleVersionLoader, parent.jobRoleVersionId);
  }
  @ResolveField(() => PersonObject, { nullable: true, description: 'Who answers for it.' })
  hiringManager(@Parent() parent: RequisitionObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return operation.load(personLoader, parent.hiringManagerId);
  }
  @ResolveField(() => [RequisitionRequirementObject], {
    description: 'What it asks for: the job role’s own requirements first, then those of overlays only.',
  })
  async requirements(
    @Parent() parent: RequisitionObject,
    @Op() operation: Operation,
  ): Promise<readonly RequisitionRequirementObject[]> {
    return (await operation.load(requirementsLoader, parent.id)) ?? [];
  }

  @ResolveField(() => [StageCountObject], {
    nullable: true,
    description: 'Applications by stage, without those you may not know of; absent unless you may see counts.',
  })
  async pipeline(
    @Parent() parent: RequisitionObject,
    @Op() operation: Operation,
  ): Promise<readonly StageCountObject[] | null> {
    const sight = pipelineSight(operation.unit, parent);
    if (sight === 'NONE') return null;
    const counts = (await operation.load(pipelineLoader, parent.id)) ?? [];
    return sight === 'EXACT' ? counts : inGroups(counts);
  }

  @Mutation(() => i.CreateRequisitionResult, { description: 'Drafts a requisition from a published job role version.' })
  @Requires('requisition:create')
  createRequisition(@Op() operation: Operation, @Args('input') input: i.CreateRequisitionInput): Promise<object> {
    return this.#run(operation, 'CreateRequisition', input, (unit) => createRequisition(unit, input));
  }
  @Mutation(() => i.UpdateRequisitionResult, { description: 'Changes words and openings.' })
  @Requires('requisition:update')
  updateRequisition(@Op() operation: Operation, @Args('input') input: i.UpdateRequisitionInput): Promise<object> {
    return this.#run(operation, 'UpdateRequisition', input, (unit) => change.updateRequisition(unit, input));
  }
  @Mutation(() => i.OpenRequisitionResult, { description: 'Opens a draft or resumes one on hold.' })
  @Requires('requisition:update')
  openRequisition(@Op() operation: Operation, @Args('input') input: i.RequisitionStepInput): Promise<object> {
    return this.#run(operation, 'OpenRequisition', input, (unit) => change.openRequisition(unit, input));
  }
  @Mutation(() => i.HoldRequisitionResult, { description: 'Puts an open requisition on hold.' })
  @Requires('requisition:update')
  holdRequisition(@Op() operation: Operation, @Args('input') input: i.RequisitionStepInput): Promise<object> {
    return this.#run(operation, 'HoldRequisition', input, (unit) => change.holdRequisition(unit, input));
  }
  @Mutation(() => i.CloseRequisitionResult, { description: 'Ends a requisition.' })
  @Requires('requisition:update')
  closeRequisition(@Op() operation: Operation, @Args('input') input: i.CloseRequisitionInput): Promise<object> {
    return this.#run(operation, 'CloseRequisition', input, (unit) => change.closeRequisition(unit, input));
  }
  @Mutation(() => i.PostRequisitionResult, {
    description:
      'Shows an open requisition to all employees and to everybody who has its public address, or takes it off again.',
  })
  @Requires('requisition:update')
  postRequisition(@Op() operation: Operation, @Args('input') input: i.PostRequisitionInput): Promise<object> {
    return this.#run(operation, 'PostRequisition', input, (unit) => change.postRequisition(unit, input));
  }

  async #run(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<Outcome<{ id: RequisitionId }, Problem>>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ requisition: () => operation.load(requisitionLoader, id) }));
  }
}
