/** Why this file exists: the rung above is found where there is one, and only on the same ladder. */
import type { Track } from '../../frameworks/index.js';
import type { JobRoleKey } from './job-role.js';
import { byRung, nextOnLadder, type LadderKey, type LadderPlace } from './ladder.js';

const at = (key: string, rung: number, ladder: string | null = 'l', track: Track = 'PRODUCTION'): LadderPlace => ({
  key: key as JobRoleKey,
  ladderKey: ladder as LadderKey | null,
  track,
  rung,
});

describe('the next rung', () => {
  it('is the lowest one above, also over a gap, the first key among equals', () => {
    const all = [at('d', 5), at('c', 4), at('b', 4), at('a', 1), at('x', 2, 'other')];
    expect(nextOnLadder(at('a', 1), all)?.key).toBe('b');
  });
  it('is absent at the top, without a ladder, and on a hybrid ladder', () => {
    expect(nextOnLadder(at('a', 5), [at('b', 5)])).toBeNull();
    expect(nextOnLadder(at('a', 1, null), [at('b', 2, null)])).toBeNull();
    expect(nextOnLadder(at('a', 2, 'h', 'HYBRID'), [at('b', 3, 'h', 'HYBRID')])).toBeNull();
  });
});

it('rungs are read from the lowest up, by key on the same rung', () => {
  expect([at('c', 2), at('b', 1), at('a', 2)].sort(byRung).map((one) => one.key)).toEqual(['b', 'a', 'c']);
});
