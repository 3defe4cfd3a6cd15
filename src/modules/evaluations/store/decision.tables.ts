/** Why this file exists: the debrief of an application, the one decision on it, and dissent, kept word for word. */
import type { PersonId } from '../../../platform/access/index.js';
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { ApplicationId } from '../../candidates/index.js';
import { applicationTable } from '../../candidates/data.js';
import { personTable } from '../../people/data.js';
import type { DecisionId } from '../domain/decision.js';
import type { DecisionOutcome, DecisionReason } from '../domain/decision-reasons.js';
import type { ScorecardId } from '../domain/scorecard.js';
import { scorecardTable } from './interview.tables.js';

export interface DebriefRecord {
  readonly applicationId: ApplicationId;
  readonly heldAt: string;
  readonly notes: string;
  readonly version: number;
}
export const debriefTable = defineTable<DebriefRecord>('debrief', {
  columns: {
    applicationId: column('uuid'),
    heldAt: column('timestamptz'),
    notes: column('text'),
    version: column('integer'),
  },
  primaryKey: ['applicationId'],
  foreignKeys: { debrief_application_fk: { columns: ['applicationId'], references: applicationTable } },
});

const ofDebrief = { columns: ['applicationId'], references: debriefTable } as const;
const replaced = { access: ['INSERT', 'UPDATE', 'DELETE'] } as const;

export interface DebriefAttendeeRecord {
  readonly applicationId: ApplicationId;
  readonly personId: PersonId;
}
export const debriefAttendeeTable = defineTable<DebriefAttendeeRecord>(
  'debrief_attendee',
  {
    columns: { applicationId: column('uuid'), personId: column('uuid') },
    primaryKey: ['applicationId', 'personId'],
    foreignKeys: {
      debrief_attendee_debrief_fk: ofDebrief,
      debrief_attendee_person_fk: {
        columns: ['personId'],
        references: personTable,
        problem: { code: 'REFERENCE_NOT_FOUND', message: 'An attendee does not exist.', field: 'input.attendeeIds' },
      },
    },
  },
  replaced,
);

/** A scorecard that will not come, named with a reason. */
export interface DebriefWaiverRecord {
  readonly applicationId: ApplicationId;
  readonly scorecardId: ScorecardId;
  readonly reason: string;
}
export const debriefWaiverTable = defineTable<DebriefWaiverRecord>(
  'debrief_waiver',
  {
    columns: { applicationId: column('uuid'), scorecardId: column('uuid'), reason: column('text') },
    primaryKey: ['applicationId', 'scorecardId'],
    foreignKeys: {
      debrief_waiver_debrief_fk: ofDebrief,
      debrief_waiver_scorecard_fk: { columns: ['scorecardId'], references: scorecardTable },
    },
  },
  replaced,
);

export interface DecisionRecord {
  readonly id: DecisionId;
  readonly applicationId: ApplicationId;
  readonly outcome: DecisionOutcome;
  readonly reasonCodes: readonly DecisionReason[];
  readonly reason: string;
  /** What has to happen first or alongside, such as a growth plan with a named person; `null` for nothing. */
  readonly conditions: string | null;
  readonly decidedById: PersonId;
  readonly decidedAt: string;
}
export const decisionTable = defineTable<DecisionRecord>(
  'decision',
  {
    columns: {
      id: column('uuid'),
      applicationId: column('uuid'),
      outcome: column('text'),
      reasonCodes: column('text[]'),
      reason: column('text'),
      conditions: nullable('text'),
      decidedById: column('uuid'),
      decidedAt: column('timestamptz'),
    },
    primaryKey: ['id'],
    unique: {
      decision_application_uq: {
        columns: ['applicationId'],
        problem: {
          code: 'ALREADY_DECIDED',
          message: 'A decision on this application stands already. Read it; there is one per application.',
        },
      },
    },
    foreignKeys: {
      decision_debrief_fk: ofDebrief,
      decision_decided_by_fk: { columns: ['decidedById'], references: personTable },
    },
    checks: {
      decision_outcome_ck: `outcome IN ('ACCEPT', 'DECLINE')`,
      decision_reason_ck: 'cardinality(reason_codes) >= 1 AND length(btrim(reason)) >= 20',
    },
  },
  { access: ['INSERT'] },
);

export interface DissentRecord {
  readonly id: Id<'Dissent'>;
  readonly decisionId: DecisionId;
  readonly personId: PersonId;
  readonly text: string;
  readonly at: string;
}
export const dissentTable = defineTable<DissentRecord>(
  'dissent',
  {
    columns: {
      id: column('uuid'),
      decisionId: column('uuid'),
      personId: column('uuid'),
      text: column('text'),
      at: column('timestamptz'),
    },
    primaryKey: ['id'],
    foreignKeys: {
      dissent_decision_fk: { columns: ['decisionId'], references: decisionTable },
      dissent_person_fk: { columns: ['personId'], references: personTable },
    },
    indexes: { dissent_decision_ix: { columns: ['decisionId'] } },
  },
  { access: ['INSERT'] },
);
