/** Why this file exists: what a job role asks of one skill, before and after regulatory overlays. */
import type { EvidenceClass, Level, SkillKey, Track } from '../../frameworks/index.js';
import type { Key } from '../../../platform/ids/index.js';

export type OverlayKey = Key<'Overlay'>;

export interface Requirement {
  readonly skill: SkillKey;
  /** Minimum level. */
  readonly level: Level;
  /** 1 minor .. 5 defining. */
  readonly weight: number;
  readonly isMustHave: boolean;
  /** Weakest evidence that can satisfy it when it is a must-have. */
  readonly minEvidenceClass: EvidenceClass;
  /** Keys of the kit stages that assess it; empty when evidence outside the interviews is asked for instead. */
  readonly stages: readonly string[];
}

/** Where a job role stands: its track and its rung on that track's ladder, 1..5. */
export interface RolePosition {
  readonly track: Track;
  readonly rung: number;
}

export interface OverlayRaise {
  readonly skill: SkillKey;
  readonly tracks: readonly Track[];
  /** Least level per rung, index 0 for rung 1; 0 leaves that rung unchanged. Five values that never fall. */
  readonly floor: readonly number[];
  readonly weight: number;
  /** First rung at which the skill is a must-have, or `null` for never. */
  readonly mustFrom: number | null;
  readonly why: string;
}

/** A regulatory context that raises levels of a job role. */
export interface Overlay {
  readonly key: OverlayKey;
  readonly name: string;
  readonly when: string;
  readonly regulatoryContext: readonly string[];
  readonly raises: readonly OverlayRaise[];
}

/** Why an overlay changed a requirement. */
export interface RaiseReason {
  readonly overlay: OverlayKey;
  readonly why: string;
  /** Level before this overlay; `null` when the role did not ask for the skill at all. */
  readonly fromLevel: Level | null;
  readonly toLevel: Level;
  readonly madeMustHave: boolean;
}

export interface EffectiveRequirement extends Requirement {
  /** Level of the role itself; `null` when only an overlay asks for the skill. */
  readonly baseLevel: Level | null;
  /** Empty when no overlay changed it. */
  readonly reasons: readonly RaiseReason[];
}
