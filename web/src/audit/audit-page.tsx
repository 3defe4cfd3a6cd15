/** Why this file exists: what was changed, by whom and when, found by filters, verified and exported by those who audit. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMore } from '../app/more.js';
import { Loadable } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { ShowMore } from '../ui/show-more.js';
import { Block } from '../ui/skeleton.js';
import { AuditEventLine } from './audit-event-line.js';
import { AuditFilters } from './audit-filters.js';
import { eventsCount, filterOf } from './audit-filter.js';
import styles from './audit.module.css';
import type { AuditSearch } from './audit.routes.js';
import { useAuditTexts } from './audit.texts.js';
import { ExportTrail } from './export-trail.js';
import { VerifyTrail } from './verify-trail.js';

const AuditQuery = graphql(`
  query AuditLog(
    $type: String
    $entity: String
    $actorId: ID
    $entityId: ID
    $since: Instant
    $before: Instant
    $after: String
  ) {
    auditEvents(
      first: 50
      newestFirst: true
      type: $type
      entity: $entity
      actorId: $actorId
      entityId: $entityId
      since: $since
      before: $before
      after: $after
    ) {
      nodes {
        seq
        ...AuditEventLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
    auditFilters {
      ...AuditFilters
    }
  }
`);

export function AuditPage(): ReactNode {
  const t = useAuditTexts();
  const { may } = useSession();
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const change = (next: Partial<AuditSearch>): void =>
    void navigate({ search: (known) => ({ ...known, ...next }), replace: true });
  const clear = (): void => void navigate({ search: {}, replace: true });
  const filter = filterOf(search);
  const { read, nodes, more, loadingMore } = useMore(AuditQuery, filter, (data) => data.auditEvents);
  const isNarrowed = Object.values(filter).some((v) => v !== null);
  const audits = may('audit-trail:export');
  return (
    <Loadable of={read} skeleton={<Block height={640} />}>
      {({ auditEvents, auditFilters }) => (
        <Page
          title={t('title')}
          lead={t(audits ? 'leadAll' : 'leadOwn')}
          actions={audits ? <ExportTrail filter={filter} total={auditEvents.totalCount ?? 0} /> : null}
        >
          {audits ? <VerifyTrail /> : null}
          <AuditFilters filters={auditFilters} search={search} onChange={change} />
          {search.record === undefined ? null : (
            <p className={`banner info ${styles.record}`}>
              <span>{t('onlyRecord')}</span>
              <Button size="compact-sm" variant="default" onClick={() => change({ record: undefined })}>
                {t('allRecords')}
              </Button>
            </p>
          )}
          {nodes.length === 0 ? (
            <EmptyState
              small
              title={t(isNarrowed ? 'noneTitle' : 'emptyTitle')}
              action={
                isNarrowed ? (
                  <Button variant="default" onClick={clear}>
                    {t('clear')}
                  </Button>
                ) : null
              }
            >
              {t(isNarrowed ? 'noneBody' : 'emptyBody')}
            </EmptyState>
          ) : (
            <>
              <p className="muted num" role="status">
                {eventsCount(auditEvents.totalCount ?? nodes.length, t)}
              </p>
              <ul className={styles.events} aria-label={t('list')}>
                {nodes.map((event) => (
                  <AuditEventLine
                    key={event.seq}
                    event={event}
                    onRecord={(record) => void navigate({ search: { record } })}
                  />
                ))}
              </ul>
              <ShowMore more={more} loading={loadingMore} />
            </>
          )}
        </Page>
      )}
    </Loadable>
  );
}
