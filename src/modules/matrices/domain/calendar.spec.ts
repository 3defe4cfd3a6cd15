/** Why this file exists: freshness and "known on" stand or fall with these two functions. */
import { addMonths, momentMs } from './calendar.js';

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-06-15', 12, '2027-06-15'],
  ['2026-06-15', 0, '2026-06-15'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test('something that is not a date is refused loudly', () => {
  expect(() => addMonths('soon', 1)).toThrow(RangeError);
});

test('a bare date means the end of that day, so an instant late on it is not after it', () => {
  expect(momentMs('2026-06-30')).toBe(Date.parse('2026-06-30T23:59:59.999Z'));
  expect(momentMs('2026-06-30')).toBeLessThan(momentMs('2026-07-01T00:00:00.000Z'));
});

test('instants are compared as moments, not as text', () => {
  expect(momentMs('2026-06-30T10:00:00Z')).toBe(momentMs('2026-06-30T12:00:00.000+02:00'));
});
