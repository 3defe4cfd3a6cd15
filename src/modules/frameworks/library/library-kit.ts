/** Why this file exists: interview kits as the library holds them: stages, and items with an anchor for every rating. */
import type { SkillKey, Track } from '../domain/framework.js';
import type { Key } from '../../../platform/ids/index.js';

export type LibraryKitKey = Key<'Kit'>;

export const ITEM_KINDS = ['QUESTION', 'SCENARIO', 'WORK_SAMPLE', 'REVIEW_EXERCISE', 'PRESENTATION'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface LibraryStage {
  /** Unique in its kit only. */
  readonly key: Key<'KitStage'>;
  readonly name: string;
  /** Ceiling for the items that are asked in it, above 0. */
  readonly minutes: number;
  readonly format: string;
}

export interface LibraryKitItem {
  /** Unique in its kit only. */
  readonly key: Key<'KitItem'>;
  readonly stage: Key<'KitStage'>;
  readonly kind: ItemKind;
  readonly title: string;
  readonly minutes: number;
  /** Rungs (1..5) for which it is meant. */
  readonly rungs: readonly number[];
  readonly prompt: string;
  readonly probes: readonly string[];
  /** Skills that its rating counts towards. */
  readonly skills: readonly SkillKey[];
  /** What each rating looks like, index 0 for rating 1 to index 4 for rating 5. */
  readonly anchors: readonly string[];
  /** May be empty. */
  readonly redFlags: readonly string[];
  /** What has to be prepared; `null` when nothing. */
  readonly materials: string | null;
}

export interface LibraryKit {
  readonly key: LibraryKitKey;
  readonly track: Track;
  readonly name: string;
  /** In the order in which they are held. */
  readonly stages: readonly LibraryStage[];
  readonly items: readonly LibraryKitItem[];
}
