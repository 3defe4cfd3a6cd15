/** Why this file exists: a level is chosen, or shown, on its anchors: cards 1 to 5 side by side, stacked where there is no room. */
import type { ReactNode } from 'react';
import styles from './level-cards.module.css';

export interface LevelAnchor {
  readonly level: number;
  /** The level's name, like "Independent". */
  readonly name: string;
  /** What a person at this level does. */
  readonly anchor: string;
}

interface LevelCardsProps {
  /** Name of the group for screen readers, like "Drift monitoring: level". */
  readonly label: string;
  /** Unique on the page. */
  readonly name: string;
  readonly anchors: readonly LevelAnchor[];
  readonly value: number | null;
  /** Absent: the cards only show. */
  readonly onChange?: (level: number) => void;
  readonly disabled?: boolean;
  /** Pale when the item is not assessed. */
  readonly faded?: boolean;
  /** Id of the element that tells what is wrong; absent when nothing is. */
  readonly errorId?: string;
  /** `name` of the cards above that show the same anchors; these ones then show the levels only, in one line. */
  readonly anchorsOf?: string;
  /** Short marks below a level, like "Target" or "Verified". */
  readonly marks?: Readonly<Record<number, string>>;
}

export function LevelCards({
  label,
  name,
  anchors,
  value,
  onChange,
  disabled,
  faded,
  errorId,
  anchorsOf,
  marks,
}: LevelCardsProps): ReactNode {
  return (
    <div className={styles.frame}>
      <div
        className={styles.cards}
        role="radiogroup"
        aria-label={label}
        aria-describedby={errorId}
        aria-invalid={errorId === undefined ? undefined : true}
        data-faded={faded === true}
        data-error={errorId !== undefined}
        style={{ '--columns': anchors.length } as React.CSSProperties}
      >
        {anchors.map((a) => (
          <label key={a.level} className={styles.card}>
            <input
              type="radio"
              id={`${name}-${a.level}`}
              name={name}
              value={a.level}
              checked={value === a.level}
              disabled={disabled === true || onChange === undefined}
              onChange={() => onChange?.(a.level)}
              aria-label={`${a.level} ${a.name}`}
              aria-describedby={`${anchorsOf ?? name}-${a.level}-anchor`}
            />
            <span className={styles.head}>
              <span className={styles.number}>{a.level}</span>
              <span className={styles.name}>{a.name}</span>
              {marks?.[a.level] === undefined ? null : <span className={styles.mark}>{marks[a.level]}</span>}
            </span>
            {anchorsOf !== undefined ? null : (
              <span className={styles.anchor} id={`${name}-${a.level}-anchor`}>
                {a.anchor}
              </span>
            )}
          </label>
        ))}
      </div>
    </div>
  );
}
