/** Why this file exists: a chart, loaded when it is first shown; the same numbers always stand in a table beside it. */
import { lazy, Suspense, type ReactNode } from 'react';
import type { ChartProps } from './chart-canvas.js';
import { Block } from './skeleton.js';

const Canvas = lazy(() => import('./chart-canvas.js'));

export function Chart(props: ChartProps): ReactNode {
  return (
    <Suspense fallback={<Block height={props.height} />}>
      <Canvas {...props} />
    </Suspense>
  );
}
