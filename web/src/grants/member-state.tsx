/** Why this file exists: who leaves is taken out here, and let in again; both say what ends and what stays. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import type { MemberState as State } from '../gql/graphql.js';
import { Confirm } from '../ui/confirm.js';
import styles from './grants.module.css';
import { useGrantsTexts } from './grants.texts.js';

const DeactivateMember = graphql(`
  mutation DeactivateMember($input: MemberToMoveInput!) {
    deactivateMember(input: $input) {
      __typename
      ... on DeactivateMemberSuccess {
        member {
          id
          state
          grants
        }
      }
      ...CommandProblem
    }
  }
`);
const ReactivateMember = graphql(`
  mutation ReactivateMember($input: MemberToMoveInput!) {
    reactivateMember(input: $input) {
      __typename
      ... on ReactivateMemberSuccess {
        member {
          id
          state
          grants
        }
      }
      ...CommandProblem
    }
  }
`);

interface MemberStateProps {
  readonly memberId: string;
  readonly name: string;
  readonly state: State | null;
  readonly again: () => void;
}

export function MemberState({ memberId, name, state, again }: MemberStateProps): ReactNode {
  const t = useGrantsTexts();
  const { member } = useSession();
  const [deactivate, deactivating] = useCommand(DeactivateMember);
  const [reactivate, reactivating] = useCommand(ReactivateMember);
  const [asked, setAsked] = useState(false);
  if (state === null || member.id === memberId) return null;
  const move = async (isOut: boolean): Promise<void> => {
    const input = { memberId };
    const outcome = await (isOut ? deactivate({ input }) : reactivate({ input }));
    setAsked(false);
    again();
    if (outcome.ok) notifyDone(t(isOut ? 'deactivated' : 'reactivated', { name }));
    else notifyProblem(outcome.problem);
  };
  return (
    <section className={styles.leaving} aria-labelledby="member-leaving">
      <h3 id="member-leaving">{t('leaving')}</h3>
      {state === 'ACTIVE' ? null : <p className="muted">{t(state === 'REMOVED' ? 'removedHint' : 'outHint')}</p>}
      {state === 'ACTIVE' ? (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('deactivate')}
        </Button>
      ) : null}
      {state === 'DEACTIVATED' ? (
        <Button variant="default" loading={reactivating} onClick={() => void move(false)}>
          {t('reactivate')}
        </Button>
      ) : null}
      {asked ? (
        <Confirm
          opened
          danger
          title={t('deactivateTitle', { name })}
          action={t('deactivate')}
          running={deactivating}
          onConfirm={() => void move(true)}
          onClose={() => setAsked(false)}
        >
          <p>{t('deactivateBody', { name })}</p>
        </Confirm>
      ) : null}
    </section>
  );
}
