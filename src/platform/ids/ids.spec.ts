/** Why this file exists: ids are unique, of one form, and sort in the order in which they were made. */
import { isKey, isUuid, newId } from './index.js';

describe('a new id', () => {
  it('is a lower-case UUID of version 7', () => {
    const id = newId();
    expect(isUuid(id)).toBe(true);
    expect(id[14]).toBe('7');
    expect('89ab').toContain(id[19]);
  });
  it('sorts behind all ids made before it, however many fall into one millisecond, and even when the clock steps back', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => newId(1_800_000_000_000 - (i > 5_000 ? 60_000 : 0)));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a key', () => {
  it.each(['data-pipelines', 'a', 'rds-1', 'x1-2-3'])('may be %s', (key) => {
    expect(isKey(key)).toBe(true);
  });
  it.each(['', 'Data', '-a', 'a-', 'a--b', 'a b', 'ä', 'a'.repeat(81)])('may not be "%s"', (key) => {
    expect(isKey(key)).toBe(false);
  });
});
