/** Why this file exists: the small shapes that every library file is made of, checked and turned into the words of the code. */
import { z } from 'zod';
import { isKey, type Key } from '../../../platform/ids/index.js';
import { isLevel, type Level, type Track } from '../domain/framework.js';

/** A text that says something: at least `min` characters after trimming. */
export const text = (min = 2) =>
  z.string().refine((value) => value.trim().length >= min, {
    error: `has to be a text of at least ${min} characters`,
  });

/** At least one text. */
export const texts = (min = 2) => z.array(text(min)).min(1, { error: 'the list is empty' });

export const key = <B extends string>() =>
  z.custom<Key<B>>((value) => typeof value === 'string' && isKey(value), {
    error: 'has to be a key: lower-case words and digits joined by single hyphens, at most 80 characters',
  });

/** A list of keys, possibly empty. */
export const keys = <B extends string>() => z.array(key<B>());

export const level = z.custom<Level>((value) => typeof value === 'number' && isLevel(value), {
  error: 'has to be a whole number from 1 to 5',
});

/** Same range as a level, without being one: rungs and weights. */
export const oneToFive = z.custom<number>((value) => typeof value === 'number' && isLevel(value), {
  error: 'has to be a whole number from 1 to 5',
});

/** SFIA responsibility level. */
export const sfiaLevel = z.custom<number>(
  (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 7,
  { error: 'has to be a whole number from 1 to 7' },
);

export const aboveZero = z.number().gt(0, { error: 'has to be above 0' });
export const wholeAboveZero = z
  .number()
  .refine((value) => Number.isInteger(value) && value > 0, { error: 'has to be a whole number above 0' });
export const zeroToOne = z.number().refine((value) => value >= 0 && value <= 1, { error: 'has to be from 0 to 1' });

/**
 * One of `values`, written in the files in lower case and joined by `joint`: `ON_CALL` is `on-call`.
 * @param joint what the files write for the underscore
 */
export function oneOf<const V extends string>(values: readonly V[], joint: '-' | '_' = '-') {
  const written = new Map(values.map((value) => [value.toLowerCase().replaceAll('_', joint), value]));
  return z.string().transform((word, context) => {
    const value = written.get(word);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `"${word}" is not one of ${[...written.keys()].join(', ')}` });
    return z.NEVER;
  });
}

const TRACKS: readonly Track[] = ['RESEARCH', 'PRODUCTION', 'HYBRID'];
export const track = oneOf(TRACKS);
export const tracks = z.array(track).min(1, { error: 'the list is empty' });

/** One text for each of 1 to 5, as a list: index 0 for 1. */
export const fiveTexts = (min: number) =>
  z
    .strictObject({ 1: text(min), 2: text(min), 3: text(min), 4: text(min), 5: text(min) })
    .transform((by): readonly string[] => [by[1], by[2], by[3], by[4], by[5]]);

/** The marker of the file format at the top of every file. */
export const version = z.literal(1);
