/** Why this file exists: the face of the audit module. */
export { auditEventTable, auditHeadTable, type AuditEventRecord } from './audit.tables.js';
export { AuditModule } from './audit.module.js';
export { appendFacts, verifyTrail, type TrailVerdict } from './trail.js';
