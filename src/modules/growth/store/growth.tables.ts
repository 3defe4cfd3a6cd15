/** Why this file exists: the tables of growth plans, their goals and activities. */
import type { PersonId } from '../../../platform/access/index.js';
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { frameworkVersionTable, skillTable } from '../../frameworks/data.js';
import type {
  ActivityKey,
  ActivityKind,
  FrameworkVersionId,
  Level,
  Lever,
  LevelStep,
  SkillKey,
} from '../../frameworks/index.js';
import { jobRoleVersionTable, type JobRoleVersionId } from '../../job-roles/data.js';
import { assessmentTable } from '../../matrices/data.js';
import type { AssessmentId } from '../../matrices/index.js';
import { personTable } from '../../people/data.js';
import type { GrowthGoalId } from '../domain/goal.js';
import type { GrowthPlanId } from '../domain/plan.js';
import type { ActivityState } from '../domain/planned-activity.js';
import type { GoalState, PlanState } from '../domain/states.js';

export interface GrowthPlanRecord {
  readonly id: GrowthPlanId;
  readonly personId: PersonId;
  readonly targetJobRoleVersionId: JobRoleVersionId;
  readonly overlayKeys: readonly string[];
  readonly frameworkVersionId: FrameworkVersionId;
  readonly state: PlanState;
  /** Whether it leads from one track to the other; such a plan needs support before it starts. */
  readonly isBridge: boolean;
  /** First day of the schedule. */
  readonly startOn: string;
  /** Hours of each week kept free for the plan, above 0. */
  readonly protectedHoursPerWeek: number;
  /** Hours that the person works in a week, above 0. */
  readonly weeklyHours: number;
  readonly mentorId: PersonId | null;
  /** `null` until the mentor agreed. */
  readonly mentorAgreedAt: string | null;
  /** The mentor asked last, when they declined; `null` once somebody else is named. */
  readonly mentorDeclinedById: PersonId | null;
  readonly mentorDeclinedAt: string | null;
  /** Why; `null` when they gave none. */
  readonly mentorDeclineReason: string | null;
  readonly deploymentOn: string | null;
  readonly deploymentName: string | null;
  /** Day of the first start; `null` while it is a draft. */
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly closeReason: string | null;
  readonly createdAt: string;
  readonly version: number;
}

