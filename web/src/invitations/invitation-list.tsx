/** Why this file exists: whoever invites sees the invitations, and takes back those that nobody accepted yet. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { instant } from '../app/format.js';
import { useMore } from '../app/more.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { Loadable } from '../app/reads.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { ShowMore } from '../ui/show-more.js';
import { Block } from '../ui/skeleton.js';
import { InviteWindow } from './invite-window.js';
import { useInvitationTexts } from './invitations.texts.js';
import styles from './invitations.module.css';

const InvitationLine = graphql(`
  fragment InvitationLine on Invitation {
    id
    displayName
    email
    state
    expiresAt
    invitedBy {
      id
      displayName
    }
  }
`);
const InvitationsQuery = graphql(`
  query Invitations($after: String) {
    invitations(first: 5, after: $after) {
      nodes {
        id
        ...InvitationLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      __typename
      ... on RevokeInvitationSuccess {
        invitation {
          ...InvitationLine
        }
      }
      ...CommandProblem
    }
  }
`);

/** The button that invites, and below it who was invited. */
export function InvitationList(): ReactNode {
  const t = useInvitationTexts();
  const { read, nodes, more, loadingMore } = useMore(InvitationsQuery, {}, (data) => data.invitations);
  const [open, setOpen] = useState(false);
  return (
    <section className="section" aria-labelledby="invitations" style={{ marginBottom: 28 }}>
      <div className="section-head">
        <h2 id="invitations">{t('list')}</h2>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('invite')}
        </Button>
      </div>
      <Loadable of={read} skeleton={<Block height={60} />}>
        {() => (
          <div style={{ minHeight: 60 }}>
            {nodes.length === 0 ? <p className="muted">{t('none')}</p> : null}
            <ul className={styles.list}>
              {nodes.map((one) => (
                <Line key={one.id} of={one} again={read.again} />
              ))}
            </ul>
            <ShowMore more={more} loading={loadingMore} />
          </div>
        )}
      </Loadable>
      {open ? <InviteWindow person={null} onClose={() => setOpen(false)} again={read.again} /> : null}
    </section>
  );
}

function Line({
  of,
  again,
}: {
  readonly of: FragmentType<typeof InvitationLine>;
  readonly again: () => void;
}): ReactNode {
  const t = useInvitationTexts();
  const { id, displayName: name, email, state, expiresAt, invitedBy } = readFragment(InvitationLine, of);
  const [asking, setAsking] = useState(false);
  const [revoke, revoking] = useCommand(RevokeInvitation);
  const end = async (): Promise<void> => {
    const outcome = await revoke({ input: { invitationId: id } });
    setAsking(false);
    if (outcome.ok) notifyDone(t('revoked', { name }));
    else notifyProblem(outcome.problem);
    again();
  };
  return (
    <li>
      <div>
        <b>{name}</b> <span className="muted">{email}</span>
        <div className="muted">
          {t(`state_${state}`, { at: instant(expiresAt) })}
          {invitedBy == null ? null : `, ${t('by', { name: invitedBy.displayName })}`}
        </div>
      </div>
      {state === 'OPEN' ? (
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={t('revokeLabel', { name })}
          onClick={() => setAsking(true)}
        >
          {t('revoke')}
        </Button>
      ) : null}
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('revokeTitle', { name })}
        action={t('revoke')}
        onConfirm={() => void end()}
        running={revoking}
        danger
      >
        <p>{t('revokeBody')}</p>
      </Confirm>
    </li>
  );
}
