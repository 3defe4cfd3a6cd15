/** Why this file exists: what can go wrong with single sign-on, in words for whoever mends it. */
import { registerProblems } from '../../platform/problems/index.js';

registerProblems('sign-on', {
  SIGN_ON_FAILED: {
    kind: 'RuleViolation',
    meaning:
      'The sign-in by the provider did not hold: it was not begun in this browser, came too late, or the provider’s answer is not valid.',
    mend: 'The person begins anew; an administrator finds the reason in the audit trail.',
  },
  SIGN_ON_UNAVAILABLE: {
    kind: 'RuleViolation',
    meaning: 'The provider cannot be reached, or answers with an error of its own. Sessions that are open stay open.',
    mend: 'The person tries again later; the administrator asks those who run the provider.',
  },
  SIGN_ON_CANCELLED: {
    kind: 'RuleViolation',
    meaning: 'The provider let the person not in, or they went back.',
    mend: 'The person begins anew, or asks those who run the provider.',
  },
  SIGN_ON_NOT_LINKED: {
    kind: 'RuleViolation',
    meaning: 'The account of the provider belongs to no active member of the organisation.',
    mend: 'The person signs in with the password and connects it under Account, or an administrator connects or invites them.',
  },
  SIGN_ON_NOT_CONFIGURED: {
    kind: 'RuleViolation',
    meaning: 'The organisation has no provider of single sign-on.',
    mend: 'An administrator names one.',
  },
  SIGN_ON_TOO_MANY: {
    kind: 'RuleViolation',
    meaning: 'Too many sign-ins were begun from one address within a minute.',
    mend: 'The person waits a minute.',
  },
  SIGN_ON_ISSUER_WRONG: {
    kind: 'InvalidInput',
    meaning: 'The issuer is no https address of the public internet, or carries more than host and path.',
    mend: 'The administrator copies the issuer from the provider, letter by letter.',
  },
  SIGN_ON_PROVIDER_UNUSABLE: {
    kind: 'InvalidInput',
    meaning: 'At the issuer there is no description of a provider with exactly this issuer that the product can use.',
    mend: 'The administrator compares the issuer with the provider’s own description, also its last character.',
  },
  SIGN_ON_SECRET_MISSING: {
    kind: 'InvalidInput',
    meaning: 'A provider needs a client secret; it is kept from before only for the same issuer and client.',
    mend: 'The administrator enters the client secret.',
  },
  SIGN_ON_ADDRESS_MISSING: {
    kind: 'RuleViolation',
    meaning: 'The server does not know under which address browsers reach it.',
    mend: 'The operator sets TWINLADDER_ADDRESS.',
  },
  SIGN_ON_ACCOUNT_LINKED: {
    kind: 'AlreadyExists',
    meaning: 'The account of the provider belongs to another member.',
    mend: 'An administrator disconnects it there first.',
  },
  SIGN_ON_MEMBER_LINKED: {
    kind: 'AlreadyExists',
    meaning: 'The member is connected with another account of the provider.',
    mend: 'An administrator disconnects that one first.',
  },
  MAIL_DOMAIN_WRONG: {
    kind: 'InvalidInput',
    meaning: 'The text is no domain that people could have mail addresses in.',
    mend: 'The administrator writes it as it stands after the @, such as acme.example.',
  },
  MAIL_DOMAIN_NOT_PROVED: {
    kind: 'RuleViolation',
    meaning: 'The record that proves the domain was not found in the domain name system.',
    mend: 'Whoever runs the domain publishes the record; then the administrator checks again, some minutes later.',
  },
  MAIL_DOMAIN_NOT_FREE: {
    kind: 'RuleViolation',
    meaning: 'The domain cannot be used by this organisation, although the proof was found.',
    mend: 'The administrator asks the operator of the installation.',
  },
  TOO_MANY_MAIL_DOMAINS: {
    kind: 'RuleViolation',
    meaning: 'The organisation has as many mail domains as it may have.',
    mend: 'The administrator removes one that nobody needs.',
  },
  PASSWORDS_NEED_SIGN_ON: {
    kind: 'RuleViolation',
    meaning:
      'Passwords are switched off only by somebody who is signed in by the provider, so that nobody is locked out.',
    mend: 'The administrator connects the own account, signs in by it, and switches passwords off then.',
  },
  PASSWORDS_ARE_OFF: {
    kind: 'RuleViolation',
    meaning: 'While passwords are off, the provider is the only way in and stays as it is.',
    mend: 'The administrator switches passwords on first.',
  },
});
