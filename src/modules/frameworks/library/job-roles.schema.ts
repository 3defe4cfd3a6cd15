/** Why this file exists: the shape of roles.yaml: job roles, the ladders they stand on and the overlays that raise them. */
import { z } from 'zod';
import { clarityRule } from './clarity.schema.js';
import { key, keys, level, oneToFive, sfiaLevel, text, texts, track, tracks, version } from './leaf.schema.js';
import {
  minEvidenceClassFor,
  type LibraryJobRole,
  type LibraryLadder,
  type LibraryOverlay,
  type LibraryOverlayRaise,
  type LibraryRequirement,
} from './library-job-role.js';

const requirement = z
  .strictObject({ skill: key<'Skill'>(), level, weight: oneToFive, must: z.boolean(), stages: z.array(text()) })
  .transform(
    (row): LibraryRequirement => ({
      skill: row.skill,
      level: row.level,
      weight: row.weight,
      isMustHave: row.must,
      minEvidenceClass: minEvidenceClassFor(row.level),
      stages: row.stages,
    }),
  );

const jobRole = z
  .strictObject({
    key: key<'JobRole'>(),
    name: text(),
    track,
    rung: oneToFive,
    kit: key<'Kit'>(),
    sfia_level: sfiaLevel,
    external: z.strictObject({ onet: z.array(text()), esco: z.array(text()), sfia: z.array(text()) }),
    mission: text(40),
    outcomes_12m: texts(),
    owns: texts(),
    does_not_own: texts(),
    time_box: text().optional(),
    success_exit: text().optional(),
    risk_if_missing: text().optional(),
    entry_requirements: z.array(z.strictObject({ skill: key<'Skill'>(), level })).optional(),
    requirements: z.array(requirement).min(1, { error: 'the list is empty' }),
  })
  .transform(
    (row): LibraryJobRole => ({
      key: row.key,
      name: row.name,
      track: row.track,
      rung: row.rung,
      kit: row.kit,
      sfiaLevel: row.sfia_level,
      external: row.external,
      mission: row.mission,
      outcomesIn12Months: row.outcomes_12m,
      owns: row.owns,
      doesNotOwn: row.does_not_own,
      timeBox: row.time_box ?? null,
      successExit: row.success_exit ?? null,
      riskIfMissing: row.risk_if_missing ?? null,
      entryRequirements: row.entry_requirements ?? [],
      requirements: row.requirements,
    }),
  );

const ladder = z
  .strictObject({
    key: key<'Ladder'>(),
    track,
    name: text(),
    promise: text(8),
    kit: key<'Kit'>(),
    rungs: keys<'JobRole'>(),
  })
  .transform((row): LibraryLadder => row);

const floorLevel = z.number().refine((value) => Number.isInteger(value) && value >= 0 && value <= 5, {
  error: 'has to be a whole number from 0 to 5',
});

const raise = z
  .strictObject({
    skill: key<'Skill'>(),
    tracks,
    floor: z.array(floorLevel).length(5, { error: 'needs five levels, one per rung' }),
    weight: oneToFive,
    must_from: oneToFive.nullable(),
    why: text(8),
  })
  .transform(
    (row): LibraryOverlayRaise => ({
      skill: row.skill,
      tracks: row.tracks,
      floor: row.floor,
      weight: row.weight,
      mustFrom: row.must_from,
      why: row.why,
    }),
  );

const overlay = z
  .strictObject({
    key: key<'Overlay'>(),
    name: text(),
    when: text(8),
    regulatory_context: z.array(text()),
    raises: z.array(raise),
  })
  .transform(
    (row): LibraryOverlay => ({
      key: row.key,
      name: row.name,
      when: row.when,
      regulatoryContext: row.regulatory_context,
      raises: row.raises,
    }),
  );

/** roles.yaml. */
export const jobRolesFile = z.strictObject({
  version,
  ladders: z.array(ladder),
  role_clarity_rules: z.array(clarityRule),
  roles: z.array(jobRole),
  overlays: z.array(overlay),
});
