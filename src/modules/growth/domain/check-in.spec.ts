/** Why this file exists: the order of the three stages, who may write each, and that a disagreement survives the agreement. */
import type { Level } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { CHECK_IN_STAGES, disagreement, openCheckIn, recordStage, viewAt } from './check-in.js';
import type { CheckIn, CheckInStage } from './check-in.js';
import type { GrowthGoalId } from './goal.js';

const ana = 'ana' as Id<'Person'>;
const max = 'max' as Id<'Person'>;
const about = { id: 'c1' as Id<'CheckIn'>, goalId: 'g1' as GrowthGoalId, personId: ana, assessorId: max };
const view = (byId: Id<'Person'>, level: Level | null, note = '') => ({
  byId,
  level,
  note,
  recordedAt: '2026-06-30T10:00:00.000Z',
});
function opened(): CheckIn {
  const result = openCheckIn(about);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}
function after(...stages: readonly (readonly [CheckInStage, Id<'Person'>, Level | null])[]): CheckIn {
  return stages.reduce((checkIn, [stage, byId, level]) => {
    const result = recordStage(checkIn, stage, view(byId, level, `${stage} note`));
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  }, opened());
}

test('starts empty, between two different people', () => {
  expect(opened()).toEqual({ ...about, self: null, assessor: null, agreed: null, version: 1 });
  expect(openCheckIn({ ...about, assessorId: ana })).toMatchObject({
    problem: { code: 'CHECK_IN_ASSESSOR_IS_PERSON', field: 'assessorId' },
  });
});

test('goes self, assessor, agreed', () => {
  const done = after(['SELF', ana, 3], ['ASSESSOR', max, 2], ['AGREED', max, 2]);
  expect(CHECK_IN_STAGES.map((stage) => viewAt(done, stage)?.level)).toEqual([3, 2, 2]);
  expect(done.version).toBe(4);
});

test.each<[CheckInStage, CheckIn, readonly CheckInStage[]]>([
  ['ASSESSOR', opened(), ['SELF']],
  ['AGREED', opened(), ['SELF', 'ASSESSOR']],
  ['AGREED', after(['SELF', ana, 3]), ['ASSESSOR']],
])('%s is refused while an earlier view is missing', (stage, checkIn, missing) => {
  expect(recordStage(checkIn, stage, view(max, 2))).toMatchObject({
    problem: { code: 'CHECK_IN_OUT_OF_ORDER', stage, missing },
  });
});

test('the refusal names what is missing, one or both', () => {
  expect(recordStage(opened(), 'ASSESSOR', view(max, 2))).toMatchObject({
    problem: { message: 'ASSESSOR comes after SELF, which is not recorded yet. Record that first.' },
  });
  expect(recordStage(opened(), 'AGREED', view(max, 2))).toMatchObject({
    problem: { message: 'AGREED comes after SELF and ASSESSOR, which are not recorded yet. Record that first.' },
  });
});

test.each<[CheckInStage, Id<'Person'>]>([
  ['SELF', max],
  ['ASSESSOR', ana],
  ['AGREED', ana],
  ['AGREED', 'eve' as Id<'Person'>],
])('%s is refused to %s', (stage, byId) => {
  const checkIn = stage === 'AGREED' ? after(['SELF', ana, 3], ['ASSESSOR', max, 2]) : opened();
  expect(recordStage(checkIn, stage, view(byId, 2))).toMatchObject({
    problem: { code: 'CHECK_IN_STAGE_NOT_YOURS', stage },
  });
});

test.each(CHECK_IN_STAGES)('%s is recorded once and never changed', (stage) => {
  const done = after(['SELF', ana, 3], ['ASSESSOR', max, 2], ['AGREED', max, 2]);
  expect(recordStage(done, stage, view(stage === 'SELF' ? ana : max, 5))).toMatchObject({
    problem: { code: 'CHECK_IN_ALREADY_RECORDED', stage },
  });
});

describe('a disagreement', () => {
  test('keeps both levels and both notes after something was agreed', () => {
    const done = after(['SELF', ana, 3], ['ASSESSOR', max, 2], ['AGREED', max, 2]);
    expect(disagreement(done)).toMatchObject({
      self: { level: 3, note: 'SELF note', byId: ana },
      assessor: { level: 2, note: 'ASSESSOR note', byId: max },
    });
  });

  test('is also one between a level and none', () => {
    expect(disagreement(after(['SELF', ana, 1], ['ASSESSOR', max, null]))).not.toBeNull();
  });

  test('is none when both say the same, both say none, or one has not spoken', () => {
    expect(disagreement(after(['SELF', ana, 2], ['ASSESSOR', max, 2]))).toBeNull();
    expect(disagreement(after(['SELF', ana, null], ['ASSESSOR', max, null]))).toBeNull();
    expect(disagreement(after(['SELF', ana, 2]))).toBeNull();
    expect(disagreement(opened())).toBeNull();
  });
});
