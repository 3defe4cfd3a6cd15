/** Why this file exists: the shape of initiatives.yaml: three phases with demand, mix and lead time. */
import { z } from 'zod';
import { aboveZero, key, level, text, texts, version, wholeAboveZero } from './leaf.schema.js';
import type { LibraryInitiative, LibraryPhase, Phase } from './library-initiative.js';

const fte = z.number().gte(0, { error: 'has to be 0 or more' });

const phase = z.strictObject({
  weeks: aboveZero,
  mix: z.strictObject({ research: fte, hybrid: fte, production: fte }),
  lead_time_weeks: aboveZero,
  demand: z
    .array(z.strictObject({ skill: key<'Skill'>(), level, people: wholeAboveZero }))
    .min(1, { error: 'the list is empty' }),
  exit: texts(),
  watch: texts(),
});

const toPhase = (name: Phase, row: z.output<typeof phase>): LibraryPhase => ({
  phase: name,
  weeks: row.weeks,
  mixFte: row.mix,
  leadTimeWeeks: row.lead_time_weeks,
  demand: row.demand,
  exit: row.exit,
  watch: row.watch,
});

const initiative = z
  .strictObject({
    key: key<'LibraryInitiative'>(),
    name: text(),
    sector: key<'Overlay'>(),
    summary: text(40),
    regulatory_context: z.array(text()),
    value_measure: text(),
    phases: z.strictObject({ research: phase, productionise: phase, operate: phase }),
  })
  .transform(
    (row): LibraryInitiative => ({
      key: row.key,
      name: row.name,
      sector: row.sector,
      summary: row.summary,
      regulatoryContext: row.regulatory_context,
      valueMeasure: row.value_measure,
      phases: [
        toPhase('RESEARCH', row.phases.research),
        toPhase('PRODUCTIONISE', row.phases.productionise),
        toPhase('OPERATE', row.phases.operate),
      ],
    }),
  );

/** initiatives.yaml. */
export const initiativesFile = z.strictObject({
  version,
  planning_rules: texts(8),
  initiatives: z.array(initiative),
});
