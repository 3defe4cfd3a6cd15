/** Why this file exists: whoever has a claim to confirm is told that the own list may have changed. */
import type { AuditFact, Unit } from '../../../platform/database/index.js';
import type { Notice } from '../../../platform/live/index.js';

const CHANGES = new Set(['AssessmentProposed', 'AssessmentConfirmed', 'AssessmentRejected', 'AssessmentRevoked']);

/** The manager; for a claim that the manager made, the manager's own. As in the list of what waits for them. */
const REVIEWER = `
  select case when a.claimant_person_id = p.manager_id then m.manager_id else p.manager_id end as "personId" from assessment a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    left join person m on m.organisation_id = p.organisation_id and m.id = p.manager_id
   where a.organisation_id = $1 and a.id = $2 and a.source <> 'SELF'`;

export async function reviewNotices(unit: Unit, { type, entityId }: AuditFact): Promise<readonly Notice[]> {
  if (!CHANGES.has(type)) return [];
  const reviewer = await unit.one<{ personId: string | null }>(REVIEWER, [entityId]);
  return reviewer?.personId == null ? [] : [{ subject: `person:${reviewer.personId}`, kind: 'REVIEWS' }];
}
