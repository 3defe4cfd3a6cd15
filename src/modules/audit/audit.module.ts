/** Why this file exists: wiring of the audit module: every write unit ends in the trail. */
import { Module } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { AuditFiltersResolver, AuditResolver } from './audit.resolver.js';
import { appendFacts } from './trail.js';

@Module({ providers: [AuditResolver, AuditFiltersResolver] })
export class AuditModule {
  constructor(database: Database) {
    database.setAuditSink(appendFacts);
  }
}
