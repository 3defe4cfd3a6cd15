/** Why this file exists: what an interviewer writes, as plain values: compared, checked for gaps and sent, without any screen. */
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { Verdict } from '../gql/graphql.js';

/** One skill rated on one item; `key` tells it from all others of the scorecard. */
export interface Slot {
  readonly key: string;
  readonly itemKey: string;
  readonly skillKey: string;
}
export interface SlotRating {
  readonly level: number | null;
  readonly isNotAssessed: boolean;
  readonly evidence: string;
}
export interface Content {
  readonly ratings: Readonly<Record<string, SlotRating>>;
  readonly verdict: Verdict | null;
  readonly summary: string;
}

export const EMPTY: SlotRating = { level: null, isNotAssessed: false, evidence: '' };
/** The verdicts from no to yes; there is no neutral one. */
export const VERDICTS: readonly Verdict[] = ['STRONG_NO', 'NO', 'YES', 'STRONG_YES'];

export const slotKey = (itemKey: string, skillKey: string): string => `${itemKey}/${skillKey}`;
export const ratingOf = (content: Content, slot: { readonly key: string }): SlotRating =>
  content.ratings[slot.key] ?? EMPTY;
export const isRated = (rating: SlotRating): boolean => rating.level !== null || rating.isNotAssessed;
const isUntouched = (rating: SlotRating): boolean => !isRated(rating) && rating.evidence === '';

export interface WireRating {
  readonly itemKey: string;
  readonly skillKey: string;
  readonly level?: number | null;
  readonly isNotAssessed: boolean;
  readonly evidence: string;
}

export const ContentFragment = graphql(`
  fragment EvaluationsScorecardContent on ScorecardContent {
    verdict
    summary
    ratings {
      itemKey
      skillKey
      level
      isNotAssessed
      evidence
    }
  }
`);
export type WireContent = FragmentType<typeof ContentFragment>;

/** @param ref absent for a scorecard whose content the reader may not see */
export function fromWire(ref: WireContent | null | undefined): Content {
  const wire = readFragment(ContentFragment, ref ?? null);
  const ratings = (wire?.ratings ?? []).map(
    ({ itemKey, skillKey, level, isNotAssessed, evidence }) =>
      [slotKey(itemKey, skillKey), { level: level ?? null, isNotAssessed, evidence }] as const,
  );
  return { ratings: Object.fromEntries(ratings), verdict: wire?.verdict ?? null, summary: wire?.summary ?? '' };
}

/** The content as the API takes it, in plan order; what nobody touched is left out. */
export function toWire(
  content: Content,
  slots: readonly Slot[],
): { ratings: WireRating[]; verdict: Verdict | null; summary: string } {
  const touched = slots.filter((slot) => !isUntouched(ratingOf(content, slot)));
  return {
    ratings: touched.map((slot) => ({ itemKey: slot.itemKey, skillKey: slot.skillKey, ...ratingOf(content, slot) })),
    verdict: content.verdict,
    summary: content.summary,
  };
}

const sameRating = (a: SlotRating, b: SlotRating): boolean =>
  a.level === b.level && a.isNotAssessed === b.isNotAssessed && a.evidence === b.evidence;

export const keysOf = (a: Content, b: Content): readonly string[] => [
  ...new Set([...Object.keys(a.ratings), ...Object.keys(b.ratings)]),
];

export const sameContent = (a: Content, b: Content): boolean =>
  a.verdict === b.verdict &&
  a.summary === b.summary &&
  keysOf(a, b).every((key) => sameRating(ratingOf(a, { key }), ratingOf(b, { key })));

/** One field in which two contents differ; `slot` is `null` for the verdict and the summary. */
export type Difference =
  | { readonly slot: Slot; readonly field: 'rating'; readonly before: SlotRating; readonly after: SlotRating }
  | { readonly slot: Slot; readonly field: 'evidence'; readonly before: string; readonly after: string }
  | { readonly slot: null; readonly field: 'verdict'; readonly before: Verdict | null; readonly after: Verdict | null }
  | { readonly slot: null; readonly field: 'summary'; readonly before: string; readonly after: string };

export function differencesOf(before: Content, after: Content, slots: readonly Slot[]): readonly Difference[] {
  const found: Difference[] = slots.flatMap((slot) => {
    const [a, b] = [ratingOf(before, slot), ratingOf(after, slot)];
    const list: Difference[] = [];
    if (a.level !== b.level || a.isNotAssessed !== b.isNotAssessed)
      list.push({ slot, field: 'rating', before: a, after: b });
    if (a.evidence !== b.evidence) list.push({ slot, field: 'evidence', before: a.evidence, after: b.evidence });
    return list;
  });
  if (before.verdict !== after.verdict)
    found.push({ slot: null, field: 'verdict', before: before.verdict, after: after.verdict });
  if (before.summary !== after.summary)
    found.push({ slot: null, field: 'summary', before: before.summary, after: after.summary });
  return found;
}

export type GapKind = 'rating' | 'evidence' | 'same' | 'nothing' | 'verdict';
/** Something that keeps a scorecard from being submitted; `slot` is `null` for the scorecard as a whole. */
export interface Gap {
  readonly slot: Slot | null;
  readonly kind: GapKind;
}

/** The least a note behind a level must hold, in characters that can be seen; the API says the same. */
export const LEAST_EVIDENCE = 20;
const seen = (text: string): number => Array.from(text.replace(/[\s\p{Z}\p{C}]/gu, '')).length;
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}]/gu, '').toLowerCase();

/** What is missing, in the order of the page. The API checks again, and knows more. */
export function gapsOf(content: Content, slots: readonly Slot[]): readonly Gap[] {
  const gaps = slots.flatMap((slot): Gap[] => {
    const rating = ratingOf(content, slot);
    if (!isRated(rating)) return [{ slot, kind: 'rating' }];
    return rating.level !== null && seen(rating.evidence) < LEAST_EVIDENCE ? [{ slot, kind: 'evidence' }] : [];
  });
  const assessed = slots.filter((slot) => ratingOf(content, slot).level !== null);
  const notes = new Set(assessed.map((slot) => lettersOf(ratingOf(content, slot).evidence)));
  if (gaps.length === 0 && assessed.length === 0) gaps.push({ slot: slots[0] ?? null, kind: 'nothing' });
  if (gaps.length === 0 && assessed.length > 1 && notes.size === 1)
    gaps.push({ slot: assessed[1] ?? null, kind: 'same' });
  return content.verdict === null ? [...gaps, { slot: null, kind: 'verdict' }] : gaps;
}

export const gapsBySlot = (gaps: readonly Gap[]): ReadonlyMap<string, GapKind> =>
  new Map(gaps.flatMap((gap) => (gap.slot === null ? [] : [[gap.slot.key, gap.kind] as const])));
