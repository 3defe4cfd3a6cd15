/** Why this file exists: what waits for the reader as one list; each line leads to where it is done. */
import { useState, type ComponentType, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconClipboardCheck,
  IconClipboardText,
  IconClockExclamation,
  IconMessages,
  IconPlant2,
  IconPlayerPlay,
  IconScale,
  IconUserHeart,
  IconUserPlus,
  IconUserX,
} from '@tabler/icons-react';
import { Go } from '../ui/go.js';
import type { WaitingItem, WaitingKind } from './home-waiting.js';
import styles from './home.module.css';
import { useHomeTexts } from './home.texts.js';

const ICONS: Readonly<Record<WaitingKind, ComponentType<{ readonly size: number; readonly stroke: number }>>> = {
  decision: IconScale,
  debrief: IconMessages,
  hire: IconUserPlus,
  scorecard: IconClipboardText,
  late: IconClockExclamation,
  review: IconClipboardCheck,
  returned: IconArrowBackUp,
  mentor: IconUserHeart,
  checkIn: IconMessages,
  plan: IconPlayerPlay,
  declined: IconUserX,
  stalled: IconPlant2,
  initiative: IconAlertTriangle,
};
const FIRST = 8;

export function HomeWaitingList({ items }: { readonly items: readonly WaitingItem[] }): ReactNode {
  const t = useHomeTexts();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FIRST);
  const rest = items.length - shown.length;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className={styles.heading}>
        {t('waiting')} {items.length === 0 ? null : <span className="muted num">{items.length}</span>}
      </h2>
      {items.length === 0 ? (
        <p className="muted">{t('nothing')}</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((item) => {
            const Icon = ICONS[item.kind];
            return (
              <li key={item.key} data-kind={item.kind}>
                <span className={styles.icon} aria-hidden>
                  <Icon size={17} stroke={1.7} />
                </span>
                <div>
                  <Go to={item.to} className={styles.go}>
                    {item.title}
                  </Go>
                  <p className="muted small-text">{item.why}</p>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {rest > 0 ? (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          {t('more', { count: rest })}
        </Button>
      ) : null}
    </section>
  );
}
