/** Why this file exists: behind each cell stands what interviewers saw: their notes beside the anchors that they rated against. */
import type { ReactNode } from 'react';
import { Drawer } from '@mantine/core';
import { Avatar } from '../ui/avatar.js';
import { Rungs } from '../ui/rungs.js';
import { useCompareTexts } from './compare-texts.js';
import { cellOf, nameOf, type Compared, type KitItem, type Requirement } from './compare-types.js';
import styles from './compare.module.css';
import { useDecisionTexts } from './decision-texts.js';

export interface Opened {
  readonly candidate: Compared;
  readonly requirement: Requirement;
}

interface CompareEvidenceProps {
  readonly of: Opened | null;
  readonly items: readonly KitItem[];
  readonly onClose: () => void;
}

export function CompareEvidence({ of, items, onClose }: CompareEvidenceProps): ReactNode {
  const t = useCompareTexts();
  return (
    <Drawer
      opened={of !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={of === null ? t('evidence') : t('evidenceOf', { skill: of.requirement.skillName })}
    >
      {of === null ? null : <Evidence of={of} items={items} />}
    </Drawer>
  );
}

interface EvidenceProps {
  readonly of: Opened;
  readonly items: readonly KitItem[];
}

interface Seen {
  readonly key: string;
  readonly who: string;
  readonly interview: string;
  readonly item: KitItem | undefined;
  readonly itemKey: string;
  readonly rating: number | null;
  readonly note: string;
  readonly marks: readonly string[];
}

/** Ratings of the skill in all scorecards that the reader may read. */
function useSeen({ of: { candidate, requirement }, items }: EvidenceProps): readonly Seen[] {
  const t = useCompareTexts();
  const cell = cellOf(candidate, requirement.skillKey);
  return (candidate.application?.evaluation?.scorecards ?? []).flatMap((card) => {
    if (card.state !== 'SUBMITTED') return [];
    return (card.content?.ratings ?? [])
      .filter((rating) => rating.skillKey === requirement.skillKey)
      .map((rating): Seen => {
        const counted = cell?.ratings.find(
          (one) => one.itemKey === rating.itemKey && one.person?.id === card.person?.id,
        );
        return {
          key: `${card.id}${rating.itemKey}`,
          who: card.person?.displayName ?? '',
          interview: card.interviewTitle,
          item: items.find((item) => item.key === rating.itemKey),
          itemKey: rating.itemKey,
          rating: rating.isNotAssessed ? null : (rating.level ?? null),
          note: rating.evidence,
          marks: [
            ...(card.isObserver ? [t('observer')] : []),
            ...(counted?.isAmended === true ? [t('amended')] : []),
            ...(counted?.isInfluenced === true ? [t('influenced')] : []),
          ],
        };
      });
  });
}

function Evidence({ of, items }: EvidenceProps): ReactNode {
  const t = useCompareTexts();
  const words = useDecisionTexts();
  const { candidate, requirement } = of;
  const seen = useSeen({ of, items });
  const cell = cellOf(candidate, requirement.skillKey);
  return (
    <div className={styles.evidence}>
      <p className={styles.name}>
        <Avatar name={nameOf(candidate)} size={24} /> {nameOf(candidate)}
      </p>
      <p className="muted">
        {t('levelAsked', { level: requirement.level, weight: requirement.weight })}
        {requirement.isMustHave ? `, ${t('must')}` : ''}
      </p>
      {candidate.withheld == null ? null : <p className="banner info">{words(`withheld_${candidate.withheld}`)}</p>}
      {cell?.carriedLevel == null ? null : <p className="muted small-text">{t('evidenceCarried')}</p>}
      {seen.length === 0 && candidate.withheld == null ? <p>{t('evidenceNone')}</p> : null}
      {candidate.withheld == null
        ? seen.map((one) => (
            <section key={one.key} className={styles.seen}>
              <h3>{one.item?.title ?? one.itemKey}</h3>
              <p className={styles.line}>
                {one.rating === null ? (
                  <>
                    <i className={styles.unknown} aria-hidden />
                    {t('ratingNot')}
                  </>
                ) : (
                  <>
                    <Rungs level={one.rating} /> <b>{t('ratingOf', { rating: one.rating })}</b>
                  </>
                )}
                {one.marks.map((mark) => (
                  <span key={mark} className="pill">
                    {mark}
                  </span>
                ))}
              </p>
              <blockquote>{one.note === '' ? t('noNote') : one.note}</blockquote>
              <p className="muted small-text">{t('byWhom', { name: one.who, interview: one.interview })}</p>
              {one.rating === null || one.item?.anchors[one.rating - 1] === undefined ? null : (
                <p className="muted small-text">
                  {t('anchor', { rating: one.rating, anchor: one.item.anchors[one.rating - 1] ?? '' })}
                </p>
              )}
            </section>
          ))
        : null}
    </div>
  );
}
