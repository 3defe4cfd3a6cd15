/** Why this file exists: the reader's own next interviews and the next useful activity of the own growth plan. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { instant, shortDay } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Go } from '../ui/go.js';
import { InterviewFragment } from './home-waiting.js';
import styles from './home.module.css';
import { useHomeTexts } from './home.texts.js';

const PlanFragment = graphql(`
  fragment HomePlan on GrowthPlan {
    id
    state
    target {
      id
      title
    }
    nextActivity {
      id
      startOn
      endOn
      activity {
        key
        name
        summary
      }
    }
  }
`);

interface HomeInterviewsProps {
  readonly of: readonly FragmentType<typeof InterviewFragment>[];
  readonly now: number;
}

export function HomeInterviews({ of, now }: HomeInterviewsProps): ReactNode {
  const t = useHomeTexts();
  const next = of
    .map((ref) => readFragment(InterviewFragment, ref))
    .filter((one) => one.state === 'PLANNED' && (one.scheduledAt == null || Date.parse(one.scheduledAt) >= now))
    .sort((a, b) => (a.scheduledAt ?? '9').localeCompare(b.scheduledAt ?? '9'))
    .slice(0, 5);
  return (
    <section className="section" aria-labelledby="home-interviews">
      <div className="section-head">
        <h2 id="home-interviews">{t('interviews')}</h2>
        <Go to="/interviews">{t('allInterviews')}</Go>
      </div>
      {next.length === 0 ? <p className="muted">{t('interviewsNone')}</p> : null}
      <ul className={styles.plain}>
        {next.map(({ id, title, minutes, scheduledAt, application }) => (
          <li key={id}>
            <Go to={`/interviews/${id}`} className={styles.go}>
              {t('interviewWith', { title, name: application?.candidate?.displayName ?? '' })}
            </Go>
            <span className="muted num">
              {scheduledAt == null
                ? t('interviewUntimed', { minutes })
                : t('interviewWhen', { at: instant(scheduledAt), minutes })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function HomeGrowth({ of }: { readonly of: readonly FragmentType<typeof PlanFragment>[] }): ReactNode {
  const t = useHomeTexts();
  const plans = of.map((ref) => readFragment(PlanFragment, ref));
  const plan =
    plans.find((one) => one.state === 'ACTIVE') ?? plans.find((one) => one.state === 'DRAFT' || one.state === 'PAUSED');
  const title = plan?.target?.title ?? '';
  const next = plan?.nextActivity;
  return (
    <section className="section" aria-labelledby="home-growth">
      <div className="section-head">
        <h2 id="home-growth">{t('growth')}</h2>
        {plan === undefined ? null : <span className="muted">{t('growthTowards', { title })}</span>}
      </div>
      {plan === undefined ? (
        <>
          <p className="muted">{t('growthNone')}</p>
          <Button component={Go} to="/standing" variant="default" mt="sm">
            {t('whereIStand')}
          </Button>
        </>
      ) : (
        <div className={styles.next}>
          {plan.state === 'DRAFT' ? <p>{t('growthDraft', { title })}</p> : null}
          {next == null ? (
            plan.state === 'DRAFT' ? null : (
              <p className="muted">{t('growthDone')}</p>
            )
          ) : (
            <>
              <p>
                <b>{t('growthNext', { activity: next.activity?.name ?? '' })}</b>{' '}
                <span className="muted num">
                  {t('growthWhen', { from: shortDay(next.startOn), to: shortDay(next.endOn) })}
                </span>
              </p>
              <p className="muted">{next.activity?.summary}</p>
            </>
          )}
          <Button component={Go} to={`/growth/${plan.id}`} variant="default" mt="sm">
            {t('openPlan')}
          </Button>
        </div>
      )}
    </section>
  );
}
