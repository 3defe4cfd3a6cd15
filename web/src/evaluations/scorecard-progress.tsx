/** Why this file exists: how far a scorecard is, rating by rating: done, begun with what it lacks in words, or still to do. */
import type { ReactNode } from 'react';
import { IconCheck, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react';
import { Rungs } from '../ui/rungs.js';
import { isUntouched, lacks, ratingOf, type Content } from './scorecard-content.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { Asks } from './scorecard-view.js';
import styles from './scorecard.module.css';

interface ScorecardProgressProps {
  readonly asks: Asks;
  readonly content: Content;
  readonly active: number;
  readonly go: (index: number) => void;
}

export function ScorecardProgress({ asks, content, active, go }: ScorecardProgressProps): ReactNode {
  const t = useScorecardTexts();
  return (
    <section className={styles.railPart} aria-labelledby="rail-progress">
      <h2 id="rail-progress" className="visually-hidden">
        {t('progress')}
      </h2>
      <ul className={styles.progress}>
        {asks.slots.map((slot) => {
          const rating = ratingOf(content, slot);
          const lacking = isUntouched(rating) ? null : lacks(rating);
          return (
            <li key={slot.key}>
              <button
                type="button"
                aria-current={active === slot.index ? 'step' : undefined}
                onClick={() => go(slot.index)}
              >
                <Tick state={lacking !== null ? 'half' : lacks(rating) === null ? 'done' : 'toDo'} />
                <span className={styles.progressName}>
                  {slot.skill}
                  {lacking === null ? null : <small>{t(`lacks_${lacking}`)}</small>}
                </span>
                {rating.isNotAssessed ? (
                  <span className="muted small-text">{t('notAssessedShort')}</span>
                ) : (
                  <>
                    <Rungs level={rating.level} />
                    {rating.level === null ? null : <span className="visually-hidden">{rating.level}</span>}
                  </>
                )}
              </button>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            aria-current={active === asks.slots.length ? 'step' : undefined}
            onClick={() => go(asks.slots.length)}
          >
            <Tick state={content.verdict === null ? 'toDo' : 'done'} />
            <span className={styles.progressName}>{t('verdict')}</span>
            {content.verdict === null ? null : (
              <span className="muted small-text">{t(`verdict_${content.verdict}`)}</span>
            )}
          </button>
        </li>
      </ul>
    </section>
  );
}

const TICKS = { done: IconCheck, half: IconCircleHalf2, toDo: IconCircleDashed } as const;

function Tick({ state }: { readonly state: keyof typeof TICKS }): ReactNode {
  const t = useScorecardTexts();
  const Icon = TICKS[state];
  const color = { done: 'var(--accent)', half: 'var(--amber)', toDo: 'var(--ink-3)' }[state];
  return (
    <>
      <Icon size={15} stroke={state === 'done' ? 2.2 : 1.6} color={color} aria-hidden />
      <span className="visually-hidden">{t(state)}</span>
    </>
  );
}
