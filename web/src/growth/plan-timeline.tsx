/** Why this file exists: the goals in time, prerequisites first, with today and the deployment as lines. */
import type { ReactNode } from 'react';
import { day, shortDay, today } from '../app/format.js';
import { activitiesOf, nameOf, spanOf, type Goal, type Span } from './plan-model.js';
import type { PlanContext } from './plan-page.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan-timeline.module.css';

/** A month with its year in January, or at the start when no January follows. */
const monthOf = (month: number, isFirst: boolean, hasJanuary: boolean): string => {
  const date = new Date(month);
  const isYear = date.getUTCMonth() === 0 || (isFirst && !hasJanuary);
  return day(date.toISOString(), {
    day: undefined,
    month: 'short',
    ...(isYear ? { year: 'numeric' as const } : { year: undefined }),
  });
};

export function PlanTimeline(context: PlanContext): ReactNode {
  const t = usePlanTexts();
  const { plan, goals } = context;
  const shown = goals
    .filter(({ state }) => state !== 'DROPPED')
    .toSorted((a, b) => (a.startOn ?? '9').localeCompare(b.startOn ?? '9') || a.position - b.position);
  const days = [plan.startOn, plan.endOn, plan.deploymentOn, ...shown.flatMap((g) => [g.startOn, g.endOn])].filter(
    (d) => d != null,
  );
  const span = spanOf(days);
  const now = today();
  const isNow = span.at(now) >= 0 && span.at(now) <= 100;
  const every = Math.ceil(span.months.length / 12);
  const hasJanuary = span.months.some((month, i) => i % every === 0 && new Date(month).getUTCMonth() === 0);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('timeline')}>
      <div className={styles.timeline} role="table" aria-label={t('goals')}>
        <div className={styles.months} role="row" data-deployment={plan.deploymentOn == null ? undefined : true}>
          <span role="columnheader">{t('goal')}</span>
          <div role="columnheader" aria-label={t('dates')}>
            {span.months.map((month, i) =>
              i % every === 0 ? (
                <span key={month} style={{ left: `${((month - span.from) / (span.to - span.from)) * 100}%` }}>
                  {monthOf(month, i === 0, hasJanuary)}
                </span>
              ) : null,
            )}
            {isNow ? (
              <span className={styles.todayLabel} style={{ left: `${span.at(now)}%` }}>
                {t('today')}
              </span>
            ) : null}
            {plan.deploymentOn == null ? null : (
              <span
                className={styles.deploymentLabel}
                data-edge={edgeOf(span.at(plan.deploymentOn))}
                style={{ left: `${span.at(plan.deploymentOn)}%` }}
              >
                {t('deployment')}
              </span>
            )}
          </div>
        </div>
        <div className={styles.rows} role="rowgroup">
          <Lines span={span} isNow={isNow} deploymentOn={plan.deploymentOn ?? null} />
          {shown.map((goal) => (
            <Row key={goal.id} goal={goal} span={span} {...context} />
          ))}
        </div>
      </div>
      {plan.deploymentOn == null ? null : (
        <p className={styles.key}>
          <i aria-hidden />
          {t('deployment')}:{' '}
          {plan.deploymentName == null
            ? day(plan.deploymentOn)
            : t('deploymentLine', { name: plan.deploymentName, day: day(plan.deploymentOn) })}
        </p>
      )}
    </div>
  );
}

/** A label near an edge stays inside. */
const edgeOf = (at: number): 'start' | 'end' | undefined => (at < 6 ? 'start' : at > 94 ? 'end' : undefined);

interface LinesProps {
  readonly span: Span;
  readonly isNow: boolean;
  readonly deploymentOn: string | null;
}

function Lines({ span, isNow, deploymentOn }: LinesProps): ReactNode {
  return (
    <div className={styles.lines} aria-hidden>
      {span.months.slice(1).map((month) => (
        <i key={month} style={{ left: `${((month - span.from) / (span.to - span.from)) * 100}%` }} />
      ))}
      {deploymentOn === null ? null : <i className={styles.deployment} style={{ left: `${span.at(deploymentOn)}%` }} />}
      {isNow ? <i className={styles.today} style={{ left: `${span.at(today())}%` }} /> : null}
    </div>
  );
}

type RowProps = PlanContext & { readonly goal: Goal; readonly span: Span };

/** Share of a goal's activities that are done. */
function doneShare(goal: Goal, activities: PlanContext['activities']): number {
  const own = activitiesOf(goal, activities);
  return own.length === 0 ? 0 : own.filter(({ state }) => state === 'DONE').length / own.length;
}

/** The state stands inside its bar, or beside it where the bar is short. */
const placeOf = (left: number, width: number): 'inside' | 'before' | 'after' =>
  width >= 15 ? 'inside' : left + width > 80 ? 'before' : 'after';

function Row({ goal, span, activities, change }: RowProps): ReactNode {
  const t = usePlanTexts();
  const state = t(`state_${goal.state}`);
  const from = goal.startOn ?? null;
  const to = goal.endOn ?? null;
  const width = from === null || to === null ? 0 : Math.max(1.5, span.at(to) - span.at(from));
  const words =
    from === null || to === null ? t('noDates') : t('bar', { state, from: shortDay(from), to: shortDay(to) });
  return (
    <div className={styles.row} role="row">
      <div role="rowheader" className={styles.label}>
        <button type="button" onClick={() => change({ goal: goal.skillKey })} data-goal={goal.skillKey}>
          {nameOf(goal)}
        </button>
        <span className="muted num">{t('levels', { from: goal.fromLevel, to: goal.toLevel })}</span>
      </div>
      <div role="cell" className={styles.cell}>
        <span className="visually-hidden">{words}</span>
        {from === null || to === null ? (
          <span className={styles.none} aria-hidden>
            {t('noDates')}
          </span>
        ) : (
          <span
            aria-hidden
            className={styles.bar}
            data-state={goal.state}
            data-words={placeOf(span.at(from), width)}
            style={{ left: `${span.at(from)}%`, width: `${width}%` }}
          >
            <i style={{ width: `${doneShare(goal, activities) * 100}%` }} />
            <span>{state}</span>
          </span>
        )}
      </div>
    </div>
  );
}
