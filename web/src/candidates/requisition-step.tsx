/** Why this file exists: a requisition is opened, held, resumed and closed with what that means told before it happens. */
import { useState, type ReactNode } from 'react';
import { Textarea } from '@mantine/core';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { useCandidatesTexts } from './candidates.texts.js';

const StepFragment = graphql(`
  fragment CandidatesRequisitionStep on Requisition {
    id
    version
  }
`);
const Open = graphql(`
  mutation CandidatesOpenRequisition($input: RequisitionStepInput!) {
    openRequisition(input: $input) {
      __typename
      ... on OpenRequisitionSuccess {
        requisition {
          id
          ...CandidatesRequisitionHead
        }
      }
      ...CommandProblem
    }
  }
`);
const Hold = graphql(`
  mutation CandidatesHoldRequisition($input: RequisitionStepInput!) {
    holdRequisition(input: $input) {
      __typename
      ... on HoldRequisitionSuccess {
        requisition {
          id
          ...CandidatesRequisitionHead
        }
      }
      ...CommandProblem
    }
  }
`);
const Close = graphql(`
  mutation CandidatesCloseRequisition($input: CloseRequisitionInput!) {
    closeRequisition(input: $input) {
      __typename
      ... on CloseRequisitionSuccess {
        requisition {
          id
          ...CandidatesRequisitionHead
        }
      }
      ...CommandProblem
    }
  }
`);

export type Step = 'open' | 'resume' | 'hold' | 'close';

interface RequisitionStepProps {
  readonly of: FragmentType<typeof StepFragment>;
  /** The step that is asked about; `null` when none is. */
  readonly step: Step | null;
  readonly hasPlan: boolean;
  readonly onClose: () => void;
  readonly again: () => void;
}

export function RequisitionStep({ of, step, hasPlan, onClose, again }: RequisitionStepProps): ReactNode {
  const t = useCandidatesTexts();
  const { id, version } = readFragment(StepFragment, of);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [open, opening] = useCommand(Open);
  const [hold, holding] = useCommand(Hold);
  const [close, closing] = useCommand(Close);
  const leave = (): void => {
    setWrong(null);
    onClose();
  };
  const settle = (
    outcome: { readonly ok: true } | { readonly ok: false; readonly problem: CommandProblem },
    done: string,
  ): void => {
    if (outcome.ok) {
      notifyDone(done);
      setReason('');
      leave();
    } else if (outcome.problem.field === 'input.reason') {
      setWrong(outcome.problem.message);
      return;
    } else {
      notifyProblem(outcome.problem);
      leave();
    }
    again();
  };
  const input = { requisitionId: id, version };
  const run: Readonly<Record<Step, () => Promise<void>>> = {
    open: async () => settle(await open({ input }), t('opened')),
    resume: async () => settle(await open({ input }), t('resumed')),
    hold: async () => settle(await hold({ input }), t('held')),
    close: async () =>
      settle(await close({ input: { ...input, reason: reason.trim() === '' ? null : reason } }), t('closed')),
  };
  const shown = step ?? 'open';
  const title = { open: t('openTitle'), resume: t('resume'), hold: t('holdTitle'), close: t('closeTitle') }[shown];
  const action = { open: t('open'), resume: t('resume'), hold: t('hold'), close: t('close') }[shown];
  const body = { open: t('openBody'), resume: t('resumeBody'), hold: t('holdBody'), close: t('closeBody') }[shown];
  return (
    <Confirm
      opened={step !== null}
      title={title}
      action={action}
      danger={shown === 'close'}
      running={opening || holding || closing}
      onConfirm={() => void run[shown]()}
      onClose={leave}
    >
      <p>{body}</p>
      {shown === 'open' && !hasPlan ? <p className="muted">{t('openNoPlan')}</p> : null}
      {shown === 'close' ? (
        <Textarea
          label={t('closeReason')}
          description={t('closeReasonHint')}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
          error={wrong}
          autosize
          minRows={2}
          data-autofocus
        />
      ) : null}
    </Confirm>
  );
}
