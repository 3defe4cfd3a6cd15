/** Why this file exists: the enums of candidates in the API, each value described. */
import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../frameworks/graphql.js';
import { APPLICATION_STAGES } from '../domain/application.js';
import { CONFLICT_KINDS } from '../domain/conflict-of-interest.js';
import { REQUISITION_STATES } from '../domain/requisition.js';
import { CANDIDATE_SOURCES, RELATION_KINDS } from '../store/application.tables.js';
import { EMPLOYMENT_TYPES } from '../store/requisition.tables.js';

export const RequisitionStateEnum = enumOf(REQUISITION_STATES);
registerEnumType(RequisitionStateEnum, {
  name: 'RequisitionState',
  description: 'Where a requisition is in its life.',
  valuesMap: {
    DRAFT: { description: 'Being written; nobody can apply.' },
    OPEN: { description: 'Applications are received.' },
    ON_HOLD: { description: 'Nobody applies and nobody is moved to interviews until it is resumed.' },
    FILLED: { description: 'All openings are filled.' },
    CLOSED: { description: 'Ended; it stays as it is.' },
  },
});

export const ApplicationStageEnum = enumOf(APPLICATION_STAGES);
registerEnumType(ApplicationStageEnum, {
  name: 'ApplicationStage',
  description: 'How far an application has come. People move it, nothing else does.',
  valuesMap: {
    APPLIED: { description: 'Received.' },
    SCREEN: { description: 'First talk or paper review.' },
    INTERVIEWING: { description: 'Interviews are held.' },
    DEBRIEF: { description: 'The panel compares what it saw.' },
    DECIDED: { description: 'A person has decided.' },
    HIRED: { description: 'The applicant joins.' },
    WITHDRAWN: { description: 'Ended without a decision.' },
  },
});

export const ForwardStageEnum = enumOf(['SCREEN', 'INTERVIEWING', 'DEBRIEF'] as const);
registerEnumType(ForwardStageEnum, {
  name: 'ForwardStage',
  description: 'Stages that an application is moved to by hand.',
  valuesMap: {
    SCREEN: { description: 'First talk or paper review.' },
    INTERVIEWING: { description: 'Interviews are held.' },
    DEBRIEF: { description: 'The panel compares what it saw.' },
  },
});

export const WithdrawnByEnum = enumOf(['CANDIDATE', 'HIRING_TEAM'] as const);
registerEnumType(WithdrawnByEnum, {
  name: 'WithdrawnBy',
  description: 'Who ended an application.',
  valuesMap: {
    CANDIDATE: { description: 'The candidate.' },
    HIRING_TEAM: { description: 'The hiring team, with a reason.' },
  },
});

export const CandidateSourceEnum = enumOf(CANDIDATE_SOURCES);
registerEnumType(CandidateSourceEnum, {
  name: 'CandidateSource',
  description: 'How a candidate came to the organisation.',
  valuesMap: {
    DIRECT: { description: 'Applied from outside.' },
    REFERRAL: { description: 'Named by an employee.' },
    SOURCED: { description: 'Found and asked by the hiring team.' },
    AGENCY: { description: 'Presented by an agency.' },
    INTERNAL: { description: 'An employee.' },
    OTHER: { description: 'Another way.' },
  },
});

export const EmploymentTypeEnum = enumOf(EMPLOYMENT_TYPES);
registerEnumType(EmploymentTypeEnum, {
  name: 'EmploymentType',
  description: 'Kind of employment, as in schema.org postings.',
  valuesMap: {
    FULL_TIME: { description: 'Full time.' },
    PART_TIME: { description: 'Part time.' },
    CONTRACTOR: { description: 'As a contractor.' },
    TEMPORARY: { description: 'For a limited time.' },
    INTERN: { description: 'Internship.' },
  },
});

export const RelationKindEnum = enumOf(RELATION_KINDS);
registerEnumType(RelationKindEnum, {
  name: 'RelationKind',
  description: 'How a person is close to a candidate.',
  valuesMap: {
    FAMILY: { description: 'Family.' },
    PARTNER: { description: 'Partner in life.' },
    FRIEND: { description: 'Close friend.' },
    BUSINESS: { description: 'Joint business.' },
    OTHER: { description: 'Close in another way.' },
  },
});

export const ConflictKindEnum = enumOf(CONFLICT_KINDS);
registerEnumType(ConflictKindEnum, {
  name: 'ConflictKind',
  description: 'Why somebody may neither see, rate nor decide on an application.',
  valuesMap: {
    SELF: { description: 'Is the applicant.' },
    MANAGER_OF_APPLICANT: { description: 'Is the manager of the applicant.' },
    DIRECT_REPORT_OF_APPLICANT: { description: 'Reports to the applicant.' },
    DECLARED_RELATION: { description: 'A close relation is declared.' },
    REFERRER: { description: 'Referred the applicant.' },
  },
});
