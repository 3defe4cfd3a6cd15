/** Why this file exists: how much a skill belongs to a track, as a short bar beside its number. */
import type { ReactNode } from 'react';
import { percent } from '../app/format.js';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';

interface AffinityProps {
  readonly axis: 'research' | 'production';
  /** 0 to 1. */
  readonly share: number;
}

export function Affinity({ axis, share }: AffinityProps): ReactNode {
  const t = useFrameworksTexts();
  const label = t('affinityLabel', { axis: t(axis), share: percent(share) });
  return (
    <span className={styles.affinity}>
      <span className={styles.bar} role="img" aria-label={label}>
        <span data-axis={axis} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="num" aria-hidden>
        {percent(share)}
      </span>
    </span>
  );
}
