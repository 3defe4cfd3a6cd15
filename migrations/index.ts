/** Why this file exists: all migrations in their order. */
import type { Migration } from '../src/platform/database/index.js';
import { Foundation } from './0001-foundation.js';
import { Frameworks } from './0002-frameworks.js';

export const migrations: readonly Migration[] = [Foundation, Frameworks];
