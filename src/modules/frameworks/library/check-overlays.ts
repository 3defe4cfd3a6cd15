/** Why this file exists: every raise of an overlay names what exists and changes something. */
import { at, error, keysOf, when, type Check, type Finding } from './finding.js';
import type { LibraryJobRole, LibraryOverlayRaise } from './library-job-role.js';
import type { Library } from './library.js';

const overRaises = (
  library: Library,
  look: (raise: LibraryOverlayRaise, path: string) => readonly Finding[],
): readonly Finding[] =>
  library.overlays.flatMap((overlay) =>
    overlay.raises.flatMap((raise) => look(raise, at('overlays', overlay.key, 'raises', raise.skill))),
  );

function unknownReferencesOfOverlays({ overlays, references }: Library): readonly Finding[] {
  const known = keysOf(references);
  return overlays.flatMap((overlay) =>
    overlay.regulatoryContext
      .filter((key) => !known.has(key))
      .map((key) => error(at('overlays', overlay.key, 'regulatory_context'), `unknown reference ${key}`)),
  );
}

function unknownSkillsOfRaises(library: Library): readonly Finding[] {
  const known = keysOf(library.framework.skills);
  return overRaises(library, (raise, path) =>
    when(!known.has(raise.skill), () => error(path, `unknown skill ${raise.skill}`)),
  );
}

const fallingFloors = (library: Library): readonly Finding[] =>
  overRaises(library, (raise, path) => {
    const isRising = raise.floor.every((level, n) => level >= (raise.floor[n - 1] ?? 0));
    return when(raise.floor.length !== 5 || !isRising, () =>
      error(path, `floor ${raise.floor.join(', ')} has to be five levels that never fall`),
    );
  });

/** True when the raise lifts the level or makes a must-have of the skill for this job role. */
function changes(raise: LibraryOverlayRaise, jobRole: LibraryJobRole): boolean {
  const asked = jobRole.requirements.find((row) => row.skill === raise.skill);
  const floor = raise.floor[jobRole.rung - 1] ?? 0;
  if (floor === 0) return false;
  const isMadeMust = raise.mustFrom !== null && jobRole.rung >= raise.mustFrom && asked?.isMustHave !== true;
  return floor > (asked?.level ?? 0) || isMadeMust;
}

const raisesWithoutEffect = (library: Library): readonly Finding[] =>
  overRaises(library, (raise, path) =>
    raise.tracks
      .filter((track) => !library.jobRoles.some((jobRole) => jobRole.track === track && changes(raise, jobRole)))
      .map((track) => error(path, `changes nothing on the ${track.toLowerCase()} track`)),
  );

export const OVERLAY_CHECKS: readonly Check[] = [
  unknownReferencesOfOverlays,
  unknownSkillsOfRaises,
  fallingFloors,
  raisesWithoutEffect,
];
