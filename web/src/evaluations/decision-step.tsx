/** Why this file exists: a step on the way to the decision, with its number and whether it is done. */
import { useId, type ReactNode } from 'react';
import { IconCheck } from '@tabler/icons-react';
import styles from './decision.module.css';

interface DecisionStepProps {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'now' | 'done';
  readonly children: ReactNode;
}

export function DecisionStep({ number, title, state, children }: DecisionStepProps): ReactNode {
  const id = useId();
  return (
    <section className={styles.step} aria-labelledby={id}>
      <span className={styles.mark} data-state={state} aria-hidden>
        {state === 'done' ? <IconCheck size={14} stroke={2.4} /> : number}
      </span>
      <div className={styles.body}>
        <h3 id={id}>{title}</h3>
        {children}
      </div>
    </section>
  );
}
