/** Why this file exists: the built-in library as one plain value, all that the content files say, in the words of the code. */
import type { Framework, Level } from '../domain/framework.js';
import type { Key } from '../../../platform/ids/index.js';
import type { LibraryClarityRule } from './library-clarity.js';
import type { LibraryInitiative } from './library-initiative.js';
import type { LibraryJobRole, LibraryLadder, LibraryOverlay, LibraryOverlayKey } from './library-job-role.js';
import type { LibraryKit } from './library-kit.js';

export type ReferenceKey = Key<'Reference'>;

export const REFERENCE_KINDS = ['STANDARD', 'REGULATION', 'GUIDANCE', 'FRAMEWORK', 'PAPER', 'TAXONOMY'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** A law, standard, paper or outside framework that the library cites; every summary is written for this library. */
export interface Reference {
  readonly key: ReferenceKey;
  readonly name: string;
  readonly kind: ReferenceKind;
  readonly jurisdiction: string;
  /** In words, as found on the day `asOf` of the library; show the two together. */
  readonly status: string;
  /** Overlays for which it matters. */
  readonly sectors: readonly LibraryOverlayKey[];
  readonly summary: string;
  readonly whyItMattersForJobRoles: string;
}

export const ML_TEST_SCORE_SECTIONS = ['DATA', 'MODEL', 'INFRASTRUCTURE', 'MONITORING'] as const;
export type MlTestScoreSection = (typeof ML_TEST_SCORE_SECTIONS)[number];

/** One of the 28 checks of production readiness: 0.5 when manual and documented, 1 when automated. */
export interface MlTestScoreCheck {
  /** First letter of the section and the number in it, `D1` to `D7`, `M1`, `I1` and `O1` (MONITORING) likewise. */
  readonly code: string;
  readonly section: MlTestScoreSection;
  readonly statement: string;
}

export interface GmlpPrinciple {
  /** 1 to 10, as skills cite it. */
  readonly number: number;
  readonly statement: string;
}

/** A code of SFIA 9 and its name; the text of SFIA itself is not reproduced. */
export interface SfiaCode {
  readonly code: string;
  readonly name: string;
}

/**
 * The whole built-in library. Plain data: it survives JSON unchanged (nothing undefined, no Map, no Date), and an absent
 * text is `null`. The lists of `framework` are sorted as that record says; every other list keeps the order of its file,
 * except codes, checks and principles, which are sorted.
 */
export interface Library {
  /** Version of the format of the files, not of their content; the content is identified by its hash. */
  readonly version: 1;
  /** Day on which the status of the references was last looked up, YYYY-MM-DD. */
  readonly asOf: string;
  readonly framework: Framework;
  /** SFIA responsibility level (1..7) that each level of the scale roughly equals. */
  readonly sfiaLevels: readonly { readonly level: Level; readonly sfiaLevel: number }[];
  readonly sfiaCodes: readonly SfiaCode[];
  readonly gmlpPrinciples: readonly GmlpPrinciple[];
  readonly mlTestScore: readonly MlTestScoreCheck[];
  readonly references: readonly Reference[];
  readonly jobRoles: readonly LibraryJobRole[];
  readonly ladders: readonly LibraryLadder[];
  readonly overlays: readonly LibraryOverlay[];
  readonly clarityRules: readonly LibraryClarityRule[];
  /** What a rating of a kit item means whatever the item, index 0 for rating 1 to index 4 for rating 5. */
  readonly ratingScale: readonly string[];
  readonly panelRules: readonly string[];
  readonly kits: readonly LibraryKit[];
  readonly activityRules: readonly string[];
  readonly planningRules: readonly string[];
  readonly initiatives: readonly LibraryInitiative[];
}
