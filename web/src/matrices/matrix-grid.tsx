/** Why this file exists: the grid of the matrix: one canvas that draws what is on the screen, and one hidden cell that tells a screen reader where the keys stand. */
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { useKeys, useSingleKeys } from '../app/keys.js';
import { readColours, type MatrixColours } from './matrix-colours.js';
import { describeCell, rowName } from './matrix-describe.js';
import { cellAt, fullSize, moved, namesWidth, pageRows, revealed, type Cell } from './matrix-layout.js';
import { cutter, paint, type Pointers, type Scene } from './matrix-paint.js';
import { MatrixTip, type TipPlace } from './matrix-tip.js';
import { useMatrixTexts } from './matrix.texts.js';
import styles from './matrix.module.css';

interface MatrixGridProps {
  readonly scene: Scene;
  readonly levelNames: readonly string[];
  readonly active: Cell;
  readonly onActive: (cell: Cell) => void;
  readonly onOpen: (cell: Cell) => void;
  readonly onSort: (column: number) => void;
  readonly onFold: (team: number) => void;
}

/** Draws at most once a frame. */
function useCanvas(scene: Scene, pointers: RefObject<Pointers>, active: Cell) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useRef<MatrixColours | null>(null);
  const cut = useRef<ReturnType<typeof cutter> | null>(null);
  const shown = useRef(scene);
  const waiting = useRef(0);
  const scheme = useComputedColorScheme('light');
  const [width, setWidth] = useState(1440);
  const draw = useCallback(() => {
    waiting.current = 0;
    if (canvas.current === null || scroller.current === null) return;
    colours.current ??= readColours(scroller.current);
    cut.current ??= cutter();
    const surface = { canvas: canvas.current, scroller: scroller.current, colours: colours.current, cut: cut.current };
    paint(surface, shown.current, pointers.current);
  }, [pointers]);
  const drawSoon = useCallback(() => {
    if (waiting.current === 0) waiting.current = requestAnimationFrame(draw);
  }, [draw]);
  useLayoutEffect(() => {
    shown.current = scene;
    colours.current = null;
    draw();
  }, [draw, scene, active, scheme]);
  useEffect(() => {
    const later = setTimeout(() => {
      colours.current = null; // the scheme's attribute is set after this component was told of it
      draw();
    }, 50);
    void document.fonts.ready.then(() => {
      cut.current = null;
      drawSoon();
    });
    const observer = new ResizeObserver(() => {
      setWidth(scroller.current?.clientWidth ?? 1440);
      drawSoon();
    });
    if (scroller.current !== null) observer.observe(scroller.current);
    return () => {
      observer.disconnect();
      clearTimeout(later);
      cancelAnimationFrame(waiting.current);
      waiting.current = 0;
    };
  }, [draw, drawSoon, scheme]);
  return { scroller, canvas, width, drawSoon };
}

/** The pointer lights row and column and shows a tip; scrolling puts it out. */
function useHover(pointers: RefObject<Pointers>, at: (event: MouseEvent) => Cell, drawSoon: () => void) {
  const [tip, setTip] = useState<TipPlace | null>(null);
  const light = (hover: Cell | null, place: TipPlace | null): void => {
    pointers.current = { ...pointers.current, hover };
    setTip(place);
    drawSoon();
  };
  const onMouseMove = (event: MouseEvent): void => {
    const cell = at(event);
    const before = pointers.current.hover;
    if (before?.row === cell.row && before.column === cell.column) return;
    light(cell, cell.row >= 0 && cell.column >= 0 ? { cell, x: event.clientX, y: event.clientY } : null);
  };
  const out = (): void => {
    if (pointers.current.hover !== null) light(null, null);
  };
  return { tip, onMouseMove, out };
}

