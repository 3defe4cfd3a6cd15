/** Why this file exists: the interviews of an application are made from the plan; a conflict of interest on the panel is told before. */
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCommand } from '../app/commands.js';
import { useCoreTexts } from '../app/core-texts.js';
import { list } from '../app/format.js';
import { notifyDone } from '../app/notify.js';
import { usePipelineTexts } from '../candidates/pipeline.texts.js';
import { graphql } from '../gql/index.js';
import styles from './plan-tab.module.css';
import { usePlanTexts } from './plan-texts.js';
import { instantOf } from './plan-time.js';

const ScheduleInterviews = graphql(`
  mutation EvaluationsScheduleInterviews($input: ScheduleInterviewsInput!) {
    scheduleInterviews(input: $input) {
      __typename
      ... on ScheduleInterviewsSuccess {
        interviews {
          id
        }
      }
      ...CommandProblem
    }
  }
`);

interface Planned {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly seats: readonly { readonly person?: { readonly id: string; readonly displayName: string } | null }[];
}
interface PlanScheduleProps {
  readonly applicationId: string;
  /** Planned interviews that the application does not have yet. */
  readonly planned: readonly Planned[];
  readonly barred: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly again: () => void;
}

export function PlanSchedule({ opened, ...rest }: PlanScheduleProps): ReactNode {
  const t = usePlanTexts();
  return (
    <Modal opened={opened} onClose={rest.onClose} title={t('scheduleTitle')}>
      <Times {...rest} />
    </Modal>
  );
}

function Times({ applicationId, planned, barred, onClose, again }: Omit<PlanScheduleProps, 'opened'>): ReactNode {
  const t = usePlanTexts();
  const pipeline = usePipelineTexts();
  const core = useCoreTexts();
  const [times, setTimes] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<string | null>(null);
  const [run, running] = useCommand(ScheduleInterviews);
  const people = planned.flatMap((one) => one.seats.flatMap((seat) => seat.person ?? []));
  const conflicted = [
    ...new Set(people.filter((person) => barred.includes(person.id)).map((person) => person.displayName)),
  ];
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const known = Object.entries(times).filter(([, time]) => time !== '');
    const outcome = await run({
      input: {
        applicationId,
        times: known.map(([plannedInterviewId, time]) => ({ plannedInterviewId, scheduledAt: instantOf(time) })),
      },
    });
    if (!outcome.ok) {
      setWrong(outcome.problem.message);
      return;
    }
    notifyDone(t('made'));
    onClose();
    again();
  };
  return (
    <form className={styles.times} onSubmit={(e) => void submit(e)}>
      <p>{t('scheduleBody')}</p>
      {conflicted.map((name) => (
        <p key={name} className="banner">
          <IconAlertTriangle size={17} aria-hidden />
          <span>{pipeline('conflictPanel', { name })}</span>
        </p>
      ))}
      {planned.map((one, at) => (
        <TextInput
          key={one.id}
          type="datetime-local"
          label={`${one.title}, ${t('minutes', { minutes: one.minutes })}`}
          description={t('panelOf', {
            names:
              one.seats.length === 0
                ? t('nobodySits')
                : list(one.seats.flatMap((seat) => seat.person?.displayName ?? [])),
          })}
          value={times[one.id] ?? ''}
          onChange={(e) => setTimes({ ...times, [one.id]: e.currentTarget.value })}
          data-autofocus={at === 0 ? true : undefined}
        />
      ))}
      {wrong === null ? null : (
        <p className="banner" role="alert">
          <IconAlertTriangle size={17} aria-hidden />
          <span>{wrong}</span>
        </p>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {core('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('schedule')}
        </Button>
      </Group>
    </form>
  );
}
