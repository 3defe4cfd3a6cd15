/** Why this file exists: job roles, ladders and overlays as the library holds them; the job-roles module builds its own records from these. */
import type { EvidenceClass, Level, SkillKey, Track } from '../domain/framework.js';
import type { Key } from '../../../platform/ids/index.js';
import type { LibraryKitKey } from './library-kit.js';

export type LibraryJobRoleKey = Key<'JobRole'>;
export type LibraryLadderKey = Key<'Ladder'>;
export type LibraryOverlayKey = Key<'Overlay'>;

export interface LibraryRequirement {
  readonly skill: SkillKey;
  /** Minimum level. */
  readonly level: Level;
  /** 1 minor .. 5 defining. */
  readonly weight: number;
  readonly isMustHave: boolean;
  /** Derived from the level, see `minEvidenceClassFor`; the files do not state it. */
  readonly minEvidenceClass: EvidenceClass;
  /** Keys of the stages of the job role's kit that assess it; empty when evidence outside the interviews is asked for. */
  readonly stages: readonly string[];
}

/**
 * Weakest evidence that can satisfy a must-have of the library at this level: level 1 → 1 (stated), level 2 → 2 (certified),
 * level 3 and above → 3 (observed), because a certificate alone cannot carry level 3 (product.md section 4, rule 5).
 */
export const minEvidenceClassFor = (level: Level): EvidenceClass => (level <= 1 ? 1 : level === 2 ? 2 : 3);

/** Occupations and codes outside the library that a job role lines up with. */
export interface LibraryOccupations {
  readonly onet: readonly string[];
  readonly esco: readonly string[];
  readonly sfia: readonly string[];
}

export interface LibraryJobRole {
  readonly key: LibraryJobRoleKey;
  readonly name: string;
  readonly track: Track;
  /** 1..5. On the hybrid ladder it is the rung whose kit items and overlay floors apply, not the place on the ladder. */
  readonly rung: number;
  readonly kit: LibraryKitKey;
  /** SFIA responsibility level, 1..7. */
  readonly sfiaLevel: number;
  readonly external: LibraryOccupations;
  readonly mission: string;
  readonly outcomesIn12Months: readonly string[];
  readonly owns: readonly string[];
  readonly doesNotOwn: readonly string[];
  readonly timeBox: string | null;
  readonly successExit: string | null;
  readonly riskIfMissing: string | null;
  /** What a person holds when a bridge starts; empty for a job role that is not a bridge. */
  readonly entryRequirements: readonly { readonly skill: SkillKey; readonly level: Level }[];
  readonly requirements: readonly LibraryRequirement[];
}

export interface LibraryLadder {
  readonly key: LibraryLadderKey;
  readonly track: Track;
  readonly name: string;
  readonly promise: string;
  readonly kit: LibraryKitKey;
  /** Lowest rung first. */
  readonly rungs: readonly LibraryJobRoleKey[];
}

export interface LibraryOverlayRaise {
  readonly skill: SkillKey;
  readonly tracks: readonly Track[];
  /** Least level per rung, index 0 for rung 1; 0 leaves that rung unchanged. Five values that never fall. */
  readonly floor: readonly number[];
  readonly weight: number;
  /** First rung at which the skill is a must-have, or `null` for never. */
  readonly mustFrom: number | null;
  readonly why: string;
}

/** A regulatory context that raises levels of job roles. */
export interface LibraryOverlay {
  readonly key: LibraryOverlayKey;
  readonly name: string;
  readonly when: string;
  /** Keys of references. */
  readonly regulatoryContext: readonly string[];
  readonly raises: readonly LibraryOverlayRaise[];
}
