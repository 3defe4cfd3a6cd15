/** Why this file exists: the same key and input have one effect and one answer, across retries, parallel calls and crashes. */
import { column, defineTable, fingerprint, type Database, type Unit, type UnitScope } from '../database/index.js';
import type { Outcome, Problem } from '../outcome/index.js';
import { ok, refuse } from '../outcome/index.js';
import { canonicalJson } from './canonical-json.js';

interface IdempotencyRow {
  /** The member, or the API token, whose key it is. */
  readonly holderId: string;
  readonly key: string;
  readonly requestHash: string;
  readonly outcome: unknown;
  readonly createdAt: string;
}

/** Written in the same transaction as the effect; kept for 24 hours. */
export const idempotencyTable = defineTable<IdempotencyRow>(
  'idempotency_key',
  {
    columns: {
      holderId: column('uuid'),
      key: column('text'),
      requestHash: column('text'),
      outcome: column('jsonb'),
      createdAt: column('timestamptz'),
    },
    primaryKey: ['holderId', 'key'],
    indexes: { idempotency_key_created_ix: { columns: ['createdAt'] } },
  },
  { technical: true, access: ['INSERT', 'UPDATE', 'DELETE'] },
);

interface Call {
  readonly key: string | null;
  /** The member, or the API token that acts for them. */
  readonly holderId: string;
  readonly name: string;
  readonly input: unknown;
}

const reused = (): Problem => ({
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'This idempotency key was used before with another mutation or another input. Take a new key.',
});

class KeyTaken extends Error {}

/** Runs a command once per key. The stored answer is the record as it was written; refusals are not stored, they change nothing. */
export async function runIdempotent<T, P extends Problem>(
  database: Database,
  scope: UnitScope,
  call: Call,
  work: (unit: Unit) => Promise<Outcome<T, P>>,
): Promise<Outcome<T, P | Problem>> {
  if (call.key === null) return database.write(scope, work);
  const key = call.key;
  const requestHash = fingerprint(canonicalJson({ name: call.name, input: call.input ?? null }));
  try {
    const outcome = await database.write(scope, async (unit) => {
      const result = await work(unit);
      if (result.ok && !(await keep(unit, call.holderId, key, requestHash, result.value))) throw new KeyTaken();
      return result;
    });
    if (outcome.ok) return outcome;
    return (await replay<T>(database, scope, call.holderId, key, requestHash)) ?? outcome;
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error;
    const stored = await replay<T>(database, scope, call.holderId, key, requestHash);
    if (stored === null) throw error;
    return stored;
  }
}

async function keep(
  unit: Unit,
  holderId: string,
  key: string,
  requestHash: string,
  outcome: unknown,
): Promise<boolean> {
  const rows = await unit.rows(
    `insert into idempotency_key (organisation_id, holder_id, key, request_hash, outcome, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
    [holderId, key, requestHash, JSON.stringify(outcome ?? null), unit.now.toISOString()],
  );
  return rows.length === 1;
}

async function replay<T>(
  database: Database,
  scope: UnitScope,
  holderId: string,
  key: string,
  requestHash: string,
): Promise<Outcome<T, Problem> | null> {
  const row = await database.read(scope, (unit) => unit.findOne(idempotencyTable, { holderId, key }));
  if (row === null) return null;
  return row.requestHash === requestHash ? ok(row.outcome as T) : refuse(reused());
}

/** Forgets keys that are older than 24 hours, in an upkeep unit. @returns how many there were */
export async function forgetOldKeys(unit: Unit): Promise<number> {
  const rows = await unit.rows(
    `delete from idempotency_key where organisation_id = $1 and created_at < $2::timestamptz - interval '24 hours' returning 1`,
    [unit.now.toISOString()],
  );
  return rows.length;
}
