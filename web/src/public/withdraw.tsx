/** Why this file exists: an applicant ends the own application, after saying so twice. */
import { useState, type ReactNode } from 'react';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useClient } from 'urql';
import { graphql, type FragmentType } from '../gql/index.js';
import { usePublicTexts } from './public.texts.js';
import type { PublicStatus } from './status-page.js';

const WithdrawMutation = graphql(`
  mutation PublicWithdraw($input: WithdrawByLinkInput!) {
    withdrawByLink(input: $input) {
      __typename
      ... on WithdrawByLinkSuccess {
        status {
          ...PublicStatus
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface WithdrawProps {
  readonly token: string;
  readonly organisation: string;
  readonly onDone: (status: FragmentType<typeof PublicStatus>) => void;
  /** The link has stopped working meanwhile. */
  readonly onGone: () => void;
}

export function Withdraw({ token, organisation, onDone, onGone }: WithdrawProps): ReactNode {
  const t = usePublicTexts();
  const client = useClient();
  const [opened, setOpened] = useState(false);
  const [running, setRunning] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setRunning(true);
    setFault(null);
    const input = { token, reason: reason.trim() === '' ? null : reason };
    const { data } = await client.mutation(WithdrawMutation, { input }).toPromise();
    setRunning(false);
    const answer = data?.withdrawByLink;
    if (answer?.__typename === 'WithdrawByLinkSuccess') onDone(answer.status);
    else if (answer?.__typename === 'NotFound') onGone();
    else setFault(answer?.message ?? t('withdrawFailed'));
  };
  return (
    <>
      <Button className="noprint" variant="default" mb="md" onClick={() => setOpened(true)}>
        {t('withdraw')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('withdrawTitle')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <p>{t('withdrawBody', { organisation })}</p>
        <Textarea
          mt="md"
          label={t('withdrawReason')}
          description={t('withdrawReasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
          maxRows={8}
        />
        {fault === null ? null : (
          <p className="banner" role="alert" style={{ marginTop: 12 }}>
            {fault}
          </p>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setOpened(false)}>
            {t('withdrawKeep')}
          </Button>
          <Button color="clay" loading={running} onClick={() => void send()}>
            {t('withdraw')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
