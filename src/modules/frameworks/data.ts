/** Why this file exists: the face of the frameworks module for what works with stored records. */
export {
  frameworkVersionTable,
  libraryReleaseTable,
  skillTable,
  type FrameworkState,
  type FrameworkVersionRecord,
  type LibraryReleaseRecord,
} from './store/framework.tables.js';
export {
  currentFramework,
  currentFrameworkId,
  frameworkVersion,
  releaseIn,
  releaseIsStored,
  storeRelease,
  type FrameworkVersion,
} from './store/framework.store.js';
export { onAdoption, onImpact, type Adoption, type Impact } from './extension-points.js';
export { adoptLibrary } from './commands/adopt-library.js';
export { forkFramework, putSkill } from './commands/edit-draft.js';
export { libraryHash, readLibrary } from './library/read-library.js';
export { summariseLibrary } from './library/summarise-library.js';
export type { Library } from './library/library.js';
export type * from './library/library-job-role.js';
export type * from './library/library-kit.js';
export type * from './library/library-clarity.js';
export type * from './library/library-initiative.js';
