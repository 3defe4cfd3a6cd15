/** Why this file exists: a rating without its anchor and its evidence is not possible; every finding names the field that mends it. */
import type { SkillKey } from '../../frameworks/index.js';
import { anchorOf, itemOf, ratingLevel } from './kit.js';
import type { ItemKey } from './kit.js';
import type { RatingFrame, RatingInput, ScorecardInput } from './scorecard.js';
import { distinctCharacters, lettersOf, nonBlankLength } from './written-text.js';

/** Least length of the note behind a level, in characters that can be seen. */
export const MIN_EVIDENCE_CHARACTERS = 20;
/** A note of fewer different characters than this is a held-down key, not evidence. */
const MIN_DISTINCT_CHARACTERS = 6;

interface About<C extends string> {
  readonly code: C;
  readonly message: string;
  /** Dotted path in the input, for example `ratings.2.evidence`; the number is the place in the list as handed in. */
  readonly field: string;
}
interface OnSlot {
  readonly itemKey: ItemKey;
  readonly skill: SkillKey;
}

/** What can be wrong with the content of a scorecard. */
export type ContentProblem =
  | (About<'RATING_NOT_PLANNED' | 'RATING_TWICE' | 'LEVEL_AND_NOT_ASSESSED' | 'RATING_MISSING'> & OnSlot)
  | (About<'RATING_OUT_OF_RANGE' | 'ANCHOR_MISSING' | 'EVIDENCE_IS_FILLER'> & OnSlot)
  | (About<'EVIDENCE_TOO_SHORT'> & OnSlot & { readonly atLeast: number; readonly length: number })
  | About<'EVIDENCE_PASTED' | 'NOTHING_ASSESSED' | 'VERDICT_MISSING'>;

/** Findings in a draft, in the order of the ratings; empty when it may be saved. A missing rating, note or verdict is none. */
export function draftProblems(input: ScorecardInput, frame: RatingFrame): readonly ContentProblem[] {
  const planned = new Set(frame.slots.map(slotName));
  const seen = new Set<string>();
  return input.ratings.flatMap((rating, at) => {
    const name = slotName(rating);
    const about = { itemKey: rating.itemKey, skill: rating.skill, field: `ratings.${at}` };
    if (!planned.has(name)) {
      return [
        {
          code: 'RATING_NOT_PLANNED',
          ...about,
          message: 'The interview plan does not ask you to rate this. Remove the rating, or have the plan changed.',
        },
      ];
    }
    if (seen.has(name))
      return [
        { code: 'RATING_TWICE', ...about, message: 'This skill is rated twice on the same item. Keep one rating.' },
      ];
    seen.add(name);
    return levelProblems(rating, frame, at);
  });
}

/** Everything that keeps a scorecard from being submitted: draft findings, then gaps in plan order, notes, and the scorecard as a whole. */
export function submitProblems(input: ScorecardInput, frame: RatingFrame): readonly ContentProblem[] {
  return [
    ...draftProblems(input, frame),
    ...missingProblems(input, frame),
    ...input.ratings.flatMap(evidenceProblems),
    ...wholeProblems(input),
  ];
}

function levelProblems(rating: RatingInput, frame: RatingFrame, at: number): ContentProblem[] {
  if (rating.level === null) return [];
  const about = { itemKey: rating.itemKey, skill: rating.skill };
  if (rating.notAssessed) {
    const message = 'A rating is either a level or "not assessed". Take one of them away.';
    return [{ code: 'LEVEL_AND_NOT_ASSESSED', ...about, field: `ratings.${at}.notAssessed`, message }];
  }
  const field = `ratings.${at}.level`;
  const level = ratingLevel(rating.level);
  if (level === null) {
    return [{ code: 'RATING_OUT_OF_RANGE', ...about, field, message: 'A level is a whole number from 1 to 5.' }];
  }
  const item = itemOf(frame.kit, rating.itemKey);
  if (item !== null && anchorOf(item, level) !== null) return [];
  const message = `The item does not describe level ${level}, so it cannot be given. Choose a described level.`;
  return [{ code: 'ANCHOR_MISSING', ...about, field, message }];
}

function missingProblems(input: ScorecardInput, frame: RatingFrame): ContentProblem[] {
  return frame.slots.flatMap((slot): ContentProblem[] => {
    const at = input.ratings.findIndex((rating) => slotName(rating) === slotName(slot));
    const rating = input.ratings[at];
    if (rating !== undefined && (rating.level !== null || rating.notAssessed)) return [];
    const message = `"${slot.skill}" on "${slot.itemKey}" is not rated. Choose a level, or say that it was not assessed.`;
    const field = rating === undefined ? 'ratings' : `ratings.${at}.level`;
    return [{ code: 'RATING_MISSING', itemKey: slot.itemKey, skill: slot.skill, field, message }];
  });
}

function evidenceProblems(rating: RatingInput, at: number): ContentProblem[] {
  if (rating.level === null) return [];
  const about = { itemKey: rating.itemKey, skill: rating.skill, field: `ratings.${at}.evidence` };
  const length = nonBlankLength(rating.evidence);
  if (length < MIN_EVIDENCE_CHARACTERS) {
    const message = `Write what you saw or heard, in at least ${MIN_EVIDENCE_CHARACTERS} characters; there are ${length}.`;
    return [{ code: 'EVIDENCE_TOO_SHORT', ...about, message, length, atLeast: MIN_EVIDENCE_CHARACTERS }];
  }
  if (distinctCharacters(rating.evidence) >= MIN_DISTINCT_CHARACTERS && lettersOf(rating.evidence) !== '') return [];
  return [{ code: 'EVIDENCE_IS_FILLER', ...about, message: 'This note says nothing. Write what you saw or heard.' }];
}

function wholeProblems(input: ScorecardInput): ContentProblem[] {
  const found: ContentProblem[] = [];
  const assessed = input.ratings.filter((rating) => rating.level !== null);
  if (assessed.length === 0) {
    const message =
      'Nothing is assessed. Rate at least one skill; if the interview did not take place, ask to be taken off the panel.';
    found.push({ code: 'NOTHING_ASSESSED', field: 'ratings', message });
  }
  if (assessed.length > 1 && new Set(assessed.map((rating) => lettersOf(rating.evidence))).size === 1) {
    const message = 'All ratings carry the same note. Say for each of them what it rests on.';
    found.push({ code: 'EVIDENCE_PASTED', field: 'ratings', message });
  }
  if (input.verdict === null) {
    found.push({
      code: 'VERDICT_MISSING',
      field: 'verdict',
      message: 'Choose a verdict: strong no, no, yes or strong yes.',
    });
  }
  return found;
}

const slotName = (slot: OnSlot): string => `${slot.itemKey}/${slot.skill}`;
