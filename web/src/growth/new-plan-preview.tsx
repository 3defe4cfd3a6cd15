/** Why this file exists: the plan that would be made, while it is being chosen: steps, hours, end, support that is missing. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { graphql, readFragment } from '../gql/index.js';
import type { GrowthPreviewQuery as GrowthPreviewData } from '../gql/graphql.js';
import { day, number, percent } from '../app/format.js';
import { Loadable, Missing, useRead, type Reading } from '../app/reads.js';
import { Facts } from '../ui/facts.js';
import { Block } from '../ui/skeleton.js';
import { useGrowthTexts } from './growth.texts.js';
import { areHours } from './new-plan-form.js';
import { PlanLevers } from './plan-fragments.js';
import { LeverReport } from './plan-levers.js';
import styles from './growth.module.css';

const GrowthPreviewQuery = graphql(`
  query GrowthPreview($personId: ID!, $targetId: ID!, $overlays: [String!], $hours: Float!, $startOn: Day!) {
    planPreview(
      personId: $personId
      targetJobRoleVersionId: $targetId
      overlayKeys: $overlays
      protectedHoursPerWeek: $hours
      startOn: $startOn
    ) {
      isBridge
      startOn
      endOn
      weeklyHours
      notes
      supportFindings {
        code
        message
      }
      steps {
        skillKey
        to
      }
      goals {
        skillKey
        skillName
        fromLevel
        toLevel
        isAsked
      }
      leverReport {
        ...PlanLevers
      }
      activities {
        startOn
        endOn
        activity {
          key
          name
          hours
        }
      }
    }
  }
`);

export type Preview = NonNullable<GrowthPreviewData['planPreview']>;

interface PreviewWish {
  readonly personId: string;
  readonly target: string | null;
  readonly overlays: readonly string[];
  readonly hours: number | string;
  readonly startOn: string;
}

/** Asked only for a target with usable hours and a first day. */
export function useNewPlanPreview({ personId, target, overlays, hours, startOn }: PreviewWish) {
  const isUsable = target !== null && areHours(hours) && startOn !== '';
  const variables = {
    personId,
    targetId: target ?? '',
    overlays: [...overlays],
    hours: areHours(hours) ? hours : 8,
    startOn,
  };
  return useRead(GrowthPreviewQuery, variables, { pause: !isUsable });
}

interface NewPlanPreviewProps {
  readonly target: string | null;
  readonly preview: Reading<GrowthPreviewData>;
  /** What the form holds already and the preview cannot know. */
  readonly hasDeployment: boolean;
  readonly hasMentor: boolean;
  readonly onHours: (hours: number) => void;
}

export function NewPlanPreview(props: NewPlanPreviewProps): ReactNode {
  const t = useGrowthTexts();
  const { target, preview } = props;
  return (
    <section aria-labelledby="new-plan-preview" className={`panel padded ${styles.preview}`}>
      <h2 id="new-plan-preview">{t('preview')}</h2>
      {target === null ? (
        <p className="muted">{t('previewPick')}</p>
      ) : (
        <Loadable of={preview} skeleton={<Block height={360} />}>
          {({ planPreview }) => (planPreview == null ? <Missing /> : <Shown {...props} plan={planPreview} />)}
        </Loadable>
      )}
    </section>
  );
}

function Shown({
  plan,
  hasDeployment,
  hasMentor,
  onHours,
}: NewPlanPreviewProps & { readonly plan: Preview }): ReactNode {
  const t = useGrowthTexts();
  if (plan.steps.length === 0) return <p>{t('previewNothing')}</p>;
  const levers = readFragment(PlanLevers, plan.leverReport);
  const facts = [
    [t('previewSteps'), number(plan.steps.length)],
    [t('previewHours'), number(levers.totalHours)],
    [t('previewEnd'), plan.endOn == null ? '–' : day(plan.endOn)],
    [t('previewPractice'), levers.practiceShare == null ? '–' : percent(levers.practiceShare)],
  ] as const;
  const findings = plan.supportFindings.filter(
    ({ code }) => !(code === 'DEPLOYMENT_NOT_DATED' && hasDeployment) && !(code === 'MENTOR_MISSING' && hasMentor),
  );
  return (
    <>
      <Facts of={facts} isLive />
      {!plan.isBridge || findings.length === 0 ? null : (
        <div className={styles.needs}>
          <h3>{t('previewNeeds')}</h3>
          <p>{t('previewNeedsLead')}</p>
          <ul>
            {findings.map(({ code, message }) => (
              <li key={code}>
                {message}
                {code === 'TIME_NOT_PROTECTED' ? (
                  <Button size="compact-sm" variant="default" onClick={() => onHours(plan.weeklyHours / 2)}>
                    {t('hoursHalf', { hours: number(plan.weeklyHours / 2, 1) })}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      )}
      {plan.notes.length === 0 ? null : (
        <>
          <h3>{t('previewNotes')}</h3>
          <ul>
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <LeverReport report={levers} />
      <h3>{t('previewFirst')}</h3>
      <ul className={styles.first}>
        {plan.activities.slice(0, 5).map(({ activity, startOn, endOn }) => (
          <li key={activity.key}>
            <b>{activity.name}</b>
            <span className="muted">
              {t('activityLine', { hours: number(activity.hours), from: day(startOn), to: day(endOn) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
