/** Why this file exists: a few figures in a row, each below what it counts. */
import type { ReactNode } from 'react';

/** Label and value. */
export type Fact = readonly [string, ReactNode];
interface FactsProps {
  /** No two with the same label. */
  readonly of: readonly Fact[];
  readonly className?: string | undefined;
  /** Reads the figures out when they change. */
  readonly isLive?: boolean;
}

export const Facts = ({ of: facts, className = '', isLive = false }: FactsProps): ReactNode => (
  <dl className={`facts ${className}`} aria-live={isLive ? 'polite' : undefined}>
    {facts.map(([label, value]) => (
      <div key={label} className="fact">
        <dt className="label">{label}</dt>
        <dd className="value" style={{ margin: 0 }}>
          {value}
        </dd>
      </div>
    ))}
  </dl>
);
