/** Why this file exists: the demand of an initiative can be met by the people its phase pays for, and somebody operates. */
import { at, error, keysOf, repeated, when, type Check, type Finding } from './finding.js';
import { PHASES, type LibraryInitiative, type LibraryPhase } from './library-initiative.js';
import type { Library } from './library.js';

/** A person may hold a level for less than a full-time equivalent; above this difference the phase is understaffed. */
const FTE_TOLERANCE = 1;
const OPERATING_CATEGORIES: ReadonlySet<string> = new Set(['operations', 'regulatory-quality']);

const overPhases = (
  library: Library,
  look: (phase: LibraryPhase, path: string) => readonly Finding[],
): readonly Finding[] =>
  library.initiatives.flatMap((initiative) =>
    initiative.phases.flatMap((phase) =>
      look(phase, at('initiatives', initiative.key, 'phases', phase.phase.toLowerCase())),
    ),
  );

const operateOf = (initiative: LibraryInitiative): LibraryPhase | undefined =>
  initiative.phases.find((phase) => phase.phase === 'OPERATE');

function unknownSectorsOfInitiatives({ initiatives, overlays }: Library): readonly Finding[] {
  const known = keysOf(overlays);
  return initiatives
    .filter((initiative) => !known.has(initiative.sector))
    .map((initiative) => error(at('initiatives', initiative.key, 'sector'), `unknown sector ${initiative.sector}`));
}

function unknownReferencesOfInitiatives({ initiatives, references }: Library): readonly Finding[] {
  const known = keysOf(references);
  return initiatives.flatMap((initiative) =>
    initiative.regulatoryContext
      .filter((key) => !known.has(key))
      .map((key) => error(at('initiatives', initiative.key, 'regulatory_context'), `unknown reference ${key}`)),
  );
}

const incompletePhases = ({ initiatives }: Library): readonly Finding[] =>
  initiatives.flatMap((initiative) => {
    const names = initiative.phases.map((phase) => phase.phase);
    return when(names.join() !== PHASES.join(), () =>
      error(at('initiatives', initiative.key, 'phases'), 'needs research, productionise and operate, in this order'),
    );
  });

function unknownSkillsOfDemand(library: Library): readonly Finding[] {
  const known = keysOf(library.framework.skills);
  return overPhases(library, (phase, path) =>
    phase.demand
      .filter((row) => !known.has(row.skill))
      .map((row) => error(`${path}.demand`, `unknown skill ${row.skill}`)),
  );
}

const repeatedDemand = (library: Library): readonly Finding[] =>
  overPhases(library, (phase, path) =>
    repeated(phase.demand.map((row) => `${row.skill} at level ${row.level}`)).map((twice) =>
      error(`${path}.demand`, `${twice} is listed twice`),
    ),
  );

const understaffedPhases = (library: Library): readonly Finding[] =>
  overPhases(library, (phase, path) => {
    const fte = phase.mixFte.research + phase.mixFte.hybrid + phase.mixFte.production;
    const most = Math.max(0, ...phase.demand.map((row) => row.people));
    return when(fte + FTE_TOLERANCE < most, () =>
      error(`${path}.mix`, `${most} people are needed at one level but the phase pays for ${fte}`),
    );
  });

function operatingWithoutOperationsSkills({ initiatives, framework }: Library): readonly Finding[] {
  const categoryOf = new Map(framework.skills.map((skill) => [skill.key, skill.category]));
  return initiatives.flatMap((initiative) => {
    const categories = (operateOf(initiative)?.demand ?? []).map((row) => categoryOf.get(row.skill) ?? '');
    return when(!categories.some((category) => OPERATING_CATEGORIES.has(category)), () =>
      error(at('initiatives', initiative.key, 'phases', 'operate'), 'asks for no operations or regulatory skill'),
    );
  });
}

const nobodyOperates = ({ initiatives }: Library): readonly Finding[] =>
  initiatives.flatMap((initiative) =>
    when((operateOf(initiative)?.mixFte.production ?? 0) <= 0, () =>
      error(at('initiatives', initiative.key, 'phases', 'operate', 'mix'), 'no production time: nobody operates'),
    ),
  );

export const INITIATIVE_CHECKS: readonly Check[] = [
  unknownSectorsOfInitiatives,
  unknownReferencesOfInitiatives,
  incompletePhases,
  unknownSkillsOfDemand,
  repeatedDemand,
  understaffedPhases,
  operatingWithoutOperationsSkills,
  nobodyOperates,
];
