/** Why this file exists: the closed union of what can be wrong with a draft framework, each told so that it can be mended. */
import type { PrerequisiteCycle } from './prerequisites.js';

interface Of<C extends string> {
  readonly code: C;
  /** What is wrong and how to mend it, for the person who edits the draft. */
  readonly message: string;
  /** Dotted path in the draft, lists by index, such as `skills.3.prerequisites.0.skill`. */
  readonly field: string;
}

export type FrameworkProblem =
  | (Of<'BAD_KEY'> & { readonly key: string })
  | (Of<'DUPLICATE_KEY'> & { readonly key: string })
  | Of<'TEXT_MISSING'>
  | Of<'SCALE_NOT_FIVE_LEVELS'>
  | Of<'NO_SKILLS'>
  | (Of<'UNKNOWN_CATEGORY'> & { readonly category: string })
  | Of<'NOT_FIVE_LEVELS'>
  | (Of<'LEVEL_WITHOUT_INDICATOR'> & { readonly level: number })
  | (Of<'AFFINITY_OUT_OF_RANGE'> & { readonly value: number })
  | (Of<'UNKNOWN_PREREQUISITE'> & { readonly skill: string })
  | Of<'OWN_PREREQUISITE'>
  | (Of<'PREREQUISITE_LEVEL_OUT_OF_RANGE'> & { readonly value: number })
  | (PrerequisiteCycle & { readonly field: string })
  | (Of<'UNKNOWN_SKILL'> & { readonly skill: string })
  | (Of<'UNKNOWN_EVIDENCE_TYPE'> & { readonly evidenceType: string })
  | (Of<'LEVEL_OUT_OF_RANGE'> & { readonly value: number })
  | (Of<'STEP_OUT_OF_RANGE'> & { readonly value: number })
  | Of<'ACTIVITY_RAISES_NOTHING'>
  | (Of<'AMOUNT_OUT_OF_RANGE'> & { readonly value: number });
