/** Why this file exists: the shape of interview_kits.yaml: stages with a ceiling of minutes, items with five anchors. */
import { z } from 'zod';
import { fiveTexts, key, keys, oneOf, oneToFive, text, texts, track, version, wholeAboveZero } from './leaf.schema.js';
import { ITEM_KINDS, type LibraryKit, type LibraryKitItem, type LibraryStage } from './library-kit.js';

const stage = z
  .strictObject({ key: key<'KitStage'>(), name: text(), minutes: wholeAboveZero, format: text() })
  .transform((row): LibraryStage => row);

const item = z
  .strictObject({
    key: key<'KitItem'>(),
    stage: key<'KitStage'>(),
    kind: oneOf(ITEM_KINDS),
    title: text(),
    minutes: wholeAboveZero,
    rungs: z.array(oneToFive).min(1, { error: 'the list is empty' }),
    prompt: text(60),
    probes: texts(),
    skills: keys<'Skill'>().min(1, { error: 'the list is empty' }),
    anchors: fiveTexts(10),
    red_flags: z.array(text()).optional(),
    materials: text().optional(),
  })
  .transform(
    (row): LibraryKitItem => ({
      key: row.key,
      stage: row.stage,
      kind: row.kind,
      title: row.title,
      minutes: row.minutes,
      rungs: row.rungs,
      prompt: row.prompt,
      probes: row.probes,
      skills: row.skills,
      anchors: row.anchors,
      redFlags: row.red_flags ?? [],
      materials: row.materials ?? null,
    }),
  );

const kit = z
  .strictObject({ key: key<'Kit'>(), track, name: text(), stages: z.array(stage), items: z.array(item) })
  .transform((row): LibraryKit => row);

/** interview_kits.yaml. */
export const kitsFile = z.strictObject({
  version,
  rating_scale: fiveTexts(8),
  panel_rules: texts(8),
  kits: z.array(kit),
});
