/** Why this file exists: applications that ended without a decision stay in sight, with who ended them and why. */
import type { ReactNode } from 'react';
import type { PipelineApplication } from './pipeline-card.js';
import styles from './pipeline.module.css';
import { usePipelineTexts } from './pipeline.texts.js';

export function Withdrawn({ applications }: { readonly applications: readonly PipelineApplication[] }): ReactNode {
  const t = usePipelineTexts();
  if (applications.length === 0) return null;
  return (
    <details className={styles.withdrawn}>
      <summary>{t('withdrawnTitle', { count: applications.length })}</summary>
      <ul>
        {applications.map((one) => (
          <li key={one.id}>
            <span>{one.candidate?.displayName}</span>{' '}
            <span className="muted">
              {[t(one.withdrawnBy === 'CANDIDATE' ? 'withdrawnCandidate' : 'withdrawnTeam'), one.withdrawReason]
                .filter((part) => part != null)
                .join(': ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
