/** Why this file exists: the face of the candidates module for the API of other modules, and its wiring. */
import './data.js';
import { Module } from '@nestjs/common';
import { ApplicationResolver, CandidateResolver, ConflictFields } from './api/application.resolver.js';
import { BreakGlassResolver, CandidateAccessFields } from './api/break-glass.resolver.js';
import { ApplicationPublicFields, PublicResolver, RequisitionPublicFields } from './api/public.resolver.js';
import { RequisitionResolver } from './api/requisition.resolver.js';

export { ApplicationStageEnum, RequisitionStateEnum } from './api/candidate.enums.js';
export { ApplicationObject, CandidateObject } from './api/application.types.js';
export { AdvertObject, ApplicationStatusObject } from './api/public.types.js';
export { RequisitionObject, RequisitionRequirementObject } from './api/requisition.types.js';
export { applicationLoader, candidateLoader, contactLoader } from './queries/application-rows.js';
export { requisitionLoader } from './queries/requisition-rows.js';

@Module({
  providers: [
    RequisitionResolver,
    RequisitionPublicFields,
    ApplicationResolver,
    ApplicationPublicFields,
    CandidateResolver,
    ConflictFields,
    BreakGlassResolver,
    CandidateAccessFields,
    PublicResolver,
  ],
})
export class CandidatesModule {}
