/** Why this file exists: an organisation always keeps somebody who can administer it, whatever two changes at once would leave. */
import type { Unit } from '../../platform/database/index.js';
import type { Problem } from '../../platform/outcome/index.js';
import { registerProblems } from '../../platform/problems/index.js';

export const administratorProblems = registerProblems('grants', {
  ADMINISTRATORS_ENOUGH: {
    kind: 'RuleViolation',
    meaning: 'Two members administer the organisation, who can approve for each other.',
    mend: 'An administrator asks for the grant, and another one approves it.',
  },
  LAST_ADMINISTRATOR: {
    kind: 'RuleViolation',
    meaning: 'Without this grant, or without this member, nobody could administer the organisation.',
    mend: 'The administrator gives the grant to somebody else first.',
  },
});

/** Makes changes that take rights away in one organisation follow each other; asked for before the first of them is written. */
export async function oneAfterTheOther(unit: Unit): Promise<void> {
  await unit.rows(`select pg_advisory_xact_lock(hashtextextended('administrators/' || $1::uuid::text, 0))`);
}

/** The refusal of a change that was written and left nobody to administer the organisation for good, or `null`: a grant that ends by itself is no help. */
export async function lastAdministratorProblem(unit: Unit, field?: string): Promise<Problem | null> {
  const left = await unit.one(
    `select 1 from member_grant g join member m on m.organisation_id = g.organisation_id and m.id = g.member_id
      where g.organisation_id = $1 and g.grant_name = 'ORGANISATION_ADMIN' and g.ended_at is null
        and g.expires_at is null and m.state = 'ACTIVE' limit 1`,
  );
  if (left !== null) return null;
  const message = 'This is the last administrator. Give the grant to somebody else first.';
  return { code: 'LAST_ADMINISTRATOR', message, ...(field === undefined ? {} : { field }) };
}
