/** Why this file exists: links between ladders, job roles and their versions. */
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Op, Operation } from '../../../platform/graphql/index.js';
import { ladderLoader, rungsLoader, versionsLoader } from './job-role.loaders.js';
import { JobRoleObject, JobRoleVersionObject, LadderObject } from './job-role.types.js';

@Resolver(() => LadderObject)
export class LadderFields {
  @ResolveField(() => [JobRoleObject], { description: 'Its job roles, lowest rung first.' })
  async rungs(@Parent() ladder: LadderObject, @Op() operation: Operation): Promise<readonly JobRoleObject[]> {
    return (await operation.load(rungsLoader, ladder.key)) ?? [];
  }
}

@Resolver(() => JobRoleObject)
export class JobRoleFields {
  @ResolveField(() => LadderObject, {
    nullable: true,
    description: 'The ladder it stands on; absent when it stands on none.',
  })
  async ladder(@Parent() jobRole: JobRoleObject, @Op() operation: Operation): Promise<LadderObject | null> {
    return jobRole.ladderKey === null ? null : operation.load(ladderLoader, jobRole.ladderKey);
  }
  @ResolveField(() => [JobRoleVersionObject], { description: 'Its versions, newest first; drafts for editors only.' })
  async versions(
    @Parent() jobRole: JobRoleObject,
    @Op() operation: Operation,
  ): Promise<readonly JobRoleVersionObject[]> {
    return (await operation.load(versionsLoader, jobRole.id)) ?? [];
  }
  @ResolveField(() => JobRoleVersionObject, { nullable: true, description: 'The newest version that you may see.' })
  async newestVersion(
    @Parent() jobRole: JobRoleObject,
    @Op() operation: Operation,
  ): Promise<JobRoleVersionObject | null> {
    return (await operation.load(versionsLoader, jobRole.id))?.[0] ?? null;
  }
  @ResolveField(() => JobRoleVersionObject, {
    nullable: true,
    description: 'The published version with the highest number; absent when none is published.',
  })
  async currentVersion(
    @Parent() jobRole: JobRoleObject,
    @Op() operation: Operation,
  ): Promise<JobRoleVersionObject | null> {
    return (await operation.load(versionsLoader, jobRole.id))?.find((one) => one.state === 'PUBLISHED') ?? null;
  }
}
