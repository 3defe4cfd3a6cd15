/** Why this file exists: the shape of skills.yaml and evidence.yaml, strict: a word that is not known here is an error. */
import { z } from 'zod';
import type { Category, EvidenceType, Prerequisite, ScaleLevel, Skill, SkillReferences } from '../domain/framework.js';
import { key, level, sfiaLevel, text, version, wholeAboveZero, zeroToOne } from './leaf.schema.js';

const scaleLevel = z.strictObject({ level, name: text(), meaning: text(8), sfia_level: sfiaLevel }).transform((row) => {
  const scale: ScaleLevel = { level: row.level, name: row.name, meaning: row.meaning };
  return { scale, sfiaLevel: row.sfia_level };
});

const category = z
  .strictObject({ key: key<'Category'>(), name: text(), order: wholeAboveZero })
  .transform((row): Category => row);

const prerequisite = z
  .strictObject({
    skill: key<'Skill'>(),
    min_level: level,
    from_level: level.refine((from) => from >= 2, { error: 'has to be 2 or more: level 1 needs nothing else' }),
  })
  .transform((row): Prerequisite => ({ skill: row.skill, minLevel: row.min_level, fromLevel: row.from_level }));

const outsideLinks = z
  .strictObject({
    sfia: z.array(text()),
    esco: z.array(text()),
    mlts: z.array(text()),
    gmlp: z.array(wholeAboveZero),
    regs: z.array(text()),
  })
  .transform(
    (row): SkillReferences => ({
      sfia: row.sfia,
      esco: row.esco,
      mlTestScore: row.mlts,
      gmlp: row.gmlp,
      regulations: row.regs,
    }),
  );

const indicators = z
  .array(text(20))
  .refine((list) => list.length === 1 || list.length === 2, { error: 'needs one or two indicators' });

const levels = z
  .strictObject({ 1: indicators, 2: indicators, 3: indicators, 4: indicators, 5: indicators })
  .transform((by): readonly (readonly string[])[] => [by[1], by[2], by[3], by[4], by[5]]);

const skill = z
  .strictObject({
    key: key<'Skill'>(),
    name: text(4),
    category: key<'Category'>(),
    definition: text(30),
    affinity: z.strictObject({ research: zeroToOne, production: zeroToOne }),
    refs: outsideLinks,
    prerequisites: z.array(prerequisite),
    levels,
  })
  .transform(
    (row): Skill => ({
      key: row.key,
      name: row.name,
      category: row.category,
      definition: row.definition,
      affinity: row.affinity,
      prerequisites: row.prerequisites,
      indicators: row.levels,
      references: row.refs,
    }),
  );

/** skills.yaml: the scale, the categories and the skills. */
export const skillsFile = z.strictObject({
  version,
  scale: z.array(scaleLevel),
  categories: z.array(category),
  skills: z.array(skill),
});

const evidenceType = z
  .strictObject({
    key: key<'EvidenceType'>(),
    name: text(),
    strength: level,
    max_level: level,
    fresh_months: wholeAboveZero,
    verified_by: text(),
    note: text(),
  })
  .transform(
    (row): EvidenceType => ({
      key: row.key,
      name: row.name,
      strength: row.strength,
      maxLevel: row.max_level,
      freshMonths: row.fresh_months,
      verifiedBy: row.verified_by,
      note: row.note,
    }),
  );

/** evidence.yaml: how much each type of evidence can carry. */
export const evidenceFile = z.strictObject({ version, evidence_types: z.array(evidenceType) });
