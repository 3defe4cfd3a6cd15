/** Why this file exists: the face of the people module for the API of other modules, and its wiring. */
import './data.js';
import { Module } from '@nestjs/common';
import { PersonFields } from './api/person.fields.js';
import { PersonResolver } from './api/person.resolver.js';

export { personLoader, teamLoader } from './api/person.loaders.js';
export { seesPlanningData } from './api/person.policy.js';
export { PersonObject, TeamObject } from './api/person.types.js';

@Module({ providers: [PersonResolver, PersonFields] })
export class PeopleModule {}
