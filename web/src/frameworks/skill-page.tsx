/** Why this file exists: one skill: what it is, what each level looks like, what it rests on, who asks for it. */
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Rungs } from '../ui/rungs.js';
import { Affinity } from './affinity.js';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';
import { SkillJobRoles } from './skill-job-roles.js';
import { SkillReferences } from './skill-references.js';

const SkillQuery = graphql(`
  query SkillPage($key: String!, $version: ID, $jobRoles: Boolean!) {
    frameworkVersion(id: $version) {
      id
      number
      state
      skill(key: $key) {
        id
        name
        definition
        affinityResearch
        affinityProduction
        category {
          key
          name
        }
        references
        ...SkillLevels
      }
      skills {
        id
        key
        name
        prerequisites {
          skillKey
          skillName
          minLevel
          fromLevel
        }
      }
    }
    libraryRelease {
      id
      references {
        ...LibraryReferenceRow
      }
    }
    jobRoles(first: 100, filter: { state: PUBLISHED }) @include(if: $jobRoles) {
      nodes {
        id
        ...JobRoleAsking
      }
    }
  }
`);

const SkillLevels = graphql(`
  fragment SkillLevels on Skill {
    id
    levels {
      level
      name
      indicators
    }
  }
`);

export function SkillPage(): ReactNode {
  const t = useFrameworksTexts();
  const { may } = useSession();
  const { skillKey } = useParams({ from: '/library/skills/$skillKey' });
  const search = useSearch({ from: '/library/skills/$skillKey' });
  const navigate = useNavigate({ from: '/library/skills/$skillKey' });
  const read = useRead(SkillQuery, {
    key: skillKey,
    version: search.version ?? null,
    jobRoles: may('job-role:read'),
  });
  return (
    <Loadable of={read}>
      {({ frameworkVersion: version, libraryRelease, jobRoles }) => {
        const skill = version?.skill;
        if (version == null || skill == null) return <Missing />;
        const suffix = search.version === undefined ? '' : `?version=${search.version}`;
        return (
          <Page
            title={skill.name}
            crumbs={[{ label: t('title'), to: '/library' }, { label: skill.category.name }]}
            lead={skill.definition}
          >
            {search.version === undefined ? null : (
              <p className="banner info">
                <span>{t('notCurrent', { number: version.number, state: t(`state_${version.state}`) })}</span>
                <Go to={`/library/versions/${version.id}`}>{t('toVersion')}</Go>
              </p>
            )}
            <div className={styles.columns}>
              <div>
                <Levels skill={skill} />
                {jobRoles === undefined ? null : (
                  <SkillJobRoles skillKey={skillKey} name={skill.name} jobRoles={jobRoles.nodes} />
                )}
              </div>
              <div>
                <section className="section" aria-labelledby="skill-affinity">
                  <h2 id="skill-affinity">{t('affinity')}</h2>
                  <p className="muted">{t('affinityLead')}</p>
                  <div className={styles.axes}>
                    <div>
                      {t('research')}
                      <Affinity axis="research" share={skill.affinityResearch} />
                    </div>
                    <div>
                      {t('production')}
                      <Affinity axis="production" share={skill.affinityProduction} />
                    </div>
                  </div>
                </section>
                <Prerequisites skillKey={skillKey} skills={version.skills} suffix={suffix} />
                <SkillReferences
                  codes={skill.references}
                  known={libraryRelease?.references ?? []}
                  jurisdiction={search.jurisdiction}
                  onJurisdiction={(jurisdiction) =>
                    void navigate({ search: (known) => ({ ...known, jurisdiction }), replace: true })
                  }
                />
              </div>
            </div>
          </Page>
        );
      }}
    </Loadable>
  );
}

function Levels({ skill }: { readonly skill: FragmentType<typeof SkillLevels> }): ReactNode {
  const t = useFrameworksTexts();
  const { levels } = readFragment(SkillLevels, skill);
  return (
    <section className="section" aria-labelledby="skill-levels">
      <h2 id="skill-levels">{t('levels')}</h2>
      <p className="muted" style={{ marginBottom: 8 }}>
        {t('levelsLead')}
      </p>
      <ol className={styles.levels}>
        {levels.map((l) => (
          <li key={l.level}>
            <h3>
              <span className="num">{l.level}</span>
              <Rungs level={l.level} />
              {l.name}
            </h3>
            <ul>
              {l.indicators.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface LinkedSkill {
  readonly key: string;
  readonly name: string;
  readonly prerequisites: readonly {
    readonly skillKey: string;
    readonly skillName: string;
    readonly minLevel: number;
    readonly fromLevel: number;
  }[];
}

interface PrerequisitesProps {
  readonly skillKey: string;
  readonly skills: readonly LinkedSkill[];
  /** Keeps the reader in the version they look at. */
  readonly suffix: string;
}

/** What the skill rests on, and what rests on it. */
function Prerequisites({ skillKey, skills, suffix }: PrerequisitesProps): ReactNode {
  const t = useFrameworksTexts();
  const own = skills.find((s) => s.key === skillKey)?.prerequisites ?? [];
  const waiting = skills.flatMap((s) =>
    s.prerequisites.filter((p) => p.skillKey === skillKey).map((p) => ({ ...p, key: s.key, name: s.name })),
  );
  return (
    <>
      <section className="section" aria-labelledby="skill-needs">
        <h2 id="skill-needs">{t('prerequisites')}</h2>
        {own.length === 0 ? <p className="muted">{t('noPrerequisites')}</p> : null}
        <ul className={styles.plain}>
          {own.map((p) => (
            <li key={`${p.skillKey}${p.fromLevel}`}>
              <Go to={`/library/skills/${p.skillKey}${suffix}`}>{p.skillName}</Go>
              <span className="muted">, {t('prerequisiteLine', { min: p.minLevel, from: p.fromLevel })}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="skill-unlocks">
        <h2 id="skill-unlocks">{t('unlocks')}</h2>
        {waiting.length === 0 ? <p className="muted">{t('noUnlocks')}</p> : null}
        <ul className={styles.plain}>
          {waiting.map((p) => (
            <li key={`${p.key}${p.fromLevel}`}>
              <Go to={`/library/skills/${p.key}${suffix}`}>{p.name}</Go>
              <span className="muted">, {t('unlocksLine', { min: p.minLevel, from: p.fromLevel })}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
