/** Why this file exists: which rungs are near, and which gaps come first. */
import type { StandingFitFragment } from '../gql/graphql.js';

export type StandingFit = StandingFitFragment;
export type StandingLine = StandingFit['lines'][number];

export const TRACKS = ['RESEARCH', 'PRODUCTION', 'HYBRID'] as const;

export const onTrack = (fits: readonly StandingFit[], track: StandingFit['track']): readonly StandingFit[] =>
  fits.filter((fit) => fit.track === track).toSorted((a, b) => a.rung - b.rung);

/** The lowest rung that somebody is not ready for above every rung that they are ready for; `undefined` when ready for all. */
export function nextRung(rungs: readonly StandingFit[]): StandingFit | undefined {
  const highest = rungs.findLastIndex(({ isReady }) => isReady);
  return rungs.slice(highest + 1)[0];
}

/** The ladder that somebody does not stand on. */
export const otherTrack = (track: string | undefined): 'RESEARCH' | 'PRODUCTION' =>
  track === 'PRODUCTION' ? 'RESEARCH' : 'PRODUCTION';

const distance = ({ held, required }: StandingLine): number => required - (held ?? 0);

/** Missing must-haves first by weight, then what else is below or unknown. */
export function gapsOf(fit: StandingFit): {
  readonly floors: readonly StandingLine[];
  readonly others: readonly StandingLine[];
} {
  const gaps = fit.lines
    .filter(({ status }) => status !== 'MET')
    .toSorted((a, b) => b.weight * distance(b) - a.weight * distance(a) || a.skillName.localeCompare(b.skillName));
  return { floors: gaps.filter((l) => l.isMustHave), others: gaps.filter((l) => !l.isMustHave) };
}
