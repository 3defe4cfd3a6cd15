/** Why this file exists: where each cell of the grid lies, which one is under the pointer, and where the arrow keys lead. */

export const FONT = "'Geist Variable', system-ui, sans-serif";

/** CSS pixels. */
export const CELL_WIDTH = 22;
export const ROW_HEIGHT = 26;
export const HEAD_HEIGHT = 222;
export const LABEL_HEIGHT = 172;
export const END_PADDING = 24;

export interface Cell {
  readonly row: number;
  readonly column: number;
}
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Names take less room where there is little. */
export const namesWidth = (width: number): number => (width < 700 ? 150 : 300);

export const fullSize = ({ rows, columns }: Extent, names: number): { width: number; height: number } => ({
  width: names + columns * CELL_WIDTH + END_PADDING,
  height: HEAD_HEIGHT + rows * ROW_HEIGHT + 12,
});

/** The cell at a point of the scroller; -1 for the head, the names and what lies beside the grid. */
export function cellAt(x: number, y: number, view: Viewport, extent: Extent): Cell {
  const names = namesWidth(view.width);
  const column = x < names ? -1 : Math.floor((x - names + view.left) / CELL_WIDTH);
  const row = y < HEAD_HEIGHT ? -1 : Math.floor((y - HEAD_HEIGHT + view.top) / ROW_HEIGHT);
  return { row: row < extent.rows ? row : -1, column: column < extent.columns ? column : -1 };
}

const between = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** Where a key leads from a cell; `null` for a key that does not move. @param page rows that one screen holds */
export function moved(cell: Cell, key: string, withControl: boolean, page: number, extent: Extent): Cell | null {
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  const to = (row: number, column: number): Cell => ({
    row: between(row, last.row),
    column: between(column, last.column),
  });
  switch (key) {
    case 'ArrowRight':
      return to(cell.row, cell.column + 1);
    case 'ArrowLeft':
      return to(cell.row, cell.column - 1);
    case 'ArrowDown':
      return to(cell.row + 1, cell.column);
    case 'ArrowUp':
      return to(cell.row - 1, cell.column);
    case 'PageDown':
      return to(cell.row + page, cell.column);
    case 'PageUp':
      return to(cell.row - page, cell.column);
    case 'Home':
      return to(withControl ? 0 : cell.row, 0);
    case 'End':
      return to(withControl ? last.row : cell.row, last.column);
    default:
      return null;
  }
}

/** Rows that one screen holds, less one to keep the place. */
export const pageRows = (height: number): number => Math.max(1, Math.floor((height - HEAD_HEIGHT) / ROW_HEIGHT) - 1);

/** The scroll position that brings a cell into view, moving as little as possible. */
export function revealed({ row, column }: Cell, view: Viewport): { left: number; top: number } {
  const room = { width: view.width - namesWidth(view.width), height: view.height - HEAD_HEIGHT };
  const x = column * CELL_WIDTH;
  const y = row * ROW_HEIGHT;
  let { left, top } = view;
  if (x < left) left = Math.max(0, x - CELL_WIDTH);
  else if (x + CELL_WIDTH > left + room.width) left = x + 2 * CELL_WIDTH - room.width;
  if (y < top) top = y;
  else if (y + ROW_HEIGHT > top + room.height) top = y + ROW_HEIGHT * 1.5 - room.height;
  return { left, top };
}
