/** Why this file exists: the steps that wait for another one, each with what has to be verified first. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { list } from '../app/format.js';
import type { Plan } from './plan-model.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan.module.css';

const SHOWN = 8;

export function PlanSteps({ plan }: { readonly plan: Plan }): ReactNode {
  const t = usePlanTexts();
  const [isWhole, setWhole] = useState(false);
  const blocked = plan.steps.filter(({ state }) => state === 'BLOCKED');
  const count = (state: Plan['steps'][number]['state']): number => plan.steps.filter((s) => s.state === state).length;
  const total = plan.steps.length;
  return (
    <section className="section" aria-labelledby="plan-steps">
      <h2 id="plan-steps">{t('steps')}</h2>
      <p>
        {t('stepsReached', { reached: count('REACHED'), total, start: count('CAN_START') })}{' '}
        {blocked.length === 0 ? t('stepsNone') : `${t('stepsCount', { count: blocked.length, total })}.`}
      </p>
      <ul className={styles.steps}>
        {blocked.map((step, i) => (
          <li key={`${step.skillKey}${step.to}`} className={!isWhole && i >= SHOWN ? styles.extra : undefined}>
            <b>{t('step', { skill: step.skillName, to: step.to })}</b>
            <span className="muted">
              {t('stepWaits', { list: list(step.missing.map((m) => t('step', { skill: m.skillName, to: m.level }))) })}
            </span>
          </li>
        ))}
      </ul>
      {blocked.length <= SHOWN || isWhole ? null : (
        <Button size="compact-sm" variant="default" mt="sm" className="noprint" onClick={() => setWhole(true)}>
          {t('showAllSteps', { count: blocked.length })}
        </Button>
      )}
    </section>
  );
}
