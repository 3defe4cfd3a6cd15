/** Why this file exists: wiring of the grants module: the actor of each request is built here. */
import { Module } from '@nestjs/common';
import { setActorSource, setKnownPermissions, setTokenSource } from '../../platform/graphql/index.js';
import { registerNotices, setSeatSource } from '../../platform/live/index.js';
import { IdentitySettings } from '../identity/index.js';
import { TokenSources } from './api-token-source.js';
import { ApiTokensResolver } from './api-tokens.resolver.js';
import { knownPermissions } from './authorization-matrix.js';
import { GrantRequestsResolver, TimedGrantsResolver } from './grant-requests.resolver.js';
import { GrantsResolver, MeResolver } from './grants.resolver.js';
import { LeaversResolver } from './leavers.resolver.js';
import { sessionNotices } from './session-notices.js';
import { actorSource, seatSource } from './session-source.js';

@Module({
  providers: [
    GrantsResolver,
    MeResolver,
    ApiTokensResolver,
    LeaversResolver,
    GrantRequestsResolver,
    TimedGrantsResolver,
    TokenSources,
  ],
  exports: [TokenSources],
})
export class GrantsModule {
  constructor(settings: IdentitySettings, tokens: TokenSources) {
    setKnownPermissions(knownPermissions());
    setActorSource(actorSource(settings.limits));
    setTokenSource(tokens.ofApi);
    setSeatSource(seatSource(settings.limits));
    registerNotices(sessionNotices);
  }
}
