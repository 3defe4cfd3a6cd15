/** Why this file exists: everything that waits for the reader, of whatever kind, becomes one list with the most pressing first. */
import { instant, shortDay } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { HomeApplicationFragment, HomeQuery } from '../gql/graphql.js';
import { waitingPlans } from './home-plans.js';
import { useHomeTexts } from './home.texts.js';

const ApplicationFragment = graphql(`
  fragment HomeApplication on Application {
    id
    stage
    candidate {
      id
      displayName
    }
    requisition {
      id
      title
      hiringManager {
        id
      }
    }
    interviews {
      id
      title
      state
      scheduledAt
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
    evaluation {
      progress {
        due
        submitted
      }
      debrief {
        heldAt
      }
      decision {
        id
        outcome
        decidedAt
      }
    }
  }
`);
export const InterviewFragment = graphql(`
  fragment HomeInterview on Interview {
    id
    title
    state
    minutes
    scheduledAt
    isMyScorecardDue
    application {
      id
      candidate {
        id
        displayName
      }
    }
  }
`);

export type WaitingKind =
  | 'decision'
  | 'debrief'
  | 'hire'
  | 'scorecard'
  | 'late'
  | 'review'
  | 'returned'
  | 'mentor'
  | 'checkIn'
  | 'plan'
  | 'declined'
  | 'stalled'
  | 'initiative';
export interface WaitingItem {
  readonly key: string;
  readonly kind: WaitingKind;
  readonly title: string;
  readonly why: string;
  readonly to: string;
}
export type Told = ReturnType<typeof useHomeTexts>;

/**
 * @param now instant, milliseconds
 * @param me  id of the reader's own person; `null` without one
 */
export function useWaitingItems(data: HomeQuery, now: number, me: string | null): readonly WaitingItem[] {
  const t = useHomeTexts();
  return [
    ...ofHiring(data, now, t),
    ...ofInterviews(data, now, t),
    ...ofTeam(data, t),
    ...waitingPlans(data, me, t),
    ...ofGrowth(data, t),
    ...ofInitiatives(data, t),
  ];
}

type Ref = FragmentType<typeof ApplicationFragment>;

function ofHiring(data: HomeQuery, now: number, t: Told): readonly WaitingItem[] {
  const read = (refs: readonly Ref[] | undefined) => (refs ?? []).map((ref) => readFragment(ApplicationFragment, ref));
  const open = [...read(data.debriefs?.nodes), ...read(data.interviewing?.nodes)];
  const [decisions, debriefs, late]: [WaitingItem[], WaitingItem[], WaitingItem[]] = [[], [], []];
  for (const one of open) {
    const { id, evaluation, requisition } = one;
    const to = `/requisitions/${requisition?.id ?? ''}/compare?decide=${id}`;
    const values = { name: one.candidate?.displayName ?? '', requisition: requisition?.title ?? '' };
    const { due, submitted } = evaluation?.progress ?? { due: 0, submitted: 0 };
    const held = evaluation?.debrief?.heldAt;
    if (held !== undefined) {
      const why = t('decisionWhy', { ...values, at: shortDay(held) });
      decisions.push({ key: `decision${id}`, kind: 'decision', title: t('decision', values), why, to });
    } else if (due > 0 && submitted === due) {
      const why = t('debriefWhy', { ...values, count: due });
      debriefs.push({ key: `debrief${id}`, kind: 'debrief', title: t('debrief', values), why, to });
    }
    late.push(...lateScorecards(one, now, t));
  }
  const hires = read(data.decided?.nodes).flatMap((one): WaitingItem[] => {
    const decision = one.evaluation?.decision;
    if (decision?.outcome !== 'ACCEPT') return [];
    const values = { name: one.candidate?.displayName ?? '', requisition: one.requisition?.title ?? '' };
    const to = `/requisitions/${one.requisition?.id ?? ''}/compare?decide=${one.id}`;
    const why = t('hireWhy', { ...values, at: shortDay(decision.decidedAt) });
    return [{ key: `hire${one.id}`, kind: 'hire', title: t('hire', values), why, to }];
  });
  return [...decisions, ...hires, ...debriefs, ...late];
}

