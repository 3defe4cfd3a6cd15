/** Why this file exists: the matrix as the browser works with it: bytes instead of objects, so that 400,000 cells are sorted and drawn at once. */

/** No verified level. It is a value of its own, never 0. */
export const NOT_ASSESSED = -1;
/** The person's job role does not ask for the skill. */
export const NOT_ASKED = -1;
/** Figures about fewer people would speak of single persons; the server holds back the same. */
export const SMALLEST_GROUP = 5;
/** Skills that fewer of those asked meet are thin. */
export const THIN = 0.35;

/** The block as the API sends it. */
export interface MatrixBlock {
  readonly asOf: string;
  readonly peopleCount: number;
  readonly skillKeys: readonly string[];
  readonly skillNames: readonly string[];
  readonly categories: readonly { readonly key: string; readonly name: string; readonly skillCount: number }[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly personIds: readonly string[];
  readonly personNames: readonly string[];
  readonly personTeams: readonly (number | null | undefined)[];
  readonly jobRoleKeys: readonly string[];
  readonly jobRoleTitles: readonly string[];
  readonly levels: readonly string[];
  readonly required: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Place in `teams`; -1 for somebody without a team. */
  readonly team: number;
  /** Empty for somebody without a job role. */
  readonly jobRoleKey: string;
  readonly jobRole: string;
  /** Skills that the job role asks for, and those of them held at its level. */
  readonly asked: number;
  readonly met: number;
}
export interface Band {
  readonly key: string;
  readonly name: string;
  /** First column and the one after the last. */
  readonly from: number;
  readonly to: number;
}
export interface Matrix {
  readonly asOf: string;
  readonly people: readonly Person[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly skills: readonly { readonly key: string; readonly name: string }[];
  readonly bands: readonly Band[];
  /** Cell of person i and skill j at `i * skills.length + j`. */
  readonly level: Int8Array;
  readonly target: Int8Array;
}

const DOT = 46;
const ZERO = 48;

function bytesOf(rows: readonly string[], width: number): Int8Array {
  const bytes = new Int8Array(rows.length * width);
  rows.forEach((row, i) => {
    for (let j = 0; j < width; j++) {
      const code = row.charCodeAt(j);
      bytes[i * width + j] = code === DOT ? -1 : code - ZERO;
    }
  });
  return bytes;
}

function bandsOf(categories: MatrixBlock['categories']): readonly Band[] {
  let from = 0;
  return categories.map(({ key, name, skillCount }) => {
    const band = { key, name, from, to: from + skillCount };
    from = band.to;
    return band;
  });
}

export function decode(block: MatrixBlock): Matrix {
  const width = block.skillKeys.length;
  const level = bytesOf(block.levels, width);
  const target = bytesOf(block.required, width);
  const people = block.personIds.map((id, i): Person => {
    let [asked, met] = [0, 0];
    for (let j = i * width; j < (i + 1) * width; j++) {
      const wanted = target[j] ?? NOT_ASKED;
      if (wanted === NOT_ASKED) continue;
      asked += 1;
      if ((level[j] ?? NOT_ASSESSED) >= wanted) met += 1;
    }
    return {
      id,
      name: block.personNames[i] ?? '',
      team: block.personTeams[i] ?? -1,
      jobRoleKey: block.jobRoleKeys[i] ?? '',
      jobRole: block.jobRoleTitles[i] ?? '',
      asked,
      met,
    };
  });
  const skills = block.skillKeys.map((key, j) => ({ key, name: block.skillNames[j] ?? key }));
  const { asOf, teams } = block;
  return { asOf, people, teams, skills, bands: bandsOf(block.categories), level, target };
}

export const levelAt = (m: Matrix, person: number, skill: number): number =>
  m.level[person * m.skills.length + skill] ?? NOT_ASSESSED;
export const targetAt = (m: Matrix, person: number, skill: number): number =>
  m.target[person * m.skills.length + skill] ?? NOT_ASKED;

/** How a cell stands to what is asked; `by` counts the levels below or above. */
export type Standing =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'not-assessed' }
  | { readonly kind: 'below' | 'met' | 'above'; readonly by: number };

export function standingAt(m: Matrix, person: number, skill: number): Standing {
  const target = targetAt(m, person, skill);
  if (target === NOT_ASKED) return { kind: 'not-asked' };
  const level = levelAt(m, person, skill);
  if (level === NOT_ASSESSED) return { kind: 'not-assessed' };
  if (level === target) return { kind: 'met', by: 0 };
  return level < target ? { kind: 'below', by: target - level } : { kind: 'above', by: level - target };
}

export interface Cover {
  /** People whose job role asks for it. */
  readonly asked: number;
  readonly met: number;
  /** Those of `asked` whose level nobody verified; part of neither met nor below. */
  readonly unknown: number;
  /** People with a verified level, asked or not. */
  readonly known: number;
}

export function coverOf(m: Matrix, people: readonly number[], skill: number): Cover {
  let [asked, met, unknown, known] = [0, 0, 0, 0];
  for (const i of people) {
    const level = levelAt(m, i, skill);
    const target = targetAt(m, i, skill);
    if (level !== NOT_ASSESSED) known += 1;
    if (target === NOT_ASKED) continue;
    asked += 1;
    if (level === NOT_ASSESSED) unknown += 1;
    else if (level >= target) met += 1;
  }
  return { asked, met, unknown, known };
}

/** Share of those asked who meet it; `null` when too few are asked for a figure. */
export const shareOf = ({ asked, met }: Pick<Cover, 'asked' | 'met'>): number | null =>
  asked < SMALLEST_GROUP ? null : met / asked;

export interface Figures {
  readonly people: number;
  /** Shares of all that the job roles ask for: met + below + not assessed are the whole. `null` for a group too small, or nothing asked. */
  readonly met: number | null;
  readonly notAssessed: number | null;
  /** Skills that fewer than THIN of those asked meet, among those with a figure. */
  readonly thin: number | null;
}

export function figuresOf(m: Matrix, people: readonly number[], skills: readonly number[]): Figures {
  if (people.length < SMALLEST_GROUP) return { people: people.length, met: null, notAssessed: null, thin: null };
  let [asked, met, unknown, thin] = [0, 0, 0, 0];
  for (const skill of skills) {
    const cover = coverOf(m, people, skill);
    asked += cover.asked;
    met += cover.met;
    unknown += cover.unknown;
    const share = shareOf(cover);
    if (share !== null && share < THIN) thin += 1;
  }
  const ofAsked = (n: number): number | null => (asked === 0 ? null : n / asked);
  return { people: people.length, met: ofAsked(met), notAssessed: ofAsked(unknown), thin };
}
