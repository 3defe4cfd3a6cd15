/** Why this file exists: root fields of growth plans: gate, call, return. */
import { Args, ArgsType, Field, ID, Info, Int, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsOptional } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { AnyMember, Requires, type PersonId } from '../../../platform/access/index.js';
import { badInput, connectionOf, Op, Operation, page, PageArgs, type Page } from '../../../platform/graphql/index.js';
import { isLevel, type SkillKey } from '../../frameworks/index.js';
import type { OverlayKey } from '../../job-roles/index.js';
import { isWithin, reachOf, todayOf } from '../../matrices/data.js';
import { makePlan } from '../commands/draft.js';
import { STALL_DAYS } from '../domain/stall.js';
import { PLAN_STATES, type PlanState } from '../domain/states.js';
import { mentorOffer } from '../queries/mentor-suggestions.js';
import { PLAN_COLUMNS, type StoredPlan } from '../store/growth.store.js';
import { GrowthPlanObject } from './growth-plan.types.js';
import { PlanStateEnum } from './growth.enums.js';
import { planLoader } from './growth.loaders.js';
import { planObject, previewObject } from './growth.objects.js';
import {
  GrowthPlanPreviewObject,
  MentoringObject,
  MentorOfferObject,
  PlanPreviewArgs,
  StalledPersonObject,
} from './preview.types.js';

const GrowthPlanConnection = connectionOf('GrowthPlan', GrowthPlanObject);
const StalledPersonConnection = connectionOf('StalledPerson', StalledPersonObject);
const MentoringConnection = connectionOf('Mentoring', MentoringObject);

@ArgsType()
export class GrowthPlansArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only of people on this team.' })
  @IsOptional()
  readonly teamId?: string | null;
  @Field(() => [PlanStateEnum], { nullable: true, description: 'Only in these states; all when absent.' })
  @IsOptional()
  @ArrayMaxSize(5)
  @IsIn(PLAN_STATES, { each: true })
  readonly states?: readonly PlanState[] | null;
}

const asObjects = (found: Page<StoredPlan>): Page<GrowthPlanObject> => ({
  ...found,
  nodes: found.nodes.map(planObject),
});

const IN_SIGHT = '($2::boolean or p.person_id = any($3::uuid[]))';
const PLANS = `
select ${PLAN_COLUMNS} from growth_plan p join person w on w.organisation_id = p.organisation_id and w.id = p.person_id
 where p.organisation_id = $1 and ${IN_SIGHT} and ($4::uuid is null or w.team_id = $4) and ($5::text[] is null or p.state = any($5))`;

const STALLED = `
select * from (
  select ${PLAN_COLUMNS}, greatest(p.started_on, (
    select max((e.at at time zone 'UTC')::date) from assessment a
      join assessment_event e on e.organisation_id = a.organisation_id and e.assessment_id = a.id and e.state = 'CONFIRMED'
     where a.organisation_id = p.organisation_id and a.person_id = p.person_id and a.state in ('CONFIRMED', 'EXPIRED')
       and (e.at at time zone 'UTC')::date <= $4::date)) as since
    from growth_plan p where p.organisation_id = $1 and p.state = 'ACTIVE' and ${IN_SIGHT}
) as running where since <= $4::date - $5::int`;

const MENTORING = `
select id as "planId", person_id as "personId", target_job_role_version_id as "targetJobRoleVersionId", state, is_bridge as "isBridge",
  start_on as "startOn", mentor_agreed_at as "agreedAt", version
 from growth_plan where organisation_id = $1 and mentor_id = $2 and state in ('DRAFT', 'ACTIVE', 'PAUSED')`;

@Resolver(() => GrowthPlanObject)
export class GrowthPlanResolver {
  @Query(() => GrowthPlanObject, {
    nullable: true,
    description:
      'One plan: your own, of a direct report, of somebody whom you mentor, or any for an auditor. Absent when you may not see it.',
  })
  @Requires('growth-plan:read')
  growthPlan(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
  ): Promise<GrowthPlanObject | null> {
    return operation.load(planLoader, id);
  }

