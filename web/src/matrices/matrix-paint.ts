/** Why this file exists: draws what is on the screen of the matrix in one pass: one path for each colour instead of one fill for each cell. */
import type { MatrixColours } from './matrix-colours.js';
import { CELL_WIDTH, HEAD_HEIGHT, namesWidth, ROW_HEIGHT, type Cell } from './matrix-layout.js';
import type { Matrix } from './matrix-model.js';
import { paintCells } from './matrix-paint-cells.js';
import { paintHead, paintNames } from './matrix-paint-names.js';
import type { Columns, MatrixView, Row } from './matrix-rows.js';

/** Everything that is drawn; the same object until something but the scroll position changes. */
export interface Scene {
  readonly matrix: Matrix;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly view: MatrixView;
  /** Share of those asked who meet it, per column; `null` where there is no figure. */
  readonly cover: readonly (number | null)[];
  /** Column sorted by; -1 for none. */
  readonly sorted: number;
  readonly folded: ReadonlySet<number>;
  readonly words: {
    readonly person: string;
    readonly coverage: string;
    readonly noTeam: string;
    readonly small: string;
  };
}
/** What changes while the pointer and the keys move. */
export interface Pointers {
  readonly hover: Cell | null;
  /** The cell with the focus; `null` while the grid has none. */
  readonly active: Cell | null;
}

/** One frame: where things are, and what the parts of the drawing share. */
export interface Frame extends Scene, Pointers {
  readonly g: CanvasRenderingContext2D;
  readonly colours: MatrixColours;
  readonly width: number;
  readonly height: number;
  readonly names: number;
  readonly scrollTop: number;
  /** First row and column on the screen, and the ones after the last. */
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
  readonly x: (column: number) => number;
  readonly y: (row: number) => number;
  /** A text cut to a width, remembered from frame to frame. */
  readonly cut: (text: string, font: string, width: number) => { readonly text: string; readonly width: number };
}

/** Cuts texts to a width and remembers the result, since measuring is what costs. */
export function cutter(): (g: CanvasRenderingContext2D) => Frame['cut'] {
  const known = new Map<string, { text: string; width: number }>();
  return (g) => (text, font, width) => {
    const key = `${font}|${width}|${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    g.font = font;
    let kept = text;
    if (g.measureText(kept).width > width) {
      while (kept.length > 1 && g.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
      kept = `${kept.trimEnd()}…`;
    }
    const made = { text: kept, width: g.measureText(kept).width };
    known.set(key, made);
    return made;
  };
}

interface Surface {
  readonly canvas: HTMLCanvasElement;
  readonly scroller: HTMLElement;
  readonly colours: MatrixColours;
  readonly cut: (g: CanvasRenderingContext2D) => Frame['cut'];
}

/** The canvas has as many pixels as the screen has; set only when they change, since setting them clears it. */
function fit(canvas: HTMLCanvasElement, width: number, height: number): number {
  const ratio = devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  return ratio;
}

export function paint(surface: Surface, scene: Scene, pointers: Pointers): void {
  const { canvas, scroller, colours } = surface;
  const { clientWidth: width, clientHeight: height, scrollLeft, scrollTop } = scroller;
  const g = canvas.getContext('2d', { alpha: false });
  if (g === null || width === 0 || height === 0) return;
  const ratio = fit(canvas, width, height);
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  const names = namesWidth(width);
  const count = scene.columns.skills.length;
  const frame: Frame = {
    ...scene,
    ...pointers,
    g,
    colours,
    width,
    height,
    names,
    scrollTop,
    firstRow: Math.max(0, Math.floor(scrollTop / ROW_HEIGHT)),
    endRow: Math.min(scene.rows.length, Math.ceil((scrollTop + height - HEAD_HEIGHT) / ROW_HEIGHT)),
    firstColumn: Math.max(0, Math.floor(scrollLeft / CELL_WIDTH)),
    endColumn: Math.min(count, Math.ceil((scrollLeft + width - names) / CELL_WIDTH)),
    x: (column) => names + column * CELL_WIDTH - scrollLeft,
    y: (row) => HEAD_HEIGHT + row * ROW_HEIGHT - scrollTop,
    cut: surface.cut(g),
  };
  g.textBaseline = 'middle';
  g.fillStyle = colours.paper;
  g.fillRect(0, 0, width, height);
  paintCells(frame);
  paintNames(frame);
  paintHead(frame);
}
