/** Why this file exists: what the interviews say about one requirement of one candidate; "not assessed" is a state, never a zero. */
import type { ReactNode } from 'react';
import { IconCheck, IconMessages, IconMinus } from '@tabler/icons-react';
import { list } from '../app/format.js';
import { Rungs } from '../ui/rungs.js';
import { useCompareTexts } from './compare-texts.js';
import type { Cell, Requirement } from './compare-types.js';
import styles from './compare.module.css';

interface CompareCellProps {
  /** Absent while figures are withheld. */
  readonly of: Cell | undefined;
  readonly name: string;
  readonly requirement: Requirement;
  readonly at: string;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

export function CompareCell({ of, name, requirement, at, isStop, onFocus, onOpen }: CompareCellProps): ReactNode {
  const t = useCompareTexts();
  const state = useStateWords(of, requirement);
  const skill = requirement.skillName;
  return (
    <button
      type="button"
      className={styles.cell}
      data-cell={at}
      data-state={of?.status ?? 'WITHHELD'}
      tabIndex={isStop ? 0 : -1}
      aria-label={t('cellLabel', { name, skill, state })}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {of === undefined ? <span className={styles.quiet}>{t('waits')}</span> : <Mark of={of} />}
    </button>
  );
}

/** The cell in one sentence, for those who hear it. */
function useStateWords(of: Cell | undefined, { level: required }: Requirement): string {
  const t = useCompareTexts();
  if (of === undefined) return t('cellWaits');
  const { status, carriedLevel: level, ratings, spread } = of;
  if (status === 'NOT_ASSESSED' || level == null) return t('cellNot');
  const held =
    level === 0 ? t('cellNothing', { required }) : t(status === 'MET' ? 'cellMet' : 'cellBelow', { level, required });
  const rated = t('cellRatings', { ratings: list(ratings.map((one) => String(one.rating))) });
  return [held, rated, spread == null || spread === 0 ? null : t('cellSpread', { spread })]
    .filter((part) => part !== null)
    .join(', ');
}

function Mark({ of }: { readonly of: Cell }): ReactNode {
  const t = useCompareTexts();
  const { status, carriedLevel: level, requiredLevel: required, ratings, spread, needsDiscussion } = of;
  if (status === 'NOT_ASSESSED' || level == null) {
    return (
      <span className={styles.line}>
        <i className={styles.unknown} aria-hidden />
        {t('notAssessed')}
      </span>
    );
  }
  const isMet = status === 'MET';
  return (
    <>
      <span className={styles.line}>
        <span className={styles.sign} data-met={isMet} aria-hidden>
          {isMet ? <IconCheck size={13} stroke={2.6} /> : <IconMinus size={13} stroke={2.6} />}
        </span>
        <b>{isMet ? t('met') : level === 0 ? t('nothingShown') : t('below')}</b>
        <Rungs level={level} of={Math.max(required, level)} />
        <span className="num">{t('ofLevel', { level, required })}</span>
      </span>
      <span className={styles.under}>
        {t('ratings', { ratings: ratings.map((one) => one.rating).join(' · ') })}
        {spread == null || spread === 0 ? null : `, ${t('apart', { spread })}`}
        {spread == null || spread === 0 || isMet ? null : `; ${t('lowerCounts')}`}
        {needsDiscussion ? (
          <span className={styles.talk}>
            <IconMessages size={13} stroke={1.8} aria-hidden /> {t('talk')}
          </span>
        ) : null}
      </span>
    </>
  );
}
