/** Why this file exists: what the form of a skill holds, and how that becomes the input of the command. */
import type { SkillInput, SkillToEditFragment } from '../gql/graphql.js';

export interface PrerequisiteFields {
  skillKey: string | null;
  minLevel: string;
  fromLevel: string;
}

export interface SkillFields {
  key: string;
  name: string;
  definition: string;
  category: string | null;
  affinityResearch: number | string;
  affinityProduction: number | string;
  /** One text for each level, an indicator on each line. */
  levels: { text: string }[];
  prerequisites: PrerequisiteFields[];
}

const LEVELS = [1, 2, 3, 4, 5] as const;

export const isKey = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 80;

/** A key made from a name: "Data & pipelines" becomes data-pipelines. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const levelIsSound = (text: string): boolean => {
  const lines = linesOf(text);
  return lines.length >= 1 && lines.length <= 5 && lines.every((line) => line.length <= 500);
};

export const skillFields = (skill: SkillToEditFragment | null, category: string | null): SkillFields => ({
  key: skill?.key ?? '',
  name: skill?.name ?? '',
  definition: skill?.definition ?? '',
  category: skill?.category.key ?? category,
  affinityResearch: skill?.affinityResearch ?? 0.5,
  affinityProduction: skill?.affinityProduction ?? 0.5,
  levels: LEVELS.map((level) => ({
    text: (skill?.levels.find((l) => l.level === level)?.indicators ?? []).join('\n'),
  })),
  prerequisites: (skill?.prerequisites ?? []).map((p) => ({
    skillKey: p.skillKey,
    minLevel: String(p.minLevel),
    fromLevel: String(p.fromLevel),
  })),
});

export const skillInput = (fields: SkillFields): SkillInput => ({
  key: fields.key,
  name: fields.name.trim(),
  definition: fields.definition.trim(),
  category: fields.category ?? '',
  affinityResearch: Number(fields.affinityResearch),
  affinityProduction: Number(fields.affinityProduction),
  levels: fields.levels.map((l) => ({ indicators: linesOf(l.text) })),
  prerequisites: fields.prerequisites.map((p) => ({
    skillKey: p.skillKey ?? '',
    minLevel: Number(p.minLevel),
    fromLevel: Number(p.fromLevel),
  })),
});

/** Which field of the form a refusal speaks of, by the path of the input. */
export function fieldOf(
  path: string | null,
): 'name' | 'definition' | 'category' | 'key' | `levels.${number}.text` | null {
  if (path === null) return null;
  const level = /^input\.skill\.(?:indicators|levels)\.(\d)/.exec(path)?.[1];
  if (level !== undefined) return `levels.${Number(level)}.text`;
  const name = /^input\.skill\.(name|definition|category|key)$/.exec(path)?.[1];
  return (name as 'name' | 'definition' | 'category' | 'key' | undefined) ?? null;
}
