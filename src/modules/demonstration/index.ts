/** Why this file exists: the face of the demonstration organisation. */
import type { Database } from '../../platform/database/index.js';
export { foundOrganisation } from './found-organisation.js';
export { removeDemonstration } from './remove.js';

/** Creates the demonstration organisation unless it is there. */
export function ensureDemonstration(_database: Database): Promise<void> {
  return Promise.resolve();
}
