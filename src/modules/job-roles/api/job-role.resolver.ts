/** Why this file exists: root fields that read and change job roles: gate, call, return. */
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { answer, connectionOf, Op, Operation, page, type Page } from '../../../platform/graphql/index.js';
import { createJobRole } from '../commands/create-job-role.js';
import { setRequirements, updateJobRoleDraft, type DraftTexts, type Edited } from '../commands/edit-job-role-draft.js';
import { draftJobRoleVersion, publishJobRoleVersion, retireJobRoleVersion } from '../commands/version-job-role.js';
import { evidenceClassForLevel } from '../domain/effective-requirements.js';
import type { Requirement } from '../domain/requirement.js';
import { allOverlays, clarityRules } from '../store/job-role.store.js';
import { ladderTable } from '../store/job-role.tables.js';
import * as i from './job-role.inputs.js';
import { jobRoleLoader, jobRoleVersionLoader, seesDrafts } from './job-role.loaders.js';
import { JobRoleObject, JobRoleVersionObject, LadderObject } from './job-role.types.js';
import { overlayObject, OverlayObject } from './overlay.types.js';
import { clarityRuleObject } from './review.objects.js';
import { ClarityRuleObject } from './review.types.js';

const JobRoleConnection = connectionOf('JobRole', JobRoleObject);

const LIST = `
select j.id, j.key, j.track, j.rung, j.ladder_key as "ladderKey", coalesce(l.position, 1000000) as "ladderPosition"
  from job_role j
  join lateral (select v.state, v.title from job_role_version v
                 where v.organisation_id = j.organisation_id and v.job_role_id = j.id and ($2::boolean or v.state <> 'DRAFT')
                 order by v.number desc limit 1) newest on true
  left join ladder l on l.organisation_id = j.organisation_id and l.key = j.ladder_key
 where j.organisation_id = $1 and ($3::text is null or j.track = $3) and ($4::text is null or newest.state = $4)
   and ($5::text is null or strpos(lower(newest.title), lower($5)) > 0)`;

