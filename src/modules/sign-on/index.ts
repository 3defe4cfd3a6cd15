/** Why this file exists: the face of the sign-on module. */
import './problems.js';

export { enterBySignOn, type Guest } from './arrivals.js';
export { ATTEMPT_SECONDS, forgetOldAttempts } from './attempts.js';
export { begin, type Begun } from './begin.js';
export { link } from './links.js';
export { SignOnRefused } from './openid.js';
export { providerOf } from './provider-settings.js';
export { problemOf } from './refusals.js';
export { setInvitationDoor } from './return.js';
export { SignOnSettings } from './settings.js';
export { SignOnModule } from './sign-on.module.js';
export {
  attemptTable,
  claimedDomainTable,
  identityTable,
  linkRequestTable,
  mailDomainTable,
  providerTable,
} from './sign-on.tables.js';
export { publishedTxt, type TxtSource } from './txt-records.js';