export const growthPlanTable = defineTable<GrowthPlanRecord>('growth_plan', {
  columns: {
    id: column('uuid'),
    personId: column('uuid'),
    targetJobRoleVersionId: column('uuid'),
    overlayKeys: column('text[]'),
    frameworkVersionId: column('uuid'),
    state: column('text'),
    isBridge: column('boolean'),
    startOn: column('date'),
    protectedHoursPerWeek: column('numeric'),
    weeklyHours: column('numeric'),
    mentorId: nullable('uuid'),
    mentorAgreedAt: nullable('timestamptz'),
    mentorDeclinedById: nullable('uuid'),
    mentorDeclinedAt: nullable('timestamptz'),
    mentorDeclineReason: nullable('text'),
    deploymentOn: nullable('date'),
    deploymentName: nullable('text'),
    startedOn: nullable('date'),
    endedOn: nullable('date'),
    closeReason: nullable('text'),
    createdAt: column('timestamptz'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  foreignKeys: {
    growth_plan_person_fk: { columns: ['personId'], references: personTable },
    growth_plan_target_fk: { columns: ['targetJobRoleVersionId'], references: jobRoleVersionTable },
    growth_plan_framework_fk: { columns: ['frameworkVersionId'], references: frameworkVersionTable },
    growth_plan_mentor_fk: { columns: ['mentorId'], references: personTable },
    growth_plan_declined_fk: { columns: ['mentorDeclinedById'], references: personTable },
  },
  checks: {
    growth_plan_state_ck: `state IN ('DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CLOSED')`,
    growth_plan_hours_ck:
      'protected_hours_per_week > 0 AND weekly_hours > 0 AND protected_hours_per_week <= weekly_hours AND weekly_hours <= 168',
    growth_plan_mentor_ck: 'mentor_id <> person_id AND (mentor_id IS NOT NULL OR mentor_agreed_at IS NULL)',
    growth_plan_started_ck: `state NOT IN ('ACTIVE', 'PAUSED', 'COMPLETED') OR started_on IS NOT NULL`,
    growth_plan_ended_ck: `(state IN ('COMPLETED', 'CLOSED')) = (ended_on IS NOT NULL)`,
    growth_plan_reason_ck: `(state = 'CLOSED') = (close_reason IS NOT NULL)`,
    growth_plan_declined_ck:
      '(mentor_declined_by_id IS NULL) = (mentor_declined_at IS NULL) AND (mentor_declined_by_id IS NULL OR mentor_id IS NULL) AND (mentor_declined_by_id IS NOT NULL OR mentor_decline_reason IS NULL)',
    growth_plan_support_ck: `NOT is_bridge OR state = 'DRAFT' OR state = 'CLOSED' OR ((mentor_id IS NOT NULL OR mentor_declined_by_id IS NOT NULL) AND deployment_on IS NOT NULL)`,
  },
  indexes: {
    growth_plan_person_ix: { columns: ['personId', 'createdAt'] },
    growth_plan_one_open_ux: {
      columns: ['personId', 'targetJobRoleVersionId'],
      unique: true,
      where: `state IN ('DRAFT', 'ACTIVE', 'PAUSED')`,
      problem: {
        code: 'GROWTH_PLAN_OPEN_ALREADY',
        message: 'There is an open plan towards this job role already. Work with it, or close it first.',
        field: 'input.targetJobRoleVersionId',
      },
    },
    growth_plan_mentor_ix: { columns: ['mentorId'], where: `mentor_id IS NOT NULL` },
    growth_plan_target_ix: { columns: ['targetJobRoleVersionId'] },
  },
});

const ofPlan = { columns: ['planId'], references: growthPlanTable } as const;

export interface GrowthGoalRecord {
  readonly id: GrowthGoalId;
  readonly planId: GrowthPlanId;
  readonly skillKey: SkillKey;
  /** Level held when the goal was set; 0 = none known. */
  readonly fromLevel: LevelStep['from'];
  readonly toLevel: Level;
  /** Whether the target itself asks for this level, or a prerequisite does. */
  readonly isAsked: boolean;
  readonly state: GoalState;
  /** Days of its first and last activity; `null` when no activity leads to it. */
  readonly startOn: string | null;
  readonly endOn: string | null;
  /** Prerequisites first, from 1. */
  readonly position: number;
  /** The assessment behind the starting level; `null` when nothing was held. */
  readonly startingAssessmentId: AssessmentId | null;
  /** The claim handed in for review; `null` before. */
  readonly submittedAssessmentId: AssessmentId | null;
  readonly verifiedById: AssessmentId | null;
  readonly dropReason: string | null;
  readonly version: number;
}
export const growthGoalTable = defineTable<GrowthGoalRecord>('growth_goal', {
  columns: {
    id: column('uuid'),
    planId: column('uuid'),
    skillKey: column('text'),
    fromLevel: column('smallint'),
    toLevel: column('smallint'),
    isAsked: column('boolean'),
    state: column('text'),
    startOn: nullable('date'),
    endOn: nullable('date'),
    position: column('integer'),
    startingAssessmentId: nullable('uuid'),
    submittedAssessmentId: nullable('uuid'),
    verifiedById: nullable('uuid'),
    dropReason: nullable('text'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    growth_goal_skill_uq: {
      columns: ['planId', 'skillKey'],
      problem: { code: 'ALREADY_EXISTS', message: 'The plan has a goal for this skill already.' },
    },
  },
  foreignKeys: {
    growth_goal_plan_fk: ofPlan,
    growth_goal_skill_fk: { columns: ['skillKey'], references: skillTable },
    growth_goal_starting_fk: { columns: ['startingAssessmentId'], references: assessmentTable },
    growth_goal_submitted_fk: { columns: ['submittedAssessmentId'], references: assessmentTable },
    growth_goal_verified_fk: { columns: ['verifiedById'], references: assessmentTable },
  },
  checks: {
    growth_goal_level_ck: 'from_level BETWEEN 0 AND 4 AND to_level BETWEEN 1 AND 5 AND to_level > from_level',
    growth_goal_state_ck: `state IN ('PLANNED', 'ACTIVE', 'IN_REVIEW', 'VERIFIED', 'DROPPED')`,
    growth_goal_dates_ck: 'end_on >= start_on',
    growth_goal_verified_ck: `(state = 'VERIFIED') = (verified_by_id IS NOT NULL)`,
    growth_goal_dropped_ck: `(state = 'DROPPED') = (drop_reason IS NOT NULL)`,
  },
  indexes: { growth_goal_skill_ix: { columns: ['skillKey'] } },
});

export type PlanActivityId = Id<'GrowthPlanActivity'>;

export interface GrowthActivityRecord {
  readonly id: PlanActivityId;
  readonly planId: GrowthPlanId;
  readonly activityKey: ActivityKey;
  readonly kind: ActivityKind;
  readonly lever: Lever;
  readonly hours: number;
  /** Whole calendar weeks in the schedule. */
  readonly weeks: number;
  readonly startOn: string;
  readonly endOn: string;
  /** The steps of the plan that it is chosen to raise. */
  readonly steps: readonly LevelStep[];
  readonly state: ActivityState;
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
  readonly position: number;
  readonly version: number;
}
export const growthActivityTable = defineTable<GrowthActivityRecord>('growth_activity', {
  columns: {
    id: column('uuid'),
    planId: column('uuid'),
    activityKey: column('text'),
    kind: column('text'),
    lever: column('text'),
    hours: column('numeric'),
    weeks: column('integer'),
    startOn: column('date'),
    endOn: column('date'),
    steps: column('jsonb'),
    state: column('text'),
    startedOn: nullable('date'),
    finishedOn: nullable('date'),
    position: column('integer'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    growth_activity_key_uq: {
      columns: ['planId', 'activityKey'],
      problem: { code: 'ALREADY_EXISTS', message: 'The plan has this activity already.' },
    },
  },
  foreignKeys: { growth_activity_plan_fk: ofPlan },
  checks: {
    growth_activity_state_ck: `state IN ('PLANNED', 'ACTIVE', 'DONE', 'DROPPED')`,
    growth_activity_amount_ck: 'hours > 0 AND weeks > 0 AND end_on >= start_on',
    growth_activity_days_ck: `(state = 'DONE') = (finished_on IS NOT NULL) AND (state NOT IN ('ACTIVE', 'DONE') OR started_on IS NOT NULL)`,
  },
});
