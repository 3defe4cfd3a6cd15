/** Why this file exists: an organisation may close the way in by local passwords. */
import type { Unit } from '../../platform/database/index.js';
import { sessionTable, signInPolicyTable, type SignInPolicyRecord } from './identity.tables.js';

/** What holds now; version 0 when the organisation never changed it. */
export async function signInPolicyOf(unit: Unit): Promise<SignInPolicyRecord> {
  return (await unit.findOne(signInPolicyTable, {})) ?? { passwords: true, version: 0 };
}

/**
 * Opens or closes the way in by passwords, and ends the sessions that began with one when it is closed.
 * @returns false when somebody else changed it since `version`
 */
export async function setPasswords(unit: Unit, passwords: boolean, version: number): Promise<boolean> {
  const written =
    version === 0
      ? (
          await unit.rows(
            'insert into sign_in_policy (organisation_id, passwords, version) values ($1, $2, 1) on conflict do nothing returning 1',
            [passwords],
          )
        ).length === 1
      : await unit.change(signInPolicyTable, { version }, { passwords });
  if (!written) return false;
  if (!passwords)
    await unit.update(
      sessionTable,
      { method: ['PASSWORD', 'INVITATION'], endedAt: null },
      { endedAt: unit.now.toISOString() },
    );
  const type = passwords ? 'PasswordsSwitchedOn' : 'PasswordsSwitchedOff';
  unit.record({ type, entity: 'Organisation', entityId: unit.organisationId });
  return true;
}
