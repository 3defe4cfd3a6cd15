/** Why this file exists: the face of the demonstration organisation. */
export { ensureDemonstration } from './build.js';
export { foundOrganisation } from './found-organisation.js';
export { removeDemonstration } from './remove.js';
