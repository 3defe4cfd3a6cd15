/** Why this file exists: the boxes of a job role's page while it loads. */
import type { ReactNode } from 'react';
import { Block } from '../../ui/skeleton.js';
import styles from './definition.module.css';

export function DefinitionSkeleton(): ReactNode {
  return (
    <div className="page">
      <Block height={60} width="min(100%, 420px)" />
      <div style={{ height: 24 }} />
      <Block height={30} width="min(100%, 330px)" />
      <div style={{ height: 22 }} />
      <div className={styles.columns}>
        <div>
          <Block height={260} />
          <div style={{ height: 34 }} />
          <Block height={900} />
        </div>
        <Block height={640} />
      </div>
    </div>
  );
}
