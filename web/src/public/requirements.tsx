/** Why this file exists: what will be assessed, for visitors and applicants alike: must-haves first, each level with what it looks like. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { PublicRequirementFragment } from '../gql/graphql.js';
import { Rungs } from '../ui/rungs.js';
import { usePublicTexts } from './public.texts.js';
import styles from './public.module.css';

export const PublicRequirement = graphql(`
  fragment PublicRequirement on AdvertRequirement {
    skillName
    level
    levelName
    isMustHave
    indicators
  }
`);
type Ref = FragmentType<typeof PublicRequirement>;

type Requirement = PublicRequirementFragment;

export function Requirements({ of }: { readonly of: readonly Ref[] }): ReactNode {
  const t = usePublicTexts();
  const all = readFragment(PublicRequirement, of);
  if (all.length === 0) return null;
  const mustHaves = all.filter((one) => one.isMustHave);
  const further = all.filter((one) => !one.isMustHave);
  return (
    <section className={styles.section} aria-labelledby="assessed">
      <h2 id="assessed">{t('assessed')}</h2>
      <p className={styles.lead}>{t('assessedLead')}</p>
      {mustHaves.length === 0 ? null : (
        <>
          <h3 className={styles.group}>{t('mustHaves', { count: mustHaves.length })}</h3>
          <Skills of={mustHaves} />
        </>
      )}
      {further.length === 0 ? null : (
        <details className={styles.further} open={mustHaves.length === 0}>
          <summary>{t('further', { count: further.length })}</summary>
          <Skills of={further} />
        </details>
      )}
    </section>
  );
}

function Skills({ of }: { readonly of: readonly Requirement[] }): ReactNode {
  return (
    <ul className={styles.skills}>
      {of.map((one) => (
        <li key={one.skillName}>
          {one.indicators.length === 0 ? (
            <div className={styles.row}>
              <SkillRow of={one} />
            </div>
          ) : (
            <details>
              <summary className={styles.row}>
                <SkillRow of={one} />
              </summary>
              <ul className={styles.looks}>
                {one.indicators.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function SkillRow({ of: one }: { readonly of: Requirement }): ReactNode {
  const t = usePublicTexts();
  return (
    <>
      <span className={styles.skill}>{one.skillName}</span>
      <span className={styles.level}>
        <Rungs level={one.level} />
        <span className="num">{t('levelOf', { level: one.level, name: one.levelName })}</span>
      </span>
    </>
  );
}
