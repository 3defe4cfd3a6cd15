/** Why this file exists: the refusal codes of people. */
import { registerProblems } from '../../platform/problems/index.js';

const rule = (meaning: string, mend: string) => ({ kind: 'RuleViolation', meaning, mend }) as const;

export const peopleProblems = registerProblems('people', {
  TEAM_NAME_TAKEN: {
    kind: 'AlreadyExists',
    meaning: 'Another team has this name.',
    mend: 'The administrator uses that team, or chooses another name.',
  },
  MEMBER_LINKED_ALREADY: {
    kind: 'AlreadyExists',
    meaning: 'The member is linked to another person.',
    mend: 'The administrator unlinks that person first, or names the right member.',
  },
  REPORTING_CIRCLE: rule(
    'People would report to one another in a circle; its members are named.',
    'The administrator changes one of the lines in the circle first.',
  ),
  PERSON_JOB_ROLE_NOT_PUBLISHED: rule(
    'The job role version is a draft or retired.',
    'The editor publishes it, or the administrator names a published version.',
  ),
  MANAGER_HAS_LEFT: rule('Nobody can report to somebody who has left.', 'The administrator names another manager.'),
  NOT_YOUR_OWN_LINK: {
    kind: 'NotAllowed',
    meaning: 'Nobody links their own sign-in to a person: it opens what that person may see.',
    mend: 'Another administrator links it.',
  },
  EMPLOYMENT_ENDED: rule('The person has left already.', 'Nothing needs to be done.'),
  LEFT_BEFORE_START: {
    kind: 'InvalidInput',
    meaning: 'The employment would end before it started.',
    mend: 'The administrator corrects the day.',
  },
});
