/** Why this file exists: check-ins between record and domain. */
import type { CheckIn, CheckInStage, CheckInView } from '../domain/check-in.js';
import type { CheckInRecord } from './check-in.tables.js';
import type { StoredPlan } from './growth.store.js';

type Stage = 'self' | 'assessor' | 'agreed';

function viewOf(record: CheckInRecord, stage: Stage): CheckInView | null {
  const [at, byId, note, level] = [
    record[`${stage}At`],
    record[`${stage}ById`],
    record[`${stage}Note`],
    record[`${stage}Level`],
  ];
  return at === null || byId === null || note === null ? null : { level, note, byId, recordedAt: at };
}

export const checkInOf = (record: CheckInRecord, { personId }: Pick<StoredPlan, 'personId'>): CheckIn => ({
  id: record.id,
  goalId: record.goalId,
  personId,
  assessorId: record.assessorId,
  self: viewOf(record, 'self'),
  assessor: viewOf(record, 'assessor'),
  agreed: viewOf(record, 'agreed'),
  version: record.version,
});

/** The columns that one stage fills. */
export function stageColumns(stage: CheckInStage, view: CheckInView): Partial<CheckInRecord> {
  const { level, note, recordedAt: at, byId } = view;
  switch (stage) {
    case 'SELF':
      return { selfLevel: level, selfNote: note, selfAt: at, selfById: byId };
    case 'ASSESSOR':
      return { assessorLevel: level, assessorNote: note, assessorAt: at, assessorById: byId };
    case 'AGREED':
      return { agreedLevel: level, agreedNote: note, agreedAt: at, agreedById: byId };
  }
}

/** An empty check-in as it is first written. */
export const newCheckIn = (checkIn: CheckIn, planId: CheckInRecord['planId'], openedOn: string): CheckInRecord => ({
  id: checkIn.id,
  planId,
  goalId: checkIn.goalId,
  assessorId: checkIn.assessorId,
  openedOn,
  selfLevel: null,
  selfNote: null,
  selfAt: null,
  selfById: null,
  assessorLevel: null,
  assessorNote: null,
  assessorAt: null,
  assessorById: null,
  agreedLevel: null,
  agreedNote: null,
  agreedAt: null,
  agreedById: null,
  version: 1,
});
