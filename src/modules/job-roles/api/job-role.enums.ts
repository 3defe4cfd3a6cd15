/** Why this file exists: the enums of job roles in the API, each value described. */
import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../frameworks/graphql.js';
import { REQUIREMENT_PARTS, TEXT_PARTS } from '../domain/diff-job-role-versions.js';
import { LIFE_CYCLE_AREAS } from '../domain/life-cycle.js';
import { JOB_ROLE_STATES } from '../store/job-role.tables.js';

export const JobRoleStateEnum = enumOf(JOB_ROLE_STATES);
registerEnumType(JobRoleStateEnum, {
  name: 'JobRoleState',
  description: 'Where a version of a job role is in its life.',
  valuesMap: {
    DRAFT: { description: 'Can be edited; only editors see it.' },
    PUBLISHED: { description: 'Never changes again; requisitions and people stand on it.' },
    RETIRED: { description: 'Nothing new asks for it; what stands on it stays readable.' },
  },
});

export const RequirementPartEnum = enumOf(REQUIREMENT_PARTS);
registerEnumType(RequirementPartEnum, {
  name: 'RequirementPart',
  description: 'A part of a requirement that can differ between two versions.',
  valuesMap: {
    LEVEL: { description: 'The level.' },
    WEIGHT: { description: 'The weight.' },
    MUST_HAVE: { description: 'Whether it is a must-have.' },
    EVIDENCE_CLASS: { description: 'The weakest evidence that can satisfy it.' },
    STAGES: { description: 'The interview stages that assess it.' },
  },
});

export const JobRoleTextPartEnum = enumOf(TEXT_PARTS);
registerEnumType(JobRoleTextPartEnum, {
  name: 'JobRoleTextPart',
  description: 'A text of a job role that can differ between two versions.',
  valuesMap: {
    TITLE: { description: 'The title.' },
    MISSION: { description: 'The mission.' },
    OUTCOMES: { description: 'The outcomes in 12 months.' },
    OWNS: { description: 'What it owns.' },
    DOES_NOT_OWN: { description: 'What it does not own.' },
    KIT: { description: 'The interview kit made for it.' },
    TIME_BOX: { description: 'How long somebody stays in it.' },
    ENTRY_REQUIREMENTS: { description: 'What a person holds at the start; each line is a skill key and a level.' },
  },
});

export const AdvertFormatEnum = enumOf(['MARKDOWN', 'HTML', 'JSON_LD'] as const);
registerEnumType(AdvertFormatEnum, {
  name: 'AdvertFormat',
  description: 'Form of an advert text.',
  valuesMap: {
    MARKDOWN: { description: 'CommonMark, for documents and repositories.' },
    HTML: { description: 'HTML with every text in it escaped, for a careers page.' },
    JSON_LD: { description: 'A schema.org JobPosting as JSON, for search engines and job boards.' },
  },
});

export const StepBlockReasonEnum = enumOf(['LOWER_LEVEL', 'PREREQUISITE'] as const);
registerEnumType(StepBlockReasonEnum, {
  name: 'StepBlockReason',
  description: 'Why a step of a bridge has to wait.',
  valuesMap: {
    LOWER_LEVEL: { description: 'The level below of the same skill comes first.' },
    PREREQUISITE: { description: 'A level of another skill comes first.' },
  },
});

export const UncoveredReasonEnum = enumOf(['CASE_BY_CASE', 'ONLY_BY_CHOICE', 'NO_ACTIVITY'] as const);
registerEnumType(UncoveredReasonEnum, {
  name: 'UncoveredReason',
  description: 'Why no activity was chosen for a step.',
  valuesMap: {
    CASE_BY_CASE: { description: 'A step from level 4 to 5, agreed case by case.' },
    ONLY_BY_CHOICE: { description: 'Only an activity in which the learner picks among steps raises it.' },
    NO_ACTIVITY: { description: 'Nothing in the framework raises it.' },
  },
});

export const LifeCycleAreaEnum = enumOf(LIFE_CYCLE_AREAS);
registerEnumType(LifeCycleAreaEnum, {
  name: 'LifeCycleArea',
  description: "A part of a model's life in production.",
  valuesMap: {
    INGESTION: { description: 'Data on its way in.' },
    DEPLOYMENT: { description: 'Models on their way out to users.' },
    MONITORING: { description: 'Watching models in use and answering incidents.' },
    RETRAINING: { description: 'Renewing models.' },
    COMPLIANCE: { description: 'Proof for quality and regulators.' },
  },
});
