/** Why this file exists: a change of a skill touches the running growth plans that work on it. */
import type { Unit } from '../../../platform/database/index.js';
import { onImpact, type Impact } from '../../frameworks/data.js';
import type { SkillKey } from '../../frameworks/index.js';

/** Open plans with an unsettled goal of these skills. The title says where to, not who: the impact of a version is read by everybody. */
async function plansTouchedBy(unit: Unit, skills: readonly SkillKey[]): Promise<readonly Impact[]> {
  const rows = await unit.rows<Omit<Impact, 'kind'>>(
    `select p.id, 'A growth plan towards ' || v.title as title, json_agg(g.skill_key order by g.skill_key) as skills
       from growth_plan p
       join job_role_version v on v.organisation_id = p.organisation_id and v.id = p.target_job_role_version_id
       join growth_goal g on g.organisation_id = p.organisation_id and g.plan_id = p.id
      where p.organisation_id = $1 and p.state in ('DRAFT', 'ACTIVE', 'PAUSED') and g.skill_key = any($2::text[])
        and g.state in ('PLANNED', 'ACTIVE', 'IN_REVIEW') group by p.id, v.title`,
    [skills],
  );
  return rows.map((row) => ({ kind: 'GROWTH_PLAN', ...row }));
}

onImpact('growth', plansTouchedBy);
