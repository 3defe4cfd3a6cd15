/** Why this file exists: the rows on the screen as a file for a spreadsheet; nothing in it can run as a formula, and not assessed is never an empty zero. */
import { levelAt, NOT_ASKED, NOT_ASSESSED, targetAt, type Matrix } from './matrix-model.js';
import type { Columns, MatrixView, Row } from './matrix-rows.js';
import { teamName } from './matrix-describe.js';
import { tellMatrix as t } from './matrix.texts.js';

export type SheetCell = string | number;

/** A level; in the gap view level − target, empty where nothing is asked. */
function cellOf(m: Matrix, person: number, skill: number, view: MatrixView): SheetCell {
  const level = levelAt(m, person, skill);
  if (view === 'level') return level === NOT_ASSESSED ? t('notAssessed') : level;
  const target = targetAt(m, person, skill);
  if (target === NOT_ASKED) return '';
  return level === NOT_ASSESSED ? t('notAssessed') : level - target;
}

/** A row of titles, then one for each person in the order of the screen; team rows are left out, people of folded teams too. */
export function sheetOf(
  m: Matrix,
  rows: readonly Row[],
  columns: Columns,
  view: MatrixView,
): readonly (readonly SheetCell[])[] {
  const head = [t('colName'), t('colJobRole'), t('colTeam'), ...columns.skills.map((j) => m.skills[j]?.name ?? '')];
  const body = rows.flatMap((row): SheetCell[][] => {
    const person = row.kind === 'person' ? m.people[row.person] : undefined;
    if (row.kind !== 'person' || person === undefined) return [];
    const team = person.team === -1 ? '' : teamName(m, person.team);
    return [[person.name, person.jobRole, team, ...columns.skills.map((j) => cellOf(m, row.person, j, view))]];
  });
  return [head, ...body];
}

/** Texts that a spreadsheet would run as a formula get a quote in front; numbers stay numbers. */
function field(cell: SheetCell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With a byte order mark, or Excel reads it in the wrong encoding. */
export const csvOf = (sheet: readonly (readonly SheetCell[])[]): string =>
  `\uFEFF${sheet.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

export async function xlsxOf(sheet: readonly (readonly SheetCell[])[], name: string): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const [head = [], ...body] = sheet;
  const cells = [
    head.map((value) => ({ value: String(value), fontWeight: 'bold' as const })),
    ...body.map((row) => row.map((value) => (value === '' ? null : { value }))),
  ];
  return write(cells, { sheet: name, stickyRowsCount: 1, stickyColumnsCount: 1 }).toBlob();
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
