/** Why this file exists: the column beside a scorecard: is it safe, how far is it, who else writes, which keys, submit. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { clockTime, instant } from '../app/format.js';
import { Keys } from '../app/keys-window.js';
import { Rungs } from '../ui/rungs.js';
import { isRated, ratingOf, type Content, type Gap } from './scorecard-content.js';
import type { DraftState } from './scorecard-draft.js';
import { ScorecardPanel, type ScorecardPanelRef } from './scorecard-panel.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { Asks } from './scorecard-view.js';
import styles from './scorecard.module.css';

interface ScorecardRailProps {
  readonly interview: ScorecardPanelRef;
  readonly asks: Asks;
  readonly state: DraftState;
  readonly active: number;
  readonly gaps: readonly Gap[];
  readonly go: (index: number, where?: 'level' | 'evidence') => void;
  readonly submit: () => void;
  readonly submitting: boolean;
}

export function ScorecardRail(props: ScorecardRailProps): ReactNode {
  const { interview, asks, state, active, gaps, go, submit, submitting } = props;
  const t = useScorecardTexts();
  const done = asks.slots.filter((slot) => isRated(ratingOf(state.content, slot))).length;
  return (
    <aside className={styles.rail} aria-label={t('progress')}>
      <div className={styles.railTop}>
        <SaveState state={state} />
        <span className="muted num small-text">{t('doneOf', { done, all: asks.slots.length })}</span>
      </div>
      <Progress asks={asks} content={state.content} active={active} go={go} />
      <ScorecardPanel of={interview} isOpen={false} />
      <KeyList />
      <div className={styles.railSubmit}>
        {gaps.length === 0 ? null : <p className={styles.railGaps}>{t('missing', { count: gaps.length })}</p>}
        <Button
          fullWidth
          loading={submitting}
          onClick={submit}
          rightSection={
            <span className={styles.submitKey} aria-hidden>
              <Keys keys="Mod+Enter" />
            </span>
          }
        >
          {t('submit')}
        </Button>
      </div>
    </aside>
  );
}

const STATUS = { offline: 'offline', 'signed-out': 'signedOut', failed: 'failed', saving: 'saving' } as const;

const isToday = (iso: string): boolean => new Date(iso).toDateString() === new Date().toDateString();

function SaveState({ state }: { readonly state: DraftState }): ReactNode {
  const t = useScorecardTexts();
  const { status, savedAt } = state;
  const text =
    status !== 'saved'
      ? t(STATUS[status])
      : savedAt === null
        ? t('notYetSaved')
        : t('saved', { time: isToday(savedAt) ? clockTime(savedAt) : instant(savedAt) });
  return (
    <span className={styles.save} data-status={status} role="status">
      <span className={styles.dot} aria-hidden />
      {text}
    </span>
  );
}

interface ProgressProps {
  readonly asks: Asks;
  readonly content: Content;
  readonly active: number;
  readonly go: (index: number) => void;
}

function Progress({ asks, content, active, go }: ProgressProps): ReactNode {
  const t = useScorecardTexts();
  return (
    <section className={styles.railPart} aria-labelledby="rail-progress">
      <h2 id="rail-progress" className="visually-hidden">
        {t('progress')}
      </h2>
      <ul className={styles.progress}>
        {asks.slots.map((slot) => {
          const rating = ratingOf(content, slot);
          return (
            <li key={slot.key}>
              <button
                type="button"
                aria-current={active === slot.index ? 'step' : undefined}
                onClick={() => go(slot.index)}
              >
                <Tick done={isRated(rating)} />
                <span className={styles.progressName} title={slot.skill}>
                  {slot.skill}
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
            <Tick done={content.verdict !== null} />
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

function Tick({ done }: { readonly done: boolean }): ReactNode {
  const t = useScorecardTexts();
  const Icon = done ? IconCheck : IconCircleDashed;
  return (
    <>
      <Icon size={15} stroke={done ? 2.2 : 1.6} color={done ? 'var(--accent)' : 'var(--ink-3)'} aria-hidden />
      <span className="visually-hidden">{t(done ? 'done' : 'toDo')}</span>
    </>
  );
}

function KeyList(): ReactNode {
  const t = useScorecardTexts();
  const rows = [
    { keys: '1+5', label: t('keyLevels') },
    { keys: '0', label: t('keyNotAssessed') },
    { keys: 'j+k', label: t('keyNextPrevious') },
    { keys: 'n', label: t('keyWrite') },
    { keys: 'Escape', label: t('keyBack') },
  ];
  return (
    <section className={`${styles.railPart} ${styles.railKeys}`} aria-labelledby="rail-keys">
      <h2 id="rail-keys">{t('keys')}</h2>
      <dl className="key-table">
        {rows.map((row) => (
          <div key={row.keys} style={{ display: 'contents' }}>
            <dt>
              <Keys keys={row.keys} />
            </dt>
            <dd>{row.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
