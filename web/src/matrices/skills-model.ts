/** Why this file exists: what a row of the skills list says, from a profile and what the job role asks. */
import type { SkillsEntryFragment, SkillsTargetFragment } from '../gql/graphql.js';

export type SkillsShow = 'all' | 'gaps' | 'known' | 'waiting';

type Asked = SkillsTargetFragment['effectiveRequirements'][number];

export interface SkillsRow {
  readonly key: string;
  readonly name: string;
  readonly entry: SkillsEntryFragment;
  /** What the job role asks; absent when it does not ask for the skill. */
  readonly asked: Asked | undefined;
  readonly standing: 'met' | 'below' | 'unknown' | 'not-asked' | 'exempt';
}

export interface SkillsSection {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly SkillsRow[];
  readonly asked: number;
  readonly met: number;
}

function standingOf(entry: SkillsEntryFragment, asked: Asked | undefined): SkillsRow['standing'] {
  if (entry.isExempt) return 'exempt';
  if (asked === undefined) return 'not-asked';
  if (entry.level == null) return 'unknown';
  return entry.level >= asked.level ? 'met' : 'below';
}

export function rowsOf(
  entries: readonly SkillsEntryFragment[],
  target: SkillsTargetFragment | null | undefined,
): readonly SkillsRow[] {
  const asked = new Map((target?.effectiveRequirements ?? []).map((r) => [r.skillKey, r]));
  return entries.map((entry) => {
    const requirement = asked.get(entry.skillKey);
    return {
      key: entry.skillKey,
      name: entry.skill?.name ?? entry.skillKey,
      entry,
      asked: requirement,
      standing: standingOf(entry, requirement),
    };
  });
}

const isGap = ({ standing }: SkillsRow): boolean => standing === 'below' || standing === 'unknown';

const SHOWN: Readonly<Record<SkillsShow, (row: SkillsRow) => boolean>> = {
  all: () => true,
  gaps: isGap,
  known: ({ entry }) => entry.level != null,
  waiting: ({ entry }) => entry.proposedLevel != null || entry.returnedAssessment != null,
};

export interface SkillsFilter {
  readonly show: SkillsShow;
  readonly text: string;
  readonly category: string;
}

export function filterRows(rows: readonly SkillsRow[], { show, text, category }: SkillsFilter): readonly SkillsRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      SHOWN[show](row) &&
      (category === '' || row.entry.skill?.category.key === category) &&
      (wanted === '' || row.name.toLowerCase().includes(wanted)),
  );
}

/** Rows by category, in the order of the categories; skills that have left the framework come last. */
export function sectionsOf(rows: readonly SkillsRow[], goneName: string): readonly SkillsSection[] {
  const sections = new Map<string, { name: string; order: number; rows: SkillsRow[] }>();
  for (const row of rows) {
    const category = row.entry.skill?.category ?? { key: '', name: goneName, order: Number.MAX_SAFE_INTEGER };
    const found = sections.get(category.key);
    if (found === undefined) sections.set(category.key, { name: category.name, order: category.order, rows: [row] });
    else found.rows.push(row);
  }
  return [...sections]
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([key, { name, rows: own }]) => ({ key, name, rows: own, ...countsOf(own) }));
}

/** Requirements among the rows, and how many of them are met. */
export const countsOf = (rows: readonly SkillsRow[]): { readonly asked: number; readonly met: number } => ({
  asked: rows.filter(({ standing }) => standing === 'met' || standing === 'below' || standing === 'unknown').length,
  met: rows.filter(({ standing }) => standing === 'met').length,
});
