/** Why this file exists: two texts of a scorecard side by side, only where they differ: for a conflict and for an amendment. */
import type { ReactNode } from 'react';
import type { Verdict } from '../gql/graphql.js';
import { differencesOf, type Content, type Difference, type SlotRating } from './scorecard-content.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { AskedSlot } from './scorecard-view.js';
import styles from './scorecard.module.css';

interface DifferencesProps {
  readonly before: Content;
  readonly after: Content;
  readonly slots: readonly AskedSlot[];
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

export function Differences({ before, after, slots, beforeLabel, afterLabel }: DifferencesProps): ReactNode {
  const t = useScorecardTexts();
  return (
    <div className="table-scroll" role="region" aria-label={t('differences')} tabIndex={0}>
      <table className={`table ${styles.differences}`}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{beforeLabel}</th>
            <th scope="col">{afterLabel}</th>
          </tr>
        </thead>
        <tbody>
          {differencesOf(before, after, slots).map((one) => (
            <DifferenceRow key={`${one.slot?.key ?? ''}${one.field}`} of={one} slots={slots} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DifferenceRow({
  of: one,
  slots,
}: {
  readonly of: Difference;
  readonly slots: readonly AskedSlot[];
}): ReactNode {
  const t = useScorecardTexts();
  const skill = slots.find((slot) => slot.key === one.slot?.key)?.skill ?? '';
  const rating = (value: SlotRating): string =>
    value.isNotAssessed ? t('notAssessedShort') : value.level === null ? '' : String(value.level);
  const verdict = (value: Verdict | null): string => (value === null ? '' : t(`verdict_${value}`));
  const cells = (): readonly [label: string, before: string, after: string] => {
    switch (one.field) {
      case 'rating':
        return [t('fieldRating', { skill }), rating(one.before), rating(one.after)];
      case 'evidence':
        return [t('fieldEvidence', { skill }), one.before, one.after];
      case 'verdict':
        return [t('verdict'), verdict(one.before), verdict(one.after)];
      case 'summary':
        return [t('summary'), one.before, one.after];
    }
  };
  const [label, ...values] = cells();
  return (
    <tr>
      <th scope="row">{label}</th>
      {values.map((value, at) => (
        <td key={at}>{value === '' ? <span className="muted">{t('nothing')}</span> : value}</td>
      ))}
    </tr>
  );
}
