/** Why this file exists: what stays in place while the matrix scrolls: names and teams on the left, skills, their bands and their coverage above. */
import { CELL_WIDTH, FONT, HEAD_HEIGHT, LABEL_HEIGHT, ROW_HEIGHT } from './matrix-layout.js';
import { THIN } from './matrix-model.js';
import type { Frame } from './matrix-paint.js';
import type { PersonRow, TeamRow } from './matrix-rows.js';

const NAME = `450 13px ${FONT}`;
const SMALL = `400 12px ${FONT}`;
const TEAM = `600 13px ${FONT}`;
const BAND = `550 12px ${FONT}`;
const START = 20;

function fold({ g, colours }: Frame, middle: number, isFolded: boolean): void {
  g.strokeStyle = colours.ink3;
  g.lineWidth = 1.5;
  g.beginPath();
  if (isFolded) {
    g.moveTo(22, middle - 4);
    g.lineTo(26, middle);
    g.lineTo(22, middle + 4);
  } else {
    g.moveTo(20, middle - 2);
    g.lineTo(24, middle + 2);
    g.lineTo(28, middle - 2);
  }
  g.stroke();
}

function teamName(frame: Frame, row: TeamRow, y: number): void {
  const { g, colours, matrix, names, words } = frame;
  const middle = y + ROW_HEIGHT / 2 + 0.5;
  g.fillStyle = colours.sunken;
  g.fillRect(0, y, names, ROW_HEIGHT);
  fold(frame, middle, frame.folded.has(row.team));
  const name = frame.cut(matrix.teams[row.team]?.name ?? words.noTeam, TEAM, names - 36 - 44);
  g.fillStyle = colours.ink;
  g.font = TEAM;
  g.fillText(name.text, 36, middle);
  g.fillStyle = colours.ink3;
  g.font = SMALL;
  g.fillText(String(row.count), 44 + name.width, middle);
}

function personName(frame: Frame, row: PersonRow, y: number, isLit: boolean): void {
  const { g, colours, matrix, names } = frame;
  const person = matrix.people[row.person];
  if (person === undefined) return;
  const middle = y + ROW_HEIGHT / 2 + 0.5;
  if (isLit) {
    g.fillStyle = colours.hover;
    g.fillRect(0, y, names, ROW_HEIGHT);
  }
  const isWide = names > 200;
  const room = names - START - 12 - 44;
  const name = frame.cut(person.name, NAME, isWide ? Math.min(170, room) : names - START - 10);
  g.font = NAME;
  g.fillStyle = colours.ink;
  g.fillText(name.text, START, middle);
  if (!isWide) return;
  g.font = SMALL;
  g.fillStyle = colours.ink3;
  const left = room - name.width - 8;
  if (left > 30) g.fillText(frame.cut(person.jobRole, SMALL, Math.floor(left)).text, START + name.width + 8, middle);
  if (person.asked === 0) return;
  g.textAlign = 'right';
  g.fillText(`${person.met}/${person.asked}`, names - 12, middle);
  g.textAlign = 'left';
}

export function paintNames(frame: Frame): void {
  const { g, colours, rows, names, hover } = frame;
  g.save();
  g.beginPath();
  g.rect(0, HEAD_HEIGHT, names, frame.height - HEAD_HEIGHT);
  g.clip();
  g.fillStyle = colours.paper;
  g.fillRect(0, HEAD_HEIGHT, names, frame.height);
  for (let r = frame.firstRow; r < frame.endRow; r++) {
    const row = rows[r];
    if (row?.kind === 'team') teamName(frame, row, frame.y(r));
    else if (row !== undefined) personName(frame, row, frame.y(r), hover?.row === r);
  }
  g.restore();
}

function skillName(frame: Frame, column: number): void {
  const { g, colours, matrix, columns, sorted, hover } = frame;
  const isSorted = sorted === column;
  const isLit = isSorted || hover?.column === column;
  const font = `${isLit ? 600 : 400} 12px ${FONT}`;
  const { text } = frame.cut(matrix.skills[columns.skills[column] ?? 0]?.name ?? '', font, LABEL_HEIGHT - 10);
  g.save();
  g.translate(frame.x(column) + CELL_WIDTH / 2 + 0.5, 26 + LABEL_HEIGHT - 4);
  g.rotate(-Math.PI / 2);
  g.font = font;
  g.fillStyle = isSorted ? colours.accent : isLit ? colours.ink : colours.ink2;
  g.fillText(text, 0, 0);
  g.restore();
}

/** A bar for how many of those asked meet the skill; no bar at all where there is no figure. */
function coverBar({ g, colours, cover, ...f }: Frame, column: number): void {
  const share = cover[column];
  if (share === null || share === undefined) return;
  const x = f.x(column) + 3;
  g.fillStyle = colours.line;
  g.fillRect(x, HEAD_HEIGHT - 20, CELL_WIDTH - 6, 12);
  const height = Math.max(1, 12 * share);
  g.fillStyle = share < THIN ? colours.clay : (colours.level[4] ?? colours.accent);
  g.fillRect(x, HEAD_HEIGHT - 8 - height, CELL_WIDTH - 6, height);
}

function bandNames({ g, colours, columns, ...f }: Frame): void {
  for (const { name, from, to } of columns.bands) {
    const left = Math.max(f.names, f.x(from));
    const right = f.x(to);
    if (right < f.names || left > f.width) continue;
    const label = f.cut(name, BAND, Math.max(0, (to - from) * CELL_WIDTH - 10));
    g.save();
    g.beginPath();
    g.rect(left, 0, right - left, 30);
    g.clip();
    g.font = BAND;
    g.fillStyle = colours.ink;
    g.fillText(label.text, Math.min(left + 5, Math.max(f.x(from) + 5, right - label.width - 6)), 14);
    g.restore();
    if (from === 0 || f.x(from) <= f.names) continue;
    g.fillStyle = colours.line2;
    g.fillRect(f.x(from) - 0.5, 4, 1, HEAD_HEIGHT - 4);
  }
}

export function paintHead(frame: Frame): void {
  const { g, colours, names, width, words } = frame;
  g.save();
  g.beginPath();
  g.rect(names, 0, width - names, HEAD_HEIGHT);
  g.clip();
  g.fillStyle = colours.paper;
  g.fillRect(names, 0, width, HEAD_HEIGHT);
  for (let c = frame.firstColumn; c < frame.endColumn; c++) {
    skillName(frame, c);
    coverBar(frame, c);
  }
  bandNames(frame);
  g.restore();
  g.fillStyle = colours.paper;
  g.fillRect(0, 0, names, HEAD_HEIGHT);
  g.font = SMALL;
  g.fillStyle = colours.ink3;
  g.fillText(words.person, START, HEAD_HEIGHT - 14);
  g.textAlign = 'right';
  if (names > 200) g.fillText(words.coverage, names - 12, HEAD_HEIGHT - 14);
  g.textAlign = 'left';
  g.fillStyle = colours.line2;
  g.fillRect(0, HEAD_HEIGHT - 1, width, 1);
  g.fillRect(names - 1, HEAD_HEIGHT, 1, frame.height);
}
