/** Why this file exists: wiring of the sign-on module. */
import { Module, type DynamicModule } from '@nestjs/common';
import { MySignOnResolver } from './my-sign-on.resolver.js';
import './problems.js';
import { SignOnSettings } from './settings.js';
import { SignOnController } from './sign-on.controller.js';
import { SignOnResolver } from './sign-on.resolver.js';

@Module({})
export class SignOnModule {
  static with(settings: SignOnSettings): DynamicModule {
    const provider = { provide: SignOnSettings, useValue: settings };
    return {
      module: SignOnModule,
      global: true,
      controllers: [SignOnController],
      providers: [SignOnResolver, MySignOnResolver, provider],
      exports: [provider],
    };
  }
}
