/** Why this file exists: modules that stand further right take part in a hire, in the same unit, without being imported here. */
import type { PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import type { NamedRequirement } from '../candidates/data.js';
import type { ApplicationId } from '../candidates/index.js';
import type { Level, SkillKey } from '../frameworks/index.js';
import type { InterviewId } from './domain/interview-plan.js';
import type { ItemKey, ItemKind, KitKey, KitVersionId } from './domain/kit.js';
import type { ScorecardId } from './domain/scorecard.js';

/** One submitted rating that counts, as it stands after amendments. */
export interface HireRating {
  readonly skill: SkillKey;
  readonly item: ItemKey;
  readonly itemKind: ItemKind;
  readonly interviewerId: PersonId;
  /** 1..5 against the anchors of the item, where 3 meets the bar of the rung; `null` = not assessed. */
  readonly rating: Level | null;
  readonly interviewId: InterviewId;
  readonly scorecardId: ScorecardId;
  /** Day in UTC, YYYY-MM-DD: of the interview, or of the submission when no time was set. */
  readonly ratedOn: string;
}

export interface Hire {
  readonly personId: PersonId;
  readonly applicationId: ApplicationId;
  /** In plan order, then by interviewer; those of observers and of seats that were taken out are left out. */
  readonly ratings: readonly HireRating[];
  /** Effective requirements of the requisition, as fixed when it was opened. */
  readonly requirements: readonly NamedRequirement[];
  /** Days on which the interviews were held, YYYY-MM-DD, each once, oldest first. */
  readonly interviewDates: readonly string[];
  /** `null` when nobody was interviewed by a plan. */
  readonly kit: {
    readonly id: KitVersionId;
    readonly key: KitKey;
    readonly number: number;
    readonly name: string;
  } | null;
}

type HireStep = (unit: Unit, hire: Hire) => Promise<void>;
const steps = new Map<string, HireStep>();

/** Adds what a module does when an applicant is hired; runs in the same unit, in the order of the names. A throw undoes the hire. */
export const onHire = (name: string, step: HireStep): void => {
  steps.set(name, step);
};

export async function runHire(unit: Unit, hire: Hire): Promise<void> {
  for (const name of [...steps.keys()].sort()) await steps.get(name)?.(unit, hire);
}
