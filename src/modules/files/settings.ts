/** Why this file exists: what the doors of files need to know of the server they stand in. */
import type { Database } from '../../platform/database/index.js';
import type { FileStorage, Spool } from '../../platform/files/index.js';
import type { FaultLog, Spending } from '../../platform/graphql/index.js';
import type { Telemetry } from '../../platform/telemetry/index.js';
import type { FileLimits } from './files.js';

export interface FileDoors {
  readonly database: Database;
  readonly storage: FileStorage;
  readonly spool: Spool;
  readonly limits: FileLimits & { readonly mostBytes: number };
  readonly spending: Spending;
  readonly production: boolean;
  readonly telemetry: Telemetry;
  readonly log: FaultLog;
}

/** Units of a budget that a file costs beside its content. */
const UNITS = 2_000;
/** What a file of this size is charged: as much as some queries. */
export const unitsOf = (bytes: number): number => UNITS + Math.ceil(bytes / 1_024);