@Resolver()
export class JobRoleResolver {
  @Query(() => JobRoleConnection, {
    description: 'Job roles, by ladder, then rung. Those with nothing but a draft are seen by editors only.',
  })
  @Requires('job-role:read')
  jobRoles(
    @Op() operation: Operation,
    @Args() args: i.JobRoleListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<JobRoleObject>> {
    const { unit } = operation;
    const { filter } = args;
    const text = filter?.text?.trim() ?? '';
    const values = [seesDrafts(unit.actor), filter?.track ?? null, filter?.state ?? null, text === '' ? null : text];
    const orderBy = ['ladderPosition', 'rung', 'key'];
    return page(unit, { list: 'jobRoles', sql: LIST, values, orderBy, filter: values }, args, info);
  }

  @Query(() => JobRoleObject, {
    nullable: true,
    description: 'A job role; absent when it does not exist or has nothing but a draft that you may not see.',
  })
  @Requires('job-role:read')
  jobRole(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'The job role.' }) id: string,
  ): Promise<JobRoleObject | null> {
    return operation.load(jobRoleLoader, id);
  }

  @Query(() => JobRoleVersionObject, {
    nullable: true,
    description: 'A version of a job role; absent when it does not exist or is a draft that you may not see.',
  })
  @Requires('job-role:read')
  jobRoleVersion(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'The version.' }) id: string,
  ): Promise<JobRoleVersionObject | null> {
    return operation.load(jobRoleVersionLoader, id);
  }

  @Query(() => [LadderObject], { description: 'All ladders, in order.' })
  @Requires('job-role:read')
  ladders(@Op() operation: Operation): Promise<LadderObject[]> {
    return operation.unit.find(ladderTable, {}, { orderBy: 'position, key' });
  }

  @Query(() => [OverlayObject], { description: 'All regulatory overlays, by key.' })
  @Requires('job-role:read')
  async overlays(@Op() operation: Operation): Promise<OverlayObject[]> {
    return (await allOverlays(operation.unit)).map(overlayObject);
  }

  @Query(() => [ClarityRuleObject], { description: 'All rules of the clarity review, in order.' })
  @Requires('job-role:read')
  async clarityRules(@Op() operation: Operation): Promise<ClarityRuleObject[]> {
    return (await clarityRules(operation.unit)).map(clarityRuleObject);
  }

  @Mutation(() => i.CreateJobRoleResult, { description: 'Makes a job role with draft version 1, empty or as a copy.' })
  @Requires('job-role:create')
  createJobRole(@Op() operation: Operation, @Args('input') input: i.CreateJobRoleInput): Promise<object> {
    return run(operation, 'CreateJobRole', input, (unit) => createJobRole(unit, input));
  }
  @Mutation(() => i.DraftJobRoleVersionResult, {
    description: 'Makes the next draft of a job role from its newest version.',
  })
  @Requires('job-role:create')
  draftJobRoleVersion(@Op() operation: Operation, @Args('input') input: i.DraftJobRoleVersionInput): Promise<object> {
    return run(operation, 'DraftJobRoleVersion', input, (unit) => draftJobRoleVersion(unit, input));
  }
  @Mutation(() => i.UpdateJobRoleDraftResult, { description: 'Changes texts of a draft.' })
  @Requires('job-role:update')
  updateJobRoleDraft(@Op() operation: Operation, @Args('input') input: i.UpdateJobRoleDraftInput): Promise<object> {
    return run(operation, 'UpdateJobRoleDraft', input, (unit) =>
      updateJobRoleDraft(unit, { ...input, texts: textsOf(input) }),
    );
  }
  @Mutation(() => i.SetRequirementsResult, { description: 'Replaces the requirements of a draft.' })
  @Requires('job-role:update')
  setRequirements(@Op() operation: Operation, @Args('input') input: i.SetRequirementsInput): Promise<object> {
    const requirements = input.requirements.map(requirementOf);
    return run(operation, 'SetRequirements', input, (unit) => setRequirements(unit, { ...input, requirements }));
  }
  @Mutation(() => i.PublishJobRoleVersionResult, {
    description:
      'Publishes a draft; it never changes again. Findings of the clarity review advise, they do not hinder.',
  })
  @Requires('job-role:approve')
  publishJobRoleVersion(@Op() operation: Operation, @Args('input') input: i.JobRoleVersionInput): Promise<object> {
    return run(operation, 'PublishJobRoleVersion', input, (unit) => publishJobRoleVersion(unit, input));
  }
  @Mutation(() => i.RetireJobRoleVersionResult, { description: 'Retires a published version.' })
  @Requires('job-role:archive')
  retireJobRoleVersion(@Op() operation: Operation, @Args('input') input: i.JobRoleVersionInput): Promise<object> {
    return run(operation, 'RetireJobRoleVersion', input, (unit) => retireJobRoleVersion(unit, input));
  }
}

async function run(
  operation: Operation,
  name: string,
  input: unknown,
  work: (unit: Unit) => Promise<Edited>,
): Promise<object> {
  const outcome = await operation.command(name, input, work);
  return answer(name, outcome, ({ id }) => ({ jobRoleVersion: operation.load(jobRoleVersionLoader, id) }));
}

const requirementOf = (one: i.RequirementInput): Requirement => ({
  skill: one.skillKey,
  level: one.level,
  weight: one.weight,
  isMustHave: one.isMustHave,
  minEvidenceClass: one.minEvidenceClass ?? evidenceClassForLevel(one.level),
  stages: one.stages,
});

/** The texts that are given; `null` clears kit and time box, and is no text elsewhere. */
function textsOf(input: i.UpdateJobRoleDraftInput): DraftTexts {
  const { title, mission, outcomesIn12Months, owns, doesNotOwn, kitKey, timeBox, occupations, frameworkVersionId } =
    input;
  const entry = input.entryRequirements?.map(({ skillKey, level }) => ({ skill: skillKey, level }));
  return {
    ...(title == null ? {} : { title }),
    ...(mission == null ? {} : { mission }),
    ...(outcomesIn12Months == null ? {} : { outcomes: outcomesIn12Months }),
    ...(owns == null ? {} : { owns }),
    ...(doesNotOwn == null ? {} : { doesNotOwn }),
    ...(kitKey === undefined ? {} : { kitKey }),
    ...(timeBox === undefined ? {} : { timeBox }),
    ...(entry === undefined ? {} : { entryRequirements: entry }),
    ...(occupations == null ? {} : { occupations }),
    ...(frameworkVersionId == null ? {} : { frameworkVersionId }),
  };
}
