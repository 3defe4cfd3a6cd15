/** Why this file exists: a job role asks for known skills that its own kit can assess, alone and under every overlay. */
import {
  askedLevel,
  effectiveRequirements,
  mustHaves,
  settings,
  underOverlay,
  type AskedSkills,
} from './effective-requirements.js';
import { at, error, keysOf, repeated, when, type Check, type Finding } from './finding.js';
import type { LibraryJobRole, LibraryRequirement } from './library-job-role.js';
import type { LibraryKit } from './library-kit.js';
import type { Library } from './library.js';
import { itemsAtRung, uncoveredMustHaves } from './stage-cover.js';

const kitOf = (library: Library, jobRole: LibraryJobRole): LibraryKit | undefined =>
  library.kits.find((kit) => kit.key === jobRole.kit);

const overRequirements = (
  library: Library,
  look: (row: LibraryRequirement, path: string, jobRole: LibraryJobRole) => readonly Finding[],
): readonly Finding[] =>
  library.jobRoles.flatMap((jobRole) =>
    jobRole.requirements.flatMap((row) => look(row, at('roles', jobRole.key, 'requirements', row.skill), jobRole)),
  );

/** Each job role alone and under each overlay; `tail` names the overlay at the end of a message. */
const overSettings = (
  library: Library,
  look: (asked: AskedSkills, jobRole: LibraryJobRole, tail: string) => readonly Finding[],
): readonly Finding[] =>
  library.jobRoles.flatMap((jobRole) =>
    settings(library).flatMap((overlay) =>
      look(effectiveRequirements(jobRole, overlay), jobRole, underOverlay(overlay)),
    ),
  );

const unknownKitsOfJobRoles = (library: Library): readonly Finding[] =>
  library.jobRoles.flatMap((jobRole) =>
    when(kitOf(library, jobRole) === undefined, () =>
      error(at('roles', jobRole.key, 'kit'), `unknown kit ${jobRole.kit}`),
    ),
  );

const kitsOfAnotherTrack = (library: Library): readonly Finding[] =>
  library.jobRoles.flatMap((jobRole) => {
    const kit = kitOf(library, jobRole);
    return when(kit !== undefined && kit.track !== jobRole.track, () =>
      error(at('roles', jobRole.key, 'kit'), `${jobRole.kit} belongs to another track`),
    );
  });

function unknownSfiaCodesOfJobRoles({ jobRoles, sfiaCodes }: Library): readonly Finding[] {
  const known = new Set(sfiaCodes.map((row) => row.code));
  return jobRoles.flatMap((jobRole) =>
    jobRole.external.sfia
      .filter((code) => !known.has(code))
      .map((code) => error(at('roles', jobRole.key, 'external', 'sfia'), `unknown SFIA code ${code}`)),
  );
}

function repeatedRequirements({ jobRoles }: Library): readonly Finding[] {
  return jobRoles.flatMap((jobRole) =>
    repeated(jobRole.requirements.map((row) => row.skill)).map((skill) =>
      error(at('roles', jobRole.key, 'requirements', skill), 'the skill is asked for twice'),
    ),
  );
}

function unknownSkillsOfRequirements(library: Library): readonly Finding[] {
  const known = keysOf(library.framework.skills);
  return overRequirements(library, (row, path) =>
    when(!known.has(row.skill), () => error(path, `unknown skill ${row.skill}`)),
  );
}

const unknownStagesOfRequirements = (library: Library): readonly Finding[] =>
  overRequirements(library, (row, path, jobRole) => {
    const kit = kitOf(library, jobRole);
    if (kit === undefined) return [];
    const known = keysOf(kit.stages);
    return row.stages.filter((stage) => !known.has(stage)).map((stage) => error(path, `unknown stage ${stage}`));
  });

const stagesWithoutFittingItem = (library: Library): readonly Finding[] =>
  overRequirements(library, (row, path, jobRole) => {
    const kit = kitOf(library, jobRole);
    if (kit === undefined) return [];
    const items = itemsAtRung(kit, jobRole.rung).filter((item) => item.skills.includes(row.skill));
    return row.stages
      .filter((stage) => keysOf(kit.stages).has(stage) && !items.some((item) => item.stage === stage))
      .map((stage) => error(path, `stage ${stage} has no item that assesses it at rung ${jobRole.rung}`));
  });

const mustHavesWithoutStage = (library: Library): readonly Finding[] =>
  overRequirements(library, (row, path) =>
    when(row.isMustHave && row.stages.length === 0, () => error(path, 'a must-have that no stage assesses')),
  );

function entrySkills({ jobRoles, framework }: Library): readonly Finding[] {
  const known = keysOf(framework.skills);
  return jobRoles.flatMap((jobRole) => {
    const path = at('roles', jobRole.key, 'entry_requirements');
    const skills = jobRole.entryRequirements.map((row) => row.skill);
    return [
      ...skills.filter((skill) => !known.has(skill)).map((skill) => error(path, `unknown skill ${skill}`)),
      ...repeated(skills).map((skill) => error(path, `${skill} is listed twice`)),
    ];
  });
}

/** A prerequisite that the job role does not ask for is implied and stays silent; one that it asks for too low is a contradiction. */
const prerequisitesAskedTooLow = (library: Library): readonly Finding[] => {
  const skills = new Map(library.framework.skills.map((skill) => [skill.key, skill]));
  return overSettings(library, (asked, jobRole, tail) =>
    [...asked.values()].flatMap((row) =>
      (skills.get(row.skill)?.prerequisites ?? [])
        .filter((need) => row.level >= need.fromLevel && asked.has(need.skill))
        .filter((need) => askedLevel(asked, need.skill) < need.minLevel)
        .map((need) =>
          error(
            at('roles', jobRole.key, 'requirements', row.skill),
            `level ${row.level} needs ${need.skill} ${need.minLevel}, asked is ${askedLevel(asked, need.skill)}${tail}`,
          ),
        ),
    ),
  );
};

const mustHavesBeyondStageMinutes = (library: Library): readonly Finding[] =>
  overSettings(library, (asked, jobRole, tail) => {
    const kit = kitOf(library, jobRole);
    const missing = kit === undefined ? [] : uncoveredMustHaves(kit, jobRole.rung, mustHaves(asked));
    return when(missing.length > 0, () =>
      error(at('roles', jobRole.key), `no plan within the stage minutes assesses ${missing.join(', ')}${tail}`),
    );
  });

export const JOB_ROLE_CHECKS: readonly Check[] = [
  unknownKitsOfJobRoles,
  kitsOfAnotherTrack,
  unknownSfiaCodesOfJobRoles,
  repeatedRequirements,
  unknownSkillsOfRequirements,
  unknownStagesOfRequirements,
  stagesWithoutFittingItem,
  mustHavesWithoutStage,
  entrySkills,
  prerequisitesAskedTooLow,
  mustHavesBeyondStageMinutes,
];