/** What keys and clicks do, wherever the grid is scrolled to. */
function useMoves(props: MatrixGridProps, scroller: RefObject<HTMLDivElement | null>) {
  const { scene, active, onActive, onOpen, onSort, onFold } = props;
  const singleKeys = useSingleKeys();
  const extent = { rows: scene.rows.length, columns: scene.columns.skills.length };
  const viewport = () => {
    const element = scroller.current;
    if (element === null) return { left: 0, top: 0, width: 0, height: 0 };
    const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = element;
    return { left, top, width, height };
  };
  const at = (event: MouseEvent): Cell => {
    const { left = 0, top = 0 } = scroller.current?.getBoundingClientRect() ?? {};
    return cellAt(event.clientX - left, event.clientY - top, viewport(), extent);
  };
  const open = (cell: Cell): void => {
    const row = scene.rows[cell.row];
    if (row?.kind === 'team') onFold(row.team);
    else if (row !== undefined) onOpen(cell);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const withControl = event.ctrlKey || event.metaKey;
    const isSort = event.key.toLowerCase() === 's' && !withControl && !event.altKey && singleKeys;
    const next = moved(active, event.key, withControl, pageRows(viewport().height), extent);
    if (next === null && event.key !== 'Enter' && !isSort) return;
    event.preventDefault();
    if (next === null) {
      if (isSort) onSort(active.column);
      else open(active);
      return;
    }
    onActive(next);
    scroller.current?.scrollTo({ ...revealed(next, viewport()), behavior: 'instant' });
  };
  const onClick = (event: MouseEvent): void => {
    const cell = at(event);
    if (cell.row < 0) {
      if (cell.column >= 0) onSort(cell.column);
      return;
    }
    if (cell.column < 0 && scene.rows[cell.row]?.kind !== 'team') return;
    if (cell.column >= 0) onActive(cell);
    open(cell);
  };
  return { extent, at, onKeyDown, onClick };
}

export function MatrixGrid(props: MatrixGridProps): ReactNode {
  const { scene, active, levelNames } = props;
  const t = useMatrixTexts();
  const pointers = useRef<Pointers>({ hover: null, active: null });
  const { scroller, canvas, width, drawSoon } = useCanvas(scene, pointers, active);
  const { extent, at, onKeyDown, onClick } = useMoves(props, scroller);
  const { tip, onMouseMove, out } = useHover(pointers, at, drawSoon);
  useKeys([{ keys: 's', label: t('keySort'), run: () => props.onSort(active.column) }]);
  const focus = (isFocused: boolean): void => {
    pointers.current = { ...pointers.current, active: isFocused ? active : null };
    drawSoon();
  };
  useLayoutEffect(() => {
    if (pointers.current.active !== null) pointers.current = { ...pointers.current, active };
    drawSoon();
  }, [active, drawSoon]);
  const row = scene.rows[active.row];
  const skill = scene.columns.skills[active.column] ?? 0;
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={t('gridLabel')}
      aria-rowcount={extent.rows + 1}
      aria-colcount={extent.columns + 1}
      aria-activedescendant="matrix-active-cell"
      onScroll={() => {
        out();
        drawSoon();
      }}
      onFocus={() => focus(true)}
      onBlur={() => focus(false)}
      onKeyDown={onKeyDown}
      onMouseMove={onMouseMove}
      onMouseLeave={out}
      onClick={onClick}
    >
      <div role="presentation" style={fullSize(extent, namesWidth(width))}>
        <canvas ref={canvas} className={styles.canvas} aria-hidden />
        <div className={styles.hiddenRow} role="row" aria-rowindex={active.row + 2}>
          <div role="rowheader">{row === undefined ? '' : rowName(scene.matrix, row)}</div>
          <div id="matrix-active-cell" role="gridcell" aria-colindex={active.column + 2}>
            {row === undefined ? '' : describeCell(scene.matrix, row, skill, scene.view, levelNames)}
          </div>
        </div>
      </div>
      {tip === null ? null : <MatrixTip scene={scene} place={tip} levelNames={levelNames} />}
    </div>
  );
}
