/** Why this file exists: what is wrong or thin in an interview plan is said as data, so that a person can mend it before the first interview. */
import type { SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { CoverageRow } from './coverage.js';
import { effectiveRaters } from './interview-plan.js';
import type { InterviewId, InterviewPlan, PlanContext, PlannedInterview, PlannedItem } from './interview-plan.js';
import { itemOf, stageOf } from './kit.js';
import type { ItemKey, StageKey } from './kit.js';

/** Above this many interviews a loop tires the candidate more than it tells. */
export const MOST_INTERVIEWS = 5;
/** Raters that a must-have should and a work sample must have. */
export const WANTED_RATERS = 2;

/** BROKEN: the plan cannot be used so. WARN: it weakens the evidence. INFO: worth knowing. */
export type WarningSeverity = 'BROKEN' | 'WARN' | 'INFO';

interface Warning<C extends string, S extends WarningSeverity> {
  readonly code: C;
  readonly severity: S;
  /** What is the matter and how to mend it. */
  readonly message: string;
}

export type PlanWarning =
  | (Warning<'MUST_HAVE_UNASSESSED', 'WARN'> & { readonly skill: SkillKey })
  | (Warning<'MUST_HAVE_ONE_RATER', 'INFO'> & { readonly skill: SkillKey })
  | (Warning<'ITEM_NOT_FOR_RUNG', 'WARN'> & {
      readonly interview: InterviewId;
      readonly itemKey: ItemKey;
      readonly rung: number;
    })
  | (Warning<'STAGE_MINUTES_EXCEEDED', 'WARN'> & {
      readonly stage: StageKey;
      readonly minutes: number;
      readonly limit: number;
    })
  | (Warning<'WORK_SAMPLE_TOO_FEW_RATERS', 'WARN'> & {
      readonly interview: InterviewId;
      readonly itemKey: ItemKey;
      readonly raters: number;
    })
  | (Warning<'TOO_MANY_INTERVIEWS', 'WARN'> & { readonly interviews: number })
  | (Warning<'INTERVIEWER_CONFLICT', 'BROKEN'> & { readonly interview: InterviewId; readonly person: Id<'Person'> })
  | (Warning<'INTERVIEW_WITHOUT_RATER', 'BROKEN'> & { readonly interview: InterviewId })
  | (Warning<'SEAT_TWICE', 'BROKEN'> & { readonly interview: InterviewId; readonly person: Id<'Person'> })
  | (Warning<'PLANNED_STAGE_UNKNOWN', 'BROKEN'> & { readonly interview: InterviewId; readonly stage: StageKey })
  | (Warning<'PLANNED_ITEM_UNKNOWN', 'BROKEN'> & { readonly interview: InterviewId; readonly itemKey: ItemKey })
  | (Warning<'ITEM_OF_ANOTHER_STAGE', 'WARN'> & {
      readonly interview: InterviewId;
      readonly itemKey: ItemKey;
      readonly stage: StageKey;
    })
  | (Warning<'ITEM_PLANNED_TWICE', 'WARN'> & { readonly interview: InterviewId; readonly itemKey: ItemKey })
  | (Warning<'SKILL_NOT_OF_ITEM', 'BROKEN'> & {
      readonly interview: InterviewId;
      readonly itemKey: ItemKey;
      readonly skill: SkillKey;
    });

/** All findings: must-haves first (in row order), then the loop as a whole, then interview by interview. */
export function planWarnings(
  rows: readonly CoverageRow[],
  plan: InterviewPlan,
  context: PlanContext,
): readonly PlanWarning[] {
  return [
    ...rows.flatMap(mustHaveWarnings),
    ...loopWarnings(plan),
    ...minutesWarnings(plan, context),
    ...plan.interviews.flatMap((interview, at) => [
      ...seatWarnings(interview, context),
      ...interview.items.flatMap((planned, n) => [
        ...itemWarnings(interview, planned, context),
        ...repeatWarnings(interview, planned, plan.interviews.slice(0, at), interview.items.slice(0, n)),
      ]),
    ]),
  ];
}

function mustHaveWarnings(row: CoverageRow): PlanWarning[] {
  const { skill, raterCount } = row;
  if (raterCount === 0) {
    const message = `Nobody assesses the must-have "${skill}". Plan an item that rates it, with a rater who has no conflict of interest.`;
    return [{ code: 'MUST_HAVE_UNASSESSED', severity: 'WARN', skill, message }];
  }
  if (raterCount >= WANTED_RATERS) return [];
  const message = `The must-have "${skill}" depends on one rater. A second one would show how far they agree.`;
  return [{ code: 'MUST_HAVE_ONE_RATER', severity: 'INFO', skill, message }];
}

function loopWarnings(plan: InterviewPlan): PlanWarning[] {
  const interviews = plan.interviews.length;
  if (interviews <= MOST_INTERVIEWS) return [];
  const message = `The plan has ${interviews} interviews. Join some: more than ${MOST_INTERVIEWS} ask much of a candidate and tell little more.`;
  return [{ code: 'TOO_MANY_INTERVIEWS', severity: 'WARN', interviews, message }];
}

function minutesWarnings(plan: InterviewPlan, context: PlanContext): PlanWarning[] {
  return context.kit.stages.flatMap((stage): PlanWarning[] => {
    const minutes = plan.interviews
      .filter((interview) => interview.stage === stage.key)
      .flatMap((interview) => interview.items)
      .reduce((sum, planned) => sum + (itemOf(context.kit, planned.itemKey)?.minutes ?? 0), 0);
    if (minutes <= stage.minutes) return [];
    const message = `The items of "${stage.name}" take ${minutes} minutes together, the stage has ${stage.minutes}. Leave some out.`;
    return [
      { code: 'STAGE_MINUTES_EXCEEDED', severity: 'WARN', stage: stage.key, minutes, limit: stage.minutes, message },
    ];
  });
}

function seatWarnings(interview: PlannedInterview, context: PlanContext): PlanWarning[] {
  const found: PlanWarning[] = [];
  const people = interview.seats.map((seat) => seat.person);
  const at = { interview: interview.id };
  if (stageOf(context.kit, interview.stage) === null) {
    const message = `The kit has no stage "${interview.stage}". Choose one of its stages.`;
    found.push({ code: 'PLANNED_STAGE_UNKNOWN', severity: 'BROKEN', ...at, stage: interview.stage, message });
  }
  for (const person of new Set(people.filter((one) => context.conflicted.has(one)))) {
    const message = 'This interviewer has a conflict of interest and may not sit on the panel. Name somebody else.';
    found.push({ code: 'INTERVIEWER_CONFLICT', severity: 'BROKEN', ...at, person, message });
  }
  for (const person of new Set(people.filter((one, n) => people.indexOf(one) < n))) {
    const message = 'This person has two seats in one interview. Keep one of them.';
    found.push({ code: 'SEAT_TWICE', severity: 'BROKEN', ...at, person, message });
  }
  if (effectiveRaters(interview, context.conflicted).length === 0) {
    const message = 'Nobody rates in this interview. Name a rater without a conflict of interest.';
    found.push({ code: 'INTERVIEW_WITHOUT_RATER', severity: 'BROKEN', ...at, message });
  }
  return found;
}

function itemWarnings(interview: PlannedInterview, planned: PlannedItem, context: PlanContext): PlanWarning[] {
  const at = { interview: interview.id, itemKey: planned.itemKey };
  const item = itemOf(context.kit, planned.itemKey);
  if (item === null) {
    const message = `The kit has no item "${planned.itemKey}". Choose one of its items.`;
    return [{ code: 'PLANNED_ITEM_UNKNOWN', severity: 'BROKEN', ...at, message }];
  }
  const found: PlanWarning[] = [];
  if (item.stage !== interview.stage) {
    const message = `"${item.title}" belongs to another stage of the kit. Ask it there, so that every candidate meets it in the same place.`;
    found.push({ code: 'ITEM_OF_ANOTHER_STAGE', severity: 'WARN', ...at, stage: item.stage, message });
  }
  if (!item.rungs.includes(context.rung)) {
    const message = `"${item.title}" is not meant for rung ${context.rung}; its anchors describe another bar. Choose another item.`;
    found.push({ code: 'ITEM_NOT_FOR_RUNG', severity: 'WARN', ...at, rung: context.rung, message });
  }
  const raters = effectiveRaters(interview, context.conflicted).length;
  if (item.kind === 'WORK_SAMPLE' && raters < WANTED_RATERS) {
    const message = `The work sample "${item.title}" has ${raters} rater(s). Name ${WANTED_RATERS}, who rate it apart from each other.`;
    found.push({ code: 'WORK_SAMPLE_TOO_FEW_RATERS', severity: 'WARN', ...at, raters, message });
  }
  for (const skill of planned.skills.filter((one) => !item.skills.includes(one))) {
    const message = `"${item.title}" has no anchors for "${skill}". Rate that skill on an item that is made for it.`;
    found.push({ code: 'SKILL_NOT_OF_ITEM', severity: 'BROKEN', ...at, skill, message });
  }
  return found;
}

function repeatWarnings(
  interview: PlannedInterview,
  planned: PlannedItem,
  earlierInterviews: readonly PlannedInterview[],
  earlierItems: readonly PlannedItem[],
): PlanWarning[] {
  const earlier = [...earlierInterviews.flatMap((one) => one.items), ...earlierItems];
  if (!earlier.some((one) => one.itemKey === planned.itemKey)) return [];
  const message = `The item "${planned.itemKey}" is asked twice. The second answer is a rehearsed one; ask it once with two raters.`;
  return [{ code: 'ITEM_PLANNED_TWICE', severity: 'WARN', interview: interview.id, itemKey: planned.itemKey, message }];
}
