/** Why this file exists: a submitted scorecard: readable, locked, with its amendments beside it and the panel's scorecards below. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { instant } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Segmented } from '../ui/segmented.js';
import { AmendmentForm } from './amendment-form.js';
import { Amendments } from './amendments.js';
import { PanelScorecards } from './panel-scorecards.js';
import { fromWire } from './scorecard-content.js';
import { ScorecardHead } from './scorecard-head.js';
import { ScorecardItem, type Writing } from './scorecard-item.js';
import type { ScorecardInterview } from './scorecard-page.js';
import { ScorecardPanel } from './scorecard-panel.js';
import { ScorecardVerdict } from './scorecard-verdict.js';
import type { Asks } from './scorecard-view.js';
import { useScorecardTexts } from './scorecard.texts.js';
import styles from './scorecard.module.css';

const LockedScorecardFragment = graphql(`
  fragment EvaluationsLockedScorecard on Scorecard {
    id
    version
    submittedAt
    original {
      ...EvaluationsScorecardContent
    }
    content {
      ...EvaluationsScorecardContent
    }
    ...EvaluationsAmendments
  }
`);

interface LockedScorecardProps {
  readonly interview: ScorecardInterview;
  readonly scorecard: FragmentType<typeof LockedScorecardFragment>;
  readonly asks: Asks;
  readonly again: () => void;
}

export function LockedScorecard({ interview, scorecard, asks, again }: LockedScorecardProps): ReactNode {
  const t = useScorecardTexts();
  const card = readFragment(LockedScorecardFragment, scorecard);
  const [amending, setAmending] = useState(false);
  const now = fromWire(card.content);
  const done = (): void => {
    setAmending(false);
    again();
  };
  return (
    <div className={styles.layout}>
      <div className={styles.column}>
        <ScorecardHead of={interview} scale={asks.scale} />
        <Locked submittedAt={card.submittedAt ?? null} amend={amending ? null : () => setAmending(true)} />
        {amending ? (
          <AmendmentForm
            scorecardId={card.id}
            version={card.version}
            now={now}
            asks={asks}
            onDone={done}
            onCancel={() => setAmending(false)}
          />
        ) : (
          <Content original={fromWire(card.original)} now={now} asks={asks} />
        )}
        <Amendments of={card} slots={asks.slots} />
        {interview.application == null ? null : <PanelScorecards applicationId={interview.application.id} />}
      </div>
      <aside className={styles.rail} aria-label={t('progress')}>
        <div className={styles.railTop}>
          <span className={styles.save} data-status="saved">
            <span className={styles.dot} aria-hidden />
            {card.submittedAt == null ? t('submitted') : t('submittedAt', { when: instant(card.submittedAt) })}
          </span>
        </div>
        <ScorecardPanel of={interview} isOpen={interview.isMyScorecardDue !== true} />
      </aside>
    </div>
  );
}

interface LockedProps {
  readonly submittedAt: string | null;
  /** `null` while it is being amended. */
  readonly amend: (() => void) | null;
}

function Locked({ submittedAt, amend }: LockedProps): ReactNode {
  const t = useScorecardTexts();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={`banner info ${styles.locked}`} tabIndex={-1} ref={ref}>
      <IconLock size={16} stroke={1.7} aria-hidden />
      <span>
        {t('lockedNote')} {submittedAt === null ? null : t('submittedAt', { when: instant(submittedAt) })}
      </span>
      {amend === null ? null : (
        <Button size="xs" variant="default" className="noprint" onClick={amend}>
          {t('amend')}
        </Button>
      )}
    </div>
  );
}

interface ContentProps {
  readonly original: Writing['content'];
  readonly now: Writing['content'];
  readonly asks: Asks;
}

function Content({ original, now, asks }: ContentProps): ReactNode {
  const t = useScorecardTexts();
  const [which, setWhich] = useState<'now' | 'original'>('now');
  const isAmended = JSON.stringify(original) !== JSON.stringify(now);
  const writing: Writing = { content: which === 'now' ? now : original, active: null, gaps: new Map() };
  return (
    <>
      {isAmended ? (
        <div className={styles.which}>
          <Segmented
            label={t('whichText')}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'now', label: t('showNow') },
              { value: 'original', label: t('showOriginal') },
            ]}
          />
        </div>
      ) : null}
      {asks.items.map((item, at) => (
        <ScorecardItem key={item.key} item={item} number={at + 1} writing={writing} />
      ))}
      <ScorecardVerdict index={asks.slots.length} writing={writing} isMissing={false} />
    </>
  );
}
