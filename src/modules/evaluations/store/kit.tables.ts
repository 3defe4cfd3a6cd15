/** Why this file exists: interview kits of the organisation, in versions; what is published never changes. */
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Track } from '../../frameworks/index.js';
import type { KitItem, KitKey, KitStage, KitVersionId } from '../domain/kit.js';

export const KIT_STATES = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;
export type KitState = (typeof KIT_STATES)[number];

export interface KitContent {
  /** In the order they are held. */
  readonly stages: readonly KitStage[];
  readonly items: readonly KitItem[];
}

export interface KitRecord {
  readonly id: KitVersionId;
  readonly key: KitKey;
  readonly name: string;
  readonly track: Track;
  /** 1, 2, 3 ... for each key. */
  readonly number: number;
  readonly state: KitState;
  /** The version it was forked from; `null` for one from the library. */
  readonly basedOnId: KitVersionId | null;
  readonly content: KitContent;
  /** What each rating means whatever the item, index 0 for rating 1 to index 4 for rating 5. */
  readonly ratingScale: readonly string[];
  readonly publishedAt: string | null;
  readonly version: number;
}

export const kitTable = defineTable<KitRecord>('interview_kit', {
  columns: {
    id: column('uuid'),
    key: column('text'),
    name: column('text'),
    track: column('text'),
    number: column('integer'),
    state: column('text'),
    basedOnId: nullable('uuid'),
    content: column('jsonb'),
    ratingScale: column('jsonb'),
    publishedAt: nullable('timestamptz'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    interview_kit_number_uq: {
      columns: ['key', 'number'],
      problem: { code: 'KIT_RACE', message: 'Somebody else made a version of this kit at the same moment. Try again.' },
    },
  },
  checks: {
    interview_kit_state_ck: `state IN ('DRAFT', 'PUBLISHED', 'RETIRED')`,
    interview_kit_published_ck: `(state = 'DRAFT') = (published_at IS NULL)`,
    interview_kit_track_ck: `track IN ('RESEARCH', 'PRODUCTION', 'HYBRID')`,
  },
});
