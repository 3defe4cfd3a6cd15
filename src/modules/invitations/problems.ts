/** Why this file exists: what can go wrong with invitations, in words for whoever mends it. */
import { registerProblems } from '../../platform/problems/index.js';

registerProblems('invitations', {
  INVITATION_NOT_VALID: {
    kind: 'NotFound',
    meaning: 'The link of an invitation does not work, or no more; which of the two, and why, is told to nobody.',
    mend: 'The person asks whoever invited them for a new link.',
  },
  INVITATION_DAYS_WRONG: {
    kind: 'InvalidInput',
    meaning: 'An invitation works for 1 to 14 days.',
    mend: 'The administrator chooses a number in between.',
  },
  INVITATION_NAME_EMPTY: {
    kind: 'InvalidInput',
    meaning: 'An invitation has no name.',
    mend: 'The administrator enters the name of the person.',
  },
  INVITED_PERSON_NOT_FREE: {
    kind: 'RuleViolation',
    meaning: 'The person has a sign-in already, has left, or is the one who invites.',
    mend: 'The administrator looks at the person, and leaves the person out where nobody of the directory is meant.',
  },
  PASSWORD_TOO_WEAK: {
    kind: 'InvalidInput',
    meaning: 'A password needs 12 to 200 characters, 5 of them different, and more than the own name or address.',
    mend: 'The person chooses a longer one, such as four words that do not belong together.',
  },
});
