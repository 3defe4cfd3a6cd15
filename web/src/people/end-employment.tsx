/** Why this file exists: the day on which somebody stops working here is recorded, after saying what that does. */
import { useState, type ReactNode } from 'react';
import { TextInput } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { usePeopleTexts } from './people.texts.js';

const EndEmploymentFragment = graphql(`
  fragment EndEmployment on Person {
    id
    version
    displayName
    leftOn
  }
`);

const EndEmploymentCommand = graphql(`
  mutation EndEmploymentCommand($input: EndEmploymentInput!) {
    endEmployment(input: $input) {
      __typename
      ... on EndEmploymentSuccess {
        person {
          id
          version
          leftOn
          hasLeft
        }
      }
      ...CommandProblem
    }
  }
`);

interface EndEmploymentProps {
  readonly person: FragmentType<typeof EndEmploymentFragment>;
  readonly onClose: () => void;
  readonly again: () => void;
}

export function EndEmployment({ person: reference, onClose, again }: EndEmploymentProps): ReactNode {
  const t = usePeopleTexts();
  const { id, version, displayName: name, leftOn } = readFragment(EndEmploymentFragment, reference);
  const [day, setDay] = useState(leftOn ?? '');
  const [refused, setRefused] = useState<string | null>(null);
  const [run, running] = useCommand(EndEmploymentCommand);
  const end = async (): Promise<void> => {
    if (day === '') {
      setRefused(t('endDayRequired'));
      return;
    }
    const outcome = await run({ input: { personId: id, version, leftOn: day } });
    if (outcome.ok) {
      notifyDone(t('ended'));
      again();
      onClose();
      return;
    }
    if (outcome.problem.kind === 'StaleVersion') {
      again();
      notifyProblem(outcome.problem);
    } else setRefused(outcome.problem.message);
  };
  return (
    <Confirm
      opened
      danger
      title={t('endTitle', { name })}
      action={t('endAction')}
      onConfirm={() => void end()}
      onClose={onClose}
      running={running}
    >
      <p className="muted">{t('endBody', { name })}</p>
      <TextInput
        type="date"
        label={t('endDay')}
        data-autofocus
        value={day}
        error={refused}
        onChange={(event) => {
          setRefused(null);
          setDay(event.currentTarget.value);
        }}
      />
    </Confirm>
  );
}
