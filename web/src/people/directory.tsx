/** Why this file exists: the list of people with its filters, all of them in the address. */
import type { ReactNode } from 'react';
import { Button, Select, Switch } from '@mantine/core';
import { day } from '../app/format.js';
import { useMore } from '../app/more.js';
import { Loadable } from '../app/reads.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Avatar } from '../ui/avatar.js';
import { EmptyState } from '../ui/empty-state.js';
import { FindField } from '../ui/find-field.js';
import { Go } from '../ui/go.js';
import { ShowMore } from '../ui/show-more.js';
import { Block } from '../ui/skeleton.js';
import styles from './people.module.css';
import type { DirectorySearch } from './people.routes.js';
import { usePeopleTexts } from './people.texts.js';

const DirectoryQuery = graphql(`
  query PeopleDirectory($text: String, $teamId: ID, $withLeavers: Boolean, $after: String) {
    people(first: 50, after: $after, filter: { text: $text, teamId: $teamId, withLeavers: $withLeavers }) {
      nodes {
        id
        ...PeopleRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
    teams(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

const RowFragment = graphql(`
  fragment PeopleRow on Person {
    id
    displayName
    hasLeft
    leftOn
    jobRoleVersion {
      id
      title
    }
    team {
      id
      name
    }
    manager {
      id
      displayName
    }
  }
`);

interface DirectoryProps {
  readonly search: DirectorySearch;
  readonly change: (next: Partial<DirectorySearch>) => void;
}

export function Directory({ search, change }: DirectoryProps): ReactNode {
  const t = usePeopleTexts();
  const variables = {
    text: search.text ?? null,
    teamId: search.team ?? null,
    withLeavers: search.leavers ?? false,
  };
  const { read, nodes, more, loadingMore } = useMore(DirectoryQuery, variables, (data) => data.people);
  const isNarrowed = variables.text !== null || variables.teamId !== null;
  return (
    <>
      <Filters search={search} change={change} teams={read.data?.teams.nodes ?? []} />
      <Loadable of={read} skeleton={<Block height={520} />}>
        {({ people }) =>
          nodes.length === 0 ? (
            <EmptyState
              small
              title={t(isNarrowed ? 'noneFoundTitle' : 'emptyTitle')}
              action={
                isNarrowed ? (
                  <Button variant="default" onClick={() => change({ text: undefined, team: undefined })}>
                    {t('clear')}
                  </Button>
                ) : null
              }
            >
              {t(isNarrowed ? 'noneFoundBody' : 'emptyBody')}
            </EmptyState>
          ) : (
            <>
              <p className="muted num" role="status">
                {t('count', { count: people.totalCount ?? nodes.length })}
              </p>
              <div className="table-scroll" role="region" aria-label={t('tableLabel')} tabIndex={0}>
                <PeopleTable people={nodes} />
              </div>
              <ShowMore more={more} loading={loadingMore} />
            </>
          )
        }
      </Loadable>
    </>
  );
}

interface FiltersProps extends DirectoryProps {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}

function Filters({ search, change, teams }: FiltersProps): ReactNode {
  const t = usePeopleTexts();
  return (
    <div className={styles.filters}>
      <FindField
        label={t('find')}
        value={search.text ?? ''}
        onChange={(text) => change({ text: text === '' ? undefined : text })}
      />
      <Select
        comboboxProps={{ withinPortal: false }}
        aria-label={t('team')}
        placeholder={t('allTeams')}
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
        data={teams.map((team) => ({ value: team.id, label: team.name }))}
        value={search.team ?? null}
        onChange={(team) => change({ team: team ?? undefined })}
        style={{ width: 220 }}
      />
      <Switch
        label={t('withLeavers')}
        checked={search.leavers ?? false}
        onChange={(event) => change({ leavers: event.currentTarget.checked ? true : undefined })}
      />
    </div>
  );
}

interface PeopleTableProps {
  readonly people: readonly FragmentType<typeof RowFragment>[];
}

function PeopleTable({ people }: PeopleTableProps): ReactNode {
  const t = usePeopleTexts();
  return (
    <table className={`table ${styles.people}`}>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('jobRole')}</th>
          <th scope="col">{t('team')}</th>
          <th scope="col">{t('manager')}</th>
        </tr>
      </thead>
      <tbody>
        {readFragment(RowFragment, people).map((p) => (
          <tr key={p.id}>
            <th scope="row">
              <span className={styles.who}>
                <Avatar name={p.displayName} size={26} />
                <Go to={`/people/${p.id}`} className="row-link">
                  {p.displayName}
                </Go>
                <Leaving hasLeft={p.hasLeft} leftOn={p.leftOn} />
              </span>
            </th>
            <td>{p.jobRoleVersion?.title ?? <span className="muted">{t('notDefined')}</span>}</td>
            <td>{p.team?.name ?? <span className="muted">{t('none')}</span>}</td>
            <td>{p.manager?.displayName ?? <span className="muted">{t('nobody')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LeavingProps {
  readonly hasLeft: boolean;
  /** Known to those who plan with the person. */
  readonly leftOn: string | null | undefined;
}

/** Says in a word that somebody has left or will leave. */
export function Leaving({ hasLeft, leftOn }: LeavingProps): ReactNode {
  const t = usePeopleTexts();
  if (leftOn != null)
    return <span className="pill warn">{t(hasLeft ? 'leftOn' : 'leaves', { day: day(leftOn) })}</span>;
  return hasLeft ? <span className="pill warn">{t('left')}</span> : null;
}
