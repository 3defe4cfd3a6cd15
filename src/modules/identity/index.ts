/** Why this file exists: the face of the identity module. */
export { beginLinkCheck } from './guessed-links.js';
export { tooManyAttempts } from './members.js';
export { enter, leave, type Entered } from './enter.js';
export {
  memberTable,
  sessionLimitTable,
  sessionTable,
  signInPolicyTable,
  type MemberRecord,
  type MemberState,
  type SessionId,
} from './identity.tables.js';
export { IdentityModule } from './identity.module.js';
export {
  addMember,
  hashPassword,
  memberByEmail,
  memberById,
  passwordFits,
  personOfMember,
  setPersonSource,
  type PersonSource,
} from './members.js';
export { MemberObject, memberLoader } from './identity.types.js';
export { IdentitySettings } from './settings.js';
export {
  endSessionsOf,
  findSession,
  forgetOldSessions,
  parseSessionValue,
  sessionWindow,
  touchSession,
  type SessionLimits,
  type SessionMember,
} from './sessions.js';
export { setPasswords, signInPolicyOf } from './sign-in-policy.js';
