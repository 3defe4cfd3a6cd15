/** Why this file exists: what growth plans wait for: a second view, their start once the support is complete, another mentor when one declined. */
import { shortDay } from '../app/format.js';
import { graphql, readFragment } from '../gql/index.js';
import type { HomeCheckInsFragment, HomeOpenPlanFragment, HomeQuery } from '../gql/graphql.js';
import type { Told, WaitingItem } from './home-waiting.js';

export const OpenPlan = graphql(`
  fragment HomeOpenPlan on GrowthPlan {
    id
    state
    mentorDeclineReason
    mentorDeclinedBy {
      id
      displayName
    }
    supportFindings {
      code
    }
    person {
      id
      displayName
      manager {
        id
      }
    }
    target {
      id
      title
    }
  }
`);

export const PlanCheckIns = graphql(`
  fragment HomeCheckIns on GrowthPlan {
    id
    person {
      id
      displayName
    }
    goals {
      id
      checkIns {
        id
        self {
          recordedAt
        }
        assessor {
          recordedAt
        }
        assessorPerson {
          id
        }
      }
    }
  }
`);

/** Check-ins in which the person wrote their view and the reader, who gives the second one, did not. */
function checkInsOf(plan: HomeCheckInsFragment, me: string | null, t: Told): readonly WaitingItem[] {
  const days = plan.goals
    .flatMap(({ checkIns }) => checkIns)
    .flatMap(({ self, assessor, assessorPerson }) =>
      self != null && assessor == null && me !== null && assessorPerson?.id === me ? [self.recordedAt] : [],
    )
    .toSorted();
  const [first] = days;
  if (first === undefined) return [];
  const values = { count: days.length, name: plan.person?.displayName ?? '', day: shortDay(first) };
  const [title, why] = [t('checkIn', values), t('checkInWhy', values)];
  return [{ key: `check-in${plan.id}`, kind: 'checkIn', title, why, to: `/growth/${plan.id}` }];
}

function itemsOf(plan: HomeOpenPlanFragment, isOwn: boolean, t: Told): readonly WaitingItem[] {
  const { id, state, mentorDeclinedBy: declined, supportFindings } = plan;
  const to = `/growth/${id}`;
  const values = { name: plan.person?.displayName ?? '', target: plan.target?.title ?? '' };
  if (declined != null) {
    const who = { ...values, mentor: declined.displayName };
    const title = t(isOwn ? 'declinedOwn' : 'declined', who);
    const reason = plan.mentorDeclineReason ?? null;
    const why = reason === null ? t('declinedWhy', values) : t('declinedBecause', { ...values, reason });
    return [{ key: `declined${id}`, kind: 'declined', title, why, to }];
  }
  if (state !== 'DRAFT' || supportFindings.length > 0) return [];
  const title = t(isOwn ? 'planReadyOwn' : 'planReady', values);
  return [{ key: `plan${id}`, kind: 'plan', title, why: t('planReadyWhy', values), to }];
}

/** Check-ins, own plans, then plans of direct reports. @param me id of the reader's own person */
export function waitingPlans(data: HomeQuery, me: string | null, t: Told): readonly WaitingItem[] {
  const own = (data.myGrowthPlans?.nodes ?? []).map((ref) => readFragment(OpenPlan, ref));
  const team = (data.teamPlans?.nodes ?? [])
    .map((ref) => readFragment(OpenPlan, ref))
    .filter(({ person }) => me !== null && person?.manager?.id === me);
  const checkIns = (data.teamPlans?.nodes ?? []).map((ref) => readFragment(PlanCheckIns, ref));
  const open = own.filter(({ state }) => state !== 'COMPLETED' && state !== 'CLOSED');
  return [
    ...checkIns.flatMap((one) => checkInsOf(one, me, t)),
    ...open.flatMap((one) => itemsOf(one, true, t)),
    ...team.flatMap((one) => itemsOf(one, false, t)),
  ];
}
