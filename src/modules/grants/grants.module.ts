/** Why this file exists: wiring of the grants module: the actor of each request is built here. */
import { Module } from '@nestjs/common';
import { setActorSource, setKnownPermissions } from '../../platform/graphql/index.js';
import { IdentitySettings } from '../identity/index.js';
import { knownPermissions } from './authorization-matrix.js';
import { actorSource } from './grants.js';
import { GrantsResolver } from './grants.resolver.js';

@Module({ providers: [GrantsResolver] })
export class GrantsModule {
  constructor(settings: IdentitySettings) {
    setKnownPermissions(knownPermissions());
    setActorSource(actorSource(settings.limits));
  }
}
