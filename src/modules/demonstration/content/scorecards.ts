/** Why this file exists: the form in which scorecards of the demonstration are written down. */

/** Item, skill, level against the item's anchors (`null`: not assessed), and what was seen or heard. */
export type DemoRating = readonly [item: string, skill: string, level: 1 | 2 | 3 | 4 | 5 | null, note: string];
export type DemoVerdict = 'STRONG_NO' | 'NO' | 'YES' | 'STRONG_YES';

export interface DemoScorecard {
  /** Key of the planned interview. */
  readonly interview: string;
  readonly by: string;
  /** Days from the story day on which it was saved, and submitted unless it is a draft. */
  readonly day: number;
  /** `null`: not decided yet, in a draft. */
  readonly verdict: DemoVerdict | null;
  readonly summary: string;
  readonly ratings: readonly DemoRating[];
  readonly isDraft?: boolean;
}

/** What changes in a submitted scorecard; the rest of it stays as submitted. */
export interface DemoAmendment {
  readonly interview: string;
  readonly by: string;
  readonly day: number;
  readonly reason: string;
  readonly verdict: DemoVerdict;
  readonly ratings: readonly DemoRating[];
}
