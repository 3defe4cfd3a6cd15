/** Why this file exists: the head of a plan: the person, the way, readiness in its parts, dates, mentor, and what can be done with it. */
import { useState, type ReactNode } from 'react';
import { Button, Menu } from '@mantine/core';
import { IconArrowRight, IconDots, IconPrinter } from '@tabler/icons-react';
import type { CommandOutcome } from '../app/commands.js';
import { useCommand } from '../app/commands.js';
import { day, list, number } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { WhoCanSeeLink } from '../readers/who-can-see-link.js';
import { Facts, type Fact } from '../ui/facts.js';
import { Avatar } from '../ui/avatar.js';
import { useGrowthTexts } from './growth.texts.js';
import type { PlanContext } from './plan-page.js';
import { CompletePlan, PausePlan, ResumePlan, StartPlan } from './plan.commands.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan.module.css';

type PlanHeadProps = PlanContext & {
  /** Names of the overlays that apply to the target. */
  readonly overlays: readonly string[];
};

const TONE = { DRAFT: '', ACTIVE: 'ok', PAUSED: 'warn', COMPLETED: 'ok', CLOSED: '' } as const;

export function PlanHead(props: PlanHeadProps): ReactNode {
  const t = usePlanTexts();
  const g = useGrowthTexts();
  const { plan, overlays } = props;
  const name = plan.person?.displayName ?? '';
  return (
    <header>
      <div className={styles.head}>
        <Avatar name={name} size={46} />
        <div className={styles.who}>
          <h1>{name}</h1>
          <p className={styles.path}>
            <b>{plan.person?.jobRoleVersion?.title ?? t('noJobRole')}</b>
            <IconArrowRight size={16} role="img" aria-label={t('to')} />
            <b>{plan.target?.title ?? g('unknownTarget')}</b>
            <span className={`pill ${TONE[plan.state]}`}>{g(`state_${plan.state}`)}</span>
            {plan.isBridge ? <span className="pill sky">{g('bridge')}</span> : null}
          </p>
          {overlays.length === 0 ? null : <p className="muted">{t('overlays', { names: list(overlays) })}</p>}
          {plan.closeReason == null ? null : <p>{t('closedBecause', { reason: plan.closeReason })}</p>}
        </div>
        <Actions {...props} />
      </div>
      <PlanFacts {...props} />
    </header>
  );
}

function PlanFacts({ plan }: PlanHeadProps): ReactNode {
  const t = usePlanTexts();
  const mentor = ((): string => {
    if (plan.mentor == null)
      return plan.mentorDeclinedBy == null
        ? t('mentorNone')
        : t('mentorDeclined', { name: plan.mentorDeclinedBy.displayName });
    const { displayName: name } = plan.mentor;
    return plan.mentorAgreedAt == null ? t('mentorAsked', { name }) : name;
  })();
  const deployment = ((): string => {
    if (plan.deploymentOn == null) return t('deploymentNone');
    const on = day(plan.deploymentOn);
    return plan.deploymentName == null ? on : t('deploymentLine', { name: plan.deploymentName, day: on });
  })();
  const facts: readonly Fact[] = [
    [
      t('dates'),
      plan.endOn == null ? day(plan.startOn) : t('dateRange', { from: day(plan.startOn), to: day(plan.endOn) }),
    ],
    [
      t('protected'),
      t('protectedOf', { hours: number(plan.protectedHoursPerWeek, 1), weekly: number(plan.weeklyHours, 1) }),
    ],
    [t('mentor'), mentor],
    ...(plan.isBridge || plan.deploymentOn != null ? [[t('deployment'), deployment] as const] : []),
  ];
  return <Facts of={facts} className={styles.facts} />;
}

/** Starts a draft; while the mentor has not answered it says whom it waits for, and does nothing. */
function Start({ plan, loading, onStart }: Pick<PlanContext, 'plan'> & StartProps): ReactNode {
  const t = usePlanTexts();
  const isAsked = plan.supportFindings.some(({ code }) => code === 'MENTOR_NOT_AGREED');
  if (!isAsked)
    return (
      <Button loading={loading} onClick={onStart}>
        {t('startPlan')}
      </Button>
    );
  return (
    <>
      <span id="plan-waits" className="muted small-text">
        {t('waitsForConsent', { name: plan.mentor?.displayName ?? '' })}
      </span>
      <Button aria-disabled data-disabled aria-describedby="plan-waits">
        {t('startPlan')}
      </Button>
    </>
  );
}

interface StartProps {
  readonly loading: boolean;
  readonly onStart: () => void;
}

function Actions({ plan, role, goals, change, again }: PlanHeadProps): ReactNode {
  const t = usePlanTexts();
  const [start, starting] = useCommand(StartPlan);
  const [pause] = useCommand(PausePlan);
  const [resume, resuming] = useCommand(ResumePlan);
  const [complete] = useCommand(CompletePlan);
  const [busy, setBusy] = useState(false);
  const input = { input: { planId: plan.id, version: plan.version } };
  const settle = async (running: Promise<CommandOutcome<unknown>>, done: string): Promise<void> => {
    setBusy(true);
    const outcome = await running;
    setBusy(false);
    again();
    if (outcome.ok) {
      notifyDone(done);
      return;
    }
    notifyProblem(outcome.problem);
    if (outcome.problem.code === 'PLAN_WITHOUT_SUPPORT') document.getElementById('plan-support')?.focus();
  };
  const mayComplete = goals.length > 0 && goals.every(({ state }) => state === 'VERIFIED' || state === 'DROPPED');
  return (
    <div className={`page-actions noprint ${styles.actions}`}>
      <WhoCanSeeLink kind="GROWTH_PLAN" id={plan.id} personId={plan.person?.id} />
      {role.mayChange && plan.state === 'DRAFT' ? (
        <Start plan={plan} loading={starting} onStart={() => void settle(start(input), t('started'))} />
      ) : null}
      {role.mayChange && plan.state === 'PAUSED' ? (
        <Button loading={resuming} onClick={() => void settle(resume(input), t('resumed'))}>
          {t('resume')}
        </Button>
      ) : null}
      {role.mayChange && plan.state === 'ACTIVE' && mayComplete ? (
        <Button loading={busy} onClick={() => void settle(complete(input), t('completed'))}>
          {t('complete')}
        </Button>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('print')}
      </Button>
      {role.mayChange ? (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <Button variant="default" aria-label={t('more')} px={9}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => change({ write: 'dates' })}>{t('editDates')}</Menu.Item>
            <Menu.Item onClick={() => change({ write: 'mentor' })}>
              {plan.mentor == null ? t('findMentor') : t('otherMentor')}
            </Menu.Item>
            {plan.state === 'ACTIVE' ? (
              <Menu.Item onClick={() => void settle(pause(input), t('paused'))}>{t('pause')}</Menu.Item>
            ) : null}
            <Menu.Item color="clay" onClick={() => change({ write: 'close' })}>
              {t('close')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
