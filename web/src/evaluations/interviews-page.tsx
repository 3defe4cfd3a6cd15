/** Why this file exists: all interviews of an interviewer, in the order in which they need attention. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loadable, useRead } from '../app/reads.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { EvaluationsInterviewRowFragment } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { useEvaluationsTexts } from './evaluations.texts.js';
import { GROUPS, grouped, type Group } from './interview-groups.js';
import { InterviewRow, InterviewRowFragment } from './interview-row.js';
import styles from './interviews.module.css';

const InterviewsQuery = graphql(`
  query EvaluationsMyInterviews($done: Int!) {
    due: myInterviews(isDue: true, first: 100) {
      nodes {
        id
        ...EvaluationsInterviewRow
      }
    }
    held: myInterviews(isDue: false, first: $done) {
      totalCount
      nodes {
        id
        ...EvaluationsInterviewRow
      }
    }
  }
`);

const STEP = 20;
const MOST = 100;

export function InterviewsPage(): ReactNode {
  const t = useEvaluationsTexts();
  const search = useSearch({ from: '/interviews' });
  const navigate = useNavigate({ from: '/interviews' });
  const shown = search.done ?? STEP;
  const read = useRead(InterviewsQuery, { done: shown });
  return (
    <Page title={t('interviews')} lead={t('interviewsLead')}>
      <Loadable of={read} skeleton={<ListSkeleton />}>
        {({ due, held }) => (
          <Groups
            rows={[...due.nodes, ...held.nodes]}
            heldTotal={held.totalCount ?? held.nodes.length}
            heldShown={held.nodes.length}
            more={
              shown < MOST
                ? () => void navigate({ search: { done: Math.min(MOST, shown + STEP) }, replace: true })
                : undefined
            }
          />
        )}
      </Loadable>
    </Page>
  );
}

const ListSkeleton = (): ReactNode => (
  <div style={{ display: 'grid', gap: 14 }}>
    <Block height={22} width={160} />
    <Block height={110} />
    <Block height={22} width={120} />
    <Block height={260} />
  </div>
);

type RowRef = FragmentType<typeof InterviewRowFragment> & { readonly id: string };
interface GroupsProps {
  readonly rows: readonly RowRef[];
  readonly heldTotal: number;
  readonly heldShown: number;
  readonly more: (() => void) | undefined;
}

function Groups({ rows, heldTotal, heldShown, more }: GroupsProps): ReactNode {
  const t = useEvaluationsTexts();
  const groups = grouped(readFragment(InterviewRowFragment, rows), new Date());
  if (rows.length === 0)
    return (
      <EmptyState small title={t('nothingTitle')}>
        {t('nothingBody')}
      </EmptyState>
    );
  return GROUPS.filter((group) => groups[group].length > 0).map((group) => (
    <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{t(group)}</h2>
      {group === 'due' ? <p className="muted small-text">{t('dueHint')}</p> : null}
      <GroupTable group={group} rows={groups[group]} />
      {group !== 'done' || heldShown >= heldTotal ? null : (
        <div className={styles.more}>
          <span className="muted small-text">{t('showingDone', { shown: heldShown, total: heldTotal })}</span>
          {more === undefined ? null : (
            <Button variant="default" size="xs" onClick={more}>
              {t('showMore')}
            </Button>
          )}
        </div>
      )}
    </section>
  ));
}

function GroupTable({
  group,
  rows,
}: {
  readonly group: Group;
  readonly rows: readonly EvaluationsInterviewRowFragment[];
}): ReactNode {
  const t = useEvaluationsTexts();
  return (
    <table className={`table ${styles.table}`} aria-labelledby={`group-${group}`}>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('interview')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col" className="right">
            <span className="visually-hidden">{t('openKit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <InterviewRow key={row.id} of={row} group={group} />
        ))}
      </tbody>
    </table>
  );
}
