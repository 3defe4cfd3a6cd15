/** Why this file exists: a bridge plan without support must not look like a transition. */
import type { Id } from '../../../platform/ids/index.js';
import { isBridgePlan, supportFindings } from './support.js';
import type { PlanSupport } from './support.js';

const full: PlanSupport = {
  isBridge: true,
  mentorId: 'mia' as Id<'Person'>,
  deploymentOn: '2026-09-01',
  protectedShare: 0.5,
};
const codes = (support: PlanSupport) => supportFindings(support).map(({ code }) => code);

test('a bridge with a mentor, a dated deployment and exactly half of the time has no findings', () => {
  expect(supportFindings(full)).toEqual([]);
});

test.each<[Partial<PlanSupport>, string]>([
  [{ mentorId: null }, 'MENTOR_MISSING'],
  [{ hasMentorAgreed: false }, 'MENTOR_NOT_AGREED'],
  [{ mentorId: null, hasMentorAgreed: false }, 'MENTOR_MISSING'],
  [{ deploymentOn: null }, 'DEPLOYMENT_NOT_DATED'],
  [{ deploymentOn: '2026-05-31', startOn: '2026-06-01' }, 'DEPLOYMENT_NOT_DATED'],
  [{ protectedShare: 0.49 }, 'TIME_NOT_PROTECTED'],
  [{ protectedShare: 0 }, 'TIME_NOT_PROTECTED'],
  [{ protectedShare: null }, 'TIME_NOT_PROTECTED'],
  [{ protectedShare: Number.NaN }, 'TIME_NOT_PROTECTED'],
])('a bridge with %j is warned of it alone', (lack, code) => {
  expect(codes({ ...full, ...lack })).toEqual([code]);
});

test('everything missing is named in order, as warnings', () => {
  const bare = { isBridge: true, mentorId: null, deploymentOn: null, protectedShare: null };
  expect(codes(bare)).toEqual(['MENTOR_MISSING', 'DEPLOYMENT_NOT_DATED', 'TIME_NOT_PROTECTED']);
  expect(supportFindings(bare).map(({ severity }) => severity)).toEqual(['WARNING', 'WARNING', 'WARNING']);
});

test('a mentor who was asked is waited for, not nagged; one who declined is replaced', () => {
  expect(supportFindings({ ...full, hasMentorAgreed: false })[0]?.message).toMatch(/waits for the consent/);
  expect(supportFindings({ ...full, mentorId: null, hasMentorDeclined: true })).toMatchObject([
    { code: 'MENTOR_MISSING', message: expect.stringContaining('declined') as string },
  ]);
});

test('just under half is not rounded up to half in the words', () => {
  expect(supportFindings({ ...full, protectedShare: 0.499 })[0]?.message).toContain('Only 49 % of the time');
  expect(supportFindings({ ...full, protectedShare: 0.29 })[0]?.message).toContain('Only 29 % of the time');
});

test('a plan within one track may start without', () => {
  expect(codes({ isBridge: false, mentorId: null, deploymentOn: null, protectedShare: null })).toEqual([]);
});

test('a plan is a bridge towards a bridge role or another track, and not within one track', () => {
  const production = { track: 'PRODUCTION', isBridgeRole: false } as const;
  expect(isBridgePlan('RESEARCH', production)).toBe(true);
  expect(isBridgePlan('PRODUCTION', production)).toBe(false);
  expect(isBridgePlan(null, production)).toBe(false);
  expect(isBridgePlan(null, { track: 'HYBRID', isBridgeRole: true })).toBe(true);
  expect(isBridgePlan('HYBRID', { track: 'HYBRID', isBridgeRole: true })).toBe(true);
});
