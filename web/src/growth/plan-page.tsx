/** Why this file exists: one growth plan: who, from where to where, what is left, the goals in time, the work, and what helps next. */
import { useMemo, type ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { graphql, readFragment } from '../gql/index.js';
import type { GrowthPlanPageQuery as GrowthPlanPageData } from '../gql/graphql.js';
import { fetchedWhenDrawn } from '../app/later.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { usePageTitle } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { ClaimEvidenceKinds } from '../matrices/claim-evidence-fields.js';
import type { PlanSearch } from './growth.routes.js';
import { PlanActivities } from './plan-activities.js';
import { PlanActivity, PlanFit, PlanGoal, PlanLevers } from './plan-fragments.js';
import { PlanGaps } from './plan-gaps.js';
import { PlanGoals } from './plan-goals.js';
import { PlanHead } from './plan-head.js';
import { LeverReport } from './plan-levers.js';
import { roleIn, type Activity, type Goal, type Plan, type PlanRole } from './plan-model.js';
import { PlanReadiness } from './plan-readiness.js';
import { PlanSteps } from './plan-steps.js';
import { PlanSupport } from './plan-support.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan.module.css';

const PlanDialogs = fetchedWhenDrawn(async () => (await import('./plan-dialogs.js')).PlanDialogs);
const GoalDrawer = fetchedWhenDrawn(async () => (await import('./goal-drawer.js')).GoalDrawer);

const GrowthPlanPageQuery = graphql(`
  query GrowthPlanPage($planId: ID!) {
    growthPlan(id: $planId) {
      id
      version
      state
      isBridge
      startOn
      endOn
      protectedHoursPerWeek
      weeklyHours
      overlayKeys
      deploymentOn
      deploymentName
      mentorAgreedAt
      mentorDeclinedAt
      mentorDeclineReason
      mentorDeclinedBy {
        id
        displayName
      }
      closeReason
      person {
        id
        displayName
        jobRoleVersion {
          id
          title
        }
        manager {
          id
          displayName
        }
      }
      mentor {
        id
        displayName
      }
      target {
        id
        title
      }
      supportFindings {
        code
        message
      }
      stallSignal {
        days
        since
      }
      nextActivity {
        id
      }
      steps {
        skillKey
        skillName
        to
        state
        missing {
          skillKey
          skillName
          level
          held
        }
      }
      goals {
        ...PlanGoal
      }
      activities {
        ...PlanActivity
      }
      leverReport {
        ...PlanLevers
      }
      fit {
        ...PlanFit
      }
    }
    overlays {
      key
      name
    }
    frameworkVersion {
      ...ClaimEvidenceKinds
    }
  }
`);

const route = getRouteApi('/growth/$planId');
export type ChangePlanSearch = (next: Partial<PlanSearch>) => void;

export function PlanPage(): ReactNode {
  const { planId } = route.useParams();
  const read = useRead(GrowthPlanPageQuery, { planId });
  return (
    <Loadable of={read} skeleton={<PlanSkeleton />}>
      {(data) =>
        data.growthPlan == null ? <Missing /> : <Loaded plan={data.growthPlan} data={data} again={read.again} />
      }
    </Loadable>
  );
}

const PlanSkeleton = (): ReactNode => (
  <div className="page">
    <Block height={56} width={420} />
    <div style={{ height: 24 }} />
    <Block height={44} />
    <div style={{ height: 34 }} />
    <div className={styles.two}>
      <Block height={380} />
      <Block height={380} />
    </div>
    <div style={{ height: 34 }} />
    <Block height={600} />
  </div>
);

/** What every part of the page is given. */
export interface PlanContext {
  readonly plan: Plan;
  readonly role: PlanRole;
  readonly goals: readonly Goal[];
  readonly activities: readonly Activity[];
  readonly change: ChangePlanSearch;
  readonly again: () => void;
}

interface LoadedProps {
  readonly plan: Plan;
  readonly data: GrowthPlanPageData;
  readonly again: () => void;
}

function useTitle(plan: Plan, role: PlanRole): void {
  const t = usePlanTexts();
  const name = plan.person?.displayName ?? '';
  const from = role.isMentor && !role.isManager ? { label: t('mentoring'), to: '/mentoring' } : null;
  const crumbs = role.isOwn
    ? [{ label: t('plans'), to: '/growth' }]
    : [from ?? { label: name, to: `/people/${plan.person?.id ?? ''}` }];
  usePageTitle(`${t('title')}: ${name}`, crumbs);
}

function Loaded({ plan, data, again }: LoadedProps): ReactNode {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { person } = useSession();
  const goals = useMemo(() => plan.goals.map((g) => readFragment(PlanGoal, g)), [plan.goals]);
  const activities = useMemo(() => plan.activities.map((a) => readFragment(PlanActivity, a)), [plan.activities]);
  const fit = readFragment(PlanFit, plan.fit) ?? null;
  const levers = readFragment(PlanLevers, plan.leverReport);
  const kinds = readFragment(ClaimEvidenceKinds, data.frameworkVersion)?.evidenceTypes ?? [];
  const role = roleIn(plan, person?.id ?? null);
  useTitle(plan, role);
  const change: ChangePlanSearch = (next) =>
    void navigate({ search: (before) => ({ ...before, ...next }), resetScroll: false });
  const context: PlanContext = { plan, role, goals, activities, change, again };
  const overlays = data.overlays.filter(({ key }) => plan.overlayKeys.includes(key)).map(({ name }) => name);
  return (
    <div className={`page ${styles.page}`}>
      <PlanHead {...context} overlays={overlays} />
      <PlanSupport {...context} />
      {fit === null ? null : <PlanReadiness fit={fit} target={plan.target?.title ?? null} />}
      {fit === null ? null : <PlanGaps fit={fit} />}
      <PlanGoals {...context} view={search.view ?? 'timeline'} />
      <PlanActivities {...context} />
      <div className={styles.two}>
        <LeverReport report={levers} />
        <PlanSteps plan={plan} />
      </div>
      <GoalDrawer {...context} fit={fit} kinds={kinds} open={search.goal ?? null} write={search.write ?? null} />
      <PlanDialogs {...context} write={search.goal === undefined ? (search.write ?? null) : null} />
    </div>
  );
}
