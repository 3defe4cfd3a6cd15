/** Why this file exists: one skill rated on one item: a level on its anchor, or not assessed, and the evidence behind it. */
import { memo, useState, type ReactNode } from 'react';
import { Checkbox, Textarea } from '@mantine/core';
import { LevelCards, type LevelAnchor } from '../ui/level-cards.js';
import { LEAST_EVIDENCE, lacks, seen, type GapKind, type SlotRating } from './scorecard-content.js';
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
  const [asked, setAsked] = useState(false);
  const above = asked ? undefined : anchorsOf;
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
        {anchorsOf === undefined ? null : <AnchorsShown shown={asked} onChange={setAsked} />}
      </div>
      <div onFocusCapture={() => setAsked(true)}>
        <LevelCards
          label={t('rate', { skill: slot.skill })}
          name={name}
          anchors={anchors}
          value={rating.level}
          faded={rating.isNotAssessed}
          disabled={rate === undefined}
          {...(above === undefined ? {} : { anchorsOf: above })}
          {...(rate === undefined ? {} : { onChange: (level) => rate(slot.key, { level, isNotAssessed: false }) })}
          {...(onLevels ? { errorId: `${name}-gap` } : {})}
        />
      </div>
      {onLevels ? <GapLine id={`${name}-gap`} kind={gap} /> : null}
      <Evidence {...props} name={name} />
    </div>
  );
});

interface AnchorsShownProps {
  readonly shown: boolean;
  readonly onChange: (shown: boolean) => void;
}

/** All skills of a question are rated on the same anchors; they unfold here when a rating gets the focus, or by this button. */
function AnchorsShown({ shown, onChange }: AnchorsShownProps): ReactNode {
  const t = useScorecardTexts();
  return (
    <button type="button" className={styles.sameAnchors} aria-expanded={shown} onClick={() => onChange(!shown)}>
      {t(shown ? 'anchorsHide' : 'anchorsShow')}
    </button>
  );
}

/** The library would put its own description over ours; its text area hands this on to its input. */
const OWN_ARIA = { withAria: false };

function Evidence({ slot, rating, rate, gap, name }: ScorecardSlotProps & { readonly name: string }): ReactNode {
  const t = useScorecardTexts();
  const wrong = gap === 'evidence' || gap === 'same';
  const short = !wrong && lacks(rating) === 'evidence';
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
        {...OWN_ARIA}
        aria-invalid={wrong ? true : undefined}
        className={styles.evidence}
        aria-label={t('evidence', { skill: slot.skill })}
        placeholder={rating.isNotAssessed ? t('evidenceOptional') : t('evidencePlaceholder', { least: LEAST_EVIDENCE })}
        value={rating.evidence}
        onChange={(event) => rate(slot.key, { evidence: event.currentTarget.value })}
        maxLength={4000}
        rows={2}
        error={wrong}
        aria-describedby={wrong ? `${name}-gap` : short ? `${name}-least` : undefined}
      />
      {wrong ? <GapLine id={`${name}-gap`} kind={gap} /> : null}
      <div className={styles.underEvidence}>
        <Checkbox
          className={styles.notAssessed}
          size="xs"
          label={t('notAssessed')}
          aria-label={t('notAssessedOf', { skill: slot.skill })}
          checked={rating.isNotAssessed}
          onChange={(event) =>
            rate(
              slot.key,
              event.currentTarget.checked ? { isNotAssessed: true, level: null } : { isNotAssessed: false },
            )
          }
        />
        {short ? (
          <span className="muted num small-text" id={`${name}-least`}>
            {t('evidenceLeast', { written: seen(rating.evidence), least: LEAST_EVIDENCE })}
          </span>
        ) : null}
      </div>
    </>
  );
}
