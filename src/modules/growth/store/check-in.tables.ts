/** Why this file exists: the table of check-ins: two views of one goal and what was agreed, each recorded once. */
import type { PersonId } from '../../../platform/access/index.js';
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Level } from '../../frameworks/index.js';
import { personTable } from '../../people/data.js';
import type { CheckIn } from '../domain/check-in.js';
import type { GrowthGoalId } from '../domain/goal.js';
import type { GrowthPlanId } from '../domain/plan.js';
import { growthGoalTable, growthPlanTable } from './growth.tables.js';

export interface CheckInRecord {
  readonly id: CheckIn['id'];
  readonly planId: GrowthPlanId;
  readonly goalId: GrowthGoalId;
  /** The manager or mentor who gives the second view. */
  readonly assessorId: PersonId;
  readonly openedOn: string;
  readonly selfLevel: Level | null;
  readonly selfNote: string | null;
  /** `null` until recorded; so for the other two. */
  readonly selfAt: string | null;
  readonly selfById: PersonId | null;
  readonly assessorLevel: Level | null;
  readonly assessorNote: string | null;
  readonly assessorAt: string | null;
  readonly assessorById: PersonId | null;
  readonly agreedLevel: Level | null;
  readonly agreedNote: string | null;
  readonly agreedAt: string | null;
  readonly agreedById: PersonId | null;
  readonly version: number;
}
const level = (stage: string): string => `${stage}_level BETWEEN 1 AND 5`;
const whole = (stage: string): string =>
  `num_nulls(${stage}_at, ${stage}_by_id, ${stage}_note) IN (0, 3) AND (${stage}_level IS NULL OR ${stage}_at IS NOT NULL)`;

export const checkInTable = defineTable<CheckInRecord>('check_in', {
  columns: {
    id: column('uuid'),
    planId: column('uuid'),
    goalId: column('uuid'),
    assessorId: column('uuid'),
    openedOn: column('date'),
    selfLevel: nullable('smallint'),
    selfNote: nullable('text'),
    selfAt: nullable('timestamptz'),
    selfById: nullable('uuid'),
    assessorLevel: nullable('smallint'),
    assessorNote: nullable('text'),
    assessorAt: nullable('timestamptz'),
    assessorById: nullable('uuid'),
    agreedLevel: nullable('smallint'),
    agreedNote: nullable('text'),
    agreedAt: nullable('timestamptz'),
    agreedById: nullable('uuid'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  foreignKeys: {
    check_in_plan_fk: { columns: ['planId'], references: growthPlanTable },
    check_in_goal_fk: { columns: ['goalId'], references: growthGoalTable },
    check_in_assessor_fk: { columns: ['assessorId'], references: personTable },
    check_in_self_by_fk: { columns: ['selfById'], references: personTable },
    check_in_assessor_by_fk: { columns: ['assessorById'], references: personTable },
    check_in_agreed_by_fk: { columns: ['agreedById'], references: personTable },
  },
  checks: {
    check_in_level_ck: `${level('self')} AND ${level('assessor')} AND ${level('agreed')}`,
    check_in_self_ck: whole('self'),
    check_in_assessor_ck: whole('assessor'),
    check_in_agreed_ck: whole('agreed'),
    check_in_sequence_ck:
      '(assessor_at IS NULL OR self_at IS NOT NULL) AND (agreed_at IS NULL OR assessor_at IS NOT NULL)',
  },
  indexes: { check_in_plan_ix: { columns: ['planId', 'openedOn'] } },
});
