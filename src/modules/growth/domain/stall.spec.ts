/** Why this file exists: a stall signal a day too early accuses, and one without a next activity helps nobody. */
import type { ActivityKey } from '../../frameworks/index.js';
import { PLAN_STATES } from './states.js';
import { stallSignal } from './stall.js';
import type { StallActivity, StallFacts } from './stall.js';

const activity = (key: string, startsOn: string, over: Partial<StallActivity> = {}): StallActivity => ({
  key: key as ActivityKey,
  startsOn,
  isDone: false,
  isBlocked: false,
  ...over,
});
const facts = (over: Partial<StallFacts> = {}): StallFacts => ({
  planState: 'ACTIVE',
  startedOn: '2026-01-01',
  acceptedOn: [],
  activities: [],
  ...over,
});

test('a plan stalls on the 92nd day without accepted evidence, counted from its start', () => {
  // 2026-01-01 + 92 days = 2026-04-03 (31 + 28 + 31 = 90 days to 1 April, and two more)
  expect(stallSignal(facts(), '2026-04-02')).toBeNull();
  expect(stallSignal(facts(), '2026-04-03')).toEqual({ since: '2026-01-01', days: 92, nextActivity: null });
});

test('accepted evidence starts the count again, in any order given', () => {
  const accepted = facts({ acceptedOn: ['2026-03-01', '2026-05-10', '2026-02-01'] });
  expect(stallSignal(accepted, '2026-08-09')).toBeNull();
  expect(stallSignal(accepted, '2026-08-10')).toMatchObject({ since: '2026-05-10', days: 92 });
});

test('evidence accepted today ends a stall', () => {
  expect(stallSignal(facts({ acceptedOn: ['2026-06-01'] }), '2026-06-01')).toBeNull();
});

test('evidence accepted before the plan began counts no more than its start, and evidence of a later day not at all', () => {
  const accepted = facts({ acceptedOn: ['2025-12-01', '2026-12-01'] });
  expect(stallSignal(accepted, '2026-04-03')).toMatchObject({ since: '2026-01-01' });
});

test('the next useful activity is the earliest that is neither done nor blocked', () => {
  const activities = [
    activity('late', '2026-05-01'),
    activity('done', '2026-01-01', { isDone: true }),
    activity('blocked', '2026-02-01', { isBlocked: true }),
    activity('pair-b', '2026-03-01'),
    activity('pair-a', '2026-03-01'),
  ];
  expect(stallSignal(facts({ activities }), '2026-06-01')?.nextActivity).toBe('pair-a');
  expect(stallSignal(facts({ activities: activities.slice(1, 3) }), '2026-06-01')?.nextActivity).toBeNull();
});

test.each(PLAN_STATES.filter((state) => state !== 'ACTIVE'))('a plan that is %s never stalls', (planState) => {
  expect(stallSignal(facts({ planState }), '2027-01-01')).toBeNull();
});

test('a plan without a start never stalls', () => {
  expect(stallSignal(facts({ startedOn: null }), '2027-01-01')).toBeNull();
});
