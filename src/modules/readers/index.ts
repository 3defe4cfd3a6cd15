/** Why this file exists: the face of the readers module, and its wiring. */
import { Module } from '@nestjs/common';
import { RecordReaderFields, WhoCanSeeResolver } from './readers.resolver.js';

@Module({ providers: [WhoCanSeeResolver, RecordReaderFields] })
export class ReadersModule {}
