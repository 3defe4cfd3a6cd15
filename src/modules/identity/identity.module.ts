/** Why this file exists: wiring of the identity module. */
import { Module, type DynamicModule } from '@nestjs/common';
import { IdentityResolver } from './identity.resolver.js';
import { SessionsResolver } from './sessions.resolver.js';
import { IdentitySettings } from './settings.js';

@Module({})
export class IdentityModule {
  static with(settings: IdentitySettings): DynamicModule {
    const provider = { provide: IdentitySettings, useValue: settings };
    return {
      module: IdentityModule,
      global: true,
      providers: [IdentityResolver, SessionsResolver, provider],
      exports: [provider],
    };
  }
}
