/** Why this file exists: how near a person is to the target job role, apart from whether the plan may start; each figure in words. */
import type { ReactNode } from 'react';
import type { PlanFitFragment } from '../gql/graphql.js';
import { percent } from '../app/format.js';
import { Facts, type Fact } from '../ui/facts.js';
import { useGrowthTexts } from './growth.texts.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan.module.css';

interface PlanReadinessProps {
  readonly fit: PlanFitFragment;
  /** Title of the target; `null` when it is not there any more. */
  readonly target: string | null;
}

export function PlanReadiness({ fit, target: title }: PlanReadinessProps): ReactNode {
  const t = usePlanTexts();
  const g = useGrowthTexts();
  const target = title ?? g('unknownTarget');
  const side = ({ fit: known, coverage }: PlanFitFragment['research']): string =>
    known == null ? t('sideNone') : t('sideOf', { fit: percent(known), coverage: percent(coverage) });
  const facts: readonly Fact[] = [
    [t('mustHaves'), t('ofTotal', { met: fit.mustHaveMet, total: fit.mustHaveTotal })],
    [t('shown'), percent(fit.demonstrated)],
    [t('sideResearch'), side(fit.research)],
    [t('sideProduction'), side(fit.production)],
  ];
  return (
    <section className="section" aria-labelledby="plan-readiness">
      <h2 id="plan-readiness">{t('readiness', { target })}</h2>
      <p className={fit.isReady ? styles.ready : styles.notReady}>
        {fit.isReady ? t('ready', { target }) : t('notReady', { count: fit.mustHaveTotal - fit.mustHaveMet, target })}
      </p>
      <Facts of={facts} className={styles.figures} />
      <p className="muted small-text">{t('figures')}</p>
    </section>
  );
}
