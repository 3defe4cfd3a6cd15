/** Why this file exists: the tables of what is applied to job roles: regulatory overlays and clarity rules, both as data. */
import { column, defineTable } from '../../../platform/database/index.js';
import type { ClarityRule, ClarityRuleKey } from '../domain/clarity-rule.js';
import type { OverlayKey, OverlayRaise } from '../domain/requirement.js';

export interface OverlayRecord {
  readonly key: OverlayKey;
  readonly name: string;
  /** In words, when a job role should carry it. */
  readonly appliesWhen: string;
  /** Keys of references of the library. */
  readonly regulatoryContext: readonly string[];
  readonly raises: readonly OverlayRaise[];
}
export const overlayTable = defineTable<OverlayRecord>('overlay', {
  columns: {
    key: column('text'),
    name: column('text'),
    appliesWhen: column('text'),
    regulatoryContext: column('text[]'),
    raises: column('jsonb'),
  },
  primaryKey: ['key'],
});

export interface ClarityRuleRecord {
  readonly key: ClarityRuleKey;
  /** The whole rule, its key included. */
  readonly rule: ClarityRule;
  /** Place in the order in which findings are told, from 1. */
  readonly position: number;
}
export const clarityRuleTable = defineTable<ClarityRuleRecord>('clarity_rule', {
  columns: { key: column('text'), rule: column('jsonb'), position: column('integer') },
  primaryKey: ['key'],
});
