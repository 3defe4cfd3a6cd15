/** Why this file exists: what is cited exists and is complete, and what exists is cited. */
import { at, error, keysOf, repeated, warning, when, type Check, type Finding, type LibraryList } from './finding.js';
import { ML_TEST_SCORE_SECTIONS, type Library } from './library.js';

/** Nothing in a growth activity produces these; they come from elsewhere in the product or from outside. */
const EVIDENCE_FROM_ELSEWHERE: ReadonlySet<string> = new Set(['self-statement', 'publication', 'work-sample-score']);
const CHECKS_PER_SECTION = 7;
const GMLP_PRINCIPLES = 10;

const LISTS = [
  ['references', (library) => library.references],
  ['evidence_types', (library) => library.framework.evidenceTypes],
  ['categories', (library) => library.framework.categories],
  ['skills', (library) => library.framework.skills],
  ['ladders', (library) => library.ladders],
  ['role_clarity_rules', (library) => library.clarityRules],
  ['roles', (library) => library.jobRoles],
  ['overlays', (library) => library.overlays],
  ['kits', (library) => library.kits],
  ['activities', (library) => library.framework.activities],
  ['initiatives', (library) => library.initiatives],
] as const satisfies readonly (readonly [LibraryList, (library: Library) => readonly { readonly key: string }[]])[];

function repeatedKeys(library: Library): readonly Finding[] {
  return LISTS.flatMap(([list, entries]) =>
    repeated(entries(library).map((entry): string => entry.key)).map((key) =>
      error(at(list, key), 'this key is used twice in the list'),
    ),
  );
}

function unknownSectorsOfReferences({ references, overlays }: Library): readonly Finding[] {
  const known = keysOf(overlays);
  return references.flatMap((reference) =>
    reference.sectors
      .filter((sector) => !known.has(sector))
      .map((sector) => error(at('references', reference.key, 'sectors'), `unknown sector ${sector}`)),
  );
}

function incompleteMlTestScore({ mlTestScore }: Library): readonly Finding[] {
  return ML_TEST_SCORE_SECTIONS.flatMap((section) => {
    const count = mlTestScore.filter((check) => check.section === section).length;
    return when(count !== CHECKS_PER_SECTION, () =>
      error(at('ml_test_score'), `section ${section} has ${count} checks instead of ${CHECKS_PER_SECTION}`),
    );
  });
}

const incompleteGmlp = ({ gmlpPrinciples }: Library): readonly Finding[] =>
  when(gmlpPrinciples.length !== GMLP_PRINCIPLES, () =>
    error(at('gmlp_principles'), `${gmlpPrinciples.length} principles are listed instead of ${GMLP_PRINCIPLES}`),
  );

function uncoveredMlTestScore({ mlTestScore, framework }: Library): readonly Finding[] {
  const used = new Set(framework.skills.flatMap((skill) => skill.references.mlTestScore));
  return mlTestScore
    .filter((check) => !used.has(check.code))
    .map((check) => error(at('ml_test_score', check.code), 'no skill covers this check'));
}

function uncoveredGmlp({ gmlpPrinciples, framework }: Library): readonly Finding[] {
  const used = new Set(framework.skills.flatMap((skill) => skill.references.gmlp));
  return gmlpPrinciples
    .filter((principle) => !used.has(principle.number))
    .map((principle) => error(at('gmlp_principles', principle.number), 'no skill covers this principle'));
}

/** Taxonomies are there for mapping; nothing has to cite them. */
function unusedReferences({ references, framework, overlays, initiatives }: Library): readonly Finding[] {
  const used = new Set<string>([
    ...framework.skills.flatMap((skill) => skill.references.regulations),
    ...overlays.flatMap((overlay) => overlay.regulatoryContext),
    ...initiatives.flatMap((initiative) => initiative.regulatoryContext),
  ]);
  return references
    .filter((reference) => reference.kind !== 'TAXONOMY' && !used.has(reference.key))
    .map((reference) => warning(at('references', reference.key), 'cited by no skill, overlay or initiative'));
}

function unusedEvidenceTypes({ framework }: Library): readonly Finding[] {
  const used = new Set<string>(framework.activities.flatMap((activity) => activity.evidence.map((row) => row.type)));
  return framework.evidenceTypes
    .filter((type) => !used.has(type.key) && !EVIDENCE_FROM_ELSEWHERE.has(type.key))
    .map((type) => warning(at('evidence_types', type.key), 'no activity ends in this evidence'));
}

export const REFERENCE_CHECKS: readonly Check[] = [
  repeatedKeys,
  unknownSectorsOfReferences,
  incompleteMlTestScore,
  incompleteGmlp,
  uncoveredMlTestScore,
  uncoveredGmlp,
  unusedReferences,
  unusedEvidenceTypes,
];
