/** Why this file exists: a draft framework is published only when everything that will be built on it holds. */
import { isLevel, LEVELS, type Framework, type Prerequisite, type Skill } from './framework.js';
import type { FrameworkProblem } from './framework-problem.js';
import { findCycles, prerequisiteCycle } from './prerequisites.js';
import { activityProblems, evidenceTypeProblems } from './validate-activities.js';

type Problems = readonly FrameworkProblem[];

/** The form of a key as `platform/ids` has it; repeated here because ids are made there by chance, which domain code does not import. */
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const isKey = (text: string): boolean => text.length <= 80 && KEY.test(text);

/** Problem of an empty or blank text that people will read. */
export const textProblems = (field: string, text: string): Problems =>
  text.trim() === '' ? [{ code: 'TEXT_MISSING', field, message: 'This text is empty. Write it.' }] : [];

/** Problems of the keys of one list: their form, and one key given to two entries (told at the later one). */
export function keyProblems(list: string, entries: readonly { readonly key: string }[]): Problems {
  const seen = new Set<string>();
  return entries.flatMap(({ key }, index): Problems => {
    const field = `${list}.${index}.key`;
    const isRepeated = seen.has(key);
    seen.add(key);
    if (!isKey(key)) {
      const message = `"${key}" is not a key. Use lower-case words and digits joined by single hyphens, at most 80 characters.`;
      return [{ code: 'BAD_KEY', field, key, message }];
    }
    const message = `The key "${key}" is taken by an earlier entry. Give each entry its own key.`;
    return isRepeated ? [{ code: 'DUPLICATE_KEY', field, key, message }] : [];
  });
}

function scaleProblems({ scale }: Framework): Problems {
  const isWhole = scale.length === LEVELS.length && LEVELS.every((level, index) => scale[index]?.level === level);
  const message = 'The scale must describe the levels 1 to 5, each once, lowest first.';
  const levels: Problems = isWhole ? [] : [{ code: 'SCALE_NOT_FIVE_LEVELS', field: 'scale', message }];
  return [...levels, ...scale.flatMap((one, index) => textProblems(`scale.${index}.name`, one.name))];
}

function indicatorProblems(at: string, { indicators }: Skill): Problems {
  if (indicators.length !== LEVELS.length) {
    const message = `This skill describes ${indicators.length} levels. Describe five, each with at least one indicator.`;
    return [{ code: 'NOT_FIVE_LEVELS', field: `${at}.indicators`, message }];
  }
  return LEVELS.flatMap((level, index): Problems => {
    const texts = indicators[index] ?? [];
    const field = `${at}.indicators.${index}`;
    const message = `Level ${level} has no indicator. Write at least one thing that a person at this level is seen to do.`;
    if (texts.length === 0) return [{ code: 'LEVEL_WITHOUT_INDICATOR', field, level, message }];
    return texts.flatMap((text, place) => textProblems(`${field}.${place}`, text));
  });
}

function affinityProblems(at: string, { affinity }: Skill): Problems {
  return (['research', 'production'] as const).flatMap((axis): Problems => {
    const value = affinity[axis];
    const message = `Affinity to ${axis} is ${value}. Give a number from 0 (does not belong) to 1 (defines the track).`;
    return value >= 0 && value <= 1
      ? []
      : [{ code: 'AFFINITY_OUT_OF_RANGE', field: `${at}.affinity.${axis}`, value, message }];
  });
}

function prerequisiteProblems(at: string, skill: Skill, one: Prerequisite, known: ReadonlySet<string>): Problems {
  const problems: FrameworkProblem[] = [];
  const { minLevel, fromLevel }: Readonly<Record<'minLevel' | 'fromLevel', number>> = one;
  if (one.skill === skill.key) {
    const message = `The skill "${skill.key}" names itself as prerequisite. Remove this prerequisite.`;
    problems.push({ code: 'OWN_PREREQUISITE', field: `${at}.skill`, message });
  } else if (!known.has(one.skill)) {
    const message = `There is no skill "${one.skill}" in this framework. Add it, or remove this prerequisite.`;
    problems.push({ code: 'UNKNOWN_PREREQUISITE', field: `${at}.skill`, skill: one.skill, message });
  }
  if (!isLevel(minLevel)) {
    const message = `The level to hold is ${minLevel}. Give a whole level from 1 to 5.`;
    const field = `${at}.minLevel`;
    problems.push({ code: 'PREREQUISITE_LEVEL_OUT_OF_RANGE', field, value: minLevel, message });
  }
  if (!isLevel(fromLevel) || fromLevel < 2) {
    const message = `The prerequisite starts at level ${fromLevel}. Give a whole level from 2 to 5: level 1 is open to all.`;
    const field = `${at}.fromLevel`;
    problems.push({ code: 'PREREQUISITE_LEVEL_OUT_OF_RANGE', field, value: fromLevel, message });
  }
  return problems;
}

function skillProblems(framework: Framework, known: ReadonlySet<string>): Problems {
  const categories = new Set<string>(framework.categories.map((one) => one.key));
  return framework.skills.flatMap((skill, index): Problems => {
    const at = `skills.${index}`;
    const { category } = skill;
    const message = `There is no category "${category}" in this framework. Add it, or choose another category.`;
    return [
      ...textProblems(`${at}.name`, skill.name),
      ...textProblems(`${at}.definition`, skill.definition),
      ...(categories.has(category)
        ? []
        : [{ code: 'UNKNOWN_CATEGORY', field: `${at}.category`, category, message } as const]),
      ...affinityProblems(at, skill),
      ...indicatorProblems(at, skill),
      ...skill.prerequisites.flatMap((one, place) =>
        prerequisiteProblems(`${at}.prerequisites.${place}`, skill, one, known),
      ),
    ];
  });
}

/** One problem per cycle, at the prerequisites of its first member; a skill that names itself is told as such instead. */
function cycleProblems({ skills }: Framework): Problems {
  return findCycles(skills)
    .filter((cycle) => cycle.length > 2)
    .map((cycle) => ({
      ...prerequisiteCycle(cycle),
      field: `skills.${skills.findIndex((skill) => skill.key === cycle[0])}.prerequisites`,
    }));
}

/**
 * Everything that keeps a draft from being published, each problem at its field and with the way to mend it.
 * @param framework a draft; its numbers may be out of range although the types say otherwise
 * @returns empty when it can be published; otherwise in the order scale, categories, skills, cycles, evidence types, activities
 */
export function validateFramework(framework: Framework): Problems {
  const known = new Set<string>(framework.skills.map((skill) => skill.key));
  const message = 'The framework has no skill. Add at least one.';
  return [
    ...scaleProblems(framework),
    ...keyProblems('categories', framework.categories),
    ...framework.categories.flatMap((one, index) => textProblems(`categories.${index}.name`, one.name)),
    ...(known.size === 0 ? [{ code: 'NO_SKILLS', field: 'skills', message } as const] : []),
    ...keyProblems('skills', framework.skills),
    ...skillProblems(framework, known),
    ...cycleProblems(framework),
    ...keyProblems('evidenceTypes', framework.evidenceTypes),
    ...evidenceTypeProblems(framework),
    ...keyProblems('activities', framework.activities),
    ...activityProblems(framework, known),
  ];
}
