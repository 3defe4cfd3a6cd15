/** Why this file exists: somebody works here from the first day on, and no more on the day on which they left. */
import { isEmployedOn } from './person.js';

it.each([
  ['2025-03-31', false],
  ['2025-04-01', true],
  ['2026-06-29', true],
  ['2026-06-30', false],
])('on %s an employment from 1 April 2025 that ended on 30 June 2026 holds: %s', (day, holds) => {
  expect(isEmployedOn({ startedOn: '2025-04-01', leftOn: '2026-06-30' }, day)).toBe(holds);
});

it('an employment without a known end holds for ever', () => {
  expect(isEmployedOn({ startedOn: '2025-04-01', leftOn: null }, '2199-12-31')).toBe(true);
});
