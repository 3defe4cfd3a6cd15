/** Why this file exists: who reports to a person, and who must be given another manager when that person has left. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Avatar } from '../ui/avatar.js';
import { Go } from '../ui/go.js';
import styles from './people.module.css';
import { usePeopleTexts } from './people.texts.js';

const PersonReportsFragment = graphql(`
  fragment PersonReports on Person {
    id
    displayName
    hasLeft
    manager {
      id
      displayName
      jobRoleVersion {
        id
        title
      }
    }
    directReports {
      id
      displayName
      jobRoleVersion {
        id
        title
      }
    }
  }
`);

interface Colleague {
  readonly id: string;
  readonly displayName: string;
  readonly jobRoleVersion?: { readonly title: string } | null;
}

export function PersonReports({
  person: reference,
}: {
  readonly person: FragmentType<typeof PersonReportsFragment>;
}): ReactNode {
  const t = usePeopleTexts();
  const {
    displayName: name,
    hasLeft,
    manager,
    directReports: reports,
  } = readFragment(PersonReportsFragment, reference);
  return (
    <>
      {manager == null ? null : (
        <section className="section" aria-labelledby="person-manager">
          <h2 id="person-manager">{t('manager')}</h2>
          <People people={[manager]} />
        </section>
      )}
      <section className="section" aria-labelledby="person-reports">
        <h2 id="person-reports">{t('reports')}</h2>
        {reports.length > 0 && hasLeft ? (
          <p className="banner" style={{ marginBottom: 10 }}>
            {t('reportsOfLeaver', { name })}
          </p>
        ) : (
          <p className="muted" style={{ marginBottom: reports.length === 0 ? 0 : 10 }}>
            {reports.length === 0 ? t('noReports', { name }) : t('reportsCount', { count: reports.length, name })}
          </p>
        )}
        <People people={reports} />
      </section>
    </>
  );
}

function People({ people }: { readonly people: readonly Colleague[] }): ReactNode {
  if (people.length === 0) return null;
  return (
    <ul className={styles.links}>
      {people.map((p) => (
        <li key={p.id}>
          <span className={styles.who}>
            <Avatar name={p.displayName} size={26} />
            <Go to={`/people/${p.id}`}>{p.displayName}</Go>
            <span className="muted">{p.jobRoleVersion?.title}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
