/** Why this file exists: the face of the frameworks module for the API of other modules, and its wiring. */
import './problems.js';
import { Module } from '@nestjs/common';
import { FrameworkResolver } from './api/framework.resolver.js';
import { LibraryReleaseResolver } from './api/library-release.js';

export { enumOf, ActivityKindEnum, LeverEnum, TrackEnum } from './api/framework.enums.js';
export { activityObject, skillObject, skillObjects } from './api/framework.objects.js';
export { GrowthActivityObject, LevelStepObject, SkillObject } from './api/framework.types.js';

@Module({ providers: [FrameworkResolver, LibraryReleaseResolver] })
export class FrameworksModule {}
