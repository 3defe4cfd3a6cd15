/** Why this file exists: what the skills say about one another and about the lists they cite. */
import { LEVELS, type Prerequisite, type SkillReferences } from '../domain/framework.js';
import { findCycles } from '../domain/prerequisites.js';
import { at, error, keysOf, repeated, warning, when, type Check, type Finding } from './finding.js';
import type { Library } from './library.js';

function scaleLevels({ framework }: Library): readonly Finding[] {
  const isWhole =
    framework.scale.length === LEVELS.length && framework.scale.every((row, n) => row.level === LEVELS[n]);
  return when(!isWhole, () => error(at('scale'), 'the scale has to describe the levels 1 to 5, each once'));
}

function unknownCategories({ framework }: Library): readonly Finding[] {
  const known = keysOf(framework.categories);
  return framework.skills.flatMap((skill) =>
    when(!known.has(skill.category), () =>
      error(at('skills', skill.key, 'category'), `unknown category ${skill.category}`),
    ),
  );
}

function emptyCategories({ framework }: Library): readonly Finding[] {
  const used = new Set(framework.skills.map((skill) => skill.category));
  return framework.categories.flatMap((category) =>
    when(!used.has(category.key), () => error(at('categories', category.key), 'no skill belongs to this category')),
  );
}

function repeatedIndicators({ framework }: Library): readonly Finding[] {
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  for (const skill of framework.skills) {
    for (const indicator of skill.indicators.flat()) {
      const owner = owners.get(indicator);
      if (owner !== undefined) {
        findings.push(error(at('skills', skill.key, 'levels'), `indicator repeated from ${owner}: ${indicator}`));
      }
      owners.set(indicator, skill.key);
    }
  }
  return findings;
}

const overPrerequisites = (
  library: Library,
  look: (owner: string, prerequisite: Prerequisite) => Finding | null,
): readonly Finding[] =>
  library.framework.skills.flatMap((skill) =>
    skill.prerequisites.flatMap((prerequisite) => look(skill.key, prerequisite) ?? []),
  );

function unknownPrerequisites(library: Library): readonly Finding[] {
  const known = keysOf(library.framework.skills);
  return overPrerequisites(library, (owner, { skill }) =>
    known.has(skill) ? null : error(at('skills', owner, 'prerequisites', skill), `unknown skill ${skill}`),
  );
}

const ownPrerequisites = (library: Library): readonly Finding[] =>
  overPrerequisites(library, (owner, { skill }) =>
    skill === owner
      ? error(at('skills', owner, 'prerequisites', skill), 'a skill cannot be its own prerequisite')
      : null,
  );

const prerequisitesFromLevelOne = (library: Library): readonly Finding[] =>
  overPrerequisites(library, (owner, { skill, fromLevel }) =>
    fromLevel < 2 ? error(at('skills', owner, 'prerequisites', skill), 'level 1 may not need another skill') : null,
  );

const prerequisitesAboveTheirLevel = (library: Library): readonly Finding[] =>
  overPrerequisites(library, (owner, { skill, minLevel, fromLevel }) =>
    minLevel > fromLevel
      ? warning(at('skills', owner, 'prerequisites', skill), `needs level ${minLevel} to unlock level ${fromLevel}`)
      : null,
  );

const prerequisiteCycles = ({ framework }: Library): readonly Finding[] =>
  findCycles(framework.skills).map((cycle) =>
    error(at('skills', cycle[0] ?? '', 'prerequisites'), `prerequisites form a cycle: ${cycle.join(' -> ')}`),
  );

const unknownLinks = (
  library: Library,
  field: string,
  cited: (links: SkillReferences) => readonly (string | number)[],
  known: ReadonlySet<string | number>,
): readonly Finding[] =>
  library.framework.skills.flatMap((skill) =>
    cited(skill.references)
      .filter((link) => !known.has(link))
      .map((link) => error(at('skills', skill.key, 'refs', field), `unknown ${field} entry ${link}`)),
  );

const unknownSfiaCodes = (library: Library): readonly Finding[] =>
  unknownLinks(library, 'sfia', (links) => links.sfia, new Set(library.sfiaCodes.map((row) => row.code)));

const unknownMlTestScoreChecks = (library: Library): readonly Finding[] =>
  unknownLinks(library, 'mlts', (links) => links.mlTestScore, new Set(library.mlTestScore.map((row) => row.code)));

const unknownGmlpPrinciples = (library: Library): readonly Finding[] =>
  unknownLinks(library, 'gmlp', (links) => links.gmlp, new Set(library.gmlpPrinciples.map((row) => row.number)));

const unknownRegulations = (library: Library): readonly Finding[] =>
  unknownLinks(library, 'regs', (links) => links.regulations, keysOf(library.references));

function repeatedPrerequisites({ framework }: Library): readonly Finding[] {
  return framework.skills.flatMap((skill) =>
    repeated(skill.prerequisites.map((row) => `${row.skill} from level ${row.fromLevel}`)).map((twice) =>
      error(at('skills', skill.key, 'prerequisites'), `${twice} is listed twice`),
    ),
  );
}

export const SKILL_CHECKS: readonly Check[] = [
  scaleLevels,
  unknownCategories,
  emptyCategories,
  repeatedIndicators,
  unknownPrerequisites,
  ownPrerequisites,
  prerequisitesFromLevelOne,
  prerequisitesAboveTheirLevel,
  repeatedPrerequisites,
  prerequisiteCycles,
  unknownSfiaCodes,
  unknownMlTestScoreChecks,
  unknownGmlpPrinciples,
  unknownRegulations,
];
