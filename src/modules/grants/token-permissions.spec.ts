/** Why this file exists: every permission there is, and whether an API token may carry it. */
import { knownPermissions } from './authorization-matrix.js';
import { tokenPermissions } from './token-permissions.js';

/** What takes somebody who is there: judging, deciding, signing, publishing, giving rights, handling tokens, being oneself. */
const NEVER: readonly RegExp[] = [
  /:(submit|approve)$/,
  /^(grant|organisation|api-token):(create|update|archive)$/,
  /^api-token:/,
  /^(scorecard|debrief|decision|self-assessment|assessment|growth-plan):(create|update)$/,
  /demographic/,
];

describe('an API token', () => {
  const allowed = tokenPermissions();

  it.each([...knownPermissions()].sort())('is told for %s whether it may carry it', (permission) => {
    const isNever = NEVER.some((pattern) => pattern.test(permission));
    if (isNever) expect(allowed.has(permission)).toBe(false);
    else expect([permission, allowed.has(permission)]).toEqual([permission, CLOSED_FOR_NOW[permission] === undefined]);
  });

  it('carries nothing that no grant gives', () => {
    const known = knownPermissions();
    expect([...allowed].filter((permission) => !known.has(permission))).toEqual([]);
  });

  it('carries something, or every test above would hold for nothing', () => {
    expect(allowed.size).toBeGreaterThan(20);
  });
});

/** Left to people because it is rare and hard to take back, not because a token could never do it. */
const CLOSED_FOR_NOW: Readonly<Record<string, string>> = {
  'directory:archive': 'ends what others build on',
  'framework:create': 'the skill library is edited by people',
  'framework:update': 'the skill library is edited by people',
  'framework:archive': 'the skill library is edited by people',
  'job-role:archive': 'ends what others build on',
  'requisition:archive': 'ends what others build on',
  'interview-kit:create': 'kits are written by people',
  'interview-kit:update': 'kits are written by people',
  'interview-kit:archive': 'kits are written by people',
  'break-glass:create': 'somebody answers for having opened what is closed',
  'break-glass:read': 'tells people that something of theirs was opened',
  'break-glass:archive': 'ended by those who see it',
  'evidence-file:read': 'the matrix lets integrations send files, not open them',
  'evidence-file:archive': 'evidence is withdrawn by people, who say why',
  'record-reader:read': 'says who sees what, and is asked by people',
};
