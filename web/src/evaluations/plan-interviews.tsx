/** Why this file exists: the interviews of one application: made from the plan, given times and panels, and marked as held. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { instant } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { EvaluationsPlanInterviewsOfFragment } from '../gql/graphql.js';
import { PlanInterviewMenu, type InterviewChange } from './plan-interview-menu.js';
import { PlanInterviewWindow } from './plan-interview-window.js';
import { PlanSchedule } from './plan-schedule.js';
import styles from './plan-tab.module.css';
import { usePlanTexts } from './plan-texts.js';

export const InterviewsFragment = graphql(`
  fragment EvaluationsPlanInterviewsOf on Application {
    id
    stage
    interviews {
      id
      title
      stageKey
      state
      version
      scheduledAt
      minutes
      seats {
        scorecardId
        isObserver
        isRemoved
        hasSubmitted
        person {
          id
          displayName
        }
      }
    }
  }
`);
export const PlannedFragment = graphql(`
  fragment EvaluationsPlanPlanned on InterviewPlan {
    requisitionId
    interviews {
      id
      title
      stageKey
      minutes
      seats {
        isObserver
        person {
          id
          displayName
        }
      }
    }
  }
`);
export type PlannedApplication = EvaluationsPlanInterviewsOfFragment;
export type MadeInterview = NonNullable<PlannedApplication['interviews']>[number];

interface PlanInterviewsProps {
  readonly of: FragmentType<typeof InterviewsFragment>;
  readonly plan: FragmentType<typeof PlannedFragment> | null;
  /** People who are barred from this application. */
  readonly barred: readonly string[];
  readonly mayChange: boolean;
  readonly again: () => void;
}

export function PlanInterviews({ of, plan: planRef, barred, mayChange, again }: PlanInterviewsProps): ReactNode {
  const t = usePlanTexts();
  const application = readFragment(InterviewsFragment, of);
  const plan = planRef === null ? null : readFragment(PlannedFragment, planRef);
  const [scheduling, setScheduling] = useState(false);
  const [change, setChange] = useState<InterviewChange | null>(null);
  const interviews = application.interviews ?? [];
  const isMade = (planned: { readonly title: string; readonly stageKey: string }): boolean =>
    interviews.some(
      (one) => one.state !== 'CANCELLED' && one.stageKey === planned.stageKey && one.title === planned.title,
    );
  const missing = (plan?.interviews ?? []).filter((planned) => !isMade(planned));
  const isOpen = ['APPLIED', 'SCREEN', 'INTERVIEWING', 'DEBRIEF'].includes(application.stage);
  return (
    <>
      {interviews.length === 0 ? <p className="muted">{t('noInterviews')}</p> : null}
      <ul className={styles.items} style={{ listStyle: 'none', padding: 0 }}>
        {interviews.map((one) => (
          <Made key={one.id} of={one} mayChange={mayChange && isOpen} onChange={setChange} />
        ))}
      </ul>
      {mayChange && isOpen && plan === null ? <p className="muted">{t('scheduleNoPlan')}</p> : null}
      {mayChange && isOpen && missing.length > 0 ? (
        <Button variant="default" mt="sm" onClick={() => setScheduling(true)}>
          {t('schedule')}
        </Button>
      ) : null}
      <PlanSchedule
        applicationId={application.id}
        planned={missing}
        barred={barred}
        opened={scheduling}
        onClose={() => setScheduling(false)}
        again={again}
      />
      <PlanInterviewWindow change={change} onClose={() => setChange(null)} again={again} />
    </>
  );
}

interface MadeProps {
  readonly of: MadeInterview;
  readonly mayChange: boolean;
  readonly onChange: (change: InterviewChange) => void;
}

function Made({ of, mayChange, onChange }: MadeProps): ReactNode {
  const t = usePlanTexts();
  return (
    <li className={styles.interview}>
      <div className={styles.interviewHead}>
        <b style={{ fontWeight: 550 }}>{of.title}</b>
        <span className={of.state === 'DONE' ? 'pill ok' : 'pill'}>{t(`state_${of.state}`)}</span>
        <span className="muted num">{of.scheduledAt == null ? t('timeOpen') : instant(of.scheduledAt)}</span>
        {mayChange && of.state !== 'CANCELLED' ? <PlanInterviewMenu of={of} onChange={onChange} /> : <span />}
      </div>
      <ul className={styles.seats}>
        {of.seats.map((seat) => (
          <li key={seat.scorecardId} className="small-text">
            {seat.person?.displayName}{' '}
            <span className="muted">
              {[
                seat.isObserver ? t('observer') : null,
                seat.isRemoved ? t('taken') : t(seat.hasSubmitted ? 'submitted' : 'due'),
              ]
                .filter((part) => part !== null)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
