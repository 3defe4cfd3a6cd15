/** Why this file exists: each cell as one sentence, for screen readers; what the colours say, in words. */
import { number } from '../app/format.js';
import { levelAt, NOT_ASKED, NOT_ASSESSED, targetAt, type Matrix } from './matrix-model.js';
import type { MatrixView, Row } from './matrix-rows.js';
import { tellMatrix as t } from './matrix.texts.js';

export const teamName = (m: Matrix, team: number): string => m.teams[team]?.name ?? t('noTeam');

export const rowName = (m: Matrix, row: Row): string =>
  row.kind === 'team' ? teamName(m, row.team) : (m.people[row.person]?.name ?? '');

/** A mean of gaps with its sign; a minus means below target. */
export const signed = (value: number): string =>
  value > 0 ? `+${number(value, 1)}` : number(value, 1).replace('-', '−');

/** @param levelNames names of the levels 1 to 5 */
export const levelWords = (level: number, levelNames: readonly string[]): string =>
  level === NOT_ASSESSED ? t('cellNotAssessed') : t('cellLevel', { level, name: levelNames[level - 1] ?? '' });

export function describeCell(
  m: Matrix,
  row: Row,
  skill: number,
  view: MatrixView,
  levelNames: readonly string[],
): string {
  const name = m.skills[skill]?.name ?? '';
  if (row.kind === 'team') {
    const value = (view === 'level' ? row.level : row.gap)[skill] ?? NaN;
    const told = Number.isNaN(value)
      ? t('cellTeamSmall')
      : view === 'level'
        ? t('cellTeamLevel', { value: number(value, 1) })
        : t('cellTeamGap', { value: signed(value) });
    return t('cellTeam', { team: teamName(m, row.team), count: row.count, skill: name, value: told });
  }
  const target = targetAt(m, row.person, skill);
  return t('cellPerson', {
    person: rowName(m, row),
    skill: name,
    level: levelWords(levelAt(m, row.person, skill), levelNames),
    target: target === NOT_ASKED ? t('cellNoTarget') : t('cellTarget', { target }),
  });
}
