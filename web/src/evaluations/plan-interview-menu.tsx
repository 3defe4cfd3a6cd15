/** Why this file exists: what can be done to an interview that was made from the plan. */
import type { ReactNode } from 'react';
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { MadeInterview } from './plan-interviews.js';
import { usePlanTexts } from './plan-texts.js';

type Seat = MadeInterview['seats'][number];
export type InterviewChange = { readonly interview: MadeInterview } & (
  | { readonly kind: 'time' | 'held' | 'cancel' | 'add' }
  | { readonly kind: 'take'; readonly seat: Seat }
);

interface PlanInterviewMenuProps {
  readonly of: MadeInterview;
  readonly onChange: (change: InterviewChange) => void;
}

export function PlanInterviewMenu({ of, onChange }: PlanInterviewMenuProps): ReactNode {
  const t = usePlanTexts();
  const isSubmitted = of.seats.some((seat) => seat.hasSubmitted);
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className="icon-button" aria-label={t('rowMenu', { title: of.title })}>
          <IconDots aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChange({ kind: 'time', interview: of })}>{t('setTime')}</Menu.Item>
        {of.state === 'PLANNED' ? (
          <Menu.Item onClick={() => onChange({ kind: 'held', interview: of })}>{t('markHeld')}</Menu.Item>
        ) : null}
        <Menu.Item onClick={() => onChange({ kind: 'add', interview: of })}>{t('addToPanel')}</Menu.Item>
        {of.seats
          .filter((seat) => !seat.isRemoved)
          .map((seat) => (
            <Menu.Item key={seat.scorecardId} onClick={() => onChange({ kind: 'take', interview: of, seat })}>
              {t('takeOff', { name: seat.person?.displayName ?? '' })}
            </Menu.Item>
          ))}
        {of.state === 'PLANNED' && !isSubmitted ? (
          <Menu.Item onClick={() => onChange({ kind: 'cancel', interview: of })}>{t('cancel')}</Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