/** Scorecards of interviews that are over and are not in. */
function lateScorecards(of: HomeApplicationFragment, now: number, t: Told): WaitingItem[] {
  return (of.interviews ?? []).flatMap(({ id, title, state, scheduledAt, seats }) => {
    const isOver = state === 'DONE' || (state === 'PLANNED' && scheduledAt != null && Date.parse(scheduledAt) < now);
    if (!isOver) return [];
    return seats
      .filter((seat) => !seat.isObserver && !seat.isRemoved && !seat.hasSubmitted)
      .map((seat): WaitingItem => {
        const at = scheduledAt == null ? '' : shortDay(scheduledAt);
        return {
          key: `late${id}${seat.scorecardId}`,
          kind: 'late',
          title: t('late', { name: seat.person?.displayName ?? '' }),
          why: t('lateWhy', { candidate: of.candidate?.displayName ?? '', interview: title, at }),
          to: `/requisitions/${of.requisition?.id ?? ''}?application=${of.id}`,
        };
      });
  });
}

function ofInterviews(data: HomeQuery, now: number, t: Told): readonly WaitingItem[] {
  return (data.due?.nodes ?? [])
    .map((ref) => readFragment(InterviewFragment, ref))
    .filter((one) => one.state === 'DONE' || (one.scheduledAt != null && Date.parse(one.scheduledAt) < now))
    .map((one) => ({
      key: `scorecard${one.id}`,
      kind: 'scorecard',
      title: t('scorecard', { name: one.application?.candidate?.displayName ?? '' }),
      why:
        one.scheduledAt == null
          ? t('scorecardUntimed', { interview: one.title })
          : t('scorecardWhy', { interview: one.title, at: instant(one.scheduledAt) }),
      to: `/interviews/${one.id}/scorecard`,
    }));
}

function ofTeam(data: HomeQuery, t: Told): readonly WaitingItem[] {
  const reviews = (data.assessmentsToReview?.nodes ?? []).map(
    (one): WaitingItem => ({
      key: `review${one.id}`,
      kind: 'review',
      title: t('review', {
        name: one.person?.displayName ?? '',
        skill: one.skill?.name ?? '',
        level: one.proposedLevel ?? '',
      }),
      why: t('reviewWhy', { at: shortDay(one.recordedAt) }),
      to: `/reviews/${one.id}`,
    }),
  );
  const mentees = (data.mentees?.nodes ?? [])
    .filter((one) => one.agreedAt == null)
    .map(
      (one): WaitingItem => ({
        key: `mentor${one.planId}`,
        kind: 'mentor',
        title: t('unconfirmed', { name: one.person?.displayName ?? '' }),
        why: t('mentorWhy'),
        to: '/mentoring',
      }),
    );
  const stalled = (data.stalledPeople?.nodes ?? []).map(
    (one): WaitingItem => ({
      key: `stalled${one.plan.id}`,
      kind: 'stalled',
      title: t('stalled', { name: one.person?.displayName ?? '' }),
      why: t('stalledWhy', { days: one.days }),
      to: `/growth/${one.plan.id}`,
    }),
  );
  return [...reviews, ...mentees, ...stalled];
}

/** Claims that were sent back and not made again since. */
function ofGrowth(data: HomeQuery, t: Told): readonly WaitingItem[] {
  const all = data.assessments?.nodes ?? [];
  return all
    .filter((one) => one.state === 'REJECTED')
    .filter((one) => !all.some((later) => later.skillKey === one.skillKey && later.recordedAt > one.recordedAt))
    .map((one) => ({
      key: `returned${one.id}`,
      kind: 'returned',
      title: t('returned', { skill: one.skill?.name ?? one.skillKey }),
      why: t('returnedWhy', { level: one.proposedLevel ?? '' }),
      to: `/skills?skill=${one.skillKey}`,
    }));
}

const ofInitiatives = (data: HomeQuery, t: Told): readonly WaitingItem[] =>
  (data.requisitions?.nodes ?? [])
    .filter((one) => one.warnings.length > 0)
    .map((one) => ({
      key: `initiative${one.id}`,
      kind: 'initiative',
      title: t('initiative', { title: one.title }),
      why: t('initiativeWhy'),
      to: `/requisitions/${one.id}`,
    }));
