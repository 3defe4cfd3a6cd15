/** Why this file exists: what a plan lacks is read from its record the same way by whoever shows it and by whoever starts it. */
import { supportFindings, type SupportFinding } from '../domain/support.js';
import type { GrowthPlanRecord } from '../store/growth.tables.js';

type Supported = Pick<
  GrowthPlanRecord,
  'isBridge' | 'startOn' | 'mentorId' | 'mentorAgreedAt' | 'deploymentOn' | 'protectedHoursPerWeek' | 'weeklyHours'
> &
  Partial<Pick<GrowthPlanRecord, 'mentorDeclinedById'>>;

/** Findings about the support of a plan; empty for one that is no bridge. */
export const supportOf = (plan: Supported): readonly SupportFinding[] =>
  supportFindings({
    isBridge: plan.isBridge,
    mentorId: plan.mentorId,
    hasMentorAgreed: plan.mentorAgreedAt !== null,
    hasMentorDeclined: (plan.mentorDeclinedById ?? null) !== null,
    deploymentOn: plan.deploymentOn,
    startOn: plan.startOn,
    protectedShare: plan.protectedHoursPerWeek / plan.weeklyHours,
  });
