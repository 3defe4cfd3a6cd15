/** Why this file exists: the interview plan of a requisition: which kit, which sittings, who asks what. */
import type { PersonId } from '../../../platform/access/index.js';
import { column, defineTable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { SkillKey } from '../../frameworks/index.js';
import type { RequisitionId } from '../../candidates/index.js';
import { requisitionTable } from '../../candidates/data.js';
import { personTable } from '../../people/data.js';
import type { ItemKey, KitVersionId, StageKey } from '../domain/kit.js';
import { kitTable } from './kit.tables.js';

export type PlanInterviewId = Id<'PlanInterview'>;

export interface RequisitionPlanRecord {
  readonly requisitionId: RequisitionId;
  readonly kitId: KitVersionId;
  readonly version: number;
}
export const requisitionPlanTable = defineTable<RequisitionPlanRecord>('requisition_plan', {
  columns: { requisitionId: column('uuid'), kitId: column('uuid'), version: column('integer') },
  primaryKey: ['requisitionId'],
  foreignKeys: {
    requisition_plan_requisition_fk: { columns: ['requisitionId'], references: requisitionTable },
    requisition_plan_kit_fk: { columns: ['kitId'], references: kitTable },
  },
});

const replaced = { access: ['INSERT', 'UPDATE', 'DELETE'] } as const;

export interface PlanInterviewRecord {
  readonly id: PlanInterviewId;
  readonly requisitionId: RequisitionId;
  readonly stageKey: StageKey;
  readonly title: string;
  readonly minutes: number;
  /** Place in the loop, from 0. */
  readonly position: number;
}
export const planInterviewTable = defineTable<PlanInterviewRecord>(
  'plan_interview',
  {
    columns: {
      id: column('uuid'),
      requisitionId: column('uuid'),
      stageKey: column('text'),
      title: column('text'),
      minutes: column('integer'),
      position: column('integer'),
    },
    primaryKey: ['id'],
    foreignKeys: { plan_interview_plan_fk: { columns: ['requisitionId'], references: requisitionPlanTable } },
    checks: { plan_interview_minutes_ck: 'minutes > 0' },
    indexes: { plan_interview_requisition_ix: { columns: ['requisitionId'] } },
  },
  replaced,
);

const ofInterview = { columns: ['planInterviewId'], references: planInterviewTable, onDelete: 'CASCADE' } as const;

export interface PlanItemRecord {
  readonly planInterviewId: PlanInterviewId;
  readonly itemKey: ItemKey;
  readonly position: number;
  /** The skills to be rated on this item here. */
  readonly skills: readonly SkillKey[];
}
export const planItemTable = defineTable<PlanItemRecord>(
  'plan_item',
  {
    columns: {
      planInterviewId: column('uuid'),
      itemKey: column('text'),
      position: column('integer'),
      skills: column('text[]'),
    },
    primaryKey: ['planInterviewId', 'itemKey'],
    foreignKeys: { plan_item_interview_fk: ofInterview },
  },
  replaced,
);

export interface PlanSeatRecord {
  readonly planInterviewId: PlanInterviewId;
  readonly personId: PersonId;
  /** An observer learns: writes a scorecard under the same rules, which never enters a figure. */
  readonly isObserver: boolean;
}
export const planSeatTable = defineTable<PlanSeatRecord>(
  'plan_seat',
  {
    columns: { planInterviewId: column('uuid'), personId: column('uuid'), isObserver: column('boolean') },
    primaryKey: ['planInterviewId', 'personId'],
    foreignKeys: {
      plan_seat_interview_fk: ofInterview,
      plan_seat_person_fk: {
        columns: ['personId'],
        references: personTable,
        problem: {
          code: 'REFERENCE_NOT_FOUND',
          message: 'A seat names a person who does not exist.',
          field: 'input.interviews',
        },
      },
    },
  },
  replaced,
);
