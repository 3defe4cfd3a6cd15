/** Why this file exists: the face of access control. */
export { may, reaches, type AccessScope, type Actor, type MemberId, type Permission, type PersonId } from './actor.js';
export { AnyMember, gatesOf, Open, opensToTokens, Requires, type Gate } from './gates.js';
export { guardSensitiveFields, Sensitive, sensitiveFields } from './sensitive.js';
