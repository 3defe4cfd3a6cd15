/** Why this file exists: a level as five marks; the number or the words always stand beside it. */
import type { ReactNode } from 'react';

/** @param level 1 to 5; `null` for not assessed, which draws no mark filled */
export function Rungs({ level, of = 5 }: { readonly level: number | null; readonly of?: number }): ReactNode {
  return (
    <span className="rungs" aria-hidden>
      {Array.from({ length: of }, (_, i) => (
        <i key={i} className={level !== null && i < level ? 'on' : ''} />
      ))}
    </span>
  );
}
