/** Why this file exists: a short list of duties or outcomes under its heading. */
import type { ReactNode } from 'react';
import { IconCheck, IconMinus, IconTarget } from '@tabler/icons-react';
import styles from './parts.module.css';

const MARKS = { outcomes: IconTarget, owns: IconCheck, doesNotOwn: IconMinus } as const;

interface DutiesProps {
  readonly kind: keyof typeof MARKS;
  readonly title: string;
  readonly items: readonly string[];
  /** Shown for an empty list; without it an empty list is left out. */
  readonly none?: string;
}

export function Duties({ kind, title, items, none }: DutiesProps): ReactNode {
  const Mark = MARKS[kind];
  if (items.length === 0 && none === undefined) return null;
  return (
    <section className={styles.duties} data-kind={kind}>
      <h2>{title}</h2>
      {items.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item}>
              <Mark size={15} stroke={1.8} aria-hidden />
              <span>{item}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
