/** Why this file exists: an organisation may let its sessions end sooner than the installation does, and never later. */
import type { Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { staleVersion } from '../../platform/problems/index.js';
import { sessionLimitTable, type SessionLimitRecord } from './identity.tables.js';
import type { SessionLimits } from './sessions.js';

/** What holds for an organisation; version 0 when it never shortened anything. */
export async function sessionLimitsOf(unit: Unit, most: SessionLimits): Promise<SessionLimitRecord> {
  const own = await unit.findOne(sessionLimitTable, {});
  return {
    idleMinutes: Math.min(most.idleMinutes, own?.idleMinutes ?? most.idleMinutes),
    hours: Math.min(most.hours, own?.hours ?? most.hours),
    version: own?.version ?? 0,
  };
}

const tooLong = (field: keyof SessionLimits, most: number): Problem => ({
  code: 'SESSION_LIMIT_TOO_LONG',
  message: `An organisation can shorten its sessions only: at most ${most} here.`,
  field: `input.${field}`,
});

/** Command: how long sessions last, from the next request on and for sessions that are open already. */
export async function setSessionLimits(
  unit: Unit,
  input: SessionLimitRecord,
  most: SessionLimits,
): Promise<Outcome<SessionLimitRecord, Problem>> {
  if (input.idleMinutes > most.idleMinutes) return refuse(tooLong('idleMinutes', most.idleMinutes));
  if (input.hours > most.hours) return refuse(tooLong('hours', most.hours));
  const before = await sessionLimitsOf(unit, most);
  if (before.version !== input.version) return refuse(staleVersion('session limits', before.version));
  const { idleMinutes, hours, version } = input;
  const written =
    version === 0
      ? await first(unit, { idleMinutes, hours })
      : await unit.change(sessionLimitTable, { version }, { idleMinutes, hours });
  if (!written) return refuse(staleVersion('session limits', version + 1));
  unit.record({
    type: 'SessionLimitsSet',
    entity: 'Organisation',
    entityId: unit.organisationId,
    data: {
      before: { idleMinutes: before.idleMinutes, hours: before.hours },
      after: { idleMinutes, hours },
    },
  });
  return ok({ idleMinutes, hours, version: version + 1 });
}

/** Writes the first limits. @returns false when somebody else was first */
async function first(unit: Unit, { idleMinutes, hours }: SessionLimits): Promise<boolean> {
  const rows = await unit.rows(
    'insert into session_limit (organisation_id, idle_minutes, hours, version) values ($1, $2, $3, 1) on conflict do nothing returning 1',
    [idleMinutes, hours],
  );
  return rows.length === 1;
}
