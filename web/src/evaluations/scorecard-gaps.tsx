/** Why this file exists: says what keeps a scorecard from being submitted: at its place, and as a numbered list that leads there. */
import type { ReactNode } from 'react';
import { IconAlertTriangle } from '@tabler/icons-react';
import { LEAST_EVIDENCE, type Gap, type GapKind } from './scorecard-content.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { AskedSlot } from './scorecard-view.js';
import styles from './scorecard.module.css';

const WORDS = {
  rating: 'gapRating',
  evidence: 'gapEvidence',
  same: 'gapSame',
  nothing: 'gapNothing',
  verdict: 'gapVerdict',
} as const;

export function GapLine({ id, kind }: { readonly id: string; readonly kind: GapKind }): ReactNode {
  const t = useScorecardTexts();
  return (
    <div className={styles.gap} id={id}>
      <IconAlertTriangle size={14} aria-hidden />
      {t(WORDS[kind], { least: LEAST_EVIDENCE })}
    </div>
  );
}

interface GapSummaryProps {
  readonly gaps: readonly Gap[];
  readonly slots: readonly AskedSlot[];
  readonly go: (index: number, where: 'level' | 'evidence') => void;
}

export const whereOf = (gap: Gap): 'level' | 'evidence' =>
  gap.kind === 'evidence' || gap.kind === 'same' ? 'evidence' : 'level';

/** Place of a gap on the page; the verdict stands after all slots. */
export const placeOf = (gap: Gap, slots: readonly AskedSlot[]): number =>
  slots.find((slot) => slot.key === gap.slot?.key)?.index ?? slots.length;

export function GapSummary({ gaps, slots, go }: GapSummaryProps): ReactNode {
  const t = useScorecardTexts();
  return (
    <div role="alert">
      {gaps.length === 0 ? null : (
        <div className={styles.summary}>
          <h2>{t('missing', { count: gaps.length })}</h2>
          <ol>
            {gaps.map((gap) => (
              <li key={`${gap.slot?.key ?? ''}${gap.kind}`}>
                <button type="button" onClick={() => go(placeOf(gap, slots), whereOf(gap))}>
                  {slots.find((slot) => slot.key === gap.slot?.key)?.skill ?? t('verdict')}
                </button>
                {`: ${t(WORDS[gap.kind], { least: LEAST_EVIDENCE })}`}
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}
