/** Why this file exists: a file that leaves the product runs nothing in a spreadsheet, reads everywhere, and keeps unknown apart from 0. */
import { decode } from './matrix-model.js';
import { csvOf, sheetOf } from './matrix-export.js';
import { columnsOf, rowsOf } from './matrix-rows.js';

const m = decode({
  asOf: '2026-06-01',
  peopleCount: 2,
  skillKeys: ['ci-cd', 'drift'],
  skillNames: ['Delivery, continuous', '=Drift'],
  categories: [{ key: 'all', name: 'All', skillCount: 2 }],
  teams: [{ id: 'a', name: 'Alpha "one"' }],
  personIds: ['1', '2'],
  personNames: ['=HYPERLINK("http://x")', 'Bo'],
  personTeams: [0, null],
  jobRoleKeys: ['mle', ''],
  jobRoleTitles: ['Engineer', ''],
  levels: ['2.', '53'],
  required: ['32', '.3'],
});
const rows = rowsOf(m, [0, 1], { view: 'level', byTeam: true, folded: new Set() });

test('levels: team rows are left out, what is not assessed says so', () => {
  expect(sheetOf(m, rows, columnsOf(m, ''), 'level')).toEqual([
    ['Name', 'Job role', 'Team', 'Delivery, continuous', '=Drift'],
    ['=HYPERLINK("http://x")', 'Engineer', 'Alpha "one"', 2, 'not assessed'],
    ['Bo', '', '', 5, 3],
  ]);
});

test('gaps: a minus for what is missing, 0 for met, nothing where nothing is asked', () => {
  const [, first, second] = sheetOf(m, rows, columnsOf(m, ''), 'gap');
  expect(first?.slice(3)).toEqual([-1, 'not assessed']);
  expect(second?.slice(3)).toEqual(['', 0]);
});

test('the text has a byte order mark and CRLF, quotes what needs it and disarms formulas but not numbers', () => {
  const csv = csvOf([
    ['a,b', 'say "x"', '=1+1', '+1', '-1', '@x', '\tx', 'plain'],
    [-1, 0, 2],
  ]);
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.slice(1)).toBe(`"a,b","say ""x""",'=1+1,'+1,'-1,'@x,'\tx,plain\r\n-1,0,2\r\n`);
});
