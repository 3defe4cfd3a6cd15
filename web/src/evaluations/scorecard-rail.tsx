/** Why this file exists: the column beside a scorecard: is it safe, how far is it, who else writes, which keys, submit. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { clockTime, instant } from '../app/format.js';
import { Keys } from '../app/keys-window.js';
import { lacks, ratingOf, type Gap } from './scorecard-content.js';
import type { DraftState } from './scorecard-draft.js';
import { ScorecardPanel, type ScorecardPanelRef } from './scorecard-panel.js';
import { ScorecardProgress } from './scorecard-progress.js';
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
  const { content } = state;
  const rated = asks.slots.filter((slot) => lacks(ratingOf(content, slot)) === null).length;
  const done = rated + (content.verdict === null ? 0 : 1);
  return (
    <aside className={styles.rail} aria-label={t('progress')}>
      <div className={styles.railTop}>
        <SaveState state={state} />
        <span className="muted num small-text">{t('doneOf', { done, all: asks.slots.length + 1 })}</span>
      </div>
      <div className={styles.railScroll}>
        <ScorecardProgress asks={asks} content={content} active={active} go={go} />
        <ScorecardPanel of={interview} isOpen={false} />
      </div>
      <div className={styles.railSubmit}>
        <KeyList />
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
  const isEmpty = status === 'saved' && savedAt === null;
  const text =
    status !== 'saved'
      ? t(STATUS[status])
      : savedAt === null
        ? t('notYetSaved')
        : t('saved', { time: isToday(savedAt) ? clockTime(savedAt) : instant(savedAt) });
  return (
    <span className={styles.save} data-status={isEmpty ? 'empty' : status} role="status">
      <span className={styles.dot} aria-hidden />
      {text}
    </span>
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
      <dl className={styles.keys}>
        {rows.map((row) => (
          <div key={row.keys}>
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
