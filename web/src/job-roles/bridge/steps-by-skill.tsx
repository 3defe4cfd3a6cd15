/** Why this file exists: the steps of a bridge by skill, each one level, with what comes first and what carries it. */
import type { ReactNode } from 'react';
import { Go } from '../../ui/go.js';
import { LevelTrack } from '../../ui/level-track.js';
import { useBridgeTexts } from './bridge.texts.js';
import { stepsOf, type BridgeRef, type Goal, type NumberedStep } from './steps.js';
import styles from './bridge.module.css';

export function StepsBySkill({ bridge }: { readonly bridge: BridgeRef }): ReactNode {
  const { goals, steps } = stepsOf(bridge);
  return (
    <ul className={styles.goals}>
      {goals.map((goal) => (
        <GoalRow key={goal.skillKey} goal={goal} steps={steps.filter((s) => s.skillKey === goal.skillKey)} />
      ))}
    </ul>
  );
}

function GoalRow({ goal, steps }: { readonly goal: Goal; readonly steps: readonly NumberedStep[] }): ReactNode {
  const t = useBridgeTexts();
  const range = t('level', { from: goal.from, to: goal.to });
  return (
    <li className={styles.goal}>
      <div>
        <h3>
          <Go to={`/library/skills/${goal.skillKey}`}>{goal.skillName}</Go>
        </h3>
        <div className={styles.range}>
          <LevelTrack level={goal.from} target={goal.to} label={range} />
          <span className="num muted">{range}</span>
        </div>
        {goal.isAskedByJobRole ? null : <div className="muted small-text">{t('prerequisiteOnly')}</div>}
      </div>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.to}>
            <span className={`num ${styles.number}`} title={t('step', { number: step.number })}>
              <span className="visually-hidden">{t('step', { number: step.number })}</span>
              <span aria-hidden>{step.number}</span>
            </span>
            <div>
              <b className="num">{t('level', { from: step.from, to: step.to })}</b>{' '}
              {step.activity ?? <span className={styles.missing}>{step.uncovered ?? t('noActivity')}</span>}
              {step.waitsFor.map((sentence) => (
                <div key={sentence} className="muted small-text">
                  {sentence}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </li>
  );
}
