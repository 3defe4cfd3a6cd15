/** Why this file exists: root fields that set two job role versions against each other: gate, call, return. */
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/index.js';
import { Op, Operation } from '../../../platform/graphql/index.js';
import { bridgeBetween } from '../domain/bridge.js';
import { compareJobRoles } from '../domain/compare-job-roles.js';
import { diffJobRoleVersions } from '../domain/diff-job-role-versions.js';
import { effectiveRequirements } from '../domain/effective-requirements.js';
import { entryLevels } from '../store/job-role.store.js';
import { bridgeObject } from './bridge.objects.js';
import { BridgeObject } from './bridge.types.js';
import { OverlaysArgument, wholeOf } from './job-role-version.fields.js';
import { overlaysNamed } from './job-role.loaders.js';
import { contentOf } from './job-role.objects.js';
import { comparisonObject, diffObject } from './review.objects.js';
import { JobRoleComparisonObject, JobRoleVersionDiffObject } from './review.types.js';

@Resolver()
export class ComparisonResolver {
  @Query(() => JobRoleComparisonObject, {
    nullable: true,
    description: 'Two job role versions side by side, under the same overlays. Absent when one of them is.',
  })
  @Requires('job-role:read')
  async compareJobRoles(
    @Op() operation: Operation,
    @Args('left', { type: () => ID, description: 'A job role version.' }) left: string,
    @Args('right', { type: () => ID, description: 'Another one.' }) right: string,
    @OverlaysArgument() keys: readonly string[] | null,
  ): Promise<JobRoleComparisonObject | null> {
    const overlays = await overlaysNamed(operation, keys);
    const [one, other] = await Promise.all([wholeOf(operation, left), wholeOf(operation, right)]);
    if (one === null || other === null) return null;
    const side = ({ version }: typeof one) => ({
      ...contentOf(version),
      requirements: effectiveRequirements(version.requirements, version.jobRole, overlays),
    });
    const skills = [...other.framework.framework.skills, ...one.framework.framework.skills];
    const affinity = new Map(skills.map((skill) => [skill.key, skill.affinity]));
    return comparisonObject(compareJobRoles(side(one), side(other), affinity));
  }

  @Query(() => BridgeObject, {
    nullable: true,
    description:
      'The way from one job role version to another, in the framework of the second. Absent when one of them is.',
  })
  @Requires('job-role:read')
  async bridge(
    @Op() operation: Operation,
    @Args('from', { type: () => ID, description: 'The version whose levels are held.' }) from: string,
    @Args('to', { type: () => ID, description: 'The version to reach.' }) to: string,
    @OverlaysArgument() keys: readonly string[] | null,
    @Args('fromEntry', {
      type: () => Boolean,
      nullable: true,
      description: 'True to start from the entry requirements of `from` instead of its levels.',
    })
    fromEntry: boolean | null,
  ): Promise<BridgeObject | null> {
    const overlays = await overlaysNamed(operation, keys);
    const [start, end] = await Promise.all([wholeOf(operation, from), wholeOf(operation, to)]);
    if (start === null || end === null) return null;
    const asked = ({ version }: typeof start) => effectiveRequirements(version.requirements, version.jobRole, overlays);
    const held =
      fromEntry === true ? entryLevels(start.version) : new Map(asked(start).map((one) => [one.skill, one.level]));
    const { framework } = end.framework;
    return bridgeObject(bridgeBetween(framework, held, asked(end)), framework);
  }

  @Query(() => JobRoleVersionDiffObject, {
    nullable: true,
    description: 'What differs between two job role versions. Absent when one of them is.',
  })
  @Requires('job-role:read')
  async jobRoleVersionDiff(
    @Op() operation: Operation,
    @Args('from', { type: () => ID, description: 'The first version.' }) from: string,
    @Args('to', { type: () => ID, description: 'The second version.' }) to: string,
  ): Promise<JobRoleVersionDiffObject | null> {
    const [before, after] = await Promise.all([wholeOf(operation, from), wholeOf(operation, to)]);
    if (before === null || after === null) return null;
    const diff = diffJobRoleVersions(contentOf(before.version), contentOf(after.version));
    return diffObject(diff, before.framework, after.framework);
  }
}
