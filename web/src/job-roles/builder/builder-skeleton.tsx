/** Why this file exists: the boxes of the builder while it loads. */
import type { ReactNode } from 'react';
import { Block } from '../../ui/skeleton.js';
import styles from './builder.module.css';

export function BuilderSkeleton(): ReactNode {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Block height={34} width="min(100%, 420px)" />
      </div>
      <div className={styles.frame}>
        <div className={styles.outline}>
          <Block height={220} />
        </div>
        <div className={styles.centre}>
          <Block height={520} />
        </div>
        <div className={styles.rail}>
          <Block height={520} />
        </div>
      </div>
    </div>
  );
}
