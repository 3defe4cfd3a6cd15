/** Why this file exists: the share of practice is the promise of a plan, so its edge and its absence are fixed here. */
import type { ActivityKind, Lever } from '../../frameworks/index.js';
import { leverReport } from './lever-report.js';

const hours = (kind: ActivityKind, lever: Lever, amount: number) => ({ kind, lever, hours: amount });

test('hours are summed by lever, most first, and pairing, projects and on-call are practice', () => {
  const report = leverReport([
    hours('COURSE', 'FORMAL_LEARNING', 20),
    hours('PAIRING', 'ENGINEERING_COLLABORATION', 30),
    hours('PROJECT', 'ENGINEERING_COLLABORATION', 40),
    hours('ON_CALL', 'DEPLOYMENT_EXPOSURE', 8),
    hours('SHADOWING', 'DEPLOYMENT_EXPOSURE', 12),
    hours('MENTORSHIP', 'MENTORSHIP', 10),
  ]);
  // practice 30 + 40 + 8 = 78 of 120 = 0.65
  expect(report).toEqual({
    levers: [
      { lever: 'ENGINEERING_COLLABORATION', hours: 70 },
      { lever: 'DEPLOYMENT_EXPOSURE', hours: 20 },
      { lever: 'FORMAL_LEARNING', hours: 20 },
      { lever: 'MENTORSHIP', hours: 10 },
    ],
    totalHours: 120,
    practiceHours: 78,
    practiceShare: 0.65,
    isBelowTarget: false,
  });
});

test.each(['MENTORSHIP', 'SHADOWING', 'REVIEW', 'COURSE', 'CERTIFICATION'] as const)('%s is no practice', (kind) => {
  expect(leverReport([hours(kind, 'FORMAL_LEARNING', 5)])).toMatchObject({ practiceShare: 0, isBelowTarget: true });
});

test('exactly half is enough, less is flagged, and another target may be set', () => {
  const half = [
    hours('PROJECT', 'DEPLOYMENT_EXPOSURE', 0.3),
    hours('COURSE', 'FORMAL_LEARNING', 0.1),
    hours('COURSE', 'FORMAL_LEARNING', 0.2),
  ];
  expect(leverReport(half).isBelowTarget).toBe(false);
  expect(leverReport([...half, hours('REVIEW', 'MENTORSHIP', 0.01)]).isBelowTarget).toBe(true);
  expect(leverReport(half, 0.6).isBelowTarget).toBe(true);
});

test('a plan without activities has no share and is not flagged', () => {
  expect(leverReport([])).toEqual({
    levers: [],
    totalHours: 0,
    practiceHours: 0,
    practiceShare: null,
    isBelowTarget: false,
  });
});
