/** Why this file exists: an application is ended without a decision, by the candidate or, with a reason, by the hiring team. */
import { useState, type ReactNode } from 'react';
import { Radio, Textarea } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { usePipelineTexts } from './pipeline.texts.js';

const Withdraw = graphql(`
  mutation CandidatesWithdrawApplication($input: WithdrawApplicationInput!) {
    withdrawApplication(input: $input) {
      __typename
      ... on WithdrawApplicationSuccess {
        application {
          id
          ...CandidatesPipelineApplication
        }
      }
      ...CommandProblem
    }
  }
`);

interface WithdrawApplicationProps {
  readonly of: { readonly id: string; readonly version: number } | null;
  readonly onClose: () => void;
  readonly again: () => void;
}

export function WithdrawApplication({ of, onClose, again }: WithdrawApplicationProps): ReactNode {
  const t = usePipelineTexts();
  const [who, setWho] = useState('candidate');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [run, running] = useCommand(Withdraw);
  const leave = (): void => {
    setWrong(null);
    setReason('');
    setWho('candidate');
    onClose();
  };
  const confirm = async (): Promise<void> => {
    if (of === null) return;
    const outcome = await run({
      input: {
        applicationId: of.id,
        version: of.version,
        isByCandidate: who === 'candidate',
        reason: reason.trim() === '' ? null : reason,
      },
    });
    if (outcome.ok) notifyDone(t('withdrawn'));
    else if (outcome.problem.field?.endsWith('reason') === true) {
      setWrong(outcome.problem.message);
      return;
    } else notifyProblem(outcome.problem);
    leave();
    again();
  };
  return (
    <Confirm
      opened={of !== null}
      title={t('withdrawTitle')}
      action={t('withdraw')}
      danger
      running={running}
      onConfirm={() => void confirm()}
      onClose={leave}
    >
      <p>{t('withdrawBody')}</p>
      <Radio.Group label={t('whoEnds')} value={who} onChange={setWho}>
        <div style={{ display: 'grid', gap: 8, marginTop: 6 }}>
          <Radio value="candidate" label={t('endsCandidate')} data-autofocus />
          <Radio value="team" label={t('endsTeam')} />
        </div>
      </Radio.Group>
      <Textarea
        label={t('withdrawReason')}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
        error={wrong}
        required={who === 'team'}
        autosize
        minRows={2}
      />
    </Confirm>
  );
}
