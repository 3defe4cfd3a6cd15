/** Why this file exists: the part of a draft framework that plans are made of, its activities and evidence types, must hold too. */
import { isLevel, type Activity, type Framework } from './framework.js';
import type { FrameworkProblem } from './framework-problem.js';
import { LAST_CATALOGUE_START, STEP_STARTS } from './level-steps.js';

type Problems = readonly FrameworkProblem[];

const amount = (field: string, value: number, isFine: boolean, rule: string): Problems =>
  isFine ? [] : [{ code: 'AMOUNT_OUT_OF_RANGE', field, value, message: `This is ${value}. Give ${rule}.` }];

const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0;

const level = (field: string, value: number): Problems =>
  isLevel(value)
    ? []
    : [{ code: 'LEVEL_OUT_OF_RANGE', field, value, message: `This is ${value}. Give a whole level from 1 to 5.` }];

function skillProblem(field: string, skill: string, known: ReadonlySet<string>): Problems {
  const message = `There is no skill "${skill}" in this framework. Add it, or choose another skill.`;
  return known.has(skill) ? [] : [{ code: 'UNKNOWN_SKILL', field, skill, message }];
}

/** Problems of strength, highest level and freshness of the evidence types. */
export const evidenceTypeProblems = ({ evidenceTypes }: Framework): Problems =>
  evidenceTypes.flatMap((type, index) => {
    const at = `evidenceTypes.${index}`;
    const isWhole = Number.isInteger(type.freshMonths) && type.freshMonths > 0;
    return [
      ...amount(`${at}.strength`, type.strength, isLevel(type.strength), 'a whole number from 1 to 5'),
      ...level(`${at}.maxLevel`, type.maxLevel),
      ...amount(`${at}.freshMonths`, type.freshMonths, isWhole, 'a whole number of months above 0'),
    ];
  });

function stepProblem(field: string, from: number): Problems {
  const isInCatalogue = STEP_STARTS.some((start) => start === from) && from <= LAST_CATALOGUE_START;
  const message =
    from > LAST_CATALOGUE_START
      ? `A step from level ${from} is not taken from a catalogue: it is agreed case by case. Remove it.`
      : `A step starts at level ${from}. Give a whole start from 0 (nothing held) to ${LAST_CATALOGUE_START}; it ends one higher.`;
  return isInCatalogue ? [] : [{ code: 'STEP_OUT_OF_RANGE', field, value: from, message }];
}

function raisesProblems(at: string, activity: Activity, known: ReadonlySet<string>): Problems {
  const message = 'This activity raises nothing. List at least one step of one skill, or remove the activity.';
  if (activity.raises.length === 0) return [{ code: 'ACTIVITY_RAISES_NOTHING', field: `${at}.raises`, message }];
  const { choose } = activity;
  const most = activity.raises.length;
  const isFine = choose === null || (Number.isInteger(choose) && choose >= 1 && choose <= most);
  return [
    ...activity.raises.flatMap((step, place) => [
      ...skillProblem(`${at}.raises.${place}.skill`, step.skill, known),
      ...stepProblem(`${at}.raises.${place}.from`, step.from),
    ]),
    ...amount(
      `${at}.choose`,
      choose ?? 0,
      isFine,
      `a whole number from 1 to ${most}, or leave it out so that all count`,
    ),
  ];
}

function oneActivity(at: string, activity: Activity, known: ReadonlySet<string>): Problems {
  return [
    ...amount(`${at}.hours`, activity.hours, isPositive(activity.hours), 'hours above 0'),
    ...amount(`${at}.weeks`, activity.weeks, isPositive(activity.weeks), 'weeks above 0'),
    ...activity.needs.flatMap((need, place) => [
      ...skillProblem(`${at}.needs.${place}.skill`, need.skill, known),
      ...level(`${at}.needs.${place}.level`, need.level),
    ]),
    ...raisesProblems(at, activity, known),
  ];
}

/** Problems of the activities: skills and evidence types that do not exist, steps, levels and amounts out of range. */
export function activityProblems(framework: Framework, known: ReadonlySet<string>): Problems {
  const types = new Set<string>(framework.evidenceTypes.map((type) => type.key));
  return framework.activities.flatMap((activity, index): Problems => {
    const at = `activities.${index}`;
    const evidence = activity.evidence.flatMap((one, place): Problems => {
      const field = `${at}.evidence.${place}.type`;
      const message = `There is no evidence type "${one.type}" in this framework. Add it, or choose another.`;
      return types.has(one.type) ? [] : [{ code: 'UNKNOWN_EVIDENCE_TYPE', field, evidenceType: one.type, message }];
    });
    return [...oneActivity(at, activity, known), ...evidence];
  });
}
