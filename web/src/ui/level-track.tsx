/** Why this file exists: where a level stands against its target, on one line from 0 to 5; what is missing is dashed as well as clay. */
import type { ReactNode } from 'react';
import styles from './level-track.module.css';

interface LevelTrackProps {
  /** Verified level 1 to 5; `null` for not assessed. */
  readonly level: number | null;
  /** Level that is asked for, 1 to 5; `null` when nothing is asked. */
  readonly target: number | null;
  /** What a screen reader hears, for example "Level 2 of target 3". */
  readonly label: string;
}

const share = (level: number): string => `${(level / 5) * 100}%`;

export function LevelTrack({ level, target, label }: LevelTrackProps): ReactNode {
  const now = level ?? 0;
  return (
    <span className={styles.track} role="img" aria-label={label}>
      <span className={styles.rail} />
      <span className={styles.got} style={{ width: share(now) }} />
      {target !== null && target > now ? (
        <span className={styles.need} style={{ left: share(now), width: share(target - now) }} />
      ) : null}
      {target === null ? null : <span className={styles.target} style={{ left: `calc(${share(target)} - 1px)` }} />}
    </span>
  );
}
