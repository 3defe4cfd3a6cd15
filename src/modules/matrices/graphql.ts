/** Why this file exists: the face of the matrices module for the API of other modules, and its wiring. */
import './data.js';
import { Module } from '@nestjs/common';
import { AssessmentEventFields, AssessmentFields } from './api/assessment.fields.js';
import { AssessmentResolver } from './api/assessment.resolver.js';
import { EvidenceFileResolver } from './api/evidence-file.resolver.js';
import { PersonFitFields } from './api/person-fit.fields.js';
import { ProfileResolver } from './api/profile.resolver.js';

export { assessmentLoader } from './api/assessment.resolver.js';
export { AssessmentObject } from './api/assessment.types.js';
export { AssessmentEvidenceInput } from './api/assessment.inputs.js';
export { fitObject, namesOf } from './api/matrix.objects.js';
export { FitObject } from './api/profile.types.js';
export { FreshnessEnum } from './api/matrix.enums.js';

@Module({
  providers: [
    AssessmentResolver,
    AssessmentFields,
    AssessmentEventFields,
    EvidenceFileResolver,
    ProfileResolver,
    PersonFitFields,
  ],
})
export class MatricesModule {}