  @Query(() => GrowthPlanConnection, { description: 'Your own plans, oldest first.' })
  @Requires('growth-plan:read')
  async myGrowthPlans(
    @Op() operation: Operation,
    @Args() args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<GrowthPlanObject>> {
    const sql = `select ${PLAN_COLUMNS} from growth_plan p where p.organisation_id = $1 and p.person_id = $2`;
    const query = { list: 'myGrowthPlans', sql, values: [operation.member.personId], orderBy: ['createdAt', 'id'] };
    return asObjects(await page<StoredPlan>(operation.unit, query, args, info));
  }

  @Query(() => GrowthPlanConnection, { description: 'All plans that you may see, oldest first.' })
  @Requires('growth-plan:read')
  async growthPlans(
    @Op() operation: Operation,
    @Args() args: GrowthPlansArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<GrowthPlanObject>> {
    const { all, personIds } = await reachOf(operation.unit, 'growth-plan:read');
    const filter = { teamId: args.teamId ?? null, states: args.states ?? null };
    const values = [all, personIds, filter.teamId, filter.states];
    const query = { list: 'growthPlans', sql: PLANS, values, orderBy: ['createdAt', 'id'], filter };
    return asObjects(await page<StoredPlan>(operation.unit, query, args, info));
  }

  @Query(() => GrowthPlanPreviewObject, {
    nullable: true,
    description:
      'The plan that would be made today from the verified profile to a job role. Nothing is kept. Absent when you may not see the person, or there is no such version.',
  })
  @Requires('growth-plan:read')
  async planPreview(
    @Op() operation: Operation,
    @Args() args: PlanPreviewArgs,
  ): Promise<GrowthPlanPreviewObject | null> {
    const personId = args.personId ?? operation.member.personId;
    if (personId === null || !isWithin(await reachOf(operation.unit, 'growth-plan:read'), personId)) return null;
    const overlayKeys = (args.overlayKeys ?? []) as readonly OverlayKey[];
    const made = await makePlan(operation.unit, { ...args, personId, overlayKeys });
    if (made.ok) return previewObject(made.value);
    const { code, message, field } = made.problem;
    if (code === 'NOT_FOUND') return null;
    throw badInput([{ field: (field ?? '').replace(/^input\./, ''), message }]);
  }

  @Query(() => MentorOfferObject, {
    nullable: true,
    description:
      'People who could guide somebody across the next step of a skill, with reasons and capacity. Absent when you may not see the person, or the level is held.',
  })
  @Requires('growth-plan:read')
  async mentorSuggestions(
    @Op() operation: Operation,
    @Args('skillKey', { type: () => String, description: 'Key of the skill.' }) skillKey: string,
    @Args('personId', { type: () => ID, nullable: true, description: 'The learner; yourself when absent.' })
    person?: PersonId | null,
    @Args('toLevel', {
      type: () => Int,
      nullable: true,
      description: 'Level to reach, 1 to 5; the next one when absent.',
    })
    level?: number | null,
  ): Promise<MentorOfferObject | null> {
    const personId = person ?? operation.member.personId;
    const toLevel = level ?? null;
    if (toLevel !== null && !isLevel(toLevel))
      throw badInput([{ field: 'toLevel', message: 'is not a level from 1 to 5.' }]);
    if (personId === null || !isWithin(await reachOf(operation.unit, 'growth-plan:read'), personId)) return null;
    const offer = await mentorOffer(operation.unit, personId, skillKey as SkillKey, toLevel);
    return offer === null ? null : { ...offer, fromLevel: offer.from, toLevel: offer.to };
  }

  @Query(() => StalledPersonConnection, {
    description:
      'People within your reach whose running plan saw no accepted evidence for a quarter, longest first, each with the next useful activity.',
  })
  @Requires('growth-plan:read')
  async stalledPeople(
    @Op() operation: Operation,
    @Args() args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<StalledPersonObject>> {
    const { all, personIds } = await reachOf(operation.unit, 'growth-plan:read');
    const values = [all, personIds, todayOf(operation.unit), STALL_DAYS];
    const query = { list: 'stalledPeople', sql: STALLED, values, orderBy: ['since', 'id'] };
    const found = await page<StoredPlan & { since: string }>(operation.unit, query, args, info);
    return {
      ...found,
      nodes: found.nodes.map((plan) => ({ since: plan.since, personId: plan.personId, plan: planObject(plan) })),
    };
  }

  @Query(() => MentoringConnection, {
    description: 'Open plans that name you as mentor, agreed or not, oldest start first.',
  })
  @AnyMember()
  mentees(
    @Op() operation: Operation,
    @Args() args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<MentoringObject>> {
    const query = {
      list: 'mentees',
      sql: MENTORING,
      values: [operation.member.personId],
      orderBy: ['startOn', 'planId'],
    };
    return page<MentoringObject>(operation.unit, query, args, info);
  }
}
