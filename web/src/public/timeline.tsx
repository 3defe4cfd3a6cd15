/** Why this file exists: the way of an application: what is done with its date, what is now, what is ahead, and the interviews in between. */
import type { ReactNode } from 'react';
import { IconCheck } from '@tabler/icons-react';
import { day, instant, list } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { ApplicationStage, PublicTimelineFragment } from '../gql/graphql.js';
import { usePublicTexts } from './public.texts.js';
import styles from './public.module.css';

export const PublicTimeline = graphql(`
  fragment PublicTimeline on ApplicationStatus {
    stage
    steps {
      stage
      at
    }
    interviews {
      name
      format
      minutes
      kinds
      skillNames
      scheduledAt
      isHeld
    }
  }
`);

const WAY: readonly ApplicationStage[] = ['APPLIED', 'SCREEN', 'INTERVIEWING', 'DEBRIEF', 'DECIDED'];

type When = 'done' | 'now' | 'ahead';
interface Step {
  readonly stage: ApplicationStage;
  readonly at: string | null;
  readonly when: When;
}

/** Steps in order: those reached, and those that may still come; a stage that was skipped is left out. */
export function stepsOf(stage: ApplicationStage, reached: readonly { stage: ApplicationStage; at: string }[]): Step[] {
  const done = reached.map((one): Step => ({ ...one, when: one.stage === stage ? 'now' : 'done' }));
  if (stage === 'WITHDRAWN') return done;
  const ahead = WAY.slice(WAY.indexOf(stage) + 1).map((one): Step => ({ stage: one, at: null, when: 'ahead' }));
  return [...done, ...ahead];
}

export function Timeline({ of }: { readonly of: FragmentType<typeof PublicTimeline> }): ReactNode {
  const t = usePublicTexts();
  const { stage, steps, interviews } = readFragment(PublicTimeline, of);
  const words = { done: t('stepDone'), now: t('stepNow'), ahead: t('stepAhead') };
  return (
    <section className={styles.section}>
      <h2>{t('way')}</h2>
      <ol className={styles.way}>
        {stepsOf(stage, steps).map((step) => (
          <li
            key={`${step.stage}${step.at ?? ''}`}
            data-when={step.when}
            aria-current={step.when === 'now' ? 'step' : undefined}
          >
            <span className={styles.dot} aria-hidden>
              {step.when === 'done' ? <IconCheck size={12} stroke={3} /> : null}
            </span>
            <div>
              <h3>
                {t(`stage_${step.stage}`)}
                <span className="visually-hidden">, {words[step.when]}</span>
              </h3>
              {step.at === null ? null : (
                <p className="muted">
                  <time dateTime={step.at}>{day(step.at, { weekday: 'long', month: 'long' })}</time>
                </p>
              )}
              {step.stage === 'INTERVIEWING' && interviews.length > 0 ? <Interviews all={interviews} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Interviews({ all }: { readonly all: PublicTimelineFragment['interviews'] }): ReactNode {
  const t = usePublicTexts();
  return (
    <ul className={styles.talks}>
      {all.map((one, at) => (
        <li key={at}>
          <b>{one.name}</b>
          <span className={one.isHeld ? 'pill ok' : 'pill'}>
            {one.isHeld
              ? t('wasHeld')
              : one.scheduledAt === null
                ? t('noTimeYet')
                : instant(one.scheduledAt, { month: 'long', timeZoneName: 'short' })}
          </span>
          <p className="muted">
            {[t('minutes', { count: one.minutes }), one.format].filter((text) => text !== '').join(' · ')}
          </p>
          <p className="muted">
            {t('madeOf', { kinds: list(one.kinds.map((kind) => t(`kind_${kind}`))) })}.{' '}
            {t('inIt', { skills: list(one.skillNames) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
