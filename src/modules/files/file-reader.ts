/** Why this file exists: who may read a file is known by whoever uses it, further right; it is asked anew each time. */
import { may } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import type { StoredFileRecord } from './file.tables.js';

/** Whether the actor of the unit may read a file that a record uses or used. */
type FileReader = (unit: Unit, file: StoredFileRecord) => Promise<boolean>;

let reader: FileReader = () => Promise.resolve(false);
/** Set by the module whose records use files; without it nobody reads any. */
export const setFileReader = (given: FileReader): void => {
  reader = given;
};

/** Whether the actor may read a file at this moment. One that waits is read by whoever sent it in. */
export async function mayRead(unit: Unit, file: StoredFileRecord): Promise<boolean> {
  if (!may(unit.actor, 'evidence-file:read')) return false;
  return file.state === 'WAITING' ? file.uploadedBy === unit.actor?.memberId : reader(unit, file);
}
