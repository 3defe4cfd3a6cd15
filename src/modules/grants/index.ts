/** Why this file exists: the face of the grants module. */
export { apiTokenTable, apiTokenUseTable } from './api-token.tables.js';
export { apiTokenLoader } from './api-tokens.js';
export { ApiTokenObject } from './api-tokens.types.js';
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
export { TOKEN_MATRIX, tokenPermissions } from './token-permissions.js';
export { Grant } from './grants.types.js';
export { GrantsModule } from './grants.module.js';
