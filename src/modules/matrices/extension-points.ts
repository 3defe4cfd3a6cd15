/** Why this file exists: who mentors whom is known further right, and a review of a level has to know it. */
import type { PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';

export interface MentorSource {
  /** Mentors who agreed to guide each of these people now; a person without one may be missing. */
  readonly mentorsOf: (unit: Unit, personIds: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, readonly PersonId[]>>;
  /** People who are guided now by a mentor who agreed. */
  readonly menteesOf: (unit: Unit, mentorId: PersonId) => Promise<readonly PersonId[]>;
}

let source: MentorSource = {
  mentorsOf: () => Promise.resolve(new Map()),
  menteesOf: () => Promise.resolve([]),
};

/** Set by the growth module, which stands further right; without it nobody mentors anybody. */
export const setMentorSource = (given: MentorSource): void => {
  source = given;
};

export const mentorSource = (): MentorSource => source;
