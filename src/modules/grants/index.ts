/** Why this file exists: the face of the grants module. */
export {
  AUTHORIZATION_MATRIX,
  GRANTS,
  knownPermissions,
  matrixCells,
  scopesOf,
  type GrantName,
  type MatrixCell,
  type Resource,
} from './authorization-matrix.js';
export { grantTable, type GrantRecord } from './grant.table.js';
export { addGrant, grantsOf } from './grants.js';
export { GrantsModule } from './grants.module.js';
