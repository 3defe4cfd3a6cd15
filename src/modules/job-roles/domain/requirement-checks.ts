/** Why this file exists: what keeps a list of requirements, or a whole draft, from being stored or published, each told so that it can be mended. */
import { closePrerequisites, type Level, type Skill, type SkillKey } from '../../frameworks/index.js';
import type { Requirement } from './requirement.js';

type Of<C extends string> = { readonly code: C; readonly message: string; readonly field?: string };

export type RequirementProblem =
  | (Of<'DUPLICATE_KEY'> & { readonly key: string })
  | (Of<'UNKNOWN_SKILL'> & { readonly skill: string });

/**
 * The first thing wrong with a list of skills and levels, or `null`: a skill named twice, or one that the framework does not have.
 * @param path dotted path of the list in the input, such as `input.requirements`
 */
export function skillListProblem(
  list: readonly { readonly skill: SkillKey }[],
  known: ReadonlySet<SkillKey>,
  path: string,
): RequirementProblem | null {
  const seen = new Set<SkillKey>();
  for (const [index, { skill }] of list.entries()) {
    const field = `${path}.${index}.skillKey`;
    if (seen.has(skill)) {
      const message = `The skill ${skill} stands in the list twice. Keep one of the two.`;
      return { code: 'DUPLICATE_KEY', message, field, key: skill };
    }
    if (!known.has(skill)) {
      const message = `The framework version of this draft has no skill ${skill}. Correct the key, or take it out.`;
      return { code: 'UNKNOWN_SKILL', message, field, skill };
    }
    seen.add(skill);
  }
  return null;
}

/** A draft as the check before publishing reads it. */
export interface PublicationSubject {
  readonly title: string;
  readonly mission: string;
  readonly requirements: readonly Requirement[];
  readonly entryRequirements: readonly { readonly skill: SkillKey }[];
}
export type PublicationProblem =
  | Of<'FRAMEWORK_NOT_PUBLISHED'>
  | Of<'TEXT_MISSING'>
  | Of<'JOB_ROLE_ASKS_NOTHING'>
  | (Of<'UNKNOWN_SKILL'> & { readonly skills: readonly SkillKey[] });

/**
 * The first thing that keeps a draft from being published, or `null`. Findings of the clarity review and must-haves without a stage
 * advise; they keep nobody from publishing.
 * @param framework state and skills of the version that the draft stands on
 */
export function publicationProblem(
  draft: PublicationSubject,
  framework: { readonly state: 'DRAFT' | 'PUBLISHED' | 'RETIRED'; readonly skills: ReadonlySet<SkillKey> },
): PublicationProblem | null {
  if (framework.state !== 'PUBLISHED') {
    const now = framework.state === 'DRAFT' ? 'a draft' : 'retired';
    const message = `The framework version of this job role is ${now}. Publish it first, or move the draft to a published one.`;
    return { code: 'FRAMEWORK_NOT_PUBLISHED', message };
  }
  if (draft.title.trim() === '') return { code: 'TEXT_MISSING', message: 'The title is empty. Write one.' };
  if (draft.mission.trim() === '')
    return { code: 'TEXT_MISSING', message: 'The mission is empty. Say in a sentence what the job role is for.' };
  if (draft.requirements.length === 0) {
    const message = 'This job role asks for no skill. Set its requirements first.';
    return { code: 'JOB_ROLE_ASKS_NOTHING', message };
  }
  const named = [...draft.requirements, ...draft.entryRequirements].map((one) => one.skill);
  const skills = [...new Set(named)].filter((skill) => !framework.skills.has(skill)).sort();
  if (skills.length === 0) return null;
  const message = `The framework version does not have these skills: ${skills.join(', ')}. Take them out, or move the draft to a version that has them.`;
  return { code: 'UNKNOWN_SKILL', message, skills };
}

/** Must-haves that no interview stage assesses: evidence from outside the interviews has to show them. In the given order. */
export const evidenceOnlyMustHaves = <R extends Requirement>(requirements: readonly R[]): readonly R[] =>
  requirements.filter((one) => one.isMustHave && one.stages.length === 0);

/** A skill that a job role asks for without naming it, or at a higher level than it names. */
export interface ImpliedRequirement {
  readonly skill: SkillKey;
  readonly level: Level;
  /** Level that the job role names; `null` when it does not name the skill. */
  readonly namedLevel: Level | null;
}

/** What the prerequisites of the named skills ask for beyond them, in the order of the framework's skills. */
export function impliedRequirements(
  skills: readonly Pick<Skill, 'key' | 'prerequisites'>[],
  requirements: readonly Pick<Requirement, 'skill' | 'level'>[],
): readonly ImpliedRequirement[] {
  const named = new Map(requirements.map((one) => [one.skill, one.level]));
  return [...closePrerequisites(skills, new Map(), named)]
    .map(([skill, level]) => ({ skill, level, namedLevel: named.get(skill) ?? null }))
    .filter((one) => one.level !== one.namedLevel);
}
