/** Why this file exists: root fields and links of assessments: gate, call, return. */
import { Args, ArgsType, Field, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { AnyMember, reaches, Requires, type PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import {
  answer,
  connectionOf,
  defineLoader,
  Op,
  Operation,
  page,
  PageArgs,
  type Page,
} from '../../../platform/graphql/index.js';
import { assess, exemptSkill, proposeAssessment } from '../commands/claim.js';
import type { Recorded } from '../commands/record-claim.js';
import { addEvidence, confirmAssessment, rejectAssessment, revokeAssessment } from '../commands/review-assessment.js';
import { isWithin, reachOf } from '../policy/reach.js';
import { readable } from '../policy/review.policy.js';
import { ASSESSMENT_COLUMNS, assessmentsById } from '../store/assessment.store.js';
import * as i from './assessment.inputs.js';
import * as t from './assessment.types.js';

const AssessmentConnection = connectionOf('Assessment', t.AssessmentObject);

/** Assessments by id; those that the actor may not read are absent, like those that do not exist. */
export const assessmentLoader = defineLoader<t.AssessmentObject>('assessment', async (unit, ids) => {
  const visible = await readable(unit, await assessmentsById(unit, ids));
  return new Map(visible.map((one) => [one.id, one]));
});

@ArgsType()
export class AssessmentsArgs extends PageArgs {
  @Field(() => ID, { description: 'The person.' })
  readonly personId!: PersonId;
  @Field(() => String, { nullable: true, description: 'Only of this skill.' })
  @IsOptional()
  @MaxLength(80)
  readonly skillKey?: string | null;
}

const TO_REVIEW = `
select ${ASSESSMENT_COLUMNS} from assessment a
  join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
  left join person m on m.organisation_id = p.organisation_id and m.id = p.manager_id
 where a.organisation_id = $1 and a.state = 'PROPOSED' and a.source <> 'SELF'
   and ((p.manager_id = $2 and a.claimant_person_id is distinct from $2) or (m.manager_id = $2 and a.claimant_person_id = m.id))`;

@Resolver(() => t.AssessmentObject)
export class AssessmentResolver {
  @Query(() => t.AssessmentObject, { nullable: true, description: 'One assessment; absent when you may not see it.' })
  @Requires('assessment:read')
  assessment(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
  ): Promise<t.AssessmentObject | null> {
    return operation.load(assessmentLoader, id);
  }

  @Query(() => AssessmentConnection, {
    description: 'Everything that was ever claimed about a person, oldest first; empty when you may not see it.',
  })
  @Requires('assessment:read')
  async assessments(
    @Op() operation: Operation,
    @Args() args: AssessmentsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<t.AssessmentObject>> {
    const { unit } = operation;
    const isSeen = isWithin(await reachOf(unit, 'assessment:read'), args.personId);
    const skillKey = args.skillKey ?? null;
    const sql = `select ${ASSESSMENT_COLUMNS} from assessment a
      where a.organisation_id = $1 and $2::boolean and a.person_id = $3 and ($4::text is null or a.skill_key = $4)
        and (a.person_id is distinct from $5::uuid or a.state <> 'PROPOSED' or a.claimant_person_id = $5)`;
    const values = [isSeen, args.personId, skillKey, unit.actor?.personId ?? null];
    const filter = { personId: args.personId, skillKey };
    return page(unit, { list: 'assessments', sql, values, orderBy: ['recordedAt', 'id'], filter }, args, info);
  }

  @Query(() => AssessmentConnection, {
    description:
      'Claims that wait for your review, oldest first: about your direct reports, and what managers who report to you claim about theirs.',
  })
  @Requires('assessment:submit')
  assessmentsToReview(
    @Op() operation: Operation,
    @Args() args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<t.AssessmentObject>> {
    const self = reaches(operation.member, 'assessment:submit', 'TEAM') ? operation.member.personId : null;
    return page(
      operation.unit,
      { list: 'assessmentsToReview', sql: TO_REVIEW, values: [self], orderBy: ['recordedAt', 'id'] },
      args,
      info,
    );
  }

  @Mutation(() => t.ProposeAssessmentResult, {
    description: 'Claims a level for yourself, with evidence. What you only say of yourself never counts as verified.',
  })
  @Requires('self-assessment:submit')
  proposeAssessment(@Op() operation: Operation, @Args('input') input: i.ProposeAssessmentInput): Promise<object> {
    return this.#run(operation, 'ProposeAssessment', input, (unit) => proposeAssessment(unit, input));
  }
  @Mutation(() => t.AssessResult, {
    description:
      'Claims a level for a direct report: your own view, or what a named peer attests. A second person confirms it.',
  })
  @Requires('assessment:submit')
  assess(@Op() operation: Operation, @Args('input') input: i.AssessInput): Promise<object> {
    return this.#run(operation, 'Assess', input, (unit) => assess(unit, input));
  }
  @Mutation(() => t.ConfirmAssessmentResult, {
    description:
      'Confirms a claim at its level or a lower one. From level 3 on the reviewer is neither the person nor their mentor.',
  })
  @Requires('assessment:submit')
  confirmAssessment(@Op() operation: Operation, @Args('input') input: i.ConfirmAssessmentInput): Promise<object> {
    return this.#run(operation, 'ConfirmAssessment', input, (unit) => confirmAssessment(unit, input));
  }
  @Mutation(() => t.RejectAssessmentResult, { description: 'Sends a claim back with a reason.' })
  @Requires('assessment:submit')
  rejectAssessment(@Op() operation: Operation, @Args('input') input: i.AssessmentReasonInput): Promise<object> {
    return this.#run(operation, 'RejectAssessment', input, (unit) => rejectAssessment(unit, input));
  }
  @Mutation(() => t.RevokeAssessmentResult, {
    description: 'Takes a confirmed level or an exemption back with a reason; the record stays.',
  })
  @Requires('assessment:submit')
  revokeAssessment(@Op() operation: Operation, @Args('input') input: i.AssessmentReasonInput): Promise<object> {
    return this.#run(operation, 'RevokeAssessment', input, (unit) => revokeAssessment(unit, input));
  }
  @Mutation(() => t.ExemptSkillResult, { description: 'Records that a direct report is not asked for a skill.' })
  @Requires('assessment:submit')
  exemptSkill(@Op() operation: Operation, @Args('input') input: i.ExemptSkillInput): Promise<object> {
    return this.#run(operation, 'ExemptSkill', input, (unit) => exemptSkill(unit, input));
  }
  @Mutation(() => t.AddEvidenceResult, { description: 'Adds evidence to a claim of yours while it waits for review.' })
  @AnyMember()
  addEvidence(@Op() operation: Operation, @Args('input') input: i.AddEvidenceInput): Promise<object> {
    return this.#run(operation, 'AddEvidence', input, (unit) => addEvidence(unit, input));
  }

  async #run(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<Recorded>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ assessment: operation.load(writtenLoader, id) }));
  }
}

/** What a command just wrote, for whoever wrote it: a peer's or an own claim is shown to its author, also when it is not released. */
const writtenLoader = defineLoader<t.AssessmentObject>(
  'writtenAssessment',
  async (unit, ids) => new Map((await assessmentsById(unit, ids)).map((one) => [one.id, one])),
);
