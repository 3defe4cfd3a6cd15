/** Why this file exists: the goals of a plan in time or by state; the choice stands in the address. */
import type { ReactNode } from 'react';
import { Segmented } from '../ui/segmented.js';
import { PlanBoard } from './plan-board.js';
import type { PlanContext } from './plan-page.js';
import { PlanTimeline } from './plan-timeline.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan.module.css';

type PlanGoalsProps = PlanContext & { readonly view: 'timeline' | 'board' };

export function PlanGoals({ view, ...context }: PlanGoalsProps): ReactNode {
  const t = usePlanTexts();
  const dropped = context.goals.filter(({ state }) => state === 'DROPPED').length;
  return (
    <section className={`section ${styles.goals}`} aria-labelledby="plan-goals">
      <div className="section-head">
        <h2 id="plan-goals">{t('goals')}</h2>
        <span className="noprint">
          <Segmented
            label={t('view')}
            value={view}
            onChange={(next) => context.change({ view: next === 'timeline' ? undefined : next })}
            options={[
              { value: 'timeline', label: t('timeline') },
              { value: 'board', label: t('board') },
            ]}
          />
        </span>
      </div>
      {view === 'timeline' ? <PlanTimeline {...context} /> : <PlanBoard {...context} />}
      {dropped === 0 ? null : <p className="muted small-text">{t('dropped', { count: dropped })}</p>}
    </section>
  );
}
