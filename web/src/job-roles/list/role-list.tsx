/** Why this file exists: job roles as a table, fifty at a time. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { JobRoleFilter, JobRolesListQuery } from '../../gql/graphql.js';
import { Loadable, useRead } from '../../app/reads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Block } from '../../ui/skeleton.js';
import { statePill, stateWord, trackWord } from '../words.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { useListTexts } from './list.texts.js';
import styles from './list.module.css';

const JobRoleRow = graphql(`
  fragment JobRoleRow on JobRole {
    id
    key
    track
    rung
    currentVersion {
      id
      number
    }
    newestVersion {
      id
      number
      state
      title
      requirements {
        skillKey
        isMustHave
      }
      clarityReview {
        rule
      }
    }
  }
`);
const JobRolesListPage = graphql(`
  query JobRolesList($filter: JobRoleFilter, $after: String) {
    jobRoles(first: 50, after: $after, filter: $filter) {
      totalCount
      nodes {
        id
        ...JobRoleRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const ROWS = 12;
const ROW_HEIGHT = 49;
const Waiting = (): ReactNode => <Block height={ROWS * ROW_HEIGHT + 60} />;

export function JobRoleList(): ReactNode {
  const t = useListTexts();
  const { text, track, state } = useSearch({ from: '/job-roles' });
  const filter = { text: text ?? null, track: track ?? null, state: state ?? null };
  const read = useRead(JobRolesListPage, { filter, after: null });
  const isFiltered = Object.values(filter).some((v) => v !== null);
  return (
    <Loadable of={read} skeleton={<Waiting />}>
      {({ jobRoles }) =>
        jobRoles.nodes.length === 0 ? (
          <NoRows isFiltered={isFiltered} />
        ) : (
          <>
            <p className={`muted ${styles.count}`} role="status">
              {t('count', { count: jobRoles.totalCount ?? jobRoles.nodes.length })}
            </p>
            <div className="table-scroll" tabIndex={0} role="region" aria-label={t('list')}>
              <table className="table">
                <Head />
                <tbody>
                  <Rows key={JSON.stringify(filter)} filter={filter} page={jobRoles} />
                </tbody>
              </table>
            </div>
          </>
        )
      }
    </Loadable>
  );
}

function Head(): ReactNode {
  const t = useListTexts();
  return (
    <thead>
      <tr>
        <th scope="col">{t('titleColumn')}</th>
        <th scope="col">{t('trackColumn')}</th>
        <th scope="col">{t('versionColumn')}</th>
        <th scope="col">{t('asksColumn')}</th>
        <th scope="col">{t('reviewColumn')}</th>
      </tr>
    </thead>
  );
}

type ListPage = JobRolesListQuery['jobRoles'];
interface MoreProps {
  readonly filter: JobRoleFilter;
  readonly after: string;
}

/** The rows behind those above, asked for when somebody wants them. */
function MoreRows({ filter, after }: MoreProps): ReactNode {
  const { data } = useRead(JobRolesListPage, { filter, after });
  return data === undefined ? null : <Rows filter={filter} page={data.jobRoles} />;
}

function Rows({ filter, page }: { readonly filter: JobRoleFilter; readonly page: ListPage }): ReactNode {
  const t = useListTexts();
  const [isMore, setMore] = useState(false);
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      {page.nodes.map((jobRole) => (
        <Row key={jobRole.id} jobRole={jobRole} />
      ))}
      {!hasNextPage || endCursor == null ? null : isMore ? (
        <MoreRows filter={filter} after={endCursor} />
      ) : (
        <tr>
          <td colSpan={5}>
            <Button variant="default" size="xs" onClick={() => setMore(true)}>
              {t('showMore')}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
}

function Row({ jobRole: ref }: { readonly jobRole: FragmentType<typeof JobRoleRow> }): ReactNode {
  const t = useListTexts();
  const words = useJobRoleTexts();
  const jobRole = readFragment(JobRoleRow, ref);
  const { newestVersion: newest, currentVersion: current } = jobRole;
  if (newest == null) return null;
  const musts = newest.requirements.filter((r) => r.isMustHave).length;
  const findings = newest.clarityReview.length;
  return (
    <tr>
      <th scope="row">
        <Link to="/job-roles/$jobRoleId" params={{ jobRoleId: jobRole.id }} className="row-link">
          {newest.title}
        </Link>
        <div className={`mono muted ${styles.key}`}>{jobRole.key}</div>
      </th>
      <td className={styles.nowrap}>
        {words(trackWord[jobRole.track])}
        <span className="muted">{`, ${words('rung', { rung: jobRole.rung }).toLowerCase()}`}</span>
      </td>
      <td className={styles.nowrap}>
        <span className="num">{current?.number ?? newest.number}</span>{' '}
        <span className={current == null ? statePill[newest.state] : statePill.PUBLISHED}>
          {words(stateWord[current == null ? newest.state : 'PUBLISHED'])}
        </span>{' '}
        {current != null && newest.state === 'DRAFT' ? (
          <span className="pill warn">{t('draftWaiting', { number: newest.number })}</span>
        ) : null}
      </td>
      <td className={`num ${styles.nowrap}`}>{t('mustsShort', { musts, all: newest.requirements.length })}</td>
      <td className={styles.nowrap}>
        {findings === 0 ? (
          <span className="muted">{words('clear')}</span>
        ) : (
          <span className="pill gap">{words('findingCount', { count: findings })}</span>
        )}
      </td>
    </tr>
  );
}

function NoRows({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  const t = useListTexts();
  const navigate = useNavigate({ from: '/job-roles' });
  if (isFiltered)
    return (
      <EmptyState
        small
        title={t('noneTitle')}
        action={
          <Button variant="default" onClick={() => void navigate({ search: {}, replace: true })}>
            {t('clearFilters')}
          </Button>
        }
      >
        {t('none')}
      </EmptyState>
    );
  return (
    <EmptyState
      small
      title={t('emptyTitle')}
      action={<Button renderRoot={(props) => <Link to="/job-roles/new" {...props} />}>{t('newJobRole')}</Button>}
    >
      {t('empty')}
    </EmptyState>
  );
}
