/** Why this file exists: somebody's own growth plans, open and ended, and the start of the next one. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { graphql, readFragment } from '../gql/index.js';
import type { GrowthPlanItemFragment } from '../gql/graphql.js';
import { day } from '../app/format.js';
import { Loadable, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { useGrowthTexts } from './growth.texts.js';
import styles from './growth.module.css';

export const GrowthPlanItem = graphql(`
  fragment GrowthPlanItem on GrowthPlan {
    id
    state
    isBridge
    startOn
    endOn
    endedOn
    mentorAgreedAt
    mentor {
      id
      displayName
    }
    target {
      id
      title
    }
    goals {
      id
      state
    }
    nextActivity {
      id
      activityKey
      activity {
        key
        name
      }
    }
    stallSignal {
      days
    }
  }
`);

const GrowthListQuery = graphql(`
  query GrowthList {
    myGrowthPlans(first: 100) {
      nodes {
        ...GrowthPlanItem
      }
    }
  }
`);

const isOpen = ({ state }: GrowthPlanItemFragment): boolean => state !== 'COMPLETED' && state !== 'CLOSED';

export function GrowthPage(): ReactNode {
  const t = useGrowthTexts();
  const { person } = useSession();
  const read = useRead(GrowthListQuery, {});
  const start = (
    <Button component={Go} to="/growth/new">
      {t('start')}
    </Button>
  );
  return (
    <Page title={t('titleMany')} lead={t('lead')} actions={person == null ? null : start}>
      <Loadable of={read} skeleton={<Block height={260} />}>
        {(data) => {
          const plans = data.myGrowthPlans.nodes.map((n) => readFragment(GrowthPlanItem, n)).toReversed();
          if (plans.length === 0)
            return (
              <EmptyState small title={t('noneTitle')} action={person == null ? null : start}>
                {person == null ? t('noPerson') : t('noneBody')}
              </EmptyState>
            );
          return (
            <>
              <PlanList title={t('now')} plans={plans.filter(isOpen)} />
              <PlanList title={t('past')} plans={plans.filter((p) => !isOpen(p))} />
            </>
          );
        }}
      </Loadable>
    </Page>
  );
}

interface PlanListProps {
  readonly title: string;
  readonly plans: readonly GrowthPlanItemFragment[];
}

function PlanList({ title, plans }: PlanListProps): ReactNode {
  if (plans.length === 0) return null;
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {plans.map((plan) => (
          <li key={plan.id} className={styles.item}>
            <PlanItem plan={plan} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const TONE = { DRAFT: '', ACTIVE: 'ok', PAUSED: 'warn', COMPLETED: 'ok', CLOSED: '' } as const;

function PlanItem({ plan }: { readonly plan: GrowthPlanItemFragment }): ReactNode {
  const t = useGrowthTexts();
  const end = plan.endedOn ?? plan.endOn;
  return (
    <>
      <div className={styles.itemHead}>
        <Go to={`/growth/${plan.id}`} className={styles.link}>
          {t('towards', { target: plan.target?.title ?? t('unknownTarget') })}
        </Go>
        <span className={`pill ${TONE[plan.state]}`}>{t(`state_${plan.state}`)}</span>
        {plan.isBridge ? <span className="pill sky">{t('bridge')}</span> : null}
        <IconArrowRight size={16} aria-hidden className={styles.arrow} />
      </div>
      <PlanSummary plan={plan} end={end ?? null} />
    </>
  );
}

interface PlanSummaryProps {
  readonly plan: GrowthPlanItemFragment;
  readonly end: string | null;
}

/** Dates, goals, mentor and the next useful activity of a plan, in two lines. */
export function PlanSummary({ plan, end }: PlanSummaryProps): ReactNode {
  const t = useGrowthTexts();
  const goals = plan.goals.filter(({ state }) => state !== 'DROPPED');
  const done = goals.filter(({ state }) => state === 'VERIFIED').length;
  const next = plan.nextActivity;
  const mentor =
    plan.mentor == null
      ? t('mentorNone')
      : plan.mentorAgreedAt == null
        ? t('mentorAsked', { name: plan.mentor.displayName })
        : plan.mentor.displayName;
  const parts = [
    end === null ? t('datesOpen', { from: day(plan.startOn) }) : t('dates', { from: day(plan.startOn), to: day(end) }),
    t('goalsDone', { done, count: goals.length }),
    `${t('mentor')}: ${mentor}`,
  ];
  return (
    <>
      <p className="muted">{parts.join(' · ')}</p>
      {plan.state === 'ACTIVE' ? (
        <p>
          {t('next')}: {next == null ? t('nextNone') : (next.activity?.name ?? next.activityKey)}
        </p>
      ) : null}
      {plan.stallSignal == null ? null : (
        <p className={styles.stalled}>{t('stalled', { count: plan.stallSignal.days })}</p>
      )}
    </>
  );
}
