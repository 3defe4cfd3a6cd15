/** Why this file exists: changes to grants that take two administrators: what waits, and what became of the rest. */
import type { ReactNode } from 'react';
import { instant } from '../app/format.js';
import { useMore } from '../app/more.js';
import { Loadable } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { GrantRequestsQuery } from '../gql/graphql.js';
import { OpenedRecently } from '../readers/opened-recently.js';
import { EmptyState } from '../ui/empty-state.js';
import { ShowMore } from '../ui/show-more.js';
import { Block } from '../ui/skeleton.js';
import { useApprovalsTexts } from './approvals.texts.js';
import { RequestAnswer } from './request-answer.js';
import styles from './provisioning.module.css';

const GrantRequests = graphql(`
  query GrantRequests($after: String) {
    grantRequests(first: 50, after: $after) {
      nodes {
        id
        kind
        grant
        groupName
        expiresAt
        requestedAt
        lapsesAt
        state
        closedAt
        declineReason
        member {
          id
          displayName
        }
        requestedBy {
          id
          displayName
        }
        closedBy {
          id
          displayName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    grantKinds {
      grant
      name
    }
    breakGlassAccesses(first: 20, onlyRecent: true) {
      nodes {
        id
        ...OpenedLine
      }
    }
  }
`);

export type GrantRequest = GrantRequestsQuery['grantRequests']['nodes'][number];
type Kind = GrantRequestsQuery['grantKinds'][number];

const at = (moment: string): string => instant(moment, { year: 'numeric' });

export function ApprovalsPanel(): ReactNode {
  const t = useApprovalsTexts();
  const { read, nodes, more, loadingMore } = useMore(GrantRequests, {}, (data) => data.grantRequests);
  const waiting = nodes.filter((request) => request.state === 'WAITING');
  const closed = nodes.filter((request) => request.state !== 'WAITING');
  return (
    <Loadable of={read} skeleton={<Block height={320} />}>
      {({ grantKinds, breakGlassAccesses: { nodes: opened } }) => (
        <>
          <OpenedRecently of={opened} again={read.again} />
          <section className={styles.part} aria-labelledby="approvals-waiting">
            <h2 id="approvals-waiting">{t('waiting')}</h2>
            <p className="muted">{t('waitingBody')}</p>
            {waiting.length === 0 ? (
              <EmptyState small title={t('noneTitle')}>
                {t('noneBody')}
              </EmptyState>
            ) : (
              <ul className={styles.tokens} aria-label={t('waitingList')}>
                {waiting.map((request) => (
                  <WaitingLine key={request.id} request={request} kinds={grantKinds} again={read.again} />
                ))}
              </ul>
            )}
          </section>
          <section className={styles.part} aria-labelledby="approvals-closed">
            <h2 id="approvals-closed">{t('closed')}</h2>
            {closed.length === 0 ? (
              <p className="muted">{t('noneClosed')}</p>
            ) : (
              <ul className={styles.tokens} aria-label={t('closedList')}>
                {closed.map((request) => (
                  <ClosedLine key={request.id} request={request} kinds={grantKinds} />
                ))}
              </ul>
            )}
            <ShowMore more={more} loading={loadingMore} />
          </section>
        </>
      )}
    </Loadable>
  );
}

interface LineProps {
  readonly request: GrantRequest;
  readonly kinds: readonly Kind[];
}

/** What is asked for, in words. */
function useWhat(): (request: GrantRequest, kinds: readonly Kind[]) => string {
  const t = useApprovalsTexts();
  return ({ kind, grant, groupName, member }, kinds) => {
    const who = groupName == null ? (member?.displayName ?? t('somebody')) : t('groupNamed', { name: groupName });
    return t(kind, { grant: kinds.find((one) => one.grant === grant)?.name ?? grant, who });
  };
}

function WaitingLine({ request, kinds, again }: LineProps & { readonly again: () => void }): ReactNode {
  const t = useApprovalsTexts();
  const what = useWhat()(request, kinds);
  const asked = t('asked', { name: request.requestedBy?.displayName ?? t('somebody'), at: at(request.requestedAt) });
  return (
    <li>
      <b>{what}</b>
      <p className="muted small-text num">{[asked, t('lapses', { at: at(request.lapsesAt) })].join(' · ')}</p>
      {request.expiresAt == null ? null : <p className="small-text num">{t('until', { at: at(request.expiresAt) })}</p>}
      <RequestAnswer request={request} what={what} again={again} />
    </li>
  );
}

function ClosedLine({ request, kinds }: LineProps): ReactNode {
  const t = useApprovalsTexts();
  const what = useWhat()(request, kinds);
  const { state, closedAt, closedBy, declineReason } = request;
  const when = closedAt == null ? '' : at(closedAt);
  return (
    <li>
      <b>{what}</b> <span className="pill">{t(`state_${state}`)}</span>
      <p className="muted small-text num">
        {closedBy == null ? when : t('byOn', { name: closedBy.displayName, at: when })}
      </p>
      {declineReason == null ? null : <p className="small-text">{declineReason}</p>}
    </li>
  );
}
