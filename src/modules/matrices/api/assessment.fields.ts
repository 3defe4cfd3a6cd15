/** Why this file exists: links and computed fields of assessments. */
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { defineLoader, Op, Operation } from '../../../platform/graphql/index.js';
import { frameworkVersion } from '../../frameworks/data.js';
import { skillObjects, SkillObject } from '../../frameworks/graphql.js';
import type { FrameworkVersionId, SkillKey } from '../../frameworks/index.js';
import { personLoader, PersonObject } from '../../people/graphql.js';
import { verifiedNow } from '../store/verified.store.js';
import * as t from './assessment.types.js';

/** Key: person and skill joined by a slash. Only for assessments that the actor was shown. */
const verifiedLevelLoader = defineLoader<number>('verifiedLevel', async (unit, keys) => {
  const pairs = keys.map((key) => key.split('/') as [PersonId, SkillKey]);
  const held = await verifiedNow(unit, {
    personIds: pairs.map(([person]) => person),
    skills: pairs.map(([, skill]) => skill),
  });
  return new Map(
    pairs.flatMap(([person, skill]) => {
      const level = held.get(person)?.get(skill)?.level;
      return level === undefined ? [] : [[`${person}/${skill}`, level] as const];
    }),
  );
});

async function skillOf(unit: Unit, parent: t.AssessmentObject): Promise<SkillObject | null> {
  const version = await frameworkVersion(unit, parent.frameworkVersionId as FrameworkVersionId);
  return version === null ? null : (skillObjects(version).get(parent.skillKey as SkillKey) ?? null);
}

@Resolver(() => t.AssessmentObject)
export class AssessmentFields {
  @ResolveField(() => PersonObject, { nullable: true, description: 'The person whom it is about.' })
  person(@Parent() parent: t.AssessmentObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return operation.load(personLoader, parent.personId);
  }
  @ResolveField(() => PersonObject, {
    nullable: true,
    description: 'The person who claims it; absent when it came from interviews.',
  })
  async claimant(@Parent() parent: t.AssessmentObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return parent.claimantPersonId === null ? null : operation.load(personLoader, parent.claimantPersonId);
  }
  @ResolveField(() => SkillObject, {
    nullable: true,
    description: 'The skill, as the framework described it when the claim was made.',
  })
  async skill(@Parent() parent: t.AssessmentObject, @Op() operation: Operation): Promise<SkillObject | null> {
    return skillOf(operation.unit, parent);
  }
  @ResolveField(() => [String], {
    description: 'What can be observed in somebody who holds the level claimed, to be read beside the evidence.',
  })
  async indicators(@Parent() parent: t.AssessmentObject, @Op() operation: Operation): Promise<readonly string[]> {
    const skill = await skillOf(operation.unit, parent);
    return skill?.levels.find(({ level }) => level === parent.proposedLevel)?.indicators ?? [];
  }
  @ResolveField(() => Int, {
    nullable: true,
    description:
      'The level of the skill that counts today, whatever becomes of this claim; absent when nobody verified one.',
  })
  verifiedLevel(@Parent() parent: t.AssessmentObject, @Op() operation: Operation): Promise<number | null> {
    return operation.load(verifiedLevelLoader, `${parent.personId}/${parent.skillKey}`);
  }
  @ResolveField(() => t.InterviewProvenanceObject, {
    nullable: true,
    description: 'Where it was seen, when it came from interviews.',
  })
  provenance(@Parent() parent: t.AssessmentObject): t.InterviewProvenanceObject | null {
    const source = parent.provenance;
    if (source === null) return null;
    const { applicationId, requiredLevel, interviewIds, raterIds, ratings } = source;
    return { applicationId, requiredLevel, interviewIds, raterCount: raterIds.length, ratingCount: ratings.length };
  }
}

@Resolver(() => t.AssessmentEventObject)
export class AssessmentEventFields {
  @ResolveField(() => PersonObject, { nullable: true, description: 'Who did it; absent when time or the product did.' })
  async by(@Parent() parent: t.AssessmentEventObject, @Op() operation: Operation): Promise<PersonObject | null> {
    return parent.byPersonId === null ? null : operation.load(personLoader, parent.byPersonId);
  }
}
