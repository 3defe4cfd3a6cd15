/** Why this file exists: the cells of the matrix. A colour never stands alone: what is below wears a mark for each level that is missing, what is above an arrow. */
import { blend } from './matrix-colours.js';
import { CELL_WIDTH, FONT, HEAD_HEIGHT, ROW_HEIGHT } from './matrix-layout.js';
import { levelAt, NOT_ASKED, NOT_ASSESSED, SMALLEST_GROUP, targetAt } from './matrix-model.js';
import type { Frame } from './matrix-paint.js';
import type { PersonRow, TeamRow } from './matrix-rows.js';

/** Paths of one frame by colour, filled at the end: boxes first, then the marks upon them. */
class Strokes {
  readonly #boxes = new Map<string, Path2D>();
  readonly #marks = new Map<string, Path2D>();
  readonly rings = new Path2D();
  box(colour: string): Path2D {
    return pathOf(this.#boxes, colour);
  }
  mark(colour: string): Path2D {
    return pathOf(this.#marks, colour);
  }
  paint({ g, colours }: Frame): void {
    for (const [colour, path] of [...this.#boxes, ...this.#marks]) {
      g.fillStyle = colour;
      g.fill(path);
    }
    g.strokeStyle = colours.ink3;
    g.lineWidth = 1;
    g.stroke(this.rings);
  }
}

function pathOf(paths: Map<string, Path2D>, colour: string): Path2D {
  let path = paths.get(colour);
  if (path === undefined) paths.set(colour, (path = new Path2D()));
  return path;
}

const box = (path: Path2D, x: number, y: number, inset: number): void =>
  path.roundRect(x + 1, y + inset, CELL_WIDTH - 2, ROW_HEIGHT - 2 * inset, 3);

/** As many small squares as levels are missing. */
function pips(path: Path2D, x: number, y: number, count: number): void {
  const left = x + CELL_WIDTH / 2 - (count * 4 - 2) / 2;
  for (let i = 0; i < count; i++) path.rect(left + i * 4, y + ROW_HEIGHT - 8, 2, 2);
}

function arrow(path: Path2D, x: number, y: number): void {
  const middle = x + CELL_WIDTH / 2;
  path.moveTo(middle - 3, y + ROW_HEIGHT / 2 + 2);
  path.lineTo(middle, y + ROW_HEIGHT / 2 - 2);
  path.lineTo(middle + 3, y + ROW_HEIGHT / 2 + 2);
  path.closePath();
}

/** Asked for and not assessed: an open ring. Nothing asked and nothing known: a dot. */
function unknown(s: Strokes, frame: Frame, x: number, y: number, isAsked: boolean): void {
  const [cx, cy] = [x + CELL_WIDTH / 2, y + ROW_HEIGHT / 2];
  if (isAsked) {
    s.rings.moveTo(cx + 3, cy);
    s.rings.arc(cx, cy, 3, 0, Math.PI * 2);
  } else s.mark(frame.colours.line2).rect(cx - 1, cy - 1, 2, 2);
}

function levelCell(s: Strokes, { colours }: Frame, x: number, y: number, level: number, target: number): void {
  box(s.box(colours.level[level] ?? colours.line), x, y, 2);
  if (target - level >= 2) s.mark(colours.clay).rect(x + 5, y + ROW_HEIGHT - 7, CELL_WIDTH - 10, 2);
}

function gapCell(s: Strokes, { colours }: Frame, x: number, y: number, by: number): void {
  if (by < 0) {
    const missing = Math.min(4, -by);
    box(s.box(colours.below[missing] ?? colours.clay), x, y, 2);
    pips(s.mark(missing > 2 ? colours.surface : colours.ink), x, y, missing);
    return;
  }
  box(s.box(by === 0 ? colours.met : colours.above), x, y, 2);
  if (by > 0) arrow(s.mark(colours.ink), x, y);
}

function personCells(s: Strokes, frame: Frame, { person }: PersonRow, y: number): void {
  const { matrix, columns, view } = frame;
  for (let c = frame.firstColumn; c < frame.endColumn; c++) {
    const skill = columns.skills[c] ?? 0;
    const x = frame.x(c);
    const level = levelAt(matrix, person, skill);
    const target = targetAt(matrix, person, skill);
    if (level === NOT_ASSESSED) unknown(s, frame, x, y, target !== NOT_ASKED);
    else if (view === 'level') levelCell(s, frame, x, y, level, target);
    else if (target === NOT_ASKED) unknown(s, frame, x, y, false);
    else gapCell(s, frame, x, y, level - target);
  }
}

const quarter = (value: number): number => Math.round(value * 4) / 4;

function teamCells(s: Strokes, frame: Frame, row: TeamRow, y: number): void {
  const { colours, columns, view } = frame;
  const values = view === 'level' ? row.level : row.gap;
  for (let c = frame.firstColumn; c < frame.endColumn; c++) {
    const value = values[columns.skills[c] ?? 0] ?? NaN;
    if (Number.isNaN(value)) continue;
    const x = frame.x(c);
    const near = quarter(value);
    if (view === 'level') box(s.box(blend(colours.level, near)), x, y, 6);
    else if (near >= 0) box(s.box(near === 0 ? colours.met : colours.above), x, y, 6);
    else box(s.box(blend(colours.below, Math.min(4, -near))), x, y, 6);
  }
}

/** The ground: team rows sunken, row and column of the pointer lit. */
function ground({ g, colours, rows, hover, ...f }: Frame): void {
  const right = Math.min(f.width, f.x(f.columns.skills.length));
  g.fillStyle = colours.sunken;
  for (let r = f.firstRow; r < f.endRow; r++)
    if (rows[r]?.kind === 'team') g.fillRect(f.names, f.y(r), right - f.names, ROW_HEIGHT);
  if (hover === null) return;
  g.fillStyle = colours.hover;
  if (hover.row >= 0) g.fillRect(f.names, f.y(hover.row), right - f.names, ROW_HEIGHT);
  if (hover.column >= 0) g.fillRect(f.x(hover.column), HEAD_HEIGHT, CELL_WIDTH, f.height - HEAD_HEIGHT);
}

function lines({ g, colours, columns, active, ...f }: Frame): void {
  g.fillStyle = colours.line2;
  for (const { from } of columns.bands)
    if (from > 0 && f.x(from) > f.names) g.fillRect(f.x(from) - 0.5, HEAD_HEIGHT, 1, f.height - HEAD_HEIGHT);
  if (active === null) return;
  g.strokeStyle = colours.ink;
  g.lineWidth = 2;
  g.beginPath();
  g.roundRect(f.x(active.column), f.y(active.row) + 1, CELL_WIDTH, ROW_HEIGHT - 2, 4);
  g.stroke();
}

export function paintCells(frame: Frame): void {
  const { g, rows, colours } = frame;
  g.save();
  g.beginPath();
  g.rect(frame.names, HEAD_HEIGHT, frame.width - frame.names, frame.height - HEAD_HEIGHT);
  g.clip();
  ground(frame);
  const strokes = new Strokes();
  for (let r = frame.firstRow; r < frame.endRow; r++) {
    const row = rows[r];
    const y = frame.y(r);
    if (row?.kind === 'person') personCells(strokes, frame, row, y);
    else if (row !== undefined) teamCells(strokes, frame, row, y);
  }
  strokes.paint(frame);
  g.fillStyle = colours.ink3;
  g.font = `400 12px ${FONT}`;
  for (let r = frame.firstRow; r < frame.endRow; r++) {
    const row = rows[r];
    if (row?.kind === 'team' && row.count < SMALLEST_GROUP)
      g.fillText(frame.words.small, frame.names + 8, frame.y(r) + ROW_HEIGHT / 2 + 0.5);
  }
  lines(frame);
  g.restore();
}
