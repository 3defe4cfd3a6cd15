/** Why this file exists: the face of the job-roles module for the API of other modules, and its wiring. */
import './data.js';
import { Module } from '@nestjs/common';
import { ComparisonResolver } from './api/comparison.resolver.js';
import { JobRoleVersionFields } from './api/job-role-version.fields.js';
import { JobRoleFields, LadderFields } from './api/job-role.fields.js';
import { JobRoleResolver } from './api/job-role.resolver.js';

export { OverlaysArgument } from './api/job-role-version.fields.js';
export { frameworkLoader, jobRoleLoader, jobRoleVersionLoader, overlaysNamed } from './api/job-role.loaders.js';
export { bridgeObject } from './api/bridge.objects.js';
export { BridgeObject } from './api/bridge.types.js';
export { effectiveRequirementObject, requirementObject } from './api/job-role.objects.js';
export {
  EffectiveRequirementObject,
  JobRoleObject,
  JobRoleVersionObject,
  RequirementObject,
} from './api/job-role.types.js';
export { LifeCycleAreaEnum } from './api/job-role.enums.js';
export { OverlayObject } from './api/overlay.types.js';

@Module({
  providers: [JobRoleResolver, JobRoleFields, LadderFields, JobRoleVersionFields, ComparisonResolver],
})
export class JobRolesModule {}
