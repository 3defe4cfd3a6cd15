/** Why this file exists: what a bridge lacks with the means to mend it, signals that ask for a talk, and the next useful thing to do. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { day, number, today } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { activitiesOf, nameOf } from './plan-model.js';
import type { PlanContext } from './plan-page.js';
import { UpdatePlan } from './plan.commands.js';
import { usePlanFormTexts, usePlanTexts } from './plan.texts.js';
import styles from './plan.module.css';

export function PlanSupport(context: PlanContext): ReactNode {
  const { plan, role } = context;
  return (
    <>
      {plan.isBridge && role.isOpen ? <Findings {...context} /> : null}
      {!plan.isBridge && role.isOpen ? <Declined {...context} /> : null}
      {plan.stallSignal == null ? null : <Stall {...context} />}
      <Deployed {...context} />
      {plan.state === 'ACTIVE' ? <Next {...context} /> : null}
    </>
  );
}

function Findings(context: PlanContext): ReactNode {
  const t = usePlanTexts();
  const { plan, role } = context;
  const findings = plan.supportFindings;
  if (findings.length === 0)
    return plan.state === 'DRAFT' ? (
      <p className={`banner info ${styles.notice}`} id="plan-support" tabIndex={-1}>
        <span>{t('supportDone')}</span>
      </p>
    ) : null;
  return (
    <section className={`panel padded ${styles.support}`} aria-labelledby="plan-support">
      <h2 id="plan-support" tabIndex={-1}>
        {plan.state === 'DRAFT' ? t('supportTitle') : t('supportLost')}
      </h2>
      <p className="muted">{t('supportLead')}</p>
      <ul>
        {findings.map((finding) => (
          <li key={finding.code}>
            <span>{wordsOf(finding, plan, t)}</span>
            {role.mayChange ? <Mend code={finding.code} {...context} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same finding with the name of the mentor it speaks of. */
function wordsOf(
  { code, message }: PlanContext['plan']['supportFindings'][number],
  plan: PlanContext['plan'],
  t: ReturnType<typeof usePlanTexts>,
): string {
  if (code === 'MENTOR_NOT_AGREED' && plan.mentor != null) return t('mentorWaits', { name: plan.mentor.displayName });
  return code === 'MENTOR_MISSING' ? (declinedWords(plan, t) ?? message) : message;
}

/** Who declined, when and why; `null` when nobody did. */
function declinedWords(plan: PlanContext['plan'], t: ReturnType<typeof usePlanTexts>): string | null {
  if (plan.mentorDeclinedBy == null || plan.mentorDeclinedAt == null) return null;
  const values = { name: plan.mentorDeclinedBy.displayName, day: day(plan.mentorDeclinedAt) };
  const reason = plan.mentorDeclineReason ?? null;
  return reason === null ? t('declined', values) : t('declinedBecause', { ...values, reason });
}

/** A plan that is no bridge has no findings, but somebody was asked and said no. */
function Declined({ plan, role, change }: PlanContext): ReactNode {
  const t = usePlanTexts();
  const words = declinedWords(plan, t);
  if (words === null) return null;
  return (
    <p className={`banner ${styles.notice}`}>
      <span>{words}</span>
      {role.mayChange ? (
        <Button size="compact-sm" variant="default" onClick={() => change({ write: 'mentor' })}>
          {t('findMentor')}
        </Button>
      ) : null}
    </p>
  );
}

type MendProps = PlanContext & { readonly code: PlanContext['plan']['supportFindings'][number]['code'] };

function Mend({ code, plan, change, again }: MendProps): ReactNode {
  const t = usePlanTexts();
  const f = usePlanFormTexts();
  const [update, running] = useCommand(UpdatePlan);
  const half = plan.weeklyHours / 2;
  const protect = async (): Promise<void> => {
    const outcome = await update({ input: { planId: plan.id, version: plan.version, protectedHoursPerWeek: half } });
    again();
    if (outcome.ok) notifyDone(f('saved'));
    else notifyProblem(outcome.problem);
  };
  if (code === 'TIME_NOT_PROTECTED')
    return (
      <Button size="compact-sm" variant="default" loading={running} onClick={() => void protect()}>
        {t('protect', { hours: number(half, 1) })}
      </Button>
    );
  const isMentor = code === 'MENTOR_MISSING' || code === 'MENTOR_NOT_AGREED';
  return (
    <Button size="compact-sm" variant="default" onClick={() => change({ write: isMentor ? 'mentor' : 'dates' })}>
      {t(code === 'MENTOR_MISSING' ? 'findMentor' : code === 'MENTOR_NOT_AGREED' ? 'otherMentor' : 'book')}
    </Button>
  );
}

function Stall({ plan }: PlanContext): ReactNode {
  const t = usePlanTexts();
  if (plan.stallSignal == null) return null;
  return (
    <p className={`banner ${styles.notice}`}>
      <span>
        <b>{t('stallTitle')}.</b> {t('stall', { count: plan.stallSignal.days, day: day(plan.stallSignal.since) })}
      </span>
    </p>
  );
}

/** Once the deployment is over, its evidence is asked for. */
function Deployed({ plan, goals, activities, change }: PlanContext): ReactNode {
  const t = usePlanTexts();
  if (plan.state !== 'ACTIVE' || plan.deploymentOn == null || plan.deploymentOn > today()) return null;
  const open = goals.filter(
    (goal) =>
      (goal.state === 'PLANNED' || goal.state === 'ACTIVE') &&
      activitiesOf(goal, activities).some(({ lever }) => lever === 'DEPLOYMENT_EXPOSURE'),
  );
  if (open.length === 0) return null;
  return (
    <section
      className={`banner info ${styles.notice}`}
      aria-label={t('deployedTitle', { day: day(plan.deploymentOn) })}
    >
      <span>
        <b>{t('deployedTitle', { day: day(plan.deploymentOn) })}.</b> {t('deployedBody')}
        <span className={styles.buttons}>
          {open.slice(0, 6).map((goal) => (
            <Button
              key={goal.id}
              size="compact-sm"
              variant="default"
              onClick={() => change({ goal: goal.skillKey, write: undefined })}
            >
              {nameOf(goal)}
            </Button>
          ))}
        </span>
      </span>
    </section>
  );
}

function goTo(activityId: string): void {
  const row = document.getElementById(`activity-${activityId}`);
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}

function Next({ plan, activities }: PlanContext): ReactNode {
  const t = usePlanTexts();
  const next = activities.find(({ id }) => id === plan.nextActivity?.id);
  return (
    <p className={styles.next}>
      <b>{t('next')}</b>{' '}
      {next === undefined ? (
        t('nextNone')
      ) : (
        <>
          <button type="button" className={styles.textButton} onClick={() => goTo(next.id)}>
            {next.activity?.name ?? next.activityKey}
          </button>
          {', '}
          {t('dateRange', { from: day(next.startOn), to: day(next.endOn) })}
        </>
      )}
    </p>
  );
}
