/** Why this file exists: the grid with its panel; the place of the keys stays with its person and skill when rows are sorted or filtered. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { EmptyState } from '../ui/empty-state.js';
import { MatrixGrid } from './matrix-grid.js';
import type { Cell } from './matrix-layout.js';
import { MatrixPanel, type OpenCell } from './matrix-panel.js';
import { rowKey } from './matrix-rows.js';
import { MY_REPORTS, type MatrixState } from './matrix-state.js';
import type { MatrixSearch } from './matrix.routes.js';
import { useMatrixTexts } from './matrix.texts.js';

interface CellsProps {
  readonly levelNames: readonly string[];
  readonly state: MatrixState;
  readonly search: MatrixSearch;
  readonly change: (some: Partial<MatrixSearch>) => void;
}

export function MatrixCells({ levelNames, state, search, change }: CellsProps): ReactNode {
  const { scene, columns } = state;
  const [place, setPlace] = useState<{ readonly row: string; readonly skill: number } | null>(null);
  const [open, setOpen] = useState<OpenCell | null>(null);
  if (scene.rows.length === 0) return <Empty state={state} search={search} change={change} />;
  const first = scene.rows.findIndex(({ kind }) => kind === 'person');
  const row = place === null ? -1 : scene.rows.findIndex((one) => rowKey(one) === place.row);
  const column = place === null ? 0 : columns.skills.indexOf(place.skill);
  const active: Cell = { row: Math.max(0, row === -1 ? first : row), column: Math.max(0, column) };
  const settle = (cell: Cell): void => {
    const chosen = scene.rows[cell.row];
    if (chosen !== undefined) setPlace({ row: rowKey(chosen), skill: columns.skills[cell.column] ?? 0 });
  };
  const openCell = (cell: Cell): void => {
    const chosen = scene.rows[cell.row];
    if (chosen?.kind === 'person') setOpen({ person: chosen.person, skill: columns.skills[cell.column] ?? 0 });
  };
  const sortBy = (at: number): void => {
    const key = state.matrix.skills[columns.skills[at] ?? -1]?.key;
    change({ sort: key === search.sort ? undefined : key });
  };
  return (
    <>
      <MatrixGrid
        scene={scene}
        levelNames={levelNames}
        active={active}
        onActive={settle}
        onOpen={openCell}
        onSort={sortBy}
        onFold={state.fold}
      />
      <MatrixPanel matrix={state.matrix} open={open} onClose={() => setOpen(null)} />
    </>
  );
}

function Empty({ state, search, change }: Omit<CellsProps, 'levelNames'>): ReactNode {
  const t = useMatrixTexts();
  const { matrix } = state;
  const team = search.team === MY_REPORTS ? t('myReports') : matrix.teams.find(({ id }) => id === search.team)?.name;
  const jobRole = matrix.people.find(({ jobRoleKey }) => jobRoleKey === search.jobRole)?.jobRole;
  const told = [
    search.q === undefined ? [] : [t('emptyText', { text: search.q })],
    team === undefined ? [] : [t('emptyTeam', { team })],
    jobRole === undefined ? [] : [t('emptyJobRole', { jobRole })],
  ].flat();
  const clear = (
    <Button variant="default" onClick={() => change({ q: undefined, team: undefined, jobRole: undefined })}>
      {t('clear')}
    </Button>
  );
  return (
    <EmptyState title={t('emptyTitle')} small action={clear}>
      {t('emptyFilter', { filter: told.length === 0 ? t('emptyOther') : told.join(', ') })}
    </EmptyState>
  );
}
