/** Why this file exists: a page or panel without content says why in one sentence and offers the next step. */
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** For a refusal or a failure: read out at once. */
  readonly alert?: boolean;
  /** Inside a panel of a page that has its own h1. */
  readonly small?: boolean;
}

export function EmptyState({ title, children, action, alert = false, small = false }: EmptyStateProps): ReactNode {
  const Heading = small ? 'h2' : 'h1';
  return (
    <div className={small ? 'empty small' : 'empty'} role={alert ? 'alert' : undefined}>
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action === undefined || action === null ? null : <div className="empty-action">{action}</div>}
    </div>
  );
}
