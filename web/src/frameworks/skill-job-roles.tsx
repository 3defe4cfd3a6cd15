/** Why this file exists: which published job roles ask for a skill, and at which level. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Go } from '../ui/go.js';
import { Rungs } from '../ui/rungs.js';
import { useFrameworksTexts } from './frameworks.texts.js';

const JobRoleAsking = graphql(`
  fragment JobRoleAsking on JobRole {
    id
    track
    rung
    currentVersion {
      id
      title
      requirements {
        skillKey
        level
        weight
        isMustHave
      }
    }
  }
`);

interface SkillJobRolesProps {
  readonly skillKey: string;
  readonly name: string;
  readonly jobRoles: readonly FragmentType<typeof JobRoleAsking>[];
}

export function SkillJobRoles({ skillKey, name, jobRoles }: SkillJobRolesProps): ReactNode {
  const t = useFrameworksTexts();
  const asking = readFragment(JobRoleAsking, jobRoles)
    .flatMap((jobRole) => {
      const version = jobRole.currentVersion;
      const requirement = version?.requirements.find((r) => r.skillKey === skillKey);
      return version == null || requirement === undefined
        ? []
        : [{ id: jobRole.id, title: version.title, requirement }];
    })
    .sort((a, b) => b.requirement.level - a.requirement.level || a.title.localeCompare(b.title));
  return (
    <section className="section" aria-labelledby="skill-job-roles">
      <h2 id="skill-job-roles">{t('jobRoles')}</h2>
      <p className="muted">{t(asking.length === 0 ? 'noJobRoles' : 'jobRolesLead')}</p>
      {asking.length === 0 ? null : (
        <div className="table-scroll" role="region" aria-label={t('jobRolesTable', { skill: name })} tabIndex={0}>
          <table className="table" style={{ minWidth: 420 }}>
            <thead>
              <tr>
                <th scope="col">{t('jobRole')}</th>
                <th scope="col">{t('level')}</th>
                <th scope="col">{t('importance')}</th>
              </tr>
            </thead>
            <tbody>
              {asking.map(({ id, title, requirement }) => (
                <tr key={id}>
                  <th scope="row">
                    <Go to={`/job-roles/${id}`} className="row-link">
                      {title}
                    </Go>
                  </th>
                  <td>
                    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
                      <span className="num">{requirement.level}</span>
                      <Rungs level={requirement.level} />
                    </span>
                  </td>
                  <td>
                    {requirement.isMustHave ? (
                      <span className="pill ok">{t('mustHave')}</span>
                    ) : (
                      <span className="muted">{t('niceToHave')}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
