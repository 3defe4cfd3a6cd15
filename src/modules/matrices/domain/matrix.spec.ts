/** Why this file exists: gaps, coverage and single points of failure are worked by hand, and small groups stay unseen. */
import type { Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { matrixRows, singlePointsOfFailure, skillCoverage } from './matrix.js';
import type { MatrixPerson } from './matrix.js';

const drift = 'drift-monitoring' as SkillKey;
const cicd = 'ci-cd' as SkillKey;
const levels = (map: Readonly<Record<string, Level>>) =>
  new Map(Object.entries(map).map(([key, level]) => [key as SkillKey, level] as const));
const someone = (
  name: string,
  held: Readonly<Record<string, Level>>,
  required: Readonly<Record<string, Level>> = {},
): MatrixPerson => ({ personId: name as Id<'Person'>, levels: levels(held), required: levels(required) });

const team = [
  someone('a', { [drift]: 4 }, { [drift]: 3 }),
  someone('b', { [drift]: 2 }, { [drift]: 3 }),
  someone('c', {}, { [drift]: 3 }),
  someone('d', { [drift]: 3 }, { [drift]: 3, [cicd]: 2 }),
  someone('e', { [drift]: 1, [cicd]: 1 }, { [drift]: 2 }),
  someone('f', { [cicd]: 3 }),
];

describe('the rows', () => {
  test('keep the order given and one cell per skill asked for', () => {
    const rows = matrixRows(team, [cicd, drift]);
    expect(rows.map(({ personId }) => personId)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(rows[1]?.cells).toEqual([
      { skill: cicd, level: null, required: null, gap: null },
      { skill: drift, level: 2, required: 3, gap: 1 },
    ]);
  });

  test('show a gap of 0 for more than enough, and none where the level is unknown or nothing is required', () => {
    const gaps = matrixRows(team, [drift, cicd]).map(({ cells }) => cells.map(({ gap }) => gap));
    // drift: a 4 of 3, b 2 of 3, c unknown, d 3 of 3, e 1 of 2, f neither; ci-cd: d required but unknown, e and f not required
    expect(gaps).toEqual([
      [0, null],
      [1, null],
      [null, null],
      [0, null],
      [1, null],
      [null, null],
    ]);
  });
});

describe('the coverage', () => {
  test('counts people at their own required level of those whose job role asks, and says how many are unknown', () => {
    // drift: asked a b c d e = 5; met a and d = 2; unknown c = 1; verified a b d e = 4 of all 6
    expect(skillCoverage(team, [drift])).toEqual([
      {
        skill: drift,
        atRequired: { value: { met: 2, unknown: 1, asked: 5 }, reason: null },
        known: { value: { known: 4, all: 6 }, reason: null },
      },
    ]);
  });

  test('is held back when fewer than five job roles ask, though the group is large enough for the rest', () => {
    const [cover] = skillCoverage(team, [cicd]);
    expect(cover?.atRequired).toEqual({ value: null, reason: expect.stringContaining('Fewer than 5 people') });
    expect(cover?.known.value).toEqual({ known: 2, all: 6 });
  });

  test('says so when no job role asks for the skill', () => {
    const [cover] = skillCoverage(team, ['genomics' as SkillKey]);
    expect(cover?.atRequired).toEqual({ value: null, reason: 'No job role of these people asks for this skill.' });
    expect(cover?.known.value).toEqual({ known: 0, all: 6 });
  });

  test.each([0, 1, 4])('of a group of %i is held back altogether', (size) => {
    const [cover] = skillCoverage(team.slice(0, size), [drift]);
    expect([cover?.atRequired.value, cover?.known.value]).toEqual([null, null]);
    expect(cover?.known.reason).toContain('Fewer than 5 people');
  });

  test('of a group of exactly five is shown', () => {
    expect(skillCoverage(team.slice(0, 5), [drift])[0]?.atRequired.value).toEqual({ met: 2, unknown: 1, asked: 5 });
  });
});

describe('single points of failure', () => {
  test('are the skills that one person alone holds at level 3', () => {
    // drift at 3: a and d; ci-cd at 3: f alone
    expect(singlePointsOfFailure(team, [drift, cicd])).toEqual([{ skill: cicd, personId: 'f', level: 3 }]);
  });

  test('follow the level asked for, in both directions', () => {
    expect(singlePointsOfFailure(team, [drift, cicd], 4)).toEqual([{ skill: drift, personId: 'a', level: 4 }]);
    expect(singlePointsOfFailure(team, [drift, cicd], 1)).toEqual([]);
  });

  test('are shown for a team of three, and none without people', () => {
    expect(singlePointsOfFailure(team.slice(0, 3), [drift])).toEqual([{ skill: drift, personId: 'a', level: 4 }]);
    expect(singlePointsOfFailure([], [drift])).toEqual([]);
  });
});
