/** Why this file exists: people can walk the ladders and cross between them with the activities that the library offers. */
import { LAST_CATALOGUE_START, stepId, stepsBetween } from '../domain/level-steps.js';
import { bridgeEffort, bridges } from './bridge-effort.js';
import { coveredSteps } from './check-activities.js';
import { effectiveRequirements, settings, underOverlay } from './effective-requirements.js';
import { at, error, keysOf, when, type Check, type Finding } from './finding.js';
import type { LibraryJobRole } from './library-job-role.js';
import type { Library } from './library.js';

/** Of the hours of a bridge, as the rules of the activities promise. */
const MIN_PRACTICE_SHARE = 0.5;

/** Ways between ladders that the library promises, besides climbing rung by rung. */
const CROSSINGS: readonly (readonly [string, string])[] = [
  ['rds-2', 'bridge-ds-mle'],
  ['bridge-ds-mle', 'mle-2'],
  ['bridge-ds-mle', 'mle-3'],
  ['rds-3', 'mle-3'],
  ['rds-3', 'applied-ml-scientist'],
  ['mle-3', 'applied-ml-scientist'],
];

const climbs = ({ ladders }: Library): readonly (readonly [string, string])[] =>
  ladders
    .filter((ladder) => ladder.track !== 'HYBRID')
    .flatMap((ladder) => ladder.rungs.slice(1).map((to, n): readonly [string, string] => [ladder.rungs[n] ?? to, to]));

const jobRoleOf = (library: Library, key: string): LibraryJobRole | undefined =>
  library.jobRoles.find((jobRole) => jobRole.key === key);

function unknownJobRolesOfCrossings(library: Library): readonly Finding[] {
  const known = keysOf(library.jobRoles);
  return [...new Set(CROSSINGS.flat())]
    .filter((key) => !known.has(key))
    .map((key) => error(at('roles'), `${key} is missing: a promised way between the ladders starts or ends there`));
}

/** Steps up to the top of the catalogue between two job roles that no activity raises, under one overlay or none. */
function gapsBetween(library: Library, from: LibraryJobRole, to: LibraryJobRole): readonly Finding[] {
  const covered = coveredSteps(library);
  return settings(library).flatMap((overlay) => {
    const before = effectiveRequirements(from, overlay);
    return [...effectiveRequirements(to, overlay).values()]
      .flatMap((row) => stepsBetween(row.skill, before.get(row.skill)?.level ?? null, row.level))
      .filter((step) => step.from <= LAST_CATALOGUE_START && !covered.has(stepId(step)))
      .map(({ skill, from: start }) => {
        const step = `${skill} from ${start} to ${start + 1}`;
        return error(
          at('roles', to.key),
          `no activity for ${step} on the way from ${from.key}${underOverlay(overlay)}`,
        );
      });
  });
}

const pathsWithoutActivity = (library: Library): readonly Finding[] =>
  [...climbs(library), ...CROSSINGS].flatMap(([fromKey, toKey]) => {
    const from = jobRoleOf(library, fromKey);
    const to = jobRoleOf(library, toKey);
    return from === undefined || to === undefined ? [] : gapsBetween(library, from, to);
  });

const missingBridge = (library: Library): readonly Finding[] =>
  when(bridges(library).length === 0, () =>
    error(at('roles'), 'no job role has entry requirements: the bridge between the ladders is missing'),
  );

const bridgeStepsWithoutActivity = (library: Library): readonly Finding[] =>
  bridges(library).flatMap((jobRole) => {
    const missing = bridgeEffort(library, jobRole).uncovered.map((one) => stepId(one.step));
    return when(missing.length > 0, () =>
      error(at('roles', jobRole.key), `no activity for the steps ${missing.join(', ')}`),
    );
  });

const bridgesWithTooLittlePractice = (library: Library): readonly Finding[] =>
  bridges(library).flatMap((jobRole) => {
    const { totalHours, practiceShare } = bridgeEffort(library, jobRole);
    return when(practiceShare !== null && practiceShare < MIN_PRACTICE_SHARE, () =>
      error(at('roles', jobRole.key), `less than half of its ${totalHours} hours are pairing, projects or on-call`),
    );
  });

export const GROWTH_PATH_CHECKS: readonly Check[] = [
  unknownJobRolesOfCrossings,
  pathsWithoutActivity,
  missingBridge,
  bridgeStepsWithoutActivity,
  bridgesWithTooLittlePractice,
];
