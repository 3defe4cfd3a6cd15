/** Why this file exists: wiring of the grants module: the actor of each request is built here. */
import { Module } from '@nestjs/common';
import { setActorSource, setKnownPermissions, setTokenSource } from '../../platform/graphql/index.js';
import { IdentitySettings } from '../identity/index.js';
import { tokenSource } from './api-token-source.js';
import { ApiTokensResolver } from './api-tokens.resolver.js';
import { knownPermissions } from './authorization-matrix.js';
import { actorSource } from './grants.js';
import { GrantsResolver, MeResolver } from './grants.resolver.js';

@Module({ providers: [GrantsResolver, MeResolver, ApiTokensResolver] })
export class GrantsModule {
  constructor(settings: IdentitySettings) {
    setKnownPermissions(knownPermissions());
    setActorSource(actorSource(settings.limits));
    setTokenSource(tokenSource());
  }
}
