/** Why this file exists: the way from what is verified to a job role in short: steps, hours, practice, what can start today. */
import type { ReactNode } from 'react';
import { graphql } from '../gql/index.js';
import type { StandingWayQuery as StandingWayData } from '../gql/graphql.js';
import { number, percent } from '../app/format.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { Facts } from '../ui/facts.js';
import { Block } from '../ui/skeleton.js';
import { useStandingTexts } from './standing-texts.js';
import styles from './standing.module.css';

const StandingWayQuery = graphql(`
  query StandingWay($personId: ID!, $targetId: ID!, $overlays: [String!]) {
    planPreview(
      personId: $personId
      targetJobRoleVersionId: $targetId
      overlayKeys: $overlays
      protectedHoursPerWeek: 20
    ) {
      isBridge
      steps {
        skillKey
        skillName
        from
        to
        state
        missing {
          skillKey
          skillName
          level
        }
      }
      leverReport {
        totalHours
        practiceShare
      }
    }
  }
`);

interface StandingWayProps {
  readonly personId: string;
  readonly targetId: string;
  readonly overlays: readonly string[];
}

export function StandingWay({ personId, targetId, overlays }: StandingWayProps): ReactNode {
  const t = useStandingTexts();
  const read = useRead(StandingWayQuery, { personId, targetId, overlays: [...overlays] });
  return (
    <div className={styles.way}>
      <h3>{t('way')}</h3>
      <p className="muted">{t('wayLead')}</p>
      <Loadable of={read} skeleton={<Block height={160} />}>
        {({ planPreview }) => (planPreview == null ? <Missing /> : <Way preview={planPreview} />)}
      </Loadable>
    </div>
  );
}

type Preview = NonNullable<StandingWayData['planPreview']>;

function Way({ preview }: { readonly preview: Preview }): ReactNode {
  const t = useStandingTexts();
  if (preview.steps.length === 0) return <p>{t('wayNone')}</p>;
  const first = preview.steps.filter(({ state }) => state === 'CAN_START');
  const later = preview.steps.filter(({ state }) => state === 'BLOCKED');
  const { totalHours, practiceShare } = preview.leverReport;
  const facts = [
    [t('waySteps'), number(preview.steps.length)],
    [t('wayHours'), number(totalHours)],
    [t('wayPractice'), practiceShare == null ? '–' : percent(practiceShare)],
  ] as const;
  return (
    <>
      <Facts of={facts} />
      {preview.isBridge ? <p>{t('wayBridge')}</p> : null}
      <h4>{t('wayFirst')}</h4>
      <ul className={styles.steps}>
        {first.map((s) => (
          <li key={`${s.skillKey}${s.to}`}>{t('wayBlocked', { skill: s.skillName, to: s.to })}</li>
        ))}
      </ul>
      {later.length === 0 ? null : <p className="muted">{t('wayLaterCount', { count: later.length })}</p>}
    </>
  );
}
