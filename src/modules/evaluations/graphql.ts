/** Why this file exists: the face of the evaluations module for the API of other modules, and its wiring. */
import './data.js';
import { Module } from '@nestjs/common';

@Module({ providers: [] })
export class EvaluationsModule {}
