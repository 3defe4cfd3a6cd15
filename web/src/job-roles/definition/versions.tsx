/** Why this file exists: the versions of a job role, and what differs between any two of them. */
import type { ReactNode } from 'react';
import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { VersionRowFragment } from '../../gql/graphql.js';
import { day } from '../../app/format.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { VersionDiff } from '../parts/version-diff.js';
import { statePill, stateWord } from '../words.js';
import { useDefinitionTexts } from './definition.texts.js';
import styles from './definition.module.css';

export const VersionRow = graphql(`
  fragment VersionRow on JobRoleVersion {
    id
    number
    state
    version
    title
    createdAt
    publishedAt
  }
`);

export function Versions({
  versions: refs,
}: {
  readonly versions: readonly FragmentType<typeof VersionRow>[];
}): ReactNode {
  const t = useDefinitionTexts();
  const words = useJobRoleTexts();
  const versions = refs.map((ref) => readFragment(VersionRow, ref));
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('versions')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('versionColumn')}</th>
              <th scope="col">{t('stateColumn')}</th>
              <th scope="col">{t('titleColumn')}</th>
              <th scope="col">{t('madeColumn')}</th>
              <th scope="col">{t('publishedColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((v) => (
              <tr key={v.id}>
                <th scope="row">
                  <Link
                    from="/job-roles/$jobRoleId"
                    to="."
                    search={(now) => ({ ...now, version: v.id, view: undefined })}
                    className="row-link"
                  >
                    {t('openVersion', { number: v.number })}
                  </Link>
                </th>
                <td>
                  <span className={statePill[v.state]}>{words(stateWord[v.state])}</span>
                </td>
                <td>{v.title}</td>
                <td>{day(v.createdAt)}</td>
                <td>
                  {v.publishedAt == null ? <span className="muted">{t('notPublished')}</span> : day(v.publishedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Differences versions={versions} />
    </>
  );
}

function Differences({ versions }: { readonly versions: readonly VersionRowFragment[] }): ReactNode {
  const t = useDefinitionTexts();
  const words = useJobRoleTexts();
  const search = useSearch({ from: '/job-roles/$jobRoleId' });
  const navigate = useNavigate({ from: '/job-roles/$jobRoleId' });
  const known = (id: string | undefined, otherwise: string | undefined): string =>
    versions.some((v) => v.id === id) ? (id ?? '') : (otherwise ?? '');
  const from = known(search.from, versions[1]?.id);
  const to = known(search.to, versions[0]?.id);
  const choose = (change: { from: string; to: string }): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false });
  const data = versions.map((v) => ({
    value: v.id,
    label: `${words('versionNumber', { number: v.number })}, ${words(stateWord[v.state]).toLowerCase()}`,
  }));
  return (
    <section className="section" aria-labelledby="differences">
      <h2 id="differences">{t('differences')}</h2>
      {versions.length < 2 ? (
        <p className="muted">{t('oneVersion')}</p>
      ) : (
        <>
          <div className={styles.pickers}>
            <NativeSelect
              label={t('fromVersion')}
              data={data}
              value={from}
              onChange={(event) => choose({ from: event.currentTarget.value, to })}
            />
            <NativeSelect
              label={t('toVersion')}
              data={data}
              value={to}
              onChange={(event) => choose({ from, to: event.currentTarget.value })}
            />
          </div>
          <VersionDiff from={from} to={to} />
        </>
      )}
    </section>
  );
}
