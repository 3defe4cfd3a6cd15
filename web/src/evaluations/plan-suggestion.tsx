/** Why this file exists: a plan starts from the fewest items that assess every must-have. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { list } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { EmptyState } from '../ui/empty-state.js';
import type { Kit } from './plan-kit.js';
import styles from './plan-tab.module.css';
import { usePlanTexts } from './plan-texts.js';
import { usePlanning } from './plan-write.js';

export const SuggestionFragment = graphql(`
  fragment EvaluationsPlanSuggestion on SuggestedPlan {
    kitId
    minutes
    uncovered {
      key
      name
    }
    stages {
      stageKey
      minutes
      items {
        itemKey
        title
        skills {
          key
          name
        }
      }
    }
  }
`);

interface SuggestedPlanProps {
  readonly requisitionId: string;
  readonly of: FragmentType<typeof SuggestionFragment> | null;
  readonly kits: readonly Kit[];
  readonly again: () => void;
}

export function SuggestedPlan({ requisitionId, of, kits, again }: SuggestedPlanProps): ReactNode {
  const t = usePlanTexts();
  const { write, running } = usePlanning(requisitionId, again);
  if (of === null) {
    return (
      <EmptyState small title={t('noneTitle')}>
        {t('noneKit')}
      </EmptyState>
    );
  }
  const plan = readFragment(SuggestionFragment, of);
  const kit = kits.find((one) => one.id === plan.kitId);
  const stageName = (key: string): string => kit?.stages.find((stage) => stage.key === key)?.name ?? key;
  const take = (): void => {
    const interviews = plan.stages.map(({ stageKey, items }) => ({
      stageKey,
      items: items.map(({ itemKey, skills }) => ({ itemKey, skillKeys: skills.map((skill) => skill.key) })),
      seats: [],
    }));
    void write(null, plan.kitId, interviews, t('planned'));
  };
  return (
    <section aria-labelledby="suggested">
      <div className="section-head">
        <h2 id="suggested">{t('noneTitle')}</h2>
        <Button loading={running} onClick={take}>
          {t('useSuggested')}
        </Button>
      </div>
      <p className="muted">{t('suggested', { interviews: plan.stages.length, minutes: plan.minutes })}</p>
      {plan.uncovered.length === 0 ? null : (
        <p className="banner" style={{ marginTop: 10 }}>
          {t('suggestedOpen', {
            count: plan.uncovered.length,
            skills: list(plan.uncovered.map((skill) => skill.name)),
          })}
        </p>
      )}
      <ol className={styles.sittings}>
        {plan.stages.map((stage) => (
          <li key={stage.stageKey} className={styles.sitting}>
            <div className={styles.sittingHead}>
              <h3>{stageName(stage.stageKey)}</h3>
              <span className="muted num">{t('minutes', { minutes: stage.minutes })}</span>
            </div>
            <ul className={styles.items}>
              {stage.items.map((item) => (
                <li key={item.itemKey}>
                  {item.title} <span className="muted">{list(item.skills.map((skill) => skill.name))}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
