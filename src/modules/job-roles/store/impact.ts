/** Why this file exists: a change of skills names the published job roles that ask for them. */
import { onImpact } from '../../frameworks/data.js';
import type { SkillKey } from '../../frameworks/index.js';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly skills: SkillKey[];
}

/** One entry per job role, over all its published versions, with the title of the newest of them. */
onImpact('job-roles', async (unit, skills) => {
  const rows = await unit.rows<Row>(
    `select j.id, (array_agg(v.title order by v.number desc))[1] as title, array_agg(distinct r.skill_key order by r.skill_key) as skills
       from job_role_requirement r
       join job_role_version v on v.organisation_id = r.organisation_id and v.id = r.job_role_version_id
       join job_role j on j.organisation_id = v.organisation_id and j.id = v.job_role_id
      where r.organisation_id = $1 and v.state = 'PUBLISHED' and r.skill_key = any($2::text[])
      group by j.id`,
    [skills],
  );
  return rows.map((row) => ({ kind: 'JOB_ROLE', ...row }));
});
