/** Why this file exists: the texts of the content files become one library value, or a list of what is wrong with them. */
import type { Category, Framework, Skill } from '../domain/framework.js';
import { byText } from '../domain/stable-order.js';
import { error, LIBRARY_FILES, type Finding } from './finding.js';
import type { Library } from './library.js';
import { FILE_SCHEMAS, type FileContent } from './library.schema.js';
import { parseFile } from './parse-file.js';

/** `library` is `null` exactly when there are errors. */
export interface ParsedLibrary {
  readonly library: Library | null;
  readonly errors: readonly Finding[];
}

const byKey = <T extends { readonly key: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => byText(a.key, b.key));

function sortedSkills(skills: readonly Skill[], categories: readonly Category[]): readonly Skill[] {
  const order = new Map(categories.map((category) => [category.key, category.order]));
  const orderOf = (skill: Skill): number => order.get(skill.category) ?? Number.MAX_SAFE_INTEGER;
  return skills.toSorted((a, b) => orderOf(a) - orderOf(b) || byText(a.name, b.name));
}

function frameworkOf(
  skills: FileContent<'skills.yaml'>,
  evidence: FileContent<'evidence.yaml'>,
  activities: FileContent<'activities.yaml'>,
): Framework {
  return {
    scale: skills.scale.map((row) => row.scale).toSorted((a, b) => a.level - b.level),
    categories: skills.categories.toSorted((a, b) => a.order - b.order || byText(a.key, b.key)),
    skills: sortedSkills(skills.skills, skills.categories),
    evidenceTypes: byKey(evidence.evidence_types),
    activities: byKey(activities.activities),
  };
}

interface Contents {
  readonly references: FileContent<'references.yaml'>;
  readonly evidence: FileContent<'evidence.yaml'>;
  readonly skills: FileContent<'skills.yaml'>;
  readonly jobRoles: FileContent<'roles.yaml'>;
  readonly kits: FileContent<'interview_kits.yaml'>;
  readonly activities: FileContent<'activities.yaml'>;
  readonly initiatives: FileContent<'initiatives.yaml'>;
}

function assemble(from: Contents): Library {
  return {
    version: 1,
    asOf: from.references.as_of,
    framework: frameworkOf(from.skills, from.evidence, from.activities),
    sfiaLevels: from.skills.scale.map((row) => ({ level: row.scale.level, sfiaLevel: row.sfiaLevel })),
    sfiaCodes: from.references.sfia_codes,
    gmlpPrinciples: from.references.gmlp_principles,
    mlTestScore: from.references.ml_test_score,
    references: from.references.references,
    jobRoles: from.jobRoles.roles,
    ladders: from.jobRoles.ladders,
    overlays: from.jobRoles.overlays,
    clarityRules: from.jobRoles.role_clarity_rules,
    ratingScale: from.kits.rating_scale,
    panelRules: from.kits.panel_rules,
    kits: from.kits.kits,
    activityRules: from.activities.rules,
    planningRules: from.initiatives.planning_rules,
    initiatives: from.initiatives.initiatives,
  };
}

function unknownFiles(files: Readonly<Record<string, string>>): readonly Finding[] {
  const known = new Set<string>(LIBRARY_FILES);
  return Object.keys(files)
    .filter((name) => !known.has(name))
    .map((name) => error(name, `not a file of the library; the files are ${LIBRARY_FILES.join(', ')}`));
}

const parseFiles = (files: Readonly<Record<string, string>>) => ({
  references: parseFile('references.yaml', files['references.yaml'], FILE_SCHEMAS['references.yaml']),
  evidence: parseFile('evidence.yaml', files['evidence.yaml'], FILE_SCHEMAS['evidence.yaml']),
  skills: parseFile('skills.yaml', files['skills.yaml'], FILE_SCHEMAS['skills.yaml']),
  jobRoles: parseFile('roles.yaml', files['roles.yaml'], FILE_SCHEMAS['roles.yaml']),
  kits: parseFile('interview_kits.yaml', files['interview_kits.yaml'], FILE_SCHEMAS['interview_kits.yaml']),
  activities: parseFile('activities.yaml', files['activities.yaml'], FILE_SCHEMAS['activities.yaml']),
  initiatives: parseFile('initiatives.yaml', files['initiatives.yaml'], FILE_SCHEMAS['initiatives.yaml']),
});

/** The contents when every file could be read, otherwise `null`. */
function contentsOf(parsed: ReturnType<typeof parseFiles>): Contents | null {
  const references = parsed.references.value;
  const evidence = parsed.evidence.value;
  const skills = parsed.skills.value;
  const jobRoles = parsed.jobRoles.value;
  const kits = parsed.kits.value;
  const activities = parsed.activities.value;
  const initiatives = parsed.initiatives.value;
  if (references === null || evidence === null || skills === null || jobRoles === null) return null;
  if (kits === null || activities === null || initiatives === null) return null;
  return { references, evidence, skills, jobRoles, kits, activities, initiatives };
}

/**
 * Checks the shape of every file and joins them. What one entry says about another is not checked here, see `checkLibrary`.
 * @param files  text by file name, for example `skills.yaml`; all seven are needed and no other is allowed
 */
export function parseLibrary(files: Readonly<Record<string, string>>): ParsedLibrary {
  const parsed = parseFiles(files);
  const errors = [...unknownFiles(files), ...Object.values(parsed).flatMap((file) => file.errors)];
  const contents = contentsOf(parsed);
  return contents === null || errors.length > 0 ? { library: null, errors } : { library: assemble(contents), errors };
}
