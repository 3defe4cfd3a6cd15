/** Why this file exists: a mentor is named by the learner's side and agrees for themselves; consent ends when they say so. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { todayOf } from '../../matrices/data.js';
import { personById, type PersonRecord } from '../../people/data.js';
import { isEmployedOn } from '../../people/index.js';
import { takeSeen, type SeenPlan } from '../policy/plan.policy.js';
import { growthPlanTable, type GrowthPlanRecord } from '../store/growth.tables.js';
import { takePlan, type StoredPlan } from '../store/growth.store.js';
import { menteeCounts } from '../store/mentoring.store.js';
import { refuseLostSupport, type Changed } from './plan-states.js';
import { supportOf } from './support-of.js';
import { refuseEnded } from './update-plan.js';

async function refuseMentor(unit: Unit, plan: StoredPlan, mentor: PersonRecord | null): Promise<Problem | null> {
  const field = 'input.mentorId';
  if (mentor === null || !isEmployedOn(mentor, todayOf(unit))) return notFound('person', field);
  if (mentor.id === plan.personId)
    return { code: 'MENTOR_IS_THE_PERSON', message: 'Nobody mentors themselves. Name somebody else.', field };
  const learner = await personById(unit, plan.personId);
  if (mentor.id === learner?.managerId) {
    const message = 'The manager confirms levels and therefore does not mentor. Name somebody else.';
    return { code: 'MENTOR_IS_THE_MANAGER', message, field };
  }
  const others = (await menteeCounts(unit, [mentor.id], plan.personId)).get(mentor.id) ?? 0;
  if (others < mentor.mentorCapacity) return null;
  const message = `${mentor.displayName} guides as many people as they can. Name somebody else.`;
  return { code: 'MENTOR_WITHOUT_CAPACITY', message, field };
}

const NOT_DECLINED = { mentorDeclinedById: null, mentorDeclinedAt: null, mentorDeclineReason: null };

/** Names a mentor, who has to agree; `null` takes the name back. A bridge that has started keeps a mentor. */
export async function nameMentor(
  unit: Unit,
  input: SeenPlan & { readonly mentorId: PersonId | null },
): Promise<Changed> {
  const taken = await takeSeen(unit, input);
  if (!taken.ok) return taken;
  const plan = taken.value;
  const { mentorId } = input;
  const mentor = mentorId === null ? null : await personById(unit, mentorId);
  const without = { ...plan, mentorId: null, mentorAgreedAt: null };
  const isNeeded = mentorId === null && plan.state !== 'DRAFT' && plan.isBridge;
  const lost = isNeeded ? refuseLostSupport(supportOf(without).filter(({ code }) => code === 'MENTOR_MISSING')) : null;
  const problem = refuseEnded(plan) ?? lost ?? (mentorId === null ? null : await refuseMentor(unit, plan, mentor));
  if (problem !== null) return refuse(problem);
  const mentorAgreedAt = mentorId === plan.mentorId ? plan.mentorAgreedAt : null;
  const changes = { ...NOT_DECLINED, mentorId, mentorAgreedAt };
  if (!(await unit.change(growthPlanTable, { id: plan.id, version: plan.version }, changes)))
    return refuse(staleVersion('growth plan', null));
  const data = { personId: plan.personId, mentorId, before: plan.mentorId };
  unit.record({ type: 'MentorNamed', entity: 'GrowthPlan', entityId: plan.id, data });
  return ok({ id: plan.id });
}

/** The open plan that names the actor as mentor, locked; whatever grants they hold, the answer is their own. */
async function takeAsked(unit: Unit, input: SeenPlan): Promise<Outcome<StoredPlan & { mentorId: PersonId }, Problem>> {
  const plan = await takePlan(unit, input.planId);
  const mentorId = unit.actor?.personId ?? null;
  if (plan === null || mentorId === null || plan.mentorId !== mentorId)
    return refuse(notFound('plan that names you as mentor', 'input.planId'));
  if (plan.version !== input.version) return refuse(staleVersion('growth plan', plan.version));
  const ended = refuseEnded(plan);
  return ended === null ? ok({ ...plan, mentorId }) : refuse(ended);
}

async function answered(
  unit: Unit,
  plan: StoredPlan & { readonly mentorId: PersonId },
  type: string,
  changes: Partial<GrowthPlanRecord>,
  told: { readonly reason?: string | null } = {},
): Promise<Changed> {
  await unit.change(growthPlanTable, { id: plan.id, version: plan.version }, changes);
  const data = { personId: plan.personId, mentorId: plan.mentorId, ...told };
  unit.record({ type, entity: 'GrowthPlan', entityId: plan.id, data });
  return ok({ id: plan.id });
}

export async function agreeToMentor(unit: Unit, input: SeenPlan): Promise<Changed> {
  const asked = await takeAsked(unit, input);
  return asked.ok ? answered(unit, asked.value, 'MentorAgreed', { mentorAgreedAt: unit.now.toISOString() }) : asked;
}

/** Ends the consent: from now on the mentor reads nothing of the plan and of the person. */
export async function withdrawFromMentoring(unit: Unit, input: SeenPlan): Promise<Changed> {
  const asked = await takeAsked(unit, input);
  return asked.ok ? answered(unit, asked.value, 'MentorWithdrew', { mentorAgreedAt: null }) : asked;
}

/** The mentor asked says no before agreeing. The plan has no mentor then; it tells who declined until somebody else is named. */
export async function declineMentoring(
  unit: Unit,
  input: SeenPlan & { readonly reason?: string | null },
): Promise<Changed> {
  const asked = await takeAsked(unit, input);
  if (!asked.ok) return asked;
  if (asked.value.mentorAgreedAt !== null) {
    const message = 'You agreed to mentor already. Withdraw from mentoring instead.';
    return refuse({ code: 'MENTOR_AGREED_ALREADY', message, field: 'input.planId' });
  }
  const words = (input.reason ?? '').trim();
  const reason = words === '' ? null : words;
  const changes = {
    mentorId: null,
    mentorDeclinedById: asked.value.mentorId,
    mentorDeclinedAt: unit.now.toISOString(),
    mentorDeclineReason: reason,
  };
  return answered(unit, asked.value, 'MentorDeclined', changes, { reason });
}
