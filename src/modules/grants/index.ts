/** Why this file exists: the face of the grants module. */
export { oneAfterTheOther } from './administrators.js';
export { TokenSources } from './api-token-source.js';
export { apiTokenTable, apiTokenUseTable, type ApiTokenId } from './api-token.tables.js';
export { apiTokenLoader, provisioningTokens } from './api-tokens.js';
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
export { seesGrantsOf } from './grants.resolver.js';
export { Grant } from './grants.types.js';
export { groupGrantsLoader, groupList, groupLoader, setGroupGrants } from './group-ties.js';
export { reactivateMember, takeOut } from './leavers.js';
export {
  memberGroupGrantTable,
  memberGroupSeatTable,
  memberGroupTable,
  type MemberGroupId,
  type MemberGroupRecord,
} from './member-group.tables.js';
export {
  addGroup,
  changeGroup,
  holdGroup,
  leaveAllGroups,
  removeGroup,
  unknownMembers,
  type GroupNames,
  type SeatChanges,
} from './member-groups.js';
export { appointAdministrator } from './appoint.js';
export { grantRequestTable } from './grant-request.table.js';
export { addGrant, giveOrAsk, grantsOf } from './grants.js';
export { countActive, membersAsActors, type HeldGrant, type MemberAsActor } from './members-as-actors.js';
export { MANAGES_MEMBERS, TOKEN_MATRIX, tokenPermissions } from './token-permissions.js';
export { GrantsModule } from './grants.module.js';
