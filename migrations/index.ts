/** Why this file exists: all migrations in their order. */
import type { Migration } from '../src/platform/database/index.js';
import { Foundation } from './0001-foundation.js';
import { Frameworks } from './0002-frameworks.js';
import { JobRoles } from './0003-job-roles.js';
import { People } from './0004-people.js';
import { Candidates } from './0005-candidates.js';
import { Evaluations } from './0006-evaluations.js';
import { Matrices } from './0007-matrices.js';
import { Growth } from './0008-growth.js';
import { PublicPages } from './0009-public-pages.js';
import { TokensAndSessions } from './0010-tokens-and-sessions.js';
import { MentorDeclines } from './0012-mentor-declines.js';
import { SignOn } from './0013-sign-on.js';
import { Invitations } from './0014-invitations.js';
import { LeaversAndProvisioning } from './0015-leavers-and-provisioning.js';
import { BudgetsOfAMinute } from './0016-budgets.js';
import { TwoPersons } from './0017-two-persons.js';
import { BreakGlass } from './0018-break-glass.js';
import { Files } from './0019-files.js';
import { CountedAttempts } from './0020-counted-attempts.js';
import { Notices } from './0021-notices.js';

export const migrations: readonly Migration[] = [
  Foundation,
  Frameworks,
  JobRoles,
  People,
  Candidates,
  Evaluations,
  Matrices,
  Growth,
  PublicPages,
  TokensAndSessions,
  MentorDeclines,
  SignOn,
  Invitations,
  LeaversAndProvisioning,
  BudgetsOfAMinute,
  TwoPersons,
  BreakGlass,
  Files,
  CountedAttempts,
  Notices,
];
