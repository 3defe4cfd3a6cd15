/** Why this file exists: one question of the interview with what to listen for, and the skills rated on it. */
import type { ReactNode } from 'react';
import { IconCornerDownRight, IconFlag3 } from '@tabler/icons-react';
import type { Content, GapKind, SlotRating } from './scorecard-content.js';
import { ratingOf } from './scorecard-content.js';
import { useEvaluationsTexts } from './evaluations.texts.js';
import { ScorecardSlot } from './scorecard-slot.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { AskedItem } from './scorecard-view.js';
import styles from './scorecard.module.css';

/** How the ratings of a scorecard are drawn and changed; without `rate` they only show. */
export interface Writing {
  readonly content: Content;
  readonly rate?: (key: string, change: Partial<SlotRating>) => void;
  readonly change?: (change: Partial<Pick<Content, 'verdict' | 'summary'>>) => void;
  readonly active: number | null;
  readonly activate?: (index: number) => void;
  /** What is wrong, by slot; empty until the author has tried to submit. */
  readonly gaps: ReadonlyMap<string, GapKind>;
}

interface ScorecardItemProps {
  readonly item: AskedItem;
  readonly number: number;
  readonly writing: Writing;
}

export function ScorecardItem({ item, number, writing }: ScorecardItemProps): ReactNode {
  const kinds = useEvaluationsTexts();
  const t = useScorecardTexts();
  const isActive = item.slots.some((slot) => slot.index === writing.active);
  const firstSlot = item.slots[0]?.index;
  return (
    <section className={styles.item} data-active={isActive} aria-labelledby={`item-${item.key}`} id={`at-${item.key}`}>
      <div className={styles.itemHead}>
        <span className={styles.itemNumber} aria-hidden>
          {number}
        </span>
        <h2 id={`item-${item.key}`}>{item.title}</h2>
        <span className={styles.itemMeta}>
          {t('itemMeta', { kind: kinds(`item_${item.kind}`), minutes: item.minutes })}
        </span>
      </div>
      <p className={styles.prompt}>{item.prompt}</p>
      <Hints
        label={t('probes')}
        texts={item.probes}
        icon={<IconCornerDownRight size={14} stroke={1.8} aria-hidden />}
      />
      <Hints label={t('redFlags')} texts={item.redFlags} icon={<IconFlag3 size={14} stroke={1.8} aria-hidden />} flag />
      {item.slots.map((slot) => (
        <ScorecardSlot
          key={slot.key}
          slot={slot}
          anchors={item.anchors}
          anchorsOf={slot.index === firstSlot ? undefined : `slot-${firstSlot ?? 0}`}
          rating={ratingOf(writing.content, slot)}
          rate={writing.rate}
          isActive={slot.index === writing.active}
          activate={writing.activate}
          gap={writing.gaps.get(slot.key)}
        />
      ))}
    </section>
  );
}

interface HintsProps {
  readonly label: string;
  readonly texts: readonly string[];
  readonly icon: ReactNode;
  readonly flag?: boolean;
}

function Hints({ label, texts, icon, flag = false }: HintsProps): ReactNode {
  if (texts.length === 0) return null;
  return (
    <ul className={styles.hints} aria-label={label} data-flag={flag}>
      {flag ? <li className={styles.hintLabel}>{label}</li> : null}
      {texts.map((text) => (
        <li key={text}>
          {icon}
          {text}
        </li>
      ))}
    </ul>
  );
}
