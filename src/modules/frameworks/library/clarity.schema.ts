/** Why this file exists: the shape of a clarity rule, a union of six kinds of test told apart by their type. */
import { z } from 'zod';
import { key, keys, level, oneOf, oneToFive, text, tracks, wholeAboveZero, zeroToOne } from './leaf.schema.js';
import {
  PLAN_FIELDS,
  type CategoryMissingTest,
  type CountAtLevelTest,
  type LadderGapTest,
  type LibraryClarityRule,
  type NoMustAmongTest,
  type PlanFieldsTest,
  type UnicornTest,
} from './library-clarity.js';

const someKeys = <B extends string>() => keys<B>().min(1, { error: 'the list is empty' });

const countAtLevel = z
  .strictObject({
    type: z.literal('count_at_level'),
    tracks,
    skills: someKeys<'Skill'>(),
    min_level: level,
    min_count: wholeAboveZero,
  })
  .transform(
    (row): CountAtLevelTest => ({
      type: 'COUNT_AT_LEVEL',
      tracks: row.tracks,
      skills: row.skills,
      minLevel: row.min_level,
      minCount: row.min_count,
    }),
  );

const noMustAmong = z
  .strictObject({ type: z.literal('no_must_among'), tracks, skills: someKeys<'Skill'>(), min_rung: oneToFive })
  .transform(
    (row): NoMustAmongTest => ({
      type: 'NO_MUST_AMONG',
      tracks: row.tracks,
      skills: row.skills,
      minRung: row.min_rung,
    }),
  );

const categoryMissing = z
  .strictObject({
    type: z.literal('category_missing'),
    category: key<'Category'>(),
    min_level: level,
    min_rung: oneToFive,
    overlays: someKeys<'Overlay'>(),
  })
  .transform(
    (row): CategoryMissingTest => ({
      type: 'CATEGORY_MISSING',
      category: row.category,
      minLevel: row.min_level,
      minRung: row.min_rung,
      overlays: row.overlays,
    }),
  );

const unicorn = z
  .strictObject({
    type: z.literal('unicorn'),
    max_must: wholeAboveZero,
    level,
    count: wholeAboveZero,
    left: someKeys<'Category'>(),
    right: someKeys<'Category'>(),
  })
  .transform(
    (row): UnicornTest => ({
      type: 'UNICORN',
      maxMust: row.max_must,
      level: row.level,
      count: row.count,
      left: row.left,
      right: row.right,
    }),
  );

const ladderGap = z
  .strictObject({ type: z.literal('ladder_gap'), max_jump: wholeAboveZero, up_to_level: level })
  .transform((row): LadderGapTest => ({ type: 'LADDER_GAP', maxJump: row.max_jump, upToLevel: row.up_to_level }));

const planFields = z
  .strictObject({
    type: z.literal('plan_fields'),
    tracks,
    roles: someKeys<'JobRole'>(),
    fields: z.array(oneOf(PLAN_FIELDS, '_')).min(1, { error: 'the list is empty' }),
    min_protected_time: zeroToOne,
  })
  .transform(
    (row): PlanFieldsTest => ({
      type: 'PLAN_FIELDS',
      tracks: row.tracks,
      jobRoles: row.roles,
      fields: row.fields,
      minProtectedTime: row.min_protected_time,
    }),
  );

const test = z.discriminatedUnion('type', [countAtLevel, noMustAmong, categoryMissing, unicorn, ladderGap, planFields]);

/** One entry of `role_clarity_rules` in roles.yaml. */
export const clarityRule = z
  .strictObject({ key: key<'ClarityRule'>(), when: text(8), message: text(8), suggestion: text(8), test })
  .transform((row): LibraryClarityRule => row);
