/** Why this file exists: the boxes of a scorecard while it is on its way. */
import type { ReactNode } from 'react';
import { Block } from '../ui/skeleton.js';
import styles from './scorecard.module.css';

export const ScorecardSkeleton = (): ReactNode => (
  <div className={styles.layout}>
    <div className={styles.column}>
      <Block height={30} width={260} />
      <div style={{ height: 10 }} />
      <Block height={18} width={460} />
      {[1, 2].map((n) => (
        <div key={n} style={{ marginTop: 34, display: 'grid', gap: 12 }}>
          <Block height={22} width={320} />
          <Block height={60} width="80%" />
          <Block height={120} />
          <Block height={62} />
        </div>
      ))}
    </div>
    <div className={styles.rail} />
  </div>
);
