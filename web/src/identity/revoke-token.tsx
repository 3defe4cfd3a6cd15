/** Why this file exists: a token is ended after saying what that does. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { useAccountTexts } from './account.texts.js';

const RevokeApiToken = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      __typename
      ... on RevokeApiTokenSuccess {
        apiToken {
          id
          state
          revokedAt
        }
      }
      ...CommandProblem
    }
  }
`);

interface RevokeTokenProps {
  readonly id: string;
  readonly name: string;
  readonly again: () => void;
}

export function RevokeToken({ id, name, again }: RevokeTokenProps): ReactNode {
  const t = useAccountTexts();
  const [asking, setAsking] = useState(false);
  const [revoke, revoking] = useCommand(RevokeApiToken);
  const end = async (): Promise<void> => {
    const outcome = await revoke({ input: { tokenId: id } });
    setAsking(false);
    if (outcome.ok) notifyDone(t('revoked', { name }));
    else {
      notifyProblem(outcome.problem);
      again();
    }
  };
  return (
    <>
      <Button
        variant="subtle"
        color="clay"
        size="compact-sm"
        onClick={() => setAsking(true)}
        aria-label={t('revokeLabel', { name })}
      >
        {t('revoke')}
      </Button>
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
    </>
  );
}
