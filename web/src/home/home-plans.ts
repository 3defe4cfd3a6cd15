/** Why this file exists: a plan whose support is complete can start, and one whose mentor declined needs another; its people are told. */
import { graphql, readFragment } from '../gql/index.js';
import type { HomeOpenPlanFragment, HomeQuery } from '../gql/graphql.js';
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

/** Own plans, then those of direct reports. @param me id of the reader's own person */
export function waitingPlans(data: HomeQuery, me: string | null, t: Told): readonly WaitingItem[] {
  const own = (data.myGrowthPlans?.nodes ?? []).map((ref) => readFragment(OpenPlan, ref));
  const team = (data.teamPlans?.nodes ?? [])
    .map((ref) => readFragment(OpenPlan, ref))
    .filter(({ person }) => me !== null && person?.manager?.id === me);
  const open = own.filter(({ state }) => state !== 'COMPLETED' && state !== 'CLOSED');
  return [...open.flatMap((one) => itemsOf(one, true, t)), ...team.flatMap((one) => itemsOf(one, false, t))];
}
