/** Why this file exists: the demonstration organisation is the only one that can be removed as a whole, by the owner of the database. */
import { allTables, asOwner } from '../../platform/database/index.js';
import type { FileKey } from '../../platform/files/index.js';

const FILES = `select storage_key as key from stored_file where organisation_id = $1 union all select storage_key from loose_file where organisation_id = $1`;

/**
 * Removes the demonstration organisation, audit trail included; constraints and triggers rest meanwhile, inside one transaction.
 * @returns the keys of its files, whose bytes have no rows any more
 */
export async function removeDemonstration(ownerUrl: string): Promise<readonly FileKey[]> {
  const keys: FileKey[] = [];
  await asOwner(ownerUrl, [], async (source) => {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      const found = (await runner.query('select id from organisation where is_demonstration')) as { id: string }[];
      await runner.query(`set local session_replication_role = 'replica'`);
      for (const { id } of found) {
        await runner.query(`select set_config('app.organisation', $1, true)`, [id]);
        const files = (await runner.query(FILES, [id])) as { key: FileKey }[];
        keys.push(...files.map(({ key }) => key));
        for (const table of allTables())
          if (table.columns.some((c) => c.property === 'organisationId'))
            await runner.query(`delete from ${table.name} where organisation_id = $1`, [id]);
        await runner.query('delete from organisation where id = $1', [id]);
      }
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  });
  return keys;
}
