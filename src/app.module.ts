/** Why this file exists: the modules of the product, listed bottom to top. */
import { Module, type DynamicModule } from '@nestjs/common';
import { Database } from './platform/database/index.js';
import { TwinladderGraphqlModule, type GraphqlOptions } from './platform/graphql/index.js';
import { HealthController, Readiness } from './platform/http/index.js';
import { EventsController, EventSettings, Windows } from './platform/live/index.js';
import { AuditModule } from './modules/audit/index.js';
import { CandidatesModule } from './modules/candidates/graphql.js';
import { EvaluationsModule } from './modules/evaluations/graphql.js';
import { FrameworksModule } from './modules/frameworks/graphql.js';
import { GrantsModule } from './modules/grants/index.js';
import { GrowthModule } from './modules/growth/graphql.js';
import { IdentityModule } from './modules/identity/index.js';
import { InvitationsModule } from './modules/invitations/graphql.js';
import { JobRolesModule } from './modules/job-roles/graphql.js';
import { MatricesModule } from './modules/matrices/graphql.js';
import { PeopleModule } from './modules/people/graphql.js';
import { ProvisioningModule } from './modules/provisioning/index.js';
import { ReadersModule } from './modules/readers/index.js';
import { SignOnModule, type SignOnSettings } from './modules/sign-on/index.js';

export interface AppOptions extends GraphqlOptions {
  readonly readiness: Readiness;
  readonly windows: Windows;
  readonly demo: boolean;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly signOn: Pick<SignOnSettings, 'address' | 'loopback' | 'timeoutMs' | 'txt' | 'notice'>;
}

@Module({})
export class AppModule {
  static with(options: AppOptions): DynamicModule {
    const shared = [
      { provide: Database, useValue: options.database },
      { provide: Readiness, useValue: options.readiness },
      { provide: Windows, useValue: options.windows },
      { provide: EventSettings, useValue: { production: options.production, spending: options.spending } },
    ];
    const limits = { idleMinutes: options.sessionIdleMinutes, hours: options.sessionHours };
    return {
      module: AppModule,
      imports: [
        {
          module: PlatformModule,
          global: true,
          providers: shared,
          exports: shared,
          controllers: [HealthController, EventsController],
        },
        TwinladderGraphqlModule.with(options),
        IdentityModule.with({ limits, demo: options.demo }),
        SignOnModule.with({ ...options.signOn, production: options.production, limits }),
        GrantsModule,
        AuditModule,
        ProvisioningModule.with(options),
        FrameworksModule,
        JobRolesModule,
        PeopleModule,
        InvitationsModule,
        CandidatesModule,
        EvaluationsModule,
        MatricesModule,
        GrowthModule,
        ReadersModule,
      ],
    };
  }
}

@Module({})
class PlatformModule {}
