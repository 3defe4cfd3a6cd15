/** Why this file exists: what the rules about people read of a person. */
import type { Id } from '../../../platform/ids/index.js';

export type PersonId = Id<'Person'>;
export type TeamId = Id<'Team'>;

/** When somebody works here: from `startedOn` on, up to and without `leftOn`; both YYYY-MM-DD. */
export interface Employment {
  readonly startedOn: string;
  readonly leftOn: string | null;
}

/** True when the employment covers the day, YYYY-MM-DD. */
export const isEmployedOn = ({ startedOn, leftOn }: Employment, day: string): boolean =>
  startedOn <= day && (leftOn === null || day < leftOn);
