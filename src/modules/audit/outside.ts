/** Why this file exists: what leaves the database for good: signed heads, appended to a file, and whole trails; and reading such a file again. */
import type { KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorError } from '../../platform/outcome/operator-error.js';
import type { Database } from '../../platform/database/index.js';
import { allOrganisations, type OrganisationRecord } from '../tenancy/index.js';
import { GENESIS } from './chain.js';
import { signHead, type Head } from './heads.js';
import { trailEvents, unitQuery } from './trail.js';
import { TRAIL_FORMAT, trailHeaderLine, trailLine, TrailFileWalk, type TrailFileVerdict } from './trail-file.js';

/** The file in the folder of heads; lines are only ever appended. */
export const HEADS_FILE = 'audit-heads.jsonl';

async function currentHead(database: Database, { id }: OrganisationRecord): Promise<Head> {
  const scope = { organisationId: id, actor: null, requestId: 'audit-heads' };
  const head = await database.read(scope, (unit) =>
    unit.one<{ seq: number; hash: string; time: string }>(
      `select coalesce(h.seq, 0)::float8 as seq, coalesce(h.hash, '${GENESIS}') as hash,
              to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time
         from (select 1) one left join audit_head h on h.organisation_id = $1`,
    ),
  );
  if (head === null) throw new Error('a head was not read');
  return { organisationId: id, ...head };
}

/**
 * Appends one signed head per organisation in one write, and waits until it is on the disk.
 * @returns how many
 */
export async function appendHeads(database: Database, key: KeyObject, folder: string): Promise<number> {
  const lines: string[] = [];
  for (const organisation of await allOrganisations(database))
    lines.push(`${signHead(await currentHead(database, organisation), key)}\n`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(join(folder, HEADS_FILE), 'a', 0o644);
    try {
      await file.write(lines.join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new OperatorError(`The folder ${folder} of audit heads cannot be written: let this user write there.`, {
      cause,
    });
  }
  return lines.length;
}

/**
 * Writes the whole trail of an organisation, line by line, from one snapshot.
 * @returns how many events
 */
export async function exportTrail(
  database: Database,
  organisation: OrganisationRecord,
  write: (text: string) => Promise<void>,
): Promise<number> {
  const { id, slug } = organisation;
  const scope = { organisationId: id, actor: null, requestId: 'audit-export' };
  return database.read(scope, async (unit) => {
    const exportedAt = unit.now.toISOString();
    let text = `${trailHeaderLine({ format: TRAIL_FORMAT, organisationId: id, slug, exportedAt })}\n`;
    let events = 0;
    for await (const event of trailEvents(unitQuery(unit), id)) {
      text += `${trailLine(id, event)}\n`;
      if (++events % 500 === 0) {
        await write(text);
        text = '';
      }
    }
    await write(text);
    return events;
  });
}

/** Reads an exported trail to its first fault and holds it against signed heads; needs no database. */
export async function verifyTrailFile(file: string, heads: readonly Head[]): Promise<TrailFileVerdict> {
  const walk = new TrailFileWalk(heads);
  const input = createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) if (!walk.next(line)) break;
  } catch (cause) {
    throw new OperatorError(`The exported trail ${file} cannot be read: name a file made by twinladder audit-export.`, {
      cause,
    });
  } finally {
    input.destroy();
  }
  return walk.end();
}
