/** Why this file exists: what the cell under the pointer says, beside it; drawn outside the grid, whose containment would hold it. */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { number } from '../app/format.js';
import { levelWords, rowName, signed } from './matrix-describe.js';
import type { Cell } from './matrix-layout.js';
import { coverOf, levelAt, NOT_ASKED, shareOf, targetAt } from './matrix-model.js';
import type { Scene } from './matrix-paint.js';
import type { Row } from './matrix-rows.js';
import { useMatrixTexts } from './matrix.texts.js';
import styles from './matrix.module.css';

/** Where the pointer is, in CSS pixels of the window. */
export interface TipPlace {
  readonly cell: Cell;
  readonly x: number;
  readonly y: number;
}

interface MatrixTipProps {
  readonly scene: Scene;
  readonly place: TipPlace;
  readonly levelNames: readonly string[];
}

const Line = ({ label, value }: { readonly label: string; readonly value: string }): ReactNode => (
  <span className={styles.tipLine}>
    <span>{label}</span>
    <span className="num">{value}</span>
  </span>
);

function Figures({
  scene,
  row,
  skill,
  levelNames,
}: Omit<MatrixTipProps, 'place'> & { readonly row: Row; readonly skill: number }): ReactNode {
  const t = useMatrixTexts();
  const { matrix } = scene;
  if (row.kind === 'person') {
    const target = targetAt(matrix, row.person, skill);
    return (
      <>
        <Line label={t('tipLevel')} value={levelWords(levelAt(matrix, row.person, skill), levelNames)} />
        <Line label={t('tipTarget')} value={target === NOT_ASKED ? t('legendNothing') : String(target)} />
      </>
    );
  }
  const level = row.level[skill] ?? NaN;
  const gap = row.gap[skill] ?? NaN;
  const people = matrix.people.flatMap(({ team }, i) => (team === row.team ? [i] : []));
  const cover = coverOf(matrix, people, skill);
  return (
    <>
      <Line label={t('tipAverage')} value={Number.isNaN(level) ? t('tipTooFew') : number(level, 1)} />
      <Line label={t('tipGap')} value={Number.isNaN(gap) ? t('tipTooFew') : signed(gap)} />
      <Line
        label={t('tipCoverage')}
        value={shareOf(cover) === null ? t('tipTooFew') : t('tipCoverageOf', { met: cover.met, asked: cover.asked })}
      />
    </>
  );
}

export function MatrixTip({ scene, place, levelNames }: MatrixTipProps): ReactNode {
  const row = scene.rows[place.cell.row];
  const skill = scene.columns.skills[place.cell.column];
  if (row === undefined || skill === undefined) return null;
  const left = Math.min(place.x + 16, innerWidth - 270);
  const top = Math.min(place.y + 16, innerHeight - 130);
  return createPortal(
    <div className={styles.tip} style={{ left, top }} aria-hidden>
      <b>{scene.matrix.skills[skill]?.name}</b>
      <span className="muted">{rowName(scene.matrix, row)}</span>
      <Figures scene={scene} row={row} skill={skill} levelNames={levelNames} />
    </div>,
    document.body,
  );
}
