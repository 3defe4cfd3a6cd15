/** Why this file exists: root fields of frameworks: gate, call, return. */
import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires } from '../../../platform/access/index.js';
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
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { adoptLibrary } from '../commands/adopt-library.js';
import * as draft from '../commands/edit-draft.js';
import { diffFrameworks } from '../domain/diff-frameworks.js';
import { isLevel, type FrameworkVersionId, type Level, type Skill } from '../domain/framework.js';
import { impactOf } from '../extension-points.js';
import { currentFrameworkId, frameworkVersion, type FrameworkVersion } from '../store/framework.store.js';
import { frameworkVersionTable } from '../store/framework.tables.js';
import * as i from './framework.inputs.js';
import { activityObject, diffObject, skillObjects } from './framework.objects.js';
import {
  CategoryObject,
  EvidenceTypeObject,
  FrameworkDiffObject,
  FrameworkVersionObject,
  GrowthActivityObject,
  SkillObject,
} from './framework.types.js';

const FrameworkVersionConnection = connectionOf('FrameworkVersion', FrameworkVersionObject);

const recordLoader = defineLoader<FrameworkVersionObject>('frameworkVersion', async (unit, ids) => {
  const rows = await unit.find(frameworkVersionTable, { id: ids as FrameworkVersionId[] });
  return new Map(rows.map((r) => [r.id, r]));
});

