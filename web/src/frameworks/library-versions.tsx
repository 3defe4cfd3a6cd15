/** Why this file exists: every version of the framework, the newest first, and what each was made from. */
import type { ReactNode } from 'react';
import { day } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { FrameworkState } from '../gql/graphql.js';
import { Go } from '../ui/go.js';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';

const VersionRow = graphql(`
  fragment LibraryVersionRow on FrameworkVersion {
    id
    number
    title
    state
    basedOnId
    createdAt
    publishedAt
  }
`);

interface LibraryVersionsProps {
  readonly versions: readonly FragmentType<typeof VersionRow>[];
  readonly currentId: string | null;
}

export function LibraryVersions({ versions: references, currentId }: LibraryVersionsProps): ReactNode {
  const t = useFrameworksTexts();
  const versions = [...readFragment(VersionRow, references)].sort((a, b) => b.number - a.number);
  const numberOf = new Map(versions.map((v) => [v.id, v.number]));
  return (
    <div className="table-scroll" role="region" aria-label={t('versionsTable')} tabIndex={0}>
      <table className={`table ${styles.versions}`}>
        <thead>
          <tr>
            <th scope="col">{t('versionColumn')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('basedOn')}</th>
            <th scope="col">{t('made')}</th>
            <th scope="col">{t('published')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((v) => (
            <tr key={v.id}>
              <th scope="row">
                <Go to={`/library/versions/${v.id}`} className="row-link">
                  {t('version', { number: v.number })}
                </Go>
                <span className={styles.definition}>{v.title}</span>
              </th>
              <td>
                <StatePill state={v.state} />{' '}
                {v.id === currentId ? <span className="pill sky">{t('current')}</span> : null}
              </td>
              <td>
                {v.basedOnId == null
                  ? t('fromLibrary')
                  : t('version', { number: numberOf.get(v.basedOnId) ?? v.basedOnId })}
              </td>
              <td className="num">{day(v.createdAt)}</td>
              <td className="num">
                {v.publishedAt == null ? <span className="muted">{t('notPublished')}</span> : day(v.publishedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const TONE = { DRAFT: 'warn', PUBLISHED: 'ok', RETIRED: '' } as const;

export function StatePill({ state }: { readonly state: FrameworkState }): ReactNode {
  const t = useFrameworksTexts();
  return <span className={`pill ${TONE[state]}`}>{t(`state_${state}`)}</span>;
}
