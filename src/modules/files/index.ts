/** Why this file exists: the face of the files module. */
export { openFileDoors } from './doors.js';
export { LINK_SECONDS, makeLink } from './file-link.js';
export { mayRead, setFileReader } from './file-reader.js';
export { looseFileTable, storedFileTable, type FileId, type FileState, type StoredFileRecord } from './file.tables.js';
export { tidyFiles } from './file-upkeep.js';
export { fileById, holdFiles, removeFile, withdrawFile } from './files.js';
export type { FileDoors } from './settings.js';