@Resolver(() => FrameworkVersionObject)
export class FrameworkResolver {
  @Query(() => FrameworkVersionConnection, { description: 'All framework versions, oldest first.' })
  @Requires('framework:read')
  frameworkVersions(
    @Op() operation: Operation,
    @Args() args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<FrameworkVersionObject>> {
    const sql = `select id, number, title, state, based_on_id as "basedOnId", created_at as "createdAt", published_at as "publishedAt", version
                   from framework_version where organisation_id = $1`;
    return page(operation.unit, { list: 'frameworkVersions', sql, values: [], orderBy: ['number'] }, args, info);
  }

  @Query(() => FrameworkVersionObject, {
    nullable: true,
    description: 'A framework version; without an id the current published one. Absent when there is none.',
  })
  @Requires('framework:read')
  async frameworkVersion(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, nullable: true, description: 'The version; absent for the current one.' })
    id: string | null,
  ): Promise<FrameworkVersionObject | null> {
    const wanted = (id as FrameworkVersionId | null) ?? (await currentFrameworkId(operation.unit));
    return wanted === null ? null : operation.load(recordLoader, wanted);
  }

  @Query(() => FrameworkDiffObject, {
    nullable: true,
    description: 'What differs between two versions, and which records that touches. Absent when a version is.',
  })
  @Requires('framework:read')
  async frameworkDiff(
    @Op() operation: Operation,
    @Args('from', { type: () => ID, description: 'The first version.' }) from: FrameworkVersionId,
    @Args('to', { type: () => ID, description: 'The second version.' }) to: FrameworkVersionId,
  ): Promise<FrameworkDiffObject | null> {
    const [before, after] = [await frameworkVersion(operation.unit, from), await frameworkVersion(operation.unit, to)];
    if (before === null || after === null) return null;
    const diff = diffFrameworks(before.framework, after.framework);
    const touched = [...diff.skills.removed.map((s) => s.key), ...diff.skills.changed.map((s) => s.key)];
    return diffObject(diff, await impactOf(operation.unit, touched));
  }

  @ResolveField(() => [CategoryObject], { description: 'Groups of skills, in order.' })
  async categories(
    @Parent() parent: FrameworkVersionObject,
    @Op() operation: Operation,
  ): Promise<readonly CategoryObject[]> {
    return (await whole(operation.unit, parent))?.framework.categories ?? [];
  }
  @ResolveField(() => [SkillObject], { description: 'All skills, by category, then name.' })
  async skills(@Parent() parent: FrameworkVersionObject, @Op() operation: Operation): Promise<readonly SkillObject[]> {
    const version = await whole(operation.unit, parent);
    return version === null ? [] : [...skillObjects(version).values()];
  }
  @ResolveField(() => SkillObject, {
    nullable: true,
    description: 'One skill by its key; absent when this version has none.',
  })
  async skill(
    @Parent() parent: FrameworkVersionObject,
    @Op() operation: Operation,
    @Args('key', { description: 'Key of the skill.' }) key: string,
  ): Promise<SkillObject | null> {
    const version = await whole(operation.unit, parent);
    return version === null ? null : (skillObjects(version).get(key as Skill['key']) ?? null);
  }
  @ResolveField(() => [EvidenceTypeObject], { description: 'Kinds of evidence, by key.' })
  async evidenceTypes(
    @Parent() parent: FrameworkVersionObject,
    @Op() operation: Operation,
  ): Promise<readonly EvidenceTypeObject[]> {
    return (await whole(operation.unit, parent))?.framework.evidenceTypes ?? [];
  }
  @ResolveField(() => [GrowthActivityObject], { description: 'Ways to raise skills, by key.' })
  async activities(
    @Parent() parent: FrameworkVersionObject,
    @Op() operation: Operation,
  ): Promise<readonly GrowthActivityObject[]> {
    return ((await whole(operation.unit, parent))?.framework.activities ?? []).map(activityObject);
  }

  @Mutation(() => i.AdoptLibraryResult, {
    description: 'Takes the built-in library as your organisation’s own: framework, job roles and interview kits.',
  })
  @Requires('framework:approve')
  adoptLibrary(@Op() operation: Operation): Promise<object> {
    return this.#run(operation, 'AdoptLibrary', null, (unit) => adoptLibrary(unit));
  }
  @Mutation(() => i.ForkFrameworkResult, { description: 'Makes a draft from a version.' })
  @Requires('framework:create')
  forkFramework(@Op() operation: Operation, @Args('input') input: i.ForkFrameworkInput): Promise<object> {
    return this.#run(operation, 'ForkFramework', input, (unit) => draft.forkFramework(unit, input));
  }
  @Mutation(() => i.PutCategoryResult, { description: 'Adds or changes a category of a draft.' })
  @Requires('framework:update')
  putCategory(@Op() operation: Operation, @Args('input') input: i.PutCategoryInput): Promise<object> {
    return this.#run(operation, 'PutCategory', input, (unit) => draft.putCategory(unit, input));
  }
  @Mutation(() => i.PutSkillResult, {
    description: 'Adds or replaces a skill of a draft. A circle of prerequisites is refused and its members are named.',
  })
  @Requires('framework:update')
  putSkill(@Op() operation: Operation, @Args('input') input: i.PutSkillInput): Promise<object> {
    return this.#run(operation, 'PutSkill', input, (unit) =>
      draft.putSkill(unit, { ...input, skill: skillOf(input.skill) }),
    );
  }
  @Mutation(() => i.RemoveSkillResult, { description: 'Takes a skill out of a draft.' })
  @Requires('framework:update')
  removeSkill(@Op() operation: Operation, @Args('input') input: i.RemoveSkillInput): Promise<object> {
    return this.#run(operation, 'RemoveSkill', input, (unit) =>
      draft.removeSkill(unit, { ...input, skill: input.skillKey }),
    );
  }
  @Mutation(() => i.PublishFrameworkResult, { description: 'Publishes a draft; it never changes again.' })
  @Requires('framework:approve')
  publishFramework(@Op() operation: Operation, @Args('input') input: i.FrameworkVersionInput): Promise<object> {
    return this.#run(operation, 'PublishFramework', input, (unit) => draft.publishFramework(unit, input));
  }
  @Mutation(() => i.RetireFrameworkResult, { description: 'Retires a published version.' })
  @Requires('framework:archive')
  retireFramework(@Op() operation: Operation, @Args('input') input: i.FrameworkVersionInput): Promise<object> {
    return this.#run(operation, 'RetireFramework', input, (unit) => draft.retireFramework(unit, input));
  }

  async #run(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<Outcome<{ id: FrameworkVersionId }, Problem>>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    return answer(name, outcome, ({ id }) => ({ frameworkVersion: () => operation.load(recordLoader, id) }));
  }
}

const whole = (unit: Unit, parent: FrameworkVersionObject): Promise<FrameworkVersion | null> =>
  frameworkVersion(unit, parent.id as FrameworkVersionId);

const levelOf = (n: number): Level => (isLevel(n) ? n : 1); // the input was validated to 1..5

const skillOf = (s: i.SkillInput): draft.EditedSkill => ({
  key: s.key,
  name: s.name,
  category: s.category,
  definition: s.definition,
  affinity: { research: s.affinityResearch, production: s.affinityProduction },
  prerequisites: s.prerequisites.map((p) => ({
    skill: p.skillKey,
    minLevel: levelOf(p.minLevel),
    fromLevel: levelOf(p.fromLevel),
  })),
  indicators: s.levels.map((l) => l.indicators),
});
