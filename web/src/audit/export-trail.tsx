/** Why this file exists: the events that fit the filters leave as a file, read page by page up to a limit that is told. */
import { useRef, useState, type ReactNode } from 'react';
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useClient, type Client } from 'urql';
import { number, today } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { eventsCount, type AuditFilter } from './audit-filter.js';
import styles from './audit.module.css';
import { useAuditTexts } from './audit.texts.js';
import { saveFile, trailText, type ExportedEvent, type TrailFormat } from './trail-file.js';

/** As many events as one export holds; more would keep the browser busy for minutes. */
const LIMIT = 10_000;

const AuditExport = graphql(`
  query AuditExport(
    $type: String
    $entity: String
    $actorId: ID
    $entityId: ID
    $since: Instant
    $before: Instant
    $after: String
  ) {
    auditEvents(
      first: 100
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
        at
        type
        entity
        entityId
        data
        hash
        actor {
          id
          displayName
        }
        apiToken {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface Reading {
  readonly events: readonly ExportedEvent[];
  readonly hasMore: boolean;
}

/** Reads all events of a filter; throws with the words of the server when a page is refused. */
async function readAll(client: Client, filter: AuditFilter, tell: (count: number) => boolean): Promise<Reading> {
  const events: ExportedEvent[] = [];
  let after: string | null = null;
  do {
    const { data, error } = await client
      .query(AuditExport, { ...filter, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (data === undefined) throw error ?? new Error();
    events.push(...data.auditEvents.nodes);
    after = data.auditEvents.pageInfo.hasNextPage ? (data.auditEvents.pageInfo.endCursor ?? null) : null;
    if (!tell(events.length)) return { events: [], hasMore: false };
  } while (after !== null && events.length < LIMIT);
  return { events, hasMore: after !== null };
}

interface ExportTrailProps {
  readonly filter: AuditFilter;
  /** How many events fit. */
  readonly total: number;
}

export function ExportTrail({ filter, total }: ExportTrailProps): ReactNode {
  const t = useAuditTexts();
  const client = useClient();
  const [count, setCount] = useState<number | null>(null);
  const stopped = useRef(false);
  const save = async (format: TrailFormat): Promise<void> => {
    stopped.current = false;
    setCount(0);
    try {
      const { events, hasMore } = await readAll(client, filter, (read) => {
        setCount(read);
        return !stopped.current;
      });
      if (events.length > 0) {
        const file = `audit-log-${today()}.${format}`;
        saveFile(file, trailText(events, format), format === 'csv' ? 'text/csv' : 'application/x-ndjson');
        notifyDone(t(hasMore ? 'exportedPart' : 'exported', { events: eventsCount(events.length, t), file }));
      }
    } catch (error) {
      const message = t('exportFailed', { message: error instanceof Error ? error.message : '' });
      notifyProblem({ kind: 'failed', code: 'EXPORT', message, field: null });
    }
    setCount(null);
  };
  if (count !== null)
    return (
      <div className={styles.exporting}>
        <span role="status">{t('exporting', { count: number(count) })}</span>
        <Button variant="default" onClick={() => (stopped.current = true)}>
          {t('exportStop')}
        </Button>
      </div>
    );
  return (
    <Menu position="bottom-end" width={300} withinPortal={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} disabled={total === 0}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('csv')}>{t('exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => void save('jsonl')}>{t('exportJson')}</Menu.Item>
        <Menu.Label>{t('exportHint', { limit: number(LIMIT) })}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
