/** Why this file exists: an interview kit holds the questions with their anchors; a rating means something only against them. */
import type { Level, SkillKey, Track } from '../../frameworks/index.js';
import type { Id, Key } from '../../../platform/ids/index.js';

export type KitKey = Key<'Kit'>;
export type KitVersionId = Id<'KitVersion'>;
export type StageKey = Key<'KitStage'>;
export type ItemKey = Key<'KitItem'>;

export const ITEM_KINDS = ['QUESTION', 'SCENARIO', 'WORK_SAMPLE', 'REVIEW_EXERCISE', 'PRESENTATION'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One sitting of the loop. */
export interface KitStage {
  readonly key: StageKey;
  readonly name: string;
  /** Ceiling for all items asked in this stage together, minutes. */
  readonly minutes: number;
  /** How it is held, in words. */
  readonly format: string;
}

export interface KitItem {
  readonly key: ItemKey;
  readonly stage: StageKey;
  readonly kind: ItemKind;
  readonly title: string;
  readonly minutes: number;
  /** Rungs of the track, 1..5, for which the item is meant. */
  readonly rungs: readonly number[];
  readonly prompt: string;
  readonly probes: readonly string[];
  /** Skills that a rating of this item counts towards. */
  readonly skills: readonly SkillKey[];
  /** Five descriptions, index 0 for rating 1 to index 4 for rating 5; rating 3 always means "meets the bar of the rung being hired". */
  readonly anchors: readonly string[];
  /** Signs that need a word in the debrief; may be empty. */
  readonly redFlags: readonly string[];
  /** What must be prepared; `null` when nothing. Every work sample has some. */
  readonly materials: string | null;
}

export interface Kit {
  readonly key: KitKey;
  readonly name: string;
  readonly track: Track;
  /** In the order they are held. */
  readonly stages: readonly KitStage[];
  readonly items: readonly KitItem[];
}

/** The ratings that an item describes, worst first. */
export const RATING_LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

/** The number as a rating; `null` when it is none, such as 0, 6, 2.5 or no number at all. */
export const ratingLevel = (value: number | null): Level | null =>
  RATING_LEVELS.find((level) => level === value) ?? null;

/** The item with this key, or `null` when the kit has none. */
export const itemOf = (kit: Kit, key: ItemKey): KitItem | null => kit.items.find((item) => item.key === key) ?? null;

/** The stage with this key, or `null` when the kit has none. */
export const stageOf = (kit: Kit, key: StageKey): KitStage | null =>
  kit.stages.find((stage) => stage.key === key) ?? null;

/** What a rating of this level looks like for the item; `null` when nobody wrote it, and then the level cannot be given. */
export function anchorOf(item: KitItem, level: Level): string | null {
  const anchor = item.anchors[level - 1];
  return anchor === undefined || anchor.trim() === '' ? null : anchor;
}
