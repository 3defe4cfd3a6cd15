/** Why this file exists: where the files of this installation lie, from its settings. */
import { join, resolve } from 'node:path';
import type { Config } from './platform/config/index.js';
import { DiskStorage, S3Storage, Spool, type FileStorage } from './platform/files/index.js';

/** The storage of the settings; a client for buckets is loaded only when one is named. */
export function openStorage({ files, dataDir }: Config, project: string): FileStorage | Promise<FileStorage> {
  if (files.bucket !== null) return S3Storage.open(files.bucket);
  return new DiskStorage(resolve(project, files.folder ?? join(dataDir, 'files')));
}

/** Where files stay while they are looked at. */
export const openSpool = ({ dataDir }: Config, project: string): Spool => new Spool(resolve(project, dataDir, 'spool'));
