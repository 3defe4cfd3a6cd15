/** Why this file exists: the enums of frameworks in the API, each value described. */
import { registerEnumType } from '@nestjs/graphql';
import { ACTIVITY_KINDS, LEVERS } from '../domain/framework.js';
import { IMPACT_KINDS } from '../extension-points.js';
import { FRAMEWORK_STATES } from '../store/framework.tables.js';

/** An enum object for GraphQL from a list of names. */
export const enumOf = <T extends string>(names: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(names.map((n) => [n, n])) as { readonly [K in T]: K };

export const TrackEnum = enumOf(['RESEARCH', 'PRODUCTION', 'HYBRID'] as const);
registerEnumType(TrackEnum, {
  name: 'Track',
  description: 'Which of the two ladders a job role stands on, or both.',
  valuesMap: {
    RESEARCH: { description: 'Finds out what is true and worth pursuing.' },
    PRODUCTION: { description: 'Makes models work for others every day, safely and provably.' },
    HYBRID: { description: 'Joins both where a programme needs them in one person.' },
  },
});

export const FrameworkStateEnum = enumOf(FRAMEWORK_STATES);
registerEnumType(FrameworkStateEnum, {
  name: 'FrameworkState',
  description: 'Where a framework version is in its life.',
  valuesMap: {
    DRAFT: { description: 'Can be edited; nothing may build on it yet.' },
    PUBLISHED: { description: 'Never changes again; job roles and assessments build on it.' },
    RETIRED: { description: 'Nothing new builds on it; what stands on it stays readable.' },
  },
});

export const ActivityKindEnum = enumOf(ACTIVITY_KINDS);
registerEnumType(ActivityKindEnum, {
  name: 'ActivityKind',
  description: 'How an activity works.',
  valuesMap: {
    MENTORSHIP: { description: 'Regular time with somebody who has done it.' },
    SHADOWING: { description: 'Watching real work closely.' },
    PAIRING: { description: 'Doing real work side by side.' },
    PROJECT: { description: 'Delivering a piece of real work.' },
    REVIEW: { description: 'Judging the work of others.' },
    ON_CALL: { description: 'Answering for a live service.' },
    COURSE: { description: 'Formal learning; never carries above level 2.' },
    CERTIFICATION: { description: 'An outside certificate; alone never carries above level 2.' },
  },
});

export const LeverEnum = enumOf(LEVERS);
registerEnumType(LeverEnum, {
  name: 'Lever',
  description: 'The support that an activity gives.',
  valuesMap: {
    MENTORSHIP: { description: 'Guidance by a mentor.' },
    DEPLOYMENT_EXPOSURE: { description: 'Real deployments and operations.' },
    ENGINEERING_COLLABORATION: { description: 'Work with software engineers.' },
    DOMAIN_EXPOSURE: { description: 'Time in the laboratory or clinic.' },
    COMPLIANCE_EXPOSURE: { description: 'Work with quality and regulatory colleagues.' },
    FORMAL_LEARNING: { description: 'Courses and certificates.' },
    LEADERSHIP_PRACTICE: { description: 'Leading others, with guidance.' },
  },
});

export const ImpactKindEnum = enumOf(IMPACT_KINDS);
registerEnumType(ImpactKindEnum, {
  name: 'ImpactKind',
  description: 'Kind of record that a change of skills touches.',
  valuesMap: {
    JOB_ROLE: { description: 'A published job role that asks for the skill.' },
    REQUISITION: { description: 'An open requisition that asks for the skill.' },
    GROWTH_PLAN: { description: 'A running growth plan with the skill as a goal.' },
  },
});
