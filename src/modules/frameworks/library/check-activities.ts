/** Why this file exists: every step up to level 3 has an activity, and no activity claims more than its evidence carries. */
import type { Activity } from '../domain/framework.js';
import { LAST_CATALOGUE_START, stepId, stepsCoveredBy } from '../domain/level-steps.js';
import { at, error, keysOf, warning, when, type Check, type Finding } from './finding.js';
import type { Library } from './library.js';

/** Highest level that a course, or a certificate without other evidence, may claim. */
const TOP_LEARNT_LEVEL = 2;
/** Steps that every skill needs, by the level they start from; a missing step from 3 is only a warning. */
const NEEDED_STEPS = [0, 1, 2] as const;

/** Every step that some activity raises, as `stepId` names it. */
export const coveredSteps = ({ framework }: Library): ReadonlySet<string> =>
  new Set(stepsCoveredBy(framework.activities).map(stepId));

const topLevel = (activity: Activity): number => Math.max(0, ...activity.raises.map((step) => step.from + 1));

const overActivities = (
  library: Library,
  look: (activity: Activity, path: string) => readonly Finding[],
): readonly Finding[] =>
  library.framework.activities.flatMap((activity) => look(activity, at('activities', activity.key)));

function unknownSkillsOfSteps(library: Library): readonly Finding[] {
  const known = keysOf(library.framework.skills);
  return overActivities(library, (activity, path) =>
    activity.raises
      .filter((step) => !known.has(step.skill))
      .map((step) => error(`${path}.raises`, `unknown skill ${step.skill}`)),
  );
}

const stepsAboveTheCatalogue = (library: Library): readonly Finding[] =>
  overActivities(library, (activity, path) =>
    activity.raises
      .filter((step) => step.from > LAST_CATALOGUE_START)
      .map((step) => error(`${path}.raises`, `${step.skill}: no catalogue activity leads to level ${step.from + 1}`)),
  );

function unknownSkillsOfNeeds(library: Library): readonly Finding[] {
  const known = keysOf(library.framework.skills);
  return overActivities(library, (activity, path) =>
    activity.needs
      .filter((need) => !known.has(need.skill))
      .map((need) => error(`${path}.needs`, `unknown skill ${need.skill}`)),
  );
}

function unknownEvidenceTypes(library: Library): readonly Finding[] {
  const known = keysOf(library.framework.evidenceTypes);
  return overActivities(library, (activity, path) =>
    activity.evidence
      .filter((row) => !known.has(row.type))
      .map((row) => error(`${path}.evidence`, `unknown evidence type ${row.type}`)),
  );
}

const coursesThatClaimTooMuch = (library: Library): readonly Finding[] =>
  overActivities(library, (activity, path) =>
    when(activity.kind === 'COURSE' && topLevel(activity) > TOP_LEARNT_LEVEL, () =>
      error(`${path}.raises`, `a course may not claim level ${topLevel(activity)}`),
    ),
  );

const certificatesAlone = (library: Library): readonly Finding[] =>
  overActivities(library, (activity, path) =>
    when(
      activity.kind === 'CERTIFICATION' && topLevel(activity) > TOP_LEARNT_LEVEL && activity.evidence.length < 2,
      () => error(`${path}.evidence`, `a certificate alone may not claim level ${topLevel(activity)}`),
    ),
  );

function evidenceThatCarriesTooLittle(library: Library): readonly Finding[] {
  const carries = new Map(library.framework.evidenceTypes.map((type) => [type.key, type.maxLevel]));
  return overActivities(library, (activity, path) => {
    const carried = Math.max(0, ...activity.evidence.map((row) => carries.get(row.type) ?? 0));
    return when(carried < topLevel(activity), () =>
      error(`${path}.evidence`, `carries level ${carried}, the activity claims ${topLevel(activity)}`),
    );
  });
}

function stepsWithoutActivity(library: Library): readonly Finding[] {
  const covered = coveredSteps(library);
  return library.framework.skills.flatMap((skill) =>
    NEEDED_STEPS.filter((from) => !covered.has(stepId({ skill: skill.key, from }))).map((from) =>
      error(at('activities'), `no activity leads from ${from} to ${from + 1} in ${skill.key}`),
    ),
  );
}

function stepsToFourWithoutActivity(library: Library): readonly Finding[] {
  const covered = coveredSteps(library);
  return library.framework.skills
    .filter((skill) => !covered.has(stepId({ skill: skill.key, from: LAST_CATALOGUE_START })))
    .map((skill) => warning(at('activities'), `no activity leads from 3 to 4 in ${skill.key}`));
}

export const ACTIVITY_CHECKS: readonly Check[] = [
  unknownSkillsOfSteps,
  stepsAboveTheCatalogue,
  unknownSkillsOfNeeds,
  unknownEvidenceTypes,
  coursesThatClaimTooMuch,
  certificatesAlone,
  evidenceThatCarriesTooLittle,
  stepsWithoutActivity,
  stepsToFourWithoutActivity,
];
