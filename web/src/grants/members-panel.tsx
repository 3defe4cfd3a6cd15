/** Why this file exists: every sign-in of the organisation with its grants; one opens to change them or to see what they allow. */
import { useRef, type ReactNode } from 'react';
import { useMore } from '../app/more.js';
import { Loadable } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { MembersWithGrantsQuery } from '../gql/graphql.js';
import { Avatar } from '../ui/avatar.js';
import { EmptyState } from '../ui/empty-state.js';
import { FindField } from '../ui/find-field.js';
import { ShowMore } from '../ui/show-more.js';
import { Block } from '../ui/skeleton.js';
import styles from './grants.module.css';
import { useGrantsTexts } from './grants.texts.js';
import { MemberDrawer } from './member-drawer.js';

const MembersWithGrants = graphql(`
  query MembersWithGrants($text: String, $after: String) {
    members(first: 50, after: $after, text: $text) {
      nodes {
        id
        displayName
        headline
        state
        grants
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
    grantKinds {
      grant
      name
      description
      rights {
        permission
        resource
        action
        rows
      }
    }
  }
`);

export type GrantKind = MembersWithGrantsQuery['grantKinds'][number];
export type MemberWithGrants = MembersWithGrantsQuery['members']['nodes'][number];

interface MembersPanelProps {
  readonly text: string;
  /** Id of the member whose drawer is open. */
  readonly open: string | null;
  readonly onText: (text: string) => void;
  readonly onOpen: (memberId: string | null) => void;
}

export function MembersPanel({ text, open, onText, onOpen }: MembersPanelProps): ReactNode {
  const t = useGrantsTexts();
  const variables = { text: text === '' ? null : text };
  const { read, nodes, more, loadingMore } = useMore(MembersWithGrants, variables, (data) => data.members);
  const opener = useRef<HTMLElement | null>(null);
  const show = (id: string, button: HTMLElement): void => {
    opener.current = button;
    onOpen(id);
  };
  const close = (): void => {
    onOpen(null);
    opener.current?.focus();
  };
  return (
    <>
      <div className={styles.filters}>
        <FindField label={t('find')} value={text} onChange={onText} />
      </div>
      <Loadable of={read} skeleton={<Block height={420} />}>
        {({ members, grantKinds }) => (
          <>
            {nodes.length === 0 ? (
              <EmptyState small title={t('emptyTitle')}>
                {t('emptyBody')}
              </EmptyState>
            ) : (
              <>
                <p className="muted num" role="status">
                  {t('count', { count: members.totalCount ?? nodes.length })}
                </p>
                <div className="table-scroll" role="region" aria-label={t('tableLabel')} tabIndex={0}>
                  <MembersTable members={nodes} kinds={grantKinds} onOpen={show} />
                </div>
                <ShowMore more={more} loading={loadingMore} />
              </>
            )}
            {open === null ? null : <MemberDrawer key={open} memberId={open} kinds={grantKinds} onClose={close} />}
          </>
        )}
      </Loadable>
    </>
  );
}

interface MembersTableProps {
  readonly members: readonly MemberWithGrants[];
  readonly kinds: readonly GrantKind[];
  readonly onOpen: (id: string, button: HTMLElement) => void;
}

function MembersTable({ members, kinds, onOpen }: MembersTableProps): ReactNode {
  const t = useGrantsTexts();
  return (
    <table className={`table ${styles.members}`}>
      <thead>
        <tr>
          <th scope="col">{t('member')}</th>
          <th scope="col">{t('grants')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((m) => (
          <tr key={m.id} className={styles.row}>
            <th scope="row">
              <span className={styles.who}>
                <Avatar name={m.displayName} size={28} />
                <span>
                  <button
                    type="button"
                    className={styles.open}
                    onClick={(event) => onOpen(m.id, event.currentTarget)}
                    aria-haspopup="dialog"
                  >
                    {m.displayName}
                  </button>
                  {m.state === 'DEACTIVATED' || m.state === 'REMOVED' ? (
                    <span className={`pill ${styles.state}`}>{t(`state_${m.state}`)}</span>
                  ) : null}
                  <span className={styles.headline}>{m.headline}</span>
                </span>
              </span>
            </th>
            <td>
              {(m.grants ?? []).length === 0 ? (
                <span className="muted">{t(m.state === 'ACTIVE' ? 'noGrants' : 'noGrantsOut')}</span>
              ) : (
                <span className={styles.pills}>
                  {kinds
                    .filter((k) => m.grants?.includes(k.grant))
                    .map((k) => (
                      <span key={k.grant} className="pill">
                        {k.name}
                      </span>
                    ))}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
