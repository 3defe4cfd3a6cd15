/** Why this file exists: the enums of assessments and profiles in the API, each value described. */
import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../frameworks/graphql.js';
import { ASSESSMENT_SOURCES, ASSESSMENT_STATES } from '../domain/assessment.js';

export const AssessmentSourceEnum = enumOf(ASSESSMENT_SOURCES);
registerEnumType(AssessmentSourceEnum, {
  name: 'AssessmentSource',
  description: 'Where a claim comes from.',
  valuesMap: {
    SELF: { description: 'The person says so; it starts a conversation and never counts as verified.' },
    PEER: { description: 'A named colleague attests it.' },
    MANAGER: { description: 'The manager saw it.' },
    INTERVIEW: { description: 'Interviewers rated it before the person was hired.' },
    ARTEFACT: { description: 'The person shows evidence and asks for a review.' },
    SIGNED: { description: 'A signed statement, such as an exemption.' },
  },
});

export const AssessmentStateEnum = enumOf(ASSESSMENT_STATES);
registerEnumType(AssessmentStateEnum, {
  name: 'AssessmentState',
  description: 'Where an assessment is in its life.',
  valuesMap: {
    PROPOSED: { description: 'Waits for a reviewer; it does not count.' },
    CONFIRMED: { description: 'Counts, at the level confirmed.' },
    REJECTED: { description: 'Was sent back with a reason.' },
    REVOKED: { description: 'Counted once and was taken back with a reason; it counts on no day.' },
    EXEMPT: { description: 'The person is not asked for the skill.' },
    EXPIRED: { description: 'Its time has passed; it counts for the days before.' },
  },
});

export const FreshnessEnum = enumOf(['FRESH', 'STALE', 'EXPIRED'] as const);
registerEnumType(FreshnessEnum, {
  name: 'ProfileFreshness',
  description: 'How old the evidence behind a level is.',
  valuesMap: {
    FRESH: { description: 'Within the months that its evidence type counts as fresh.' },
    STALE: { description: 'The level counts, but its evidence has aged.' },
    EXPIRED: { description: 'The level was verified once and counts no more.' },
  },
});

export const FitStatusEnum = enumOf(['MET', 'BELOW', 'NOT_ASSESSED', 'EVIDENCE_TOO_WEAK'] as const);
registerEnumType(FitStatusEnum, {
  name: 'FitStatus',
  description: 'How a requirement stands.',
  valuesMap: {
    MET: { description: 'The level is held, for a must-have on evidence strong enough.' },
    BELOW: { description: 'A lower level is held.' },
    NOT_ASSESSED: { description: 'Nobody knows; this is not a low level.' },
    EVIDENCE_TOO_WEAK: { description: 'A must-have whose level is held on evidence below its class.' },
  },
});
