/** Why this file exists: the shape of activities.yaml: what raises a level by one, with effort and evidence. */
import { z } from 'zod';
import { ACTIVITY_KINDS, LEVERS, type Activity, type LevelStep } from '../domain/framework.js';
import { aboveZero, key, level, oneOf, text, texts, version, wholeAboveZero } from './leaf.schema.js';

const stepStart = z.custom<LevelStep['from']>(
  (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 4,
  { error: 'has to be a whole number from 0 to 4' },
);

const step = z
  .strictObject({ skill: key<'Skill'>(), from: stepStart, to: z.number() })
  .refine((row) => row.to === row.from + 1, { path: ['to'], error: 'has to be one above "from"' })
  .transform((row): LevelStep => ({ skill: row.skill, from: row.from }));

const activity = z
  .strictObject({
    key: key<'Activity'>(),
    name: text(),
    kind: oneOf(ACTIVITY_KINDS),
    lever: oneOf(LEVERS),
    summary: text(40),
    host: text(),
    hours: aboveZero,
    weeks: aboveZero,
    choose: wholeAboveZero.optional(),
    needs: z.array(z.strictObject({ skill: key<'Skill'>(), level })),
    raises: z.array(step).min(1, { error: 'the list is empty' }),
    evidence: z
      .array(z.strictObject({ type: key<'EvidenceType'>(), show: text(6) }))
      .min(1, { error: 'the list is empty' }),
  })
  .refine((row) => row.choose === undefined || row.choose <= row.raises.length, {
    path: ['choose'],
    error: 'is more than the steps that are listed',
  })
  .transform((row): Activity => ({ ...row, choose: row.choose ?? null }));

/** activities.yaml. */
export const activitiesFile = z.strictObject({ version, rules: texts(8), activities: z.array(activity) });
