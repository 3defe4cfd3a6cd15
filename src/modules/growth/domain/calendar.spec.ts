/** Why this file exists: dates of plans cross months, leap days and clock changes. */
import { addDays, daysBetween } from './calendar.js';

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-28', 7, '2026-04-04'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-01-01', 0, '2026-01-01'],
])('%s and %i days is %s, and back', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
  expect(daysBetween(date, expected)).toBe(days);
});

test('something that is not a date is refused loudly', () => {
  expect(() => addDays('soon', 1)).toThrow(RangeError);
  expect(daysBetween('soon', '2026-01-01')).toBeNaN();
});
