/** Why this file exists: what a group covers of each skill, which duties of a model in use it can carry, and where it hangs on one person. */
import { coverOf, levelAt, SMALLEST_GROUP, type Matrix } from './matrix-model.js';

/** From this level on somebody works on their own: what a single point of failure is about. */
export const INDEPENDENT = 3;

export interface SkillCover {
  readonly skill: string;
  readonly name: string;
  /** The three figures are absent where they would speak of fewer than five people, or nobody is asked. */
  readonly figures: { readonly asked: number; readonly met: number; readonly unknown: number } | null;
  readonly reason: 'small' | 'not-asked' | null;
}

/** Worst covered first; those without a figure last, in the order of the framework. */
const thinnestFirst = (all: readonly SkillCover[]): readonly SkillCover[] => {
  const share = ({ figures }: SkillCover): number => (figures === null ? 2 : figures.met / figures.asked);
  return all.toSorted((a, b) => share(a) - share(b));
};

const reasonOf = (asked: number): SkillCover['reason'] =>
  asked === 0 ? 'not-asked' : asked < SMALLEST_GROUP ? 'small' : null;

export function coverRows(m: Matrix, people: readonly number[], skills: readonly number[]): readonly SkillCover[] {
  return thinnestFirst(
    skills.map((place) => {
      const { asked, met, unknown } = coverOf(m, people, place);
      const reason = reasonOf(asked);
      const { key = '', name = '' } = m.skills[place] ?? {};
      return { skill: key, name, reason, figures: reason === null ? { asked, met, unknown } : null };
    }),
  );
}

/** What the API tells those who see figures only. */
export interface AnsweredCover {
  readonly skillKey: string;
  readonly asked?: number | null;
  readonly met?: number | null;
  readonly unknown?: number | null;
  readonly askedReason?: string | null;
}

export function coverFromAnswer(
  m: Matrix,
  coverage: readonly AnsweredCover[],
  skills: readonly number[],
): readonly SkillCover[] {
  const known = new Map(coverage.map((one) => [one.skillKey, one]));
  return thinnestFirst(
    skills.map((place) => {
      const { key = '', name = '' } = m.skills[place] ?? {};
      const { asked, met, unknown, askedReason } = known.get(key) ?? {};
      if (asked == null || met == null || unknown == null)
        return {
          skill: key,
          name,
          figures: null,
          reason: (askedReason ?? '').startsWith('Fewer') ? 'small' : 'not-asked',
        };
      return { skill: key, name, figures: { asked, met, unknown }, reason: null };
    }),
  );
}

/** Places of the people who hold a skill at a level or more. */
export const holdersOf = (m: Matrix, people: readonly number[], skill: number, level: number): readonly number[] =>
  people.filter((i) => levelAt(m, i, skill) >= level);

export interface SinglePoint {
  /** Places of skill and person. */
  readonly skill: number;
  readonly person: number;
  readonly level: number;
  /** How many job roles of the group ask for the skill. */
  readonly asked: number;
}

/** Skills that exactly one person of the group holds at INDEPENDENT or more, the most asked for first. */
export function singlePoints(m: Matrix, people: readonly number[], skills: readonly number[]): readonly SinglePoint[] {
  const found = skills.flatMap((skill): SinglePoint[] => {
    const [only, second] = holdersOf(m, people, skill, INDEPENDENT);
    if (only === undefined || second !== undefined) return [];
    return [{ skill, person: only, level: levelAt(m, only, skill), asked: coverOf(m, people, skill).asked }];
  });
  return found.toSorted((a, b) => b.asked - a.asked || a.skill - b.skill);
}

export interface AnsweredDuty<Area extends string> {
  readonly area: Area;
  readonly isCovered?: boolean | null;
  readonly needs: readonly { readonly skillKey: string; readonly level: number; readonly holders?: number | null }[];
}
export interface Need {
  readonly name: string;
  readonly level: number;
  /** `null` where the group is too small for figures. */
  readonly holders: number | null;
  /** Names of the holders; empty for those who see figures only. */
  readonly names: readonly string[];
}
export interface Duty<Area extends string> {
  readonly area: Area;
  readonly isCovered: boolean | null;
  readonly needs: readonly Need[];
}

/** The duties for the people on the screen; @param people `null` for those who see figures only, who get the answer as it is */
export function dutiesOf<Area extends string>(
  m: Matrix,
  people: readonly number[] | null,
  duties: readonly AnsweredDuty<Area>[],
): readonly Duty<Area>[] {
  const place = new Map(m.skills.map(({ key }, j) => [key, j]));
  return duties.map(({ area, isCovered, needs }) => {
    const told = needs.map(({ skillKey, level, holders }): Need => {
      const skill = place.get(skillKey) ?? -1;
      const name = m.skills[skill]?.name ?? skillKey;
      if (people === null) return { name, level, holders: holders ?? null, names: [] };
      const names = holdersOf(m, people, skill, level).map((i) => m.people[i]?.name ?? '');
      return { name, level, holders: names.length, names };
    });
    const covered = people === null ? (isCovered ?? null) : told.every(({ holders }) => (holders ?? 0) > 0);
    return { area, isCovered: covered, needs: told };
  });
}
