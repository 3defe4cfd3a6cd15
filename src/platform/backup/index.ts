/** Why this file exists: the face of backup and restore. */
export { BackupError } from './failure.js';
export { dump, type Dump } from './dump.js';
export type { ChainEnd, Header, Manifest } from './file.js';
export { inspect, refuseOtherLevel, type Inspected } from './inspect.js';
export { restore } from './restore.js';
