/** Why this file exists: the face of backup and restore. */
export { BackupError } from './failure.js';
export { dump, type Dump } from './dump.js';
export type { BackedFile, FileSource } from './files.js';
export type { ChainEnd, FilesContent, Header, Manifest } from './lines.js';
export { inspect, refuseOtherLevel, type Inspected } from './inspect.js';
export { restore } from './restore.js';
