/** Why this file exists: the steps of a decision are loaded when an application is opened, not with the page around it. */
import { lazy, Suspense, type ReactNode } from 'react';
import { Block } from '../ui/skeleton.js';
import type { DecisionPartsProps } from './decision-parts.js';

const load = async (): Promise<typeof import('./decision-parts.js')> => import('./decision-parts.js');

/** For a page that holds its own place while the steps are on their way, so that nothing below them moves. */
export const DecisionPartsLater = lazy(async () => ({ default: (await load()).DecisionParts }));

/** Fetches the steps beside the page's data. */
export const prefetchDecisionParts = (): void => void load().catch(() => undefined);

export function DecisionParts(props: DecisionPartsProps): ReactNode {
  return (
    <Suspense fallback={<Block height={280} />}>
      <DecisionPartsLater {...props} />
    </Suspense>
  );
}
