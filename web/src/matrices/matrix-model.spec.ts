/** Why this file exists: the numbers of the matrix are worked by hand: unknown is never 0, small groups have no figures. */
import { coverRows, dutiesOf, singlePoints } from './coverage-model.js';
import { cellAt, HEAD_HEIGHT, moved, namesWidth, pageRows, revealed, ROW_HEIGHT } from './matrix-layout.js';
import {
  coverOf,
  decode,
  figuresOf,
  levelAt,
  NOT_ASSESSED,
  shareOf,
  standingAt,
  type MatrixBlock,
} from './matrix-model.js';
import { columnsOf, matching, rowKey, rowsOf, type PeopleFilter } from './matrix-rows.js';

/** Six people on two skills; the first skill is asked of five of them. */
const block: MatrixBlock = {
  asOf: '2026-06-01',
  peopleCount: 6,
  skillKeys: ['ci-cd', 'drift-monitoring'],
  skillNames: ['Delivery', 'Drift monitoring'],
  categories: [
    { key: 'software', name: 'Software', skillCount: 1 },
    { key: 'operations', name: 'Operations', skillCount: 1 },
  ],
  teams: [
    { id: 'a', name: 'Alpha' },
    { id: 'b', name: 'Beta' },
  ],
  personIds: ['1', '2', '3', '4', '5', '6'],
  personNames: ['Ana', 'Bo', 'Cy', 'Dé', 'Eva', 'Flo'],
  personTeams: [0, 0, 0, 0, 0, null],
  jobRoleKeys: ['mle', 'mle', 'mle', 'mle', 'mle', ''],
  jobRoleTitles: ['Engineer', 'Engineer', 'Engineer', 'Engineer', 'Engineer', ''],
  levels: ['3.', '21', '4.', '..', '1.', '53'],
  required: ['3.', '3.', '3.', '3.', '32', '..'],
};
const m = decode(block);
const everybody = m.people.map((_, i) => i);
const filter = (some: Partial<PeopleFilter>): PeopleFilter => ({
  text: '',
  team: '',
  jobRole: '',
  only: null,
  ...some,
});
const names = (places: readonly number[]): string[] => places.map((i) => m.people[i]?.name ?? '');

test('a dot is unknown and stays apart from every level; what is asked is counted per person', () => {
  expect(levelAt(m, 3, 0)).toBe(NOT_ASSESSED);
  expect(m.people.map(({ asked, met }) => [asked, met])).toEqual([
    [1, 1],
    [1, 0],
    [1, 1],
    [1, 0],
    [2, 0],
    [0, 0],
  ]);
  expect(m.people[5]?.team).toBe(-1);
});

test('a cell is below, met or above what is asked, not assessed, or not asked', () => {
  expect(standingAt(m, 0, 0)).toEqual({ kind: 'met', by: 0 });
  expect(standingAt(m, 1, 0)).toEqual({ kind: 'below', by: 1 });
  expect(standingAt(m, 2, 0)).toEqual({ kind: 'above', by: 1 });
  expect(standingAt(m, 3, 0)).toEqual({ kind: 'not-assessed' });
  expect(standingAt(m, 5, 0)).toEqual({ kind: 'not-asked' });
});

describe('figures', () => {
  test('count the unknown with those asked and never with those who meet it', () => {
    expect(coverOf(m, everybody, 0)).toEqual({ asked: 5, met: 2, unknown: 1, known: 5 });
    expect(shareOf({ asked: 5, met: 2 })).toBe(0.4);
    // asked in all: 5 of the first and 1 of the second skill; met 2, unknown 1 + 1
    const figures = figuresOf(m, everybody, [0, 1]);
    expect(figures.met).toBeCloseTo(2 / 6);
    expect(figures.notAssessed).toBeCloseTo(2 / 6);
    expect(figures.thin).toBe(0); // the second skill is asked of one person: it has no figure at all
  });
  test('are held back for fewer than five people', () => {
    expect(shareOf({ asked: 4, met: 4 })).toBeNull();
    expect(figuresOf(m, [0, 1, 2, 3], [0])).toEqual({ people: 4, met: null, notAssessed: null, thin: null });
  });
  test('tell a skill thin only below 35 percent', () => {
    expect(figuresOf(m, everybody, [0]).thin).toBe(0); // 2 of 5
    const poor = decode({ ...block, levels: ['3.', '2.', '2.', '..', '1.', '53'] });
    expect(figuresOf(poor, everybody, [0]).thin).toBe(1);
  });
});

describe('filters', () => {
  test('match names, job roles and teams without accents or case', () => {
    expect(names(matching(m, filter({ text: 'de' })))).toEqual(['Dé']);
    expect(names(matching(m, filter({ text: 'ALPHA' })))).toHaveLength(5);
    expect(names(matching(m, filter({ text: 'engin', team: 'a' })))).toHaveLength(5);
    expect(names(matching(m, filter({ team: 'b' })))).toEqual([]);
    expect(names(matching(m, filter({ only: new Set(['2', '6']) })))).toEqual(['Bo', 'Flo']);
  });
  test('one category keeps its skills and moves its band to the start', () => {
    expect(columnsOf(m, 'operations')).toEqual({
      skills: [1],
      bands: [{ key: 'operations', name: 'Operations', from: 0, to: 1 }],
    });
    expect(columnsOf(m, 'no such').skills).toEqual([0, 1]);
  });
});

