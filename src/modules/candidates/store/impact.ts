/** Why this file exists: a change of skills names the requisitions that ask for them now. */
import { onImpact } from '../../frameworks/data.js';
import type { SkillKey } from '../../frameworks/index.js';
import { requisitionsWithin } from '../queries/reach.js';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly skills: SkillKey[];
}

/** Open requisitions and those on hold, as far as the actor may see them. */
onImpact('candidates', async (unit, skills) => {
  const { where, values } = await requisitionsWithin(unit, 'requisition:read', 3);
  const rows = await unit.rows<Row>(
    `select q.id, q.title, array_agg(r.skill_key order by r.skill_key) as skills
       from requisition q join requisition_requirement r on r.organisation_id = q.organisation_id and r.requisition_id = q.id
      where q.organisation_id = $1 and q.state in ('OPEN', 'ON_HOLD') and r.skill_key = any($2::text[]) and ${where} group by q.id, q.title`,
    [skills, ...values],
  );
  return rows.map((row) => ({ kind: 'REQUISITION', ...row }));
});
