/** Why this file exists: the steps of a decision are loaded when an application is opened, not with the page around it. */
import { lazy, Suspense, type ReactNode } from 'react';
import { Block } from '../ui/skeleton.js';
import type { DecisionPartsProps } from './decision-parts.js';

const Parts = lazy(async () => ({ default: (await import('./decision-parts.js')).DecisionParts }));

export function DecisionParts(props: DecisionPartsProps): ReactNode {
  return (
    <Suspense fallback={<Block height={280} />}>
      <Parts {...props} />
    </Suspense>
  );
}
