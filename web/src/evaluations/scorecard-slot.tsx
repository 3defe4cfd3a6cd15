/** Why this file exists: one skill rated on one item: a level on its anchor, or not assessed, and the evidence behind it. */
import { memo, type ReactNode } from 'react';
import { Checkbox, Textarea } from '@mantine/core';
import { LevelCards, type LevelAnchor } from '../ui/level-cards.js';
import type { GapKind, SlotRating } from './scorecard-content.js';
import { GapLine } from './scorecard-gaps.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { AskedSlot } from './scorecard-view.js';
import styles from './scorecard.module.css';

interface ScorecardSlotProps {
  readonly slot: AskedSlot;
  readonly anchors: readonly LevelAnchor[];
  readonly anchorsOf: string | undefined;
  readonly rating: SlotRating;
  readonly rate: ((key: string, change: Partial<SlotRating>) => void) | undefined;
  readonly isActive: boolean;
  readonly activate: ((index: number) => void) | undefined;
  readonly gap: GapKind | undefined;
}

export const ScorecardSlot = memo(function ScorecardSlot(props: ScorecardSlotProps): ReactNode {
  const { slot, anchors, anchorsOf, rating, rate, isActive, activate, gap } = props;
  const t = useScorecardTexts();
  const name = `slot-${slot.index}`;
  const onLevels = gap === 'rating' || gap === 'nothing';
  return (
    <div
      className={styles.slot}
      id={name}
      data-active={isActive}
      role="group"
      aria-labelledby={`${name}-title`}
      onFocusCapture={() => activate?.(slot.index)}
    >
      <div className={styles.slotHead}>
        <h3 id={`${name}-title`}>{slot.skill}</h3>
        {slot.askedLevel === null ? null : (
          <span className="muted small-text">
            {t(slot.isMustHave ? 'counts' : 'countsLevel', { level: slot.askedLevel })}
          </span>
        )}
      </div>
      <LevelCards
        label={t('rate', { skill: slot.skill })}
        name={name}
        anchors={anchors}
        value={rating.level}
        faded={rating.isNotAssessed}
        disabled={rate === undefined}
        {...(anchorsOf === undefined ? {} : { anchorsOf })}
        {...(rate === undefined ? {} : { onChange: (level) => rate(slot.key, { level, isNotAssessed: false }) })}
        {...(onLevels ? { errorId: `${name}-gap` } : {})}
      />
      {onLevels ? <GapLine id={`${name}-gap`} kind={gap} /> : null}
      <Evidence {...props} name={name} />
      {gap === 'evidence' || gap === 'same' ? <GapLine id={`${name}-gap`} kind={gap} /> : null}
    </div>
  );
});

function Evidence({ slot, rating, rate, gap, name }: ScorecardSlotProps & { readonly name: string }): ReactNode {
  const t = useScorecardTexts();
  const wrong = gap === 'evidence' || gap === 'same';
  if (rate === undefined)
    return (
      <div className={styles.shown}>
        {rating.isNotAssessed ? <span className="pill">{t('notAssessedShort')}</span> : null}
        {rating.evidence}
      </div>
    );
  return (
    <>
      <Textarea
        id={`${name}-evidence`}
        className={styles.evidence}
        aria-label={t('evidence', { skill: slot.skill })}
        placeholder={rating.isNotAssessed ? t('evidenceOptional') : t('evidencePlaceholder')}
        value={rating.evidence}
        onChange={(event) => rate(slot.key, { evidence: event.currentTarget.value })}
        maxLength={4000}
        rows={2}
        error={wrong}
        aria-describedby={wrong ? `${name}-gap` : undefined}
      />
      <Checkbox
        className={styles.notAssessed}
        size="xs"
        label={t('notAssessed')}
        aria-label={t('notAssessedOf', { skill: slot.skill })}
        checked={rating.isNotAssessed}
        onChange={(event) =>
          rate(slot.key, event.currentTarget.checked ? { isNotAssessed: true, level: null } : { isNotAssessed: false })
        }
      />
    </>
  );
}
