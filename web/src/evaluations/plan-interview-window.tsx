/** Why this file exists: a change to one interview is asked for in one window, whatever its kind. */
import { useState, type ReactNode } from 'react';
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { PersonPicker, type Chosen } from '../candidates/person-picker.js';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import type { InterviewChange } from './plan-interview-menu.js';
import { usePlanTexts } from './plan-texts.js';
import { instantOf, localTime } from './plan-time.js';

const UpdateInterview = graphql(`
  mutation EvaluationsUpdateInterview($input: UpdateInterviewInput!) {
    updateInterview(input: $input) {
      __typename
      ... on UpdateInterviewSuccess {
        interview {
          id
          version
          state
          scheduledAt
        }
      }
      ...CommandProblem
    }
  }
`);
const AddToPanel = graphql(`
  mutation EvaluationsAddToPanel($input: AddToPanelInput!) {
    addToPanel(input: $input) {
      __typename
      ... on AddToPanelSuccess {
        interview {
          id
          version
        }
      }
      ...CommandProblem
    }
  }
`);
const RemoveFromPanel = graphql(`
  mutation EvaluationsRemoveFromPanel($input: RemoveFromPanelInput!) {
    removeFromPanel(input: $input) {
      __typename
      ... on RemoveFromPanelSuccess {
        interview {
          id
          version
        }
      }
      ...CommandProblem
    }
  }
`);

interface PlanInterviewWindowProps {
  readonly change: InterviewChange | null;
  readonly onClose: () => void;
  readonly again: () => void;
}

export function PlanInterviewWindow({ change, ...rest }: PlanInterviewWindowProps): ReactNode {
  return change === null ? null : <Asking {...rest} change={change} key={`${change.interview.id}${change.kind}`} />;
}

type AskingProps = PlanInterviewWindowProps & { readonly change: InterviewChange };

function useAsking({ change, onClose, again }: AskingProps) {
  const t = usePlanTexts();
  const { interview } = change;
  const { id: interviewId, version } = interview;
  const [time, setTime] = useState(interview.scheduledAt == null ? '' : localTime(interview.scheduledAt));
  const [person, setPerson] = useState<Chosen | null>(null);
  const [isObserver, setObserver] = useState(false);
  const [reason, setReason] = useState('');
  const [isCounted, setCounted] = useState(change.kind === 'take' && change.seat.hasSubmitted);
  const [wrong, setWrong] = useState<string>();
  const [update, updating] = useCommand(UpdateInterview);
  const [add, adding] = useCommand(AddToPanel);
  const [remove, removing] = useCommand(RemoveFromPanel);
  const settle = (outcome: { readonly ok: true } | { readonly ok: false; readonly problem: CommandProblem }): void => {
    if (!outcome.ok && outcome.problem.field !== null) {
      setWrong(outcome.problem.message);
      return;
    }
    if (outcome.ok) notifyDone(t('changed'));
    else notifyProblem(outcome.problem);
    onClose();
    again();
  };
  /** @returns `null` when something is missing that the window asks for */
  const send = async () => {
    switch (change.kind) {
      case 'time':
        return time === '' ? null : update({ input: { interviewId, version, scheduledAt: instantOf(time) } });
      case 'held':
        return update({ input: { interviewId, version, state: 'DONE' } });
      case 'cancel':
        return update({ input: { interviewId, version, state: 'CANCELLED' } });
      case 'add':
        if (person === null) setWrong(t('needPerson'));
        return person === null ? null : add({ input: { interviewId, personId: person.id, isObserver } });
      case 'take':
        return remove({ input: { interviewId, personId: change.seat.person?.id ?? '', isCounted, reason } });
    }
  };
  const run = async (): Promise<void> => {
    const outcome = await send();
    if (outcome !== null) settle(outcome);
  };
  const fields = {
    time,
    setTime,
    person,
    setPerson,
    isObserver,
    setObserver,
    reason,
    setReason,
    isCounted,
    setCounted,
  };
  return { ...fields, wrong, run, running: updating || adding || removing };
}

function Asking(props: AskingProps): ReactNode {
  const t = usePlanTexts();
  const { change, onClose } = props;
  const asking = useAsking(props);
  const { title } = change.interview;
  const name = change.kind === 'take' ? (change.seat.person?.displayName ?? '') : '';
  const words = {
    time: [t('timeOf', { title }), t('setTime')],
    held: [title, t('markHeld')],
    cancel: [t('cancelTitle'), t('cancel')],
    add: [t('addSeatTo', { title }), t('addToPanel')],
    take: [t('takeOffTitle', { name }), t('takeOff', { name })],
  } as const;
  const [heading, action] = words[change.kind];
  return (
    <Confirm
      opened
      title={heading}
      action={action}
      danger={change.kind === 'cancel' || change.kind === 'take'}
      running={asking.running}
      onClose={onClose}
      onConfirm={() => void asking.run()}
    >
      <Body change={change} asking={asking} />
    </Confirm>
  );
}

function Body({
  change,
  asking,
}: {
  readonly change: InterviewChange;
  readonly asking: ReturnType<typeof useAsking>;
}): ReactNode {
  const t = usePlanTexts();
  switch (change.kind) {
    case 'time':
      return (
        <TextInput
          type="datetime-local"
          label={t('time')}
          value={asking.time}
          onChange={(e) => asking.setTime(e.currentTarget.value)}
          error={asking.wrong}
          data-autofocus
        />
      );
    case 'held':
      return <p>{asking.wrong ?? change.interview.title}</p>;
    case 'cancel':
      return <p>{asking.wrong ?? t('cancelBody')}</p>;
    case 'add':
      return (
        <>
          <PersonPicker
            label={t('seatPerson')}
            value={asking.person}
            onChange={asking.setPerson}
            error={asking.wrong}
            without={change.interview.seats.flatMap((seat) => seat.person?.id ?? [])}
            autoFocus
          />
          <Checkbox
            label={t('seatObserver')}
            checked={asking.isObserver}
            onChange={(e) => asking.setObserver(e.currentTarget.checked)}
          />
        </>
      );
    case 'take':
      return (
        <>
          <p>{t('takeOffBody')}</p>
          <Textarea
            label={t('takeOffReason')}
            value={asking.reason}
            onChange={(e) => asking.setReason(e.currentTarget.value)}
            error={asking.wrong}
            data-autofocus
          />
          {change.seat.hasSubmitted ? (
            <Checkbox
              label={t('takeOffCounts')}
              checked={asking.isCounted}
              onChange={(e) => asking.setCounted(e.currentTarget.checked)}
            />
          ) : null}
        </>
      );
  }
}
