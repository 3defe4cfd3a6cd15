/** Why this file exists: a mentor is named by the learner's side and agrees for themselves; consent ends when they say so. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { todayOf } from '../../matrices/data.js';
import { personById, type PersonRecord } from '../../people/data.js';
import { isEmployedOn } from '../../people/index.js';
import { takeSeen, type SeenPlan } from '../policy/plan.policy.js';
import { growthPlanTable } from '../store/growth.tables.js';
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
  if (!(await unit.change(growthPlanTable, { id: plan.id, version: plan.version }, { mentorId, mentorAgreedAt })))
    return refuse(staleVersion('growth plan', null));
  const data = { personId: plan.personId, mentorId, before: plan.mentorId };
  unit.record({ type: 'MentorNamed', entity: 'GrowthPlan', entityId: plan.id, data });
  return ok({ id: plan.id });
}

/** Consent is the mentor's own: whoever is named may give it and take it back, whatever grants they hold. */
async function consent(unit: Unit, input: SeenPlan, type: string, agreedAt: string | null): Promise<Changed> {
  const plan = await takePlan(unit, input.planId);
  const self = unit.actor?.personId ?? null;
  if (plan === null || self === null || plan.mentorId !== self)
    return refuse(notFound('plan that names you as mentor', 'input.planId'));
  if (plan.version !== input.version) return refuse(staleVersion('growth plan', plan.version));
  const ended = refuseEnded(plan);
  if (ended !== null) return refuse(ended);
  await unit.change(growthPlanTable, { id: plan.id, version: plan.version }, { mentorAgreedAt: agreedAt });
  unit.record({ type, entity: 'GrowthPlan', entityId: plan.id, data: { personId: plan.personId, mentorId: self } });
  return ok({ id: plan.id });
}

export const agreeToMentor = (unit: Unit, input: SeenPlan): Promise<Changed> =>
  consent(unit, input, 'MentorAgreed', unit.now.toISOString());

/** Ends the consent: from now on the mentor reads nothing of the plan and of the person. */
export const withdrawFromMentoring = (unit: Unit, input: SeenPlan): Promise<Changed> =>
  consent(unit, input, 'MentorWithdrew', null);
