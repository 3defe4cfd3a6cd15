/** Why this file exists: plans go on: activities start and end, evidence is handed in and looked at, people talk and may disagree. */
import type { Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import type { EvidenceTypeKey } from '../frameworks/index.js';
import {
  dropGoal,
  finishActivity,
  openCheckIn,
  plansById,
  recordCheckIn,
  startActivity,
  submitGoalEvidence,
  updateGrowthPlan,
  type StageInput,
  type StoredPlan,
} from '../growth/data.js';
import { confirmAssessment } from '../matrices/data.js';
import { daysAfter } from './calendar.js';
import {
  ACTIVITIES,
  CHECK_INS,
  GOAL_EVIDENCE,
  SET_ASIDE,
  type DemoActivity,
  type DemoCheckIn,
  type DemoGoalEvidence,
} from './content/plan-progress.data.js';
import { planOf, seenPlan } from './growth.js';
import { present } from './requisitions.js';
import { eachInTurn, type Story } from './story.js';

async function stored(unit: Unit, story: Story, plan: string): Promise<StoredPlan | null> {
  return (await plansById(unit, [planOf(story, plan)]))[0] ?? null;
}
const goalIn = (plan: StoredPlan | null, skill: string) =>
  present(
    plan?.goals.find((one) => one.skillKey === skill),
    `goal ${skill}`,
  );

async function tellActivity(story: Story, one: DemoActivity): Promise<void> {
  const seen = async (unit: Unit) => {
    const plan = await stored(unit, story, one.plan);
    const found = present(
      plan?.activities.find(({ activityKey }) => activityKey === one.activity),
      one.activity,
    );
    return found.ok ? ok({ activityId: found.value.id, version: found.value.version }) : found;
  };
  const name = `plan/${one.plan}/${one.activity}`;
  await story.act(`${name}/start`, one.by, { day: one.startedDay, time: '09:10' }, async (unit) => {
    const activity = await seen(unit);
    return activity.ok ? startActivity(unit, activity.value) : activity;
  });
  if (one.finishedDay === undefined) return;
  await story.act(`${name}/finish`, one.by, { day: one.finishedDay, time: '16:20' }, async (unit) => {
    const activity = await seen(unit);
    return activity.ok ? finishActivity(unit, activity.value) : activity;
  });
}

async function tellEvidence(story: Story, one: DemoGoalEvidence): Promise<void> {
  const name = `plan/${one.plan}/evidence/${one.skill}`;
  const occurredOn = daysAfter(story.theatre.storyDay, one.day - 4);
  await story.act(name, one.by, { day: one.day, time: '11:15' }, async (unit) => {
    const goal = goalIn(await stored(unit, story, one.plan), one.skill);
    if (!goal.ok) return goal;
    const evidence = one.evidence.map(([type, title]) => ({ typeKey: type as EvidenceTypeKey, title, occurredOn }));
    return submitGoalEvidence(unit, { goalId: goal.value.id, version: goal.value.version, evidence });
  });
  const { confirmed } = one;
  if (confirmed === undefined) return;
  const assessmentId = story.idOf(name, 'Assessment');
  await story.act(`${name}/review`, confirmed.by, { day: confirmed.day, time: '14:35' }, (unit) =>
    confirmAssessment(unit, { assessmentId, version: 1, level: confirmed.level }),
  );
}

async function tellCheckIn(story: Story, one: DemoCheckIn): Promise<void> {
  const name = `plan/${one.plan}/check-in/${one.skill}`;
  await story.act(name, one.assessor, { day: one.day, time: '10:00' }, async (unit) => {
    const goal = goalIn(await stored(unit, story, one.plan), one.skill);
    return goal.ok ? openCheckIn(unit, { goalId: goal.value.id }) : goal;
  });
  const checkInId = story.traces(name)[0]?.data?.['checkInId'] as StageInput['checkInId'];
  for (const [place, [stage, by, level, note, day]] of one.views.entries())
    await story.act(`${name}/${stage.toLowerCase()}`, by, { day, time: `1${place}:30` }, (unit) =>
      recordCheckIn(unit, { checkInId, version: place + 1, stage, level, note }),
    );
}

const keeps: ReadonlySet<string> = new Set(SET_ASIDE.keeps);

/** Sets aside what is unknown, and dates the rest anew. */
async function setAside(unit: Unit, story: Story): Promise<Outcome<unknown, Problem>> {
  const plan = await stored(unit, story, SET_ASIDE.plan);
  if (plan === null) return refuse(notFound('growth plan'));
  const dropped = await eachInTurn(
    plan.goals.filter(({ skillKey }) => !keeps.has(skillKey)),
    ({ id, version }) => dropGoal(unit, { goalId: id, version, reason: SET_ASIDE.reason }),
  );
  return dropped.ok ? updateGrowthPlan(unit, { ...(await seenPlan(unit, plan.id)), startOn: plan.startOn }) : dropped;
}

/** Sets aside the goals of the hire's plan that rest on nothing; told before the plan starts. */
export const tellSetAside = (story: Story): Promise<void> =>
  story.act(`plan/${SET_ASIDE.plan}/set-aside`, SET_ASIDE.by, { day: SET_ASIDE.day, time: '15:00' }, (unit) =>
    setAside(unit, story),
  );

/** What has happened in a plan since it started. */
export async function tellProgress(story: Story, plan: string): Promise<void> {
  for (const one of ACTIVITIES.filter((activity) => activity.plan === plan)) await tellActivity(story, one);
  for (const one of GOAL_EVIDENCE.filter((evidence) => evidence.plan === plan)) await tellEvidence(story, one);
  for (const one of CHECK_INS.filter((checkIn) => checkIn.plan === plan)) await tellCheckIn(story, one);
}
