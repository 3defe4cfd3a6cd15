/** Why this file exists: what leaders, administrators and auditors look at first. */
import type { ReactNode } from 'react';
import { list, number } from '../app/format.js';
import type { HomeQuery } from '../gql/graphql.js';
import { Go } from '../ui/go.js';
import styles from './home.module.css';
import { useHomeTexts } from './home.texts.js';

type Matrix = NonNullable<HomeQuery['skillsMatrix']>;
const FIRST = 6;

/** Skills that hang on one person: the first thing that breaks when somebody leaves. */
export function HomeSkills({ of }: { readonly of: Matrix }): ReactNode {
  const t = useHomeTexts();
  const { singlePoints } = of;
  const line = ({ skillKey, personId, level }: Matrix['singlePoints'][number]): string =>
    t('singleLine', {
      skill: of.skillNames[of.skillKeys.indexOf(skillKey)] ?? skillKey,
      name: of.personNames[of.personIds.indexOf(personId)] ?? '',
      level,
    });
  return (
    <section className="section" aria-labelledby="home-skills">
      <div className="section-head">
        <h2 id="home-skills">{t('skillsTitle')}</h2>
        <span className="muted">{t('skillsLead', { count: of.peopleCount })}</span>
        <Go to="/matrix">{t('openMatrix')}</Go>
      </div>
      {singlePoints.length === 0 ? (
        <p className="muted">{t('singleNone')}</p>
      ) : (
        <>
          <h3>{t('singleTitle', { count: singlePoints.length })}</h3>
          <ul className={styles.points}>
            {singlePoints.slice(0, FIRST).map((one) => (
              <li key={`${one.skillKey}${one.personId}`}>{line(one)}</li>
            ))}
          </ul>
          <p>
            <Go to="/matrix?tab=coverage">{t('openSingles')}</Go>
          </p>
        </>
      )}
    </section>
  );
}

export function HomeAdministration({ data }: { readonly data: HomeQuery }): ReactNode {
  const t = useHomeTexts();
  const members = data.members?.nodes ?? [];
  const idle = members.filter((one) => one.grants?.length === 0);
  const drafts = (data.frameworkVersions?.nodes ?? []).filter((one) => one.state === 'DRAFT').length;
  const people = number(data.people?.totalCount ?? 0);
  return (
    <section className="section" aria-labelledby="home-administration">
      <h2 id="home-administration">{t('administration')}</h2>
      <p>{t('adminLead', { people, members: number(data.members?.totalCount ?? members.length) })}</p>
      {idle.length === 0 ? null : (
        <p>{t('adminIdle', { count: idle.length, names: list(idle.slice(0, FIRST).map((one) => one.displayName)) })}</p>
      )}
      {drafts === 0 ? null : <p>{t('adminDrafts', { count: drafts })}</p>}
      <p className={styles.links}>
        <Go to="/people">{t('openPeople')}</Go>
        <Go to="/library">{t('openLibrary')}</Go>
      </p>
    </section>
  );
}

export function HomeAudit({ count }: { readonly count: number }): ReactNode {
  const t = useHomeTexts();
  return (
    <section className="section" aria-labelledby="home-audit">
      <h2 id="home-audit">{t('audit')}</h2>
      <p>{t('auditLead', { count })}</p>
      <p className={styles.links}>
        <Go to="/audit">{t('openAudit')}</Go>
      </p>
    </section>
  );
}
