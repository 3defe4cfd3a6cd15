/** Why this file exists: the demonstration organisation is the only one that can be removed as a whole, by the owner of the database. */
import { allTables, asOwner } from '../../platform/database/index.js';

/** Removes the demonstration organisation, audit trail included; constraints and triggers rest meanwhile, inside one transaction. */
export async function removeDemonstration(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, [], async (source) => {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      const found = (await runner.query('select id from organisation where is_demonstration')) as { id: string }[];
      await runner.query(`set local session_replication_role = 'replica'`);
      for (const { id } of found) {
        await runner.query(`select set_config('app.organisation', $1, true)`, [id]);
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
}
