/** Why this file exists: the face of the evaluations module for the API of other modules, and its wiring. */
import './data.js';
import { Module } from '@nestjs/common';
import { ApplicationEvaluationFields, ComparedCandidateFields, EvaluationResolver } from './api/evaluation.resolver.js';
import { InterviewResolver } from './api/interview.resolver.js';
import { KitResolver, PlanResolver } from './api/kit.resolver.js';
import { PERSON_FIELDS } from './api/person.fields.js';
import { AdvertFields, ApplicationStatusFields } from './api/public.fields.js';
import { ScorecardResolver } from './api/scorecard.resolver.js';

export { KitObject } from './api/kit.types.js';
export { readableLoader } from './queries/evaluation-objects.js';
export type { ReadableEvaluation } from './queries/readable-scorecards.js';
export { kitLoader } from './queries/kit-rows.js';

@Module({
  providers: [
    KitResolver,
    PlanResolver,
    InterviewResolver,
    ScorecardResolver,
    EvaluationResolver,
    ComparedCandidateFields,
    ApplicationEvaluationFields,
    AdvertFields,
    ApplicationStatusFields,
    ...PERSON_FIELDS,
  ],
})
export class EvaluationsModule {}
