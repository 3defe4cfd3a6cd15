/** Why this file exists: the verdict, without a neutral one, and the summary for the debrief. */
import type { ReactNode } from 'react';
import { Textarea } from '@mantine/core';
import { IconThumbDown, IconThumbDownFilled, IconThumbUp, IconThumbUpFilled } from '@tabler/icons-react';
import type { Verdict } from '../gql/graphql.js';
import { VERDICTS } from './scorecard-content.js';
import { GapLine } from './scorecard-gaps.js';
import type { Writing } from './scorecard-item.js';
import { useScorecardTexts } from './scorecard.texts.js';
import styles from './scorecard.module.css';

const ICONS: Readonly<Record<Verdict, ReactNode>> = {
  STRONG_NO: <IconThumbDownFilled size={16} aria-hidden />,
  NO: <IconThumbDown size={16} stroke={1.7} aria-hidden />,
  YES: <IconThumbUp size={16} stroke={1.7} aria-hidden />,
  STRONG_YES: <IconThumbUpFilled size={16} aria-hidden />,
};

interface ScorecardVerdictProps {
  readonly index: number;
  readonly writing: Writing;
  readonly isMissing: boolean;
}

export function ScorecardVerdict({ index, writing, isMissing }: ScorecardVerdictProps): ReactNode {
  const t = useScorecardTexts();
  const { content, change, active, activate } = writing;
  const name = `slot-${index}`;
  return (
    <section
      className={styles.item}
      id={name}
      data-active={active === index}
      aria-labelledby="verdict-title"
      onFocusCapture={() => activate?.(index)}
    >
      <div className={styles.itemHead}>
        <span className={styles.itemNumber} aria-hidden />
        <h2 id="verdict-title">{t('verdict')}</h2>
      </div>
      <p className={styles.prompt}>{t('verdictPrompt')}</p>
      <div
        className={styles.verdicts}
        role="radiogroup"
        aria-labelledby="verdict-title"
        aria-describedby={isMissing ? `${name}-gap` : undefined}
        aria-invalid={isMissing ? true : undefined}
        data-error={isMissing}
      >
        {VERDICTS.map((verdict, at) => (
          <label key={verdict} className={styles.verdict} data-no={verdict.includes('NO')}>
            <input
              type="radio"
              id={`${name}-${at + 1}`}
              name={name}
              checked={content.verdict === verdict}
              disabled={change === undefined}
              onChange={() => change?.({ verdict })}
            />
            {ICONS[verdict]}
            {t(`verdict_${verdict}`)}
          </label>
        ))}
      </div>
      {isMissing ? <GapLine id={`${name}-gap`} kind="verdict" /> : null}
      {change === undefined ? (
        <div className={styles.shown}>{content.summary}</div>
      ) : (
        <Textarea
          id={`${name}-evidence`}
          className={styles.evidence}
          aria-label={t('summary')}
          placeholder={t('summaryPlaceholder')}
          value={content.summary}
          onChange={(event) => change({ summary: event.currentTarget.value })}
          maxLength={8000}
          rows={3}
        />
      )}
    </section>
  );
}
