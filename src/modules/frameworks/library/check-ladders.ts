/** Why this file exists: a ladder only ever rises, in steps that a person can take. */
import {
  askedLevel,
  effectiveRequirements,
  settings,
  underOverlay,
  type AskedSkills,
} from './effective-requirements.js';
import { at, error, keysOf, when, type Check, type Finding } from './finding.js';
import type { LibraryJobRole, LibraryLadder } from './library-job-role.js';
import type { Library } from './library.js';

const RUNGS = 5;
/** Most levels that a must-have may rise from one rung to the next; the LADDER_GAP rules can only make it stricter. */
const MAX_JUMP = 2;

const maxJump = ({ clarityRules }: Library): number =>
  Math.min(MAX_JUMP, ...clarityRules.flatMap((rule) => (rule.test.type === 'LADDER_GAP' ? [rule.test.maxJump] : [])));

const jobRolesOn = (library: Library, ladder: LibraryLadder): readonly LibraryJobRole[] =>
  ladder.rungs.flatMap((key) => library.jobRoles.find((jobRole) => jobRole.key === key) ?? []);

/** The hybrid ladder gathers job roles of unlike purpose; it is not climbed rung by rung. */
const climbed = (library: Library): readonly LibraryLadder[] =>
  library.ladders.filter((ladder) => ladder.track !== 'HYBRID');

function unknownJobRolesOfLadders({ ladders, jobRoles }: Library): readonly Finding[] {
  const known = keysOf(jobRoles);
  return ladders.flatMap((ladder) =>
    ladder.rungs
      .filter((key) => !known.has(key))
      .map((key) => error(at('ladders', ladder.key, 'rungs'), `unknown job role ${key}`)),
  );
}

const jobRolesOfAnotherTrack = (library: Library): readonly Finding[] =>
  library.ladders.flatMap((ladder) =>
    jobRolesOn(library, ladder)
      .filter((jobRole) => jobRole.track !== ladder.track)
      .map((jobRole) => error(at('ladders', ladder.key, 'rungs'), `${jobRole.key} belongs to another track`)),
  );

const kitsOfLadders = ({ ladders, kits }: Library): readonly Finding[] =>
  ladders.flatMap((ladder) =>
    when(kits.find((kit) => kit.key === ladder.kit)?.track !== ladder.track, () =>
      error(at('ladders', ladder.key, 'kit'), `${ladder.kit} is not a kit of this track`),
    ),
  );

const shortLadders = (library: Library): readonly Finding[] =>
  climbed(library).flatMap((ladder) =>
    when(ladder.rungs.length !== RUNGS, () =>
      error(at('ladders', ladder.key, 'rungs'), `has ${ladder.rungs.length} rungs instead of ${RUNGS}`),
    ),
  );

const rungsOutOfOrder = (library: Library): readonly Finding[] =>
  climbed(library).flatMap((ladder) =>
    ladder.rungs.flatMap((key, n) => {
      const jobRole = library.jobRoles.find((one) => one.key === key);
      return when(jobRole !== undefined && jobRole.rung !== n + 1, () =>
        error(
          at('ladders', ladder.key, 'rungs'),
          `${key} stands at place ${n + 1} but says rung ${jobRole?.rung ?? 0}`,
        ),
      );
    }),
  );

interface Climb {
  readonly from: LibraryJobRole;
  readonly to: LibraryJobRole;
  readonly before: AskedSkills;
  readonly after: AskedSkills;
  readonly tail: string;
}

/** Every pair of neighbours on a climbed ladder, alone and under each overlay. */
const climbs = (library: Library): readonly Climb[] =>
  climbed(library).flatMap((ladder) => {
    const jobRoles = jobRolesOn(library, ladder);
    return jobRoles.slice(1).flatMap((to, n) => {
      const from = jobRoles[n] ?? to;
      return settings(library).map((overlay) => ({
        from,
        to,
        before: effectiveRequirements(from, overlay),
        after: effectiveRequirements(to, overlay),
        tail: underOverlay(overlay),
      }));
    });
  });

const requirementPath = (jobRole: LibraryJobRole, skill: string): string =>
  at('roles', jobRole.key, 'requirements', skill);

/** From rung 2 on; what rung 1 asks for breadth may be left to others later. */
const droppedSkills = (library: Library): readonly Finding[] =>
  climbs(library)
    .filter((climb) => climb.from.rung >= 2)
    .flatMap(({ from, to, before, after, tail }) =>
      [...before.keys()]
        .filter((skill) => !after.has(skill))
        .map((skill) => error(requirementPath(to, skill), `asked for at ${from.key} but no longer here${tail}`)),
    );

const fallingLevels = (library: Library): readonly Finding[] =>
  climbs(library).flatMap(({ from, to, before, after, tail }) =>
    [...after.values()]
      .filter((row) => row.level < askedLevel(before, row.skill))
      .map((row) =>
        error(
          requirementPath(to, row.skill),
          `falls from ${askedLevel(before, row.skill)} at ${from.key} to ${row.level}${tail}`,
        ),
      ),
  );

function jumpingMustHaves(library: Library): readonly Finding[] {
  const limit = maxJump(library);
  return climbs(library).flatMap(({ from, to, before, after, tail }) =>
    [...after.values()]
      .filter((row) => row.isMustHave && row.level - askedLevel(before, row.skill) > limit)
      .map((row) =>
        error(
          requirementPath(to, row.skill),
          `a must-have that jumps from ${askedLevel(before, row.skill)} at ${from.key} to ${row.level}${tail}`,
        ),
      ),
  );
}

export const LADDER_CHECKS: readonly Check[] = [
  unknownJobRolesOfLadders,
  jobRolesOfAnotherTrack,
  kitsOfLadders,
  shortLadders,
  rungsOutOfOrder,
  droppedSkills,
  fallingLevels,
  jumpingMustHaves,
];
