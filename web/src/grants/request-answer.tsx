/** Why this file exists: a second administrator answers a request; who asked can withdraw it. */
import { useState, type ReactNode } from 'react';
import { Button, Group, Textarea } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import type { GrantRequest } from './approvals-panel.js';
import { useApprovalsTexts } from './approvals.texts.js';

const ApproveGrant = graphql(`
  mutation ApproveGrant($input: GrantRequestInput!) {
    approveGrant(input: $input) {
      __typename
      ... on ApproveGrantSuccess {
        request {
          id
          state
          member {
            id
            grants
          }
        }
      }
      ...CommandProblem
    }
  }
`);
const DeclineGrant = graphql(`
  mutation DeclineGrant($input: DeclineGrantInput!) {
    declineGrant(input: $input) {
      __typename
      ... on DeclineGrantSuccess {
        request {
          id
          state
        }
      }
      ...CommandProblem
    }
  }
`);
const WithdrawGrantRequest = graphql(`
  mutation WithdrawGrantRequest($input: GrantRequestInput!) {
    withdrawGrantRequest(input: $input) {
      __typename
      ... on WithdrawGrantRequestSuccess {
        request {
          id
          state
        }
      }
      ...CommandProblem
    }
  }
`);

interface RequestAnswerProps {
  readonly request: GrantRequest;
  readonly what: string;
  readonly again: () => void;
}

export function RequestAnswer({ request, what, again }: RequestAnswerProps): ReactNode {
  const t = useApprovalsTexts();
  const { member } = useSession();
  const [approve, approving] = useCommand(ApproveGrant);
  const [decline, declining] = useCommand(DeclineGrant);
  const [withdraw, withdrawing] = useCommand(WithdrawGrantRequest);
  const [asked, setAsked] = useState<'approve' | 'decline' | null>(null);
  const [reason, setReason] = useState('');
  const requestId = request.id;
  const name = request.requestedBy?.displayName ?? t('somebody');
  const answer = async (by: 'approved' | 'declined' | 'withdrawn'): Promise<void> => {
    const sent = {
      approved: () => approve({ input: { requestId } }),
      declined: () => decline({ input: { requestId, reason } }),
      withdrawn: () => withdraw({ input: { requestId } }),
    };
    const outcome = await sent[by]();
    setAsked(null);
    again();
    if (outcome.ok) notifyDone(t(by, { what }));
    else notifyProblem(outcome.problem);
  };
  if (request.requestedBy?.id === member.id)
    return (
      <Group gap="sm" mt="xs">
        <span className="muted small-text">{t('yours')}</span>
        <Button
          variant="default"
          size="xs"
          loading={withdrawing}
          aria-label={t('withdrawLabel', { what })}
          onClick={() => void answer('withdrawn')}
        >
          {t('withdraw')}
        </Button>
      </Group>
    );
  if (request.member?.id === member.id) return <p className="muted small-text">{t('aboutYou')}</p>;
  return (
    <Group gap="sm" mt="xs">
      <Button size="xs" aria-label={t('approveLabel', { what })} onClick={() => setAsked('approve')}>
        {t('approve')}
      </Button>
      <Button variant="default" size="xs" aria-label={t('declineLabel', { what })} onClick={() => setAsked('decline')}>
        {t('decline')}
      </Button>
      <Confirm
        opened={asked !== null}
        title={what}
        action={t(asked ?? 'approve')}
        running={approving || declining}
        disabled={asked === 'decline' && reason.trim().length < 5}
        onConfirm={() => void answer(asked === 'decline' ? 'declined' : 'approved')}
        onClose={() => setAsked(null)}
      >
        <p>{t(asked === 'decline' ? 'declineBody' : 'approveBody', { name })}</p>
        {asked === 'decline' ? (
          <Textarea
            label={t('reason')}
            description={t('reasonHint')}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
        ) : null}
      </Confirm>
    </Group>
  );
}
