/** Why this file exists: what a version of a job role asks for, how clear it is, and how it reads, computed when asked for. */
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Op, Operation } from '../../../platform/graphql/index.js';
import type { FrameworkVersion } from '../../frameworks/data.js';
import { effectiveRequirements } from '../domain/effective-requirements.js';
import { lifeCycleCover } from '../domain/life-cycle.js';
import { jobPosting, jobRoleMarkdown, type JobPosting } from '../domain/job-role-text.js';
import { evidenceOnlyMustHaves, impliedRequirements } from '../domain/requirement-checks.js';
import type { JobRoleVersion } from '../store/job-role.store.js';
import { frameworkLoader, jobRoleLoader, organisationLoader, overlaysNamed, wholeLoader } from './job-role.loaders.js';
import {
  effectiveRequirementObject,
  impliedRequirementObject,
  inWords,
  requirementObject,
} from './job-role.objects.js';
import {
  EffectiveRequirementObject,
  ImpliedRequirementObject,
  JobAdvertObject,
  JobRoleObject,
  JobRoleTextObject,
  JobRoleVersionObject,
  RequirementObject,
} from './job-role.types.js';
import { clarityReview } from './review.objects.js';
import { ClarityFindingObject, LifeCycleCoverObject } from './review.types.js';

/** The argument `overlays` of everything that is computed under overlays. */
export const OverlaysArgument = (): ParameterDecorator =>
  Args('overlays', {
    type: () => [String],
    nullable: true,
    description: 'Keys of overlays; absent or empty for none.',
  });
type OverlayKeys = readonly string[] | null;

interface Whole {
  readonly version: JobRoleVersion;
  readonly framework: FrameworkVersion;
}

/** A version with its framework, or `null` when it is not visible. */
export async function wholeOf(operation: Operation, id: string): Promise<Whole | null> {
  const version = await operation.load(wholeLoader, id);
  const framework = version === null ? null : await operation.load(frameworkLoader, version.record.frameworkVersionId);
  return version === null || framework === null ? null : { version, framework };
}

@Resolver(() => JobRoleVersionObject)
export class JobRoleVersionFields {
  @ResolveField(() => JobRoleObject, { nullable: true, description: 'The job role it is a version of.' })
  jobRole(@Parent() parent: JobRoleVersionObject, @Op() operation: Operation): Promise<JobRoleObject | null> {
    return operation.load(jobRoleLoader, parent.jobRoleId);
  }

  @ResolveField(() => [RequirementObject], { description: 'What it asks for, in the order of its author.' })
  async requirements(@Parent() parent: JobRoleVersionObject, @Op() operation: Operation): Promise<RequirementObject[]> {
    const whole = await wholeOf(operation, parent.id);
    return whole === null ? [] : whole.version.requirements.map((one) => requirementObject(whole.framework, one));
  }

  @ResolveField(() => [ImpliedRequirementObject], {
    description: 'What the prerequisites of the requirements ask for beyond them.',
  })
  async impliedRequirements(
    @Parent() parent: JobRoleVersionObject,
    @Op() operation: Operation,
  ): Promise<ImpliedRequirementObject[]> {
    const whole = await wholeOf(operation, parent.id);
    if (whole === null) return [];
    const { version, framework } = whole;
    const implied = impliedRequirements(framework.framework.skills, version.requirements);
    return implied.map((one) => impliedRequirementObject(framework, one));
  }

  @ResolveField(() => [RequirementObject], {
    description: 'Must-haves that no interview stage assesses; other evidence has to show them.',
  })
  async evidenceOnlyMustHaves(
    @Parent() parent: JobRoleVersionObject,
    @Op() operation: Operation,
  ): Promise<RequirementObject[]> {
    const whole = await wholeOf(operation, parent.id);
    if (whole === null) return [];
    return evidenceOnlyMustHaves(whole.version.requirements).map((one) => requirementObject(whole.framework, one));
  }

