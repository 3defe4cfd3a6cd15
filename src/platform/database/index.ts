/** Why this file exists: the face of the database technique. */
export {
  APPLICATION_ROLE,
  Database,
  type AuditSink,
  type DatabaseOptions,
  type DatabaseState,
  type PoolLoad,
} from './database.js';
export { allTables, column, defineTable, nullable, type Table, type TableOf } from './table.js';
export { isStandIn, StandIns } from './stand-ins.js';
export { fingerprint, Unit, type AuditFact, type UnitScope, type Where } from './unit.js';
export { isUnavailable, problemOf, ServiceUnavailable } from './sqlstate.js';
export { draftMigration } from './draft.js';
export { fence, share, sqlMigration, type Migration } from './migration.js';
export { asOwner, drift, ensureRole, fences, migrate, MIGRATION_LOCK, unmigrate } from './migrator.js';
export { applyWithin, migrationName, undoWithin } from './levels.js';
