/** Why this file exists: the face of the growth module for the API of other modules, and its wiring. */
import './data.js';
import { Module } from '@nestjs/common';
import { GrowthGoalMutations } from './api/growth-goal.mutations.js';
import * as fields from './api/growth-plan.fields.js';
import { GrowthPlanMutations } from './api/growth-plan.mutations.js';
import { GrowthPlanResolver } from './api/growth-plan.resolver.js';
import * as links from './api/preview.fields.js';

export { GrowthPlanObject } from './api/growth-plan.types.js';
export { planLoader } from './api/growth.loaders.js';

@Module({
  providers: [
    GrowthPlanResolver,
    GrowthPlanMutations,
    GrowthGoalMutations,
    ...Object.values(fields),
    ...Object.values(links),
  ],
})
export class GrowthModule {}
