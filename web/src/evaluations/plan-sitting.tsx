/** Why this file exists: one planned interview: what is asked, and who sits on it. */
import { useState, type ReactNode } from 'react';
import { Button, Checkbox } from '@mantine/core';
import { IconPencil, IconTrash, IconUserPlus, IconX } from '@tabler/icons-react';
import { PersonPicker, type Chosen } from '../candidates/person-picker.js';
import type { PlannedInterviewInput } from '../gql/graphql.js';
import { Avatar } from '../ui/avatar.js';
import { Confirm } from '../ui/confirm.js';
import styles from './plan-tab.module.css';
import { usePlanTexts } from './plan-texts.js';
import type { Plan, Sitting } from './plan-types.js';
import { inputOf, type WritePlan } from './plan-write.js';

interface PlanSittingProps {
  readonly of: Sitting;
  readonly plan: Plan;
  readonly mayChange: boolean;
  readonly running: boolean;
  readonly write: WritePlan;
  readonly onEdit: () => void;
}

export function PlanSitting({ of, plan, mayChange, running, write, onEdit }: PlanSittingProps): ReactNode {
  const t = usePlanTexts();
  const [asking, setAsking] = useState<'seat' | 'remove' | null>(null);
  const { title } = of;
  const save = async (change: (sitting: PlannedInterviewInput) => PlannedInterviewInput | null): Promise<void> => {
    const interviews = plan.interviews.map(inputOf).flatMap((one) => (one.id === of.id ? (change(one) ?? []) : one));
    if (await write(plan, plan.kit?.id ?? '', interviews)) setAsking(null);
  };
  return (
    <li className={styles.sitting}>
      <div className={styles.sittingHead}>
        <h3>{title}</h3>
        <span className="muted num">{t('minutes', { minutes: of.minutes })}</span>
        {of.isScheduled ? <span className="pill">{t('scheduled')}</span> : null}
        {mayChange ? (
          <span className={styles.tools}>
            <button type="button" className="icon-button" aria-label={t('editItemsOf', { title })} onClick={onEdit}>
              <IconPencil aria-hidden />
            </button>
            {of.isScheduled || plan.interviews.length === 1 ? null : (
              <button
                type="button"
                className="icon-button"
                aria-label={t('removeOf', { title })}
                onClick={() => setAsking('remove')}
              >
                <IconTrash aria-hidden />
              </button>
            )}
          </span>
        ) : null}
      </div>
      <p className={styles.asked}>{of.items.map((item) => item.title).join(' · ')}</p>
      <Seats
        of={of}
        mayChange={mayChange}
        onAdd={() => setAsking('seat')}
        onRemove={(id) => void save((one) => ({ ...one, seats: one.seats.filter((seat) => seat.personId !== id) }))}
      />
      <SeatWindow
        of={of}
        opened={asking === 'seat'}
        running={running}
        onClose={() => setAsking(null)}
        onAdd={(person, isObserver) =>
          void save((one) => ({ ...one, seats: [...one.seats, { personId: person.id, isObserver }] }))
        }
      />
      <Confirm
        opened={asking === 'remove'}
        title={t('removeTitle')}
        action={t('remove')}
        danger
        running={running}
        onClose={() => setAsking(null)}
        onConfirm={() => void save(() => null)}
      >
        <p>{t('removeBody', { title })}</p>
      </Confirm>
    </li>
  );
}

interface SeatsProps {
  readonly of: Sitting;
  readonly mayChange: boolean;
  readonly onAdd: () => void;
  readonly onRemove: (personId: string) => void;
}

function Seats({ of, mayChange, onAdd, onRemove }: SeatsProps): ReactNode {
  const t = usePlanTexts();
  return (
    <ul className={styles.seats}>
      {of.seats.length === 0 ? <li className="pill warn">{t('nobodySits')}</li> : null}
      {of.seats.map(({ person, isObserver }) =>
        person == null ? null : (
          <li key={person.id} className={styles.seat}>
            <Avatar name={person.displayName} size={20} />
            <span>{person.displayName}</span>
            {isObserver ? <span className="muted">{t('observer')}</span> : null}
            {mayChange ? (
              <button
                type="button"
                className="icon-button"
                aria-label={t('removeSeat', { name: person.displayName, title: of.title })}
                onClick={() => onRemove(person.id)}
              >
                <IconX aria-hidden />
              </button>
            ) : null}
          </li>
        ),
      )}
      {mayChange ? (
        <li>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconUserPlus size={15} aria-hidden />}
            aria-label={t('addSeatTo', { title: of.title })}
            onClick={onAdd}
          >
            {t('addSeat')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

interface SeatWindowProps {
  readonly of: Sitting;
  readonly opened: boolean;
  readonly running: boolean;
  readonly onClose: () => void;
  readonly onAdd: (person: Chosen, isObserver: boolean) => void;
}

function SeatWindow({ of, opened, running, onClose, onAdd }: SeatWindowProps): ReactNode {
  const t = usePlanTexts();
  const [person, setPerson] = useState<Chosen | null>(null);
  const [isObserver, setObserver] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const leave = (): void => {
    setPerson(null);
    setObserver(false);
    setWrong(undefined);
    onClose();
  };
  const add = (): void => {
    if (person === null) {
      setWrong(t('needPerson'));
      return;
    }
    onAdd(person, isObserver);
    leave();
  };
  return (
    <Confirm
      opened={opened}
      title={t('addSeatTo', { title: of.title })}
      action={t('addSeat')}
      running={running}
      onClose={leave}
      onConfirm={add}
    >
      <PersonPicker
        label={t('seatPerson')}
        value={person}
        onChange={setPerson}
        error={wrong}
        without={of.seats.flatMap((seat) => seat.person?.id ?? [])}
        autoFocus
      />
      <Checkbox label={t('seatObserver')} checked={isObserver} onChange={(e) => setObserver(e.currentTarget.checked)} />
    </Confirm>
  );
}