  @ResolveField(() => [EffectiveRequirementObject], {
    description:
      'What it asks for under overlays, each raise with its reason; skills that only overlays ask for come last.',
  })
  async effectiveRequirements(
    @Parent() parent: JobRoleVersionObject,
    @Op() operation: Operation,
    @OverlaysArgument() keys: OverlayKeys,
  ): Promise<EffectiveRequirementObject[]> {
    const [whole, overlays] = [await wholeOf(operation, parent.id), await overlaysNamed(operation, keys)];
    if (whole === null) return [];
    const { version, framework } = whole;
    return effectiveRequirements(version.requirements, version.jobRole, overlays).map((one) =>
      effectiveRequirementObject(framework, one, overlays),
    );
  }

  @ResolveField(() => [ClarityFindingObject], {
    description: 'Ways in which it contradicts itself under overlays; empty when it is clear.',
  })
  async clarityReview(
    @Parent() parent: JobRoleVersionObject,
    @Op() operation: Operation,
    @OverlaysArgument() keys: OverlayKeys,
  ): Promise<readonly ClarityFindingObject[]> {
    const [whole, overlays] = [await wholeOf(operation, parent.id), await overlaysNamed(operation, keys)];
    return whole === null ? [] : clarityReview(operation, whole.version, whole.framework, overlays);
  }

  @ResolveField(() => [LifeCycleCoverObject], {
    description:
      "The five parts of a model's life in production, each with the must-haves under overlays that span it.",
  })
  async lifeCycle(
    @Parent() parent: JobRoleVersionObject,
    @Op() operation: Operation,
    @OverlaysArgument() keys: OverlayKeys,
  ): Promise<LifeCycleCoverObject[]> {
    const [whole, overlays] = [await wholeOf(operation, parent.id), await overlaysNamed(operation, keys)];
    if (whole === null) return [];
    const { version, framework } = whole;
    const asked = effectiveRequirements(version.requirements, version.jobRole, overlays);
    const categoryOf = new Map(framework.framework.skills.map((skill) => [skill.key, skill.category]));
    return lifeCycleCover(asked, categoryOf).map(({ area, skills }) => ({ area, skillKeys: skills }));
  }

  @ResolveField(() => JobRoleTextObject, { nullable: true, description: 'The job role in words, under overlays.' })
  text(
    @Parent() parent: JobRoleVersionObject,
    @Op() operation: Operation,
    @OverlaysArgument() keys: OverlayKeys,
  ): Promise<Texts | null> {
    return textsOf(operation, parent, keys);
  }

  @ResolveField(() => [JobAdvertObject], { description: 'The same advert in each form, under overlays.' })
  async adverts(
    @Parent() parent: JobRoleVersionObject,
    @Op() operation: Operation,
    @OverlaysArgument() keys: OverlayKeys,
  ): Promise<JobAdvertObject[]> {
    const texts = await textsOf(operation, parent, keys);
    if (texts === null) return [];
    return [
      { format: 'MARKDOWN', mediaType: 'text/markdown', content: texts.markdown },
      { format: 'HTML', mediaType: 'text/html', content: texts.jobPosting.description },
      { format: 'JSON_LD', mediaType: 'application/ld+json', content: JSON.stringify(texts.jobPosting, null, 2) },
    ];
  }
}

interface Texts {
  readonly markdown: string;
  readonly jobPosting: JobPosting;
}

/** The texts of a version; the posting is dated on the day of publication, or today for a draft. */
async function textsOf(operation: Operation, parent: JobRoleVersionObject, keys: OverlayKeys): Promise<Texts | null> {
  const [whole, overlays] = [await wholeOf(operation, parent.id), await overlaysNamed(operation, keys)];
  const organisation = await operation.load(organisationLoader, 'own');
  if (whole === null || organisation === null) return null;
  const { version, framework } = whole;
  const asked = effectiveRequirements(version.requirements, version.jobRole, overlays);
  const words = inWords(version, framework, asked);
  const datePosted = (parent.publishedAt ?? operation.unit.now.toISOString()).slice(0, 10);
  const details = { organisationName: organisation.name, datePosted };
  return { markdown: jobRoleMarkdown(words), jobPosting: jobPosting(words, details) };
}
