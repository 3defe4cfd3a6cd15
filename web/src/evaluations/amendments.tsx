/** Why this file exists: what was changed after submission, why, and whether its author had read others by then. */
import type { ReactNode } from 'react';
import { instant } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { fromWire } from './scorecard-content.js';
import { Differences } from './scorecard-differences.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { AskedSlot } from './scorecard-view.js';
import styles from './scorecard.module.css';

const AmendmentsFragment = graphql(`
  fragment EvaluationsAmendments on Scorecard {
    id
    amendments {
      at
      reason
      isAfterSeeingOthers
      before {
      ...EvaluationsScorecardContent
    }
      after {
      ...EvaluationsScorecardContent
    }
    }
  }
`);

interface AmendmentsProps {
  readonly of: FragmentType<typeof AmendmentsFragment>;
  readonly slots: readonly AskedSlot[];
}

export function Amendments({ of, slots }: AmendmentsProps): ReactNode {
  const t = useScorecardTexts();
  const { id, amendments } = readFragment(AmendmentsFragment, of);
  if (amendments == null || amendments.length === 0) return null;
  return (
    <section className={styles.below} aria-labelledby={`amendments-${id}`}>
      <h2 id={`amendments-${id}`}>{t('amendments')}</h2>
      {amendments.map((one) => (
        <div key={one.at} className={styles.amendment}>
          <div className={styles.slotHead}>
            <h3>{t('amendedAt', { when: instant(one.at) })}</h3>
            {one.isAfterSeeingOthers ? <span className="pill warn">{t('amendAfterSeeing')}</span> : null}
          </div>
          <p>{one.reason}</p>
          <Differences
            before={fromWire(one.before)}
            after={fromWire(one.after)}
            slots={slots}
            beforeLabel={t('before')}
            afterLabel={t('after')}
          />
        </div>
      ))}
    </section>
  );
}