describe('rows', () => {
  const options = { view: 'level', byTeam: false, folded: new Set<number>() } as const;
  const order = (some: object): string[] =>
    rowsOf(m, everybody, { ...options, ...some }).map((row) =>
      row.kind === 'person' ? (m.people[row.person]?.name ?? '') : rowKey(row),
    );
  test('sort by a skill: greatest first, the unknown last, equals by name', () => {
    expect(order({ sort: 0 })).toEqual(['Flo', 'Cy', 'Ana', 'Bo', 'Eva', 'Dé']);
  });
  test('sort by what is missing in the gap view: most missing first, then the unknown, then those who are not asked', () => {
    expect(order({ sort: 0, view: 'gap' })).toEqual(['Eva', 'Bo', 'Ana', 'Cy', 'Dé', 'Flo']);
  });
  test('stand under their team, those without one last; a folded team keeps its own row', () => {
    expect(order({ byTeam: true })).toEqual(['t0', 'Ana', 'Bo', 'Cy', 'Dé', 'Eva', 't-1', 'Flo']);
    expect(order({ byTeam: true, folded: new Set([0]) })).toEqual(['t0', 't-1', 'Flo']);
  });
  test('a team has a mean only where five or more people stand behind it', () => {
    const six = decode({ ...block, levels: ['3.', '21', '4.', '2.', '1.', '53'] });
    const [team] = rowsOf(six, everybody, { ...options, byTeam: true });
    if (team?.kind !== 'team') throw new Error('no team row');
    expect(team.level[0]).toBeCloseTo((3 + 2 + 4 + 2 + 1) / 5);
    expect(team.gap[0]).toBeCloseTo((0 - 1 + 1 - 1 - 2) / 5);
    expect(team.level[1]).toBeNaN();
    const [unknown] = rowsOf(m, everybody, { ...options, byTeam: true });
    expect(unknown?.kind === 'team' && unknown.level[0]).toBeNaN(); // four of five are known
  });
});

describe('coverage', () => {
  test('stands thinnest first, and says why a figure is held back', () => {
    expect(coverRows(m, everybody, [0, 1])).toEqual([
      { skill: 'ci-cd', name: 'Delivery', reason: null, figures: { asked: 5, met: 2, unknown: 1 } },
      { skill: 'drift-monitoring', name: 'Drift monitoring', reason: 'small', figures: null },
    ]);
    expect(coverRows(m, [5], [0])[0]?.reason).toBe('not-asked');
  });
  test('a single point is a skill that exactly one person holds at level 3 or more', () => {
    expect(singlePoints(m, everybody, [0, 1])).toEqual([{ skill: 1, person: 5, level: 3, asked: 1 }]);
    expect(singlePoints(m, [1, 3], [0, 1])).toEqual([]);
  });
  test('a duty is open while one of its needs has no holder; figures-only readers get the answer as it is', () => {
    const duties = [
      { area: 'MONITORING', isCovered: null, needs: [{ skillKey: 'drift-monitoring', level: 3, holders: null }] },
    ] as const;
    expect(dutiesOf(m, everybody, duties)).toEqual([
      {
        area: 'MONITORING',
        isCovered: true,
        needs: [{ name: 'Drift monitoring', level: 3, holders: 1, names: ['Flo'] }],
      },
    ]);
    expect(dutiesOf(m, [0, 1], duties)[0]?.isCovered).toBe(false);
    expect(dutiesOf(m, null, duties)[0]).toMatchObject({ isCovered: null, needs: [{ holders: null, names: [] }] });
  });
});

describe('the layout', () => {
  const extent = { rows: 100, columns: 60 };
  const view = { left: 0, top: 0, width: 1200, height: 800 };
  test('finds the cell under a point, and none beside the grid', () => {
    const names = namesWidth(view.width);
    expect(cellAt(names + 1, HEAD_HEIGHT + 1, view, extent)).toEqual({ row: 0, column: 0 });
    expect(cellAt(names - 1, HEAD_HEIGHT + ROW_HEIGHT * 2.5, view, extent)).toEqual({ row: 2, column: -1 });
    expect(cellAt(names + 1, 5, view, extent).row).toBe(-1);
    expect(cellAt(names + 1, HEAD_HEIGHT + 1, { ...view, top: 100 * ROW_HEIGHT }, extent).row).toBe(-1);
  });
  test('keys move and stay inside', () => {
    const at = { row: 5, column: 5 };
    expect(moved(at, 'ArrowLeft', false, 10, extent)).toEqual({ row: 5, column: 4 });
    expect(moved({ row: 0, column: 0 }, 'ArrowUp', false, 10, extent)).toEqual({ row: 0, column: 0 });
    expect(moved(at, 'PageDown', false, 10, extent)).toEqual({ row: 15, column: 5 });
    expect(moved(at, 'End', false, 10, extent)).toEqual({ row: 5, column: 59 });
    expect(moved(at, 'End', true, 10, extent)).toEqual({ row: 99, column: 59 });
    expect(moved(at, 'Home', true, 10, extent)).toEqual({ row: 0, column: 0 });
    expect(moved(at, 'x', false, 10, extent)).toBeNull();
    expect(pageRows(HEAD_HEIGHT + 10 * ROW_HEIGHT)).toBe(9);
  });
  test('a cell that is on the screen does not scroll it', () => {
    expect(revealed({ row: 3, column: 3 }, view)).toEqual({ left: 0, top: 0 });
    const to = revealed({ row: 99, column: 59 }, view);
    expect(to.top + (view.height - HEAD_HEIGHT)).toBeGreaterThanOrEqual(100 * ROW_HEIGHT);
  });
});
