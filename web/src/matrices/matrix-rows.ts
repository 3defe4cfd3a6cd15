/** Why this file exists: which rows and columns are on the screen, in which order: filters, sort by a skill, teams that fold. */
import { levelAt, NOT_ASKED, NOT_ASSESSED, SMALLEST_GROUP, targetAt, type Band, type Matrix } from './matrix-model.js';

export type MatrixView = 'level' | 'gap';

export interface PeopleFilter {
  /** Part of a name, job role or team. */
  readonly text: string;
  /** Id of a team; empty for all. */
  readonly team: string;
  /** Key of a job role; empty for all. */
  readonly jobRole: string;
  /** Ids of the only people to show; `null` for all. */
  readonly only: ReadonlySet<string> | null;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Places of the people who fit the filter, by name. */
export function matching(m: Matrix, { text, team, jobRole, only }: PeopleFilter): readonly number[] {
  const wanted = plain(text.trim());
  const found: number[] = [];
  m.people.forEach((person, i) => {
    const teamOf = m.teams[person.team];
    if (only !== null && !only.has(person.id)) return;
    if (team !== '' && teamOf?.id !== team) return;
    if (jobRole !== '' && person.jobRoleKey !== jobRole) return;
    if (wanted !== '' && !plain(`${person.name} ${person.jobRole} ${teamOf?.name ?? ''}`).includes(wanted)) return;
    found.push(i);
  });
  return found;
}

export interface Columns {
  /** Places of the skills, one per column. */
  readonly skills: readonly number[];
  readonly bands: readonly Band[];
}

/** All columns, or those of one category; an unknown category counts as none. */
export function columnsOf(m: Matrix, category: string): Columns {
  const band = m.bands.find(({ key }) => key === category);
  if (band === undefined) return { skills: m.skills.map((_, j) => j), bands: m.bands };
  const count = band.to - band.from;
  return {
    skills: Array.from({ length: count }, (_, j) => band.from + j),
    bands: [{ ...band, from: 0, to: count }],
  };
}

export interface TeamRow {
  readonly kind: 'team';
  /** Place of the team; -1 for the people without one. */
  readonly team: number;
  readonly count: number;
  /** Mean per skill over those it is known of; NaN where fewer than five people stand behind it. */
  readonly level: Float32Array;
  /** Mean of level − target over those asked and assessed; NaN as above. */
  readonly gap: Float32Array;
}
export interface PersonRow {
  readonly kind: 'person';
  readonly person: number;
}
export type Row = TeamRow | PersonRow;

export const rowKey = (row: Row): string => (row.kind === 'team' ? `t${row.team}` : `p${row.person}`);

/** Greatest first by level; in the gap view what misses most first. What is not known stands last in both. */
function sorter(m: Matrix, skill: number, view: MatrixView): (a: number, b: number) => number {
  const worth = (i: number): number => {
    const level = levelAt(m, i, skill);
    if (view === 'level') return level === NOT_ASSESSED ? Infinity : -level;
    const target = targetAt(m, i, skill);
    if (target === NOT_ASKED) return Infinity;
    return level === NOT_ASSESSED ? 1e6 : level - target;
  };
  return (a, b) => {
    const [left, right] = [worth(a), worth(b)];
    return left === right ? a - b : left - right;
  };
}

function mean(sum: number, count: number): number {
  return count < SMALLEST_GROUP ? NaN : sum / count;
}

function teamRow(m: Matrix, team: number, people: readonly number[]): TeamRow {
  const k = m.skills.length;
  const level = new Float32Array(k);
  const gap = new Float32Array(k);
  for (let j = 0; j < k; j++) {
    let [levels, known, gaps, asked] = [0, 0, 0, 0];
    for (const i of people) {
      const held = levelAt(m, i, j);
      if (held === NOT_ASSESSED) continue;
      levels += held;
      known += 1;
      const target = targetAt(m, i, j);
      if (target === NOT_ASKED) continue;
      gaps += held - target;
      asked += 1;
    }
    level[j] = mean(levels, known);
    gap[j] = mean(gaps, asked);
  }
  return { kind: 'team', team, count: people.length, level, gap };
}

export interface RowOptions {
  /** Place of the skill to sort by; absent for the order of names. */
  readonly sort?: number | undefined;
  readonly view: MatrixView;
  readonly byTeam: boolean;
  /** Places of folded teams. */
  readonly folded: ReadonlySet<number>;
}

export function rowsOf(m: Matrix, people: readonly number[], options: RowOptions): readonly Row[] {
  const inOrder = options.sort === undefined ? people : people.toSorted(sorter(m, options.sort, options.view));
  if (!options.byTeam) return inOrder.map((person) => ({ kind: 'person', person }));
  const teams = new Map<number, number[]>();
  for (const i of inOrder) {
    const team = m.people[i]?.team ?? -1;
    const others = teams.get(team);
    if (others === undefined) teams.set(team, [i]);
    else others.push(i);
  }
  const places = [...teams.keys()].toSorted((a, b) => (a === -1 ? 1 : b === -1 ? -1 : a - b)); // no team stands last
  return places.flatMap((team): Row[] => {
    const own = teams.get(team) ?? [];
    const head = teamRow(m, team, own);
    return options.folded.has(team) ? [head] : [head, ...own.map((person): Row => ({ kind: 'person', person }))];
  });
}
