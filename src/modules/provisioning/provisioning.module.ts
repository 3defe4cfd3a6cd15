/** Why this file exists: wiring of the provisioning module. */
import { Module, type DynamicModule } from '@nestjs/common';
import { registerRefusals } from '../../platform/http/index.js';
import { GrantsModule } from '../grants/index.js';
import { ProvisioningResolver } from './provisioning.resolver.js';
import { ROOT } from './resources.js';
import { errorBody } from './scim-error.js';
import { CONTENT_TYPE, ScimController } from './scim.controller.js';
import { ProvisioningSettings } from './settings.js';

@Module({})
export class ProvisioningModule {
  static with({ log, spending, telemetry }: ProvisioningSettings): DynamicModule {
    const settings: ProvisioningSettings = { log, spending, telemetry };
    registerRefusals({
      root: ROOT,
      contentType: CONTENT_TYPE,
      body: (status, message) => errorBody(status, message, status === 400 ? 'invalidSyntax' : null),
    });
    return {
      module: ProvisioningModule,
      imports: [GrantsModule],
      controllers: [ScimController],
      providers: [ProvisioningResolver, { provide: ProvisioningSettings, useValue: settings }],
    };
  }
}
