/** Why this file exists: the filters of the address as arguments of the API; days are whole days in the reader's time zone. */
import { number } from '../app/format.js';
import type { AuditSearch } from './audit.routes.js';
import type { tellAudit } from './audit.texts.js';

const startOf = (day: string, plusDays = 0): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plusDays).toISOString();
};

export interface AuditFilter {
  readonly type: string | null;
  readonly entity: string | null;
  readonly actorId: string | null;
  readonly entityId: string | null;
  readonly since: string | null;
  readonly before: string | null;
}

export const filterOf = (search: AuditSearch): AuditFilter => ({
  type: search.type ?? null,
  entity: search.entity ?? null,
  actorId: search.actor ?? null,
  entityId: search.record ?? null,
  since: search.from === undefined ? null : startOf(search.from),
  before: search.to === undefined ? null : startOf(search.to, 1),
});

/** "1,234 events": the plural follows the number, the number is written as the reader's language writes it. */
export const eventsCount = (count: number, t: typeof tellAudit): string => t('count', { count, shown: number(count) });
