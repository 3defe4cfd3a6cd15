/** Why this file exists: what the address asks for, turned into rows, columns and figures of the matrix, computed once for each change. */
import { useMemo, useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MatrixSearch } from './matrix.routes.js';
import {
  coverOf,
  decode,
  figuresOf,
  shareOf,
  SMALLEST_GROUP,
  type Figures,
  type Matrix,
  type MatrixBlock,
} from './matrix-model.js';
import type { Scene } from './matrix-paint.js';
import { columnsOf, matching, rowsOf, type Columns, type MatrixView } from './matrix-rows.js';
import { useMatrixTexts } from './matrix.texts.js';

/** The search part of the address, and a way to change some of it. An empty text takes a filter away. */
export function useMatrixSearch(): readonly [MatrixSearch, (change: Partial<MatrixSearch>) => void] {
  const search = useSearch({ from: '/matrix' });
  const navigate = useNavigate({ from: '/matrix' });
  const change = (some: Partial<MatrixSearch>): void => {
    const all: Record<string, string | undefined> = { ...search, ...some };
    const next = Object.entries(all).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ to: '/matrix', search: Object.fromEntries(next) as MatrixSearch, replace: true });
  };
  return [search, change];
}

export interface MatrixState {
  readonly matrix: Matrix;
  readonly columns: Columns;
  /** Places of the people who fit the filters. */
  readonly people: readonly number[];
  readonly figures: Figures;
  readonly scene: Scene;
  readonly view: MatrixView;
  readonly byTeam: boolean;
  readonly fold: (team: number) => void;
}

/** The value of the team filter that stands for the reader's own direct reports. */
export const MY_REPORTS = 'reports';

/** @param reports ids of the reader's direct reports */
export function useMatrixState(block: MatrixBlock, search: MatrixSearch, reports: readonly string[]): MatrixState {
  const t = useMatrixTexts();
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const matrix = useMemo(() => decode(block), [block]);
  const { q = '', team = '', jobRole = '', category = '', view = 'level' } = search;
  const people = useMemo(() => {
    const isMine = team === MY_REPORTS;
    const only = isMine ? new Set(reports) : null;
    return matching(matrix, { text: q, team: isMine ? '' : team, jobRole, only });
  }, [matrix, q, team, jobRole, reports]);
  const columns = useMemo(() => columnsOf(matrix, category), [matrix, category]);
  const place = matrix.skills.findIndex(({ key }) => key === search.sort);
  const sort = place === -1 ? undefined : place;
  const byTeam = (search.group ?? (sort === undefined ? 'team' : 'none')) === 'team';
  const rows = useMemo(
    () => rowsOf(matrix, people, { sort, view, byTeam, folded }),
    [matrix, people, sort, view, byTeam, folded],
  );
  const cover = useMemo(
    () => columns.skills.map((skill) => shareOf(coverOf(matrix, people, skill))),
    [matrix, people, columns],
  );
  const figures = useMemo(() => figuresOf(matrix, people, columns.skills), [matrix, people, columns]);
  const scene = useMemo<Scene>(
    () => ({
      matrix,
      columns,
      rows,
      view,
      cover,
      sorted: sort === undefined ? -1 : columns.skills.indexOf(sort),
      folded,
      words: {
        person: t('person'),
        coverage: t('coverageShort'),
        noTeam: t('noTeam'),
        small: t('smallTeam', { least: SMALLEST_GROUP }),
      },
    }),
    [matrix, columns, rows, view, cover, sort, folded, t],
  );
  const fold = (one: number): void =>
    setFolded((now) => new Set(now.has(one) ? [...now].filter((n) => n !== one) : [...now, one]));
  return { matrix, columns, people, figures, scene, view, byTeam, fold };
}
