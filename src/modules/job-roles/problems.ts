/** Why this file exists: the refusal codes of job roles. */
import { registerProblems } from '../../platform/problems/index.js';

const rule = (meaning: string, mend: string) => ({ kind: 'RuleViolation', meaning, mend }) as const;

export const jobRoleProblems = registerProblems('job-roles', {
  JOB_ROLE_KEY_TAKEN: {
    kind: 'AlreadyExists',
    meaning: 'Another job role has this key.',
    mend: 'The editor drafts a new version of that job role, or chooses another key.',
  },
  JOB_ROLE_DRAFT_EXISTS: {
    kind: 'AlreadyExists',
    meaning: 'A job role has one draft at a time.',
    mend: 'The editor edits the existing draft.',
  },
  JOB_ROLE_RACE: rule('Somebody else made a version at the same moment.', 'The editor tries again.'),
  JOB_ROLE_NOT_A_DRAFT: rule('Published versions never change.', 'The editor drafts a new version and edits that.'),
  JOB_ROLE_NOT_PUBLISHED: rule('Only a published version can be retired.', 'The editor publishes it first.'),
  JOB_ROLE_OFF_TRACK: rule(
    'A job role and its ladder belong to different tracks.',
    'The editor names a ladder of the same track, or none.',
  ),
  JOB_ROLE_ASKS_NOTHING: rule('A job role without requirements cannot be published.', 'The editor adds requirements.'),
  FRAMEWORK_NOT_PUBLISHED: rule(
    'The framework version that a job role stands on is not published.',
    'The editor publishes it, or moves the draft to a published one.',
  ),
});
