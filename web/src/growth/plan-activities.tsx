/** Why this file exists: the work of a plan: hours, support, dates, what each raises, and why one cannot start yet. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { day, list, number } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { FinishActivity, StartActivity } from './growth.commands.js';
import { nameOf, type Activity } from './plan-model.js';
import type { PlanContext } from './plan-page.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan.module.css';

const ORDER = { ACTIVE: 0, PLANNED: 1, DONE: 2, DROPPED: 3 } as const;

export function PlanActivities(context: PlanContext): ReactNode {
  const t = usePlanTexts();
  const rows = context.activities.toSorted(
    (a, b) => ORDER[a.state] - ORDER[b.state] || a.startOn.localeCompare(b.startOn),
  );
  return (
    <section className="section" aria-labelledby="plan-activities">
      <h2 id="plan-activities">{t('activities')}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('activities')}>
        <table className={`table ${styles.activities}`}>
          <thead>
            <tr>
              <th scope="col">{t('columnActivity')}</th>
              <th scope="col">{t('columnLever')}</th>
              <th scope="col" className="right">
                {t('columnHours')}
              </th>
              <th scope="col">{t('columnDates')}</th>
              <th scope="col">{t('columnRaises')}</th>
              <th scope="col">{t('columnState')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((activity) => (
              <Row key={activity.id} activity={activity} {...context} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type RowProps = PlanContext & { readonly activity: Activity };

function Row(props: RowProps): ReactNode {
  const t = usePlanTexts();
  const { activity, goals } = props;
  const names = new Map(goals.map((g) => [g.skillKey, nameOf(g)]));
  const raises = activity.steps.map((s) => t('raises', { skill: names.get(s.skillKey) ?? s.skillKey, to: s.to }));
  const isWaiting = activity.state === 'PLANNED' && !activity.canStart;
  return (
    <tr id={`activity-${activity.id}`} tabIndex={-1} className={styles.activity}>
      <th scope="row">
        {activity.activity?.name ?? activity.activityKey}
        <span className={styles.under}>{t(`kind_${activity.kind}`)}</span>
      </th>
      <td>{t(`lever_${activity.lever}`)}</td>
      <td className="right">{number(activity.hours, 1)}</td>
      <td className="num">
        {day(activity.startOn)}
        <span className={styles.under}>{day(activity.endOn)}</span>
      </td>
      <td>{list(raises)}</td>
      <td>
        <State {...props} />
        {isWaiting ? (
          <span className={styles.waits}>
            {t('blockedBy', {
              list: list(activity.missing.map((m) => t('raises', { skill: m.skillName, to: m.level }))),
            })}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

const TONE = { PLANNED: '', ACTIVE: 'sky', DONE: 'ok', DROPPED: '' } as const;

function State({ activity, plan, role, again }: RowProps): ReactNode {
  const t = usePlanTexts();
  const [start] = useCommand(StartActivity);
  const [finish] = useCommand(FinishActivity);
  const [running, setRunning] = useState(false);
  const name = activity.activity?.name ?? activity.activityKey;
  const input = { input: { activityId: activity.id, version: activity.version } };
  const step = async (isStart: boolean): Promise<void> => {
    setRunning(true);
    const outcome = await (isStart ? start(input) : finish(input));
    setRunning(false);
    again();
    if (!outcome.ok) notifyProblem(outcome.problem);
    else notifyDone(t(isStart ? 'activityStarted' : 'activityFinished', { name }));
  };
  const may = role.mayChange && plan.state === 'ACTIVE';
  const isStart = activity.state === 'PLANNED' && activity.canStart;
  return (
    <span className={styles.stateCell}>
      <span className={`pill ${TONE[activity.state]}`}>{t(`activityState_${activity.state}`)}</span>
      {may && (isStart || activity.state === 'ACTIVE') ? (
        <Button
          className="noprint"
          size="compact-xs"
          variant="default"
          loading={running}
          onClick={() => void step(isStart)}
          aria-label={t(isStart ? 'startActivityOf' : 'finishActivityOf', { name })}
        >
          {t(isStart ? 'startActivity' : 'finishActivity')}
        </Button>
      ) : null}
    </span>
  );
}
