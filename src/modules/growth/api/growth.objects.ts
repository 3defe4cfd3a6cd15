/** Why this file exists: turns growth plans into API objects. */
import type { FrameworkVersion } from '../../frameworks/data.js';
import { activityObject, skillObjects } from '../../frameworks/graphql.js';
import type { Level, LevelStep, SkillKey } from '../../frameworks/index.js';
import type { MadePlan } from '../commands/draft.js';
import { levelsOf } from '../commands/draft.js';
import { supportOf } from '../commands/support-of.js';
import { stepId } from '../domain/activity-order.js';
import type { MissingLevel } from '../domain/blocked-steps.js';
import { disagreement } from '../domain/check-in.js';
import { leverReport } from '../domain/lever-report.js';
import { planSteps, type PlanStep } from '../domain/plan-steps.js';
import { checkInOf } from '../store/check-in.store.js';
import type { CheckInRecord } from '../store/check-in.tables.js';
import type { StoredPlan } from '../store/growth.store.js';
import type { CheckInObject } from './check-in.types.js';
import type { GrowthPlanObject, GrowthGoalObject, PlanActivityObject } from './growth-plan.types.js';
import type { GrowthPlanPreviewObject } from './preview.types.js';
import type { GrowthStepObject, MissingLevelObject } from './step.types.js';

const stepObject = ({ skill, from }: LevelStep) => ({ skillKey: skill, from, to: from + 1 });

export function checkInObject(record: CheckInRecord, plan: Pick<StoredPlan, 'personId'>): CheckInObject {
  const checkIn = checkInOf(record, plan);
  return { ...checkIn, openedOn: record.openedOn, isDisagreement: disagreement(checkIn) !== null };
}

/** A plan with everything that hangs on it, nothing of which costs a statement. */
export function planObject(plan: StoredPlan): GrowthPlanObject {
  const { personId, frameworkVersionId } = plan;
  const checkIns = plan.checkIns.map((record) => checkInObject(record, plan));
  const goals = plan.goals.map((goal): GrowthGoalObject => {
    return { ...goal, personId, frameworkVersionId, checkIns: checkIns.filter(({ goalId }) => goalId === goal.id) };
  });
  const activities = plan.activities.map((one): PlanActivityObject => {
    return { ...one, personId, frameworkVersionId, steps: one.steps.map(stepObject) };
  });
  const kept = plan.activities.filter(({ state }) => state !== 'DROPPED');
  return {
    ...plan,
    goals,
    activities,
    endOn:
      kept
        .map(({ endOn }) => endOn)
        .toSorted()
        .at(-1) ?? null,
    leverReport: leverReport(kept),
    supportFindings: supportOf(plan),
  };
}

const nameIn = (version: FrameworkVersion): ((skill: SkillKey) => string) => {
  const skills = skillObjects(version);
  return (skill) => skills.get(skill)?.name ?? skill;
};

/** The missing levels of a step or an activity, named and in words. */
export function missingObjects(
  missing: readonly MissingLevel[],
  version: FrameworkVersion,
): readonly MissingLevelObject[] {
  const nameOf = nameIn(version);
  return missing.map(({ skill, ...one }) => ({ ...one, skillKey: skill, skillName: nameOf(skill) }));
}

/** @param raisedBy key of the activity that raises a step, by step id */
function stepObjects(
  steps: readonly PlanStep[],
  version: FrameworkVersion,
  raisedBy: ReadonlyMap<string, string>,
): readonly GrowthStepObject[] {
  const nameOf = nameIn(version);
  return steps.map((step) => ({
    ...stepObject(step),
    skillName: nameOf(step.skill),
    state: step.state,
    missing: missingObjects(step.missing, version),
    activityKey: raisedBy.get(stepId(step)) ?? null,
  }));
}

/** The steps of a kept plan as they stand today; those of dropped goals are left out. */
export function planStepObjects(
  plan: GrowthPlanObject,
  version: FrameworkVersion,
  held: ReadonlyMap<SkillKey, Level>,
): readonly GrowthStepObject[] {
  const raisedBy = new Map(
    plan.activities.flatMap(({ activityKey, state, steps }) =>
      state === 'DROPPED' ? [] : steps.map(({ skillKey, from }) => [`${skillKey}@${from}`, activityKey] as const),
    ),
  );
  const goals = plan.goals.flatMap(({ skillKey, fromLevel, toLevel, state }) =>
    state === 'DROPPED'
      ? []
      : [{ skill: skillKey as SkillKey, from: fromLevel as LevelStep['from'], to: toLevel as Level }],
  );
  return stepObjects(planSteps(version.framework, goals, held), version, raisedBy);
}

const previewGoals = (
  { draft, held }: MadePlan,
  nameOf: (skill: SkillKey) => string,
): GrowthPlanPreviewObject['goals'] =>
  draft.goals.map(({ skill, from, to, isAsked, startsOn, endsOn }) => ({
    skillKey: skill,
    skillName: nameOf(skill),
    fromLevel: from,
    toLevel: to,
    isAsked,
    startOn: startsOn,
    endOn: endsOn,
    startingAssessmentId: held.get(skill)?.assessmentId ?? null,
  }));

/** What a plan would be; its support is that of a plan without mentor and deployment. */
export function previewObject(made: MadePlan): GrowthPlanPreviewObject {
  const { draft, version, held, isBridge, startOn, weeklyHours, protectedHoursPerWeek } = made;
  const nameOf = nameIn(version);
  const raisedBy = new Map(
    draft.steps.flatMap((step) => (step.coveredBy === null ? [] : [[stepId(step), step.coveredBy] as const])),
  );
  const bare = {
    isBridge,
    startOn,
    mentorId: null,
    mentorAgreedAt: null,
    deploymentOn: null,
    protectedHoursPerWeek,
    weeklyHours,
  };
  const uncovered = draft.uncovered.map(
    ({ step, message }) => `${nameOf(step.skill)}, level ${step.from} to ${step.from + 1}: ${message}`,
  );
  return {
    isBridge,
    startOn,
    endOn: draft.endsOn,
    weeklyHours,
    goals: previewGoals(made, nameOf),
    steps: stepObjects(planSteps(version.framework, draft.goals, levelsOf(held)), version, raisedBy),
    activities: draft.activities.map(({ activity, steps, startsOn, endsOn, ...one }) => ({
      ...one,
      activity: activityObject(activity),
      steps: steps.map(stepObject),
      startOn: startsOn,
      endOn: endsOn,
    })),
    notes: [...uncovered, ...draft.broken.map(({ message }) => message)],
    leverReport: leverReport(draft.activities.map(({ activity }) => activity)),
    supportFindings: supportOf(bare),
  };
}
