/** Why this file exists: the face of the audit module. */
export { auditEventTable, auditHeadTable, type AuditEventRecord } from './audit.tables.js';
export { AuditModule } from './audit.module.js';
export { appendFacts, unitQuery, verifyTrail, walkTrail, type TrailQuery, type TrailVerdict } from './trail.js';
export { GENESIS } from './chain.js';
export { keyIdOf, readHeads, signHead, type BadHead, type Head, type SignedHead } from './heads.js';
export { makeHeadKey, publicPem, readPrivateKey, readPublicKey } from './head-key.js';
export { appendHeads, exportTrail, HEADS_FILE, verifyTrailFile } from './outside.js';
export { TrailFileWalk, trailLine, type TrailFileVerdict } from './trail-file.js';
