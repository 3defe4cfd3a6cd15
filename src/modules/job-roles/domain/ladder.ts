/** Why this file exists: a ladder orders the job roles of a track; who asks for the rung above asks here. */
import { byText } from '../../frameworks/index.js';
import type { Key } from '../../../platform/ids/index.js';
import type { JobRoleKey } from './job-role.js';
import type { RolePosition } from './requirement.js';

export type LadderKey = Key<'Ladder'>;

/** A job role's place: its ladder is `null` when it stands on none. */
export interface LadderPlace extends RolePosition {
  readonly key: JobRoleKey;
  readonly ladderKey: LadderKey | null;
}

/** Lowest rung first; job roles on the same rung by key. */
export const byRung = (a: LadderPlace, b: LadderPlace): number => a.rung - b.rung || byText(a.key, b.key);

/**
 * The next higher rung that somebody stands on, on the same ladder; `null` at its top and without a ladder.
 * The job roles of a hybrid ladder stand side by side: none of them is the next step of another.
 */
export function nextOnLadder<P extends LadderPlace>(place: LadderPlace, all: readonly P[]): P | null {
  if (place.ladderKey === null || place.track === 'HYBRID') return null;
  const above = all.filter((one) => one.ladderKey === place.ladderKey && one.rung > place.rung);
  return above.toSorted(byRung)[0] ?? null;
}
