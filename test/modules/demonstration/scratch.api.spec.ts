/** Why this file exists: scratch. */
import { ensureDemonstration } from '../../../src/modules/demonstration/index.js';
import { fitTo } from '../../../src/modules/matrices/data.js';
import { startTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ demo: true });
});
afterAll(async () => {
  await app.close();
});
it('prints', async () => {
  await ensureDemonstration(app.database);
  const [{ id }] = await app.database.readShared<{ id: string }>('select id from organisation where is_demonstration');
  await app.database.read({ organisationId: id as never, actor: null, requestId: 'x' }, async (unit) => {
    const out: string[] = [];
    const people = await unit.rows<{ id: string; name: string; v: string | null; role: string }>(`select p.id, display_name as name, job_role_version_id as v, (select title from job_role_version j where j.id = p.job_role_version_id) as role from person p where p.organisation_id=$1 order by 2`);
    for (const p of people) {
      const fit = p.v === null ? null : await fitTo(unit, { personId: p.id as never, jobRoleVersionId: p.v as never, overlayKeys: [] });
      const [c] = await unit.rows<{ n: number; s: string }>(`select count(*)::int as n, string_agg(distinct source, ',') as s from assessment where organisation_id=$1 and person_id=$2`, [p.id]);
      out.push(`${p.name} | ${p.role} | n=${c?.n} ${c?.s} | ${fit === null ? '-' : JSON.stringify({ ...fit.fit, lines: undefined }).slice(0, 420)}`);
    }
    const totals = await unit.rows(`select source, state, count(*)::int from assessment where organisation_id=$1 group by 1,2 order by 1,2`);
    const ev = await unit.rows(`select title, count(*)::int as n from assessment_evidence where organisation_id=$1 group by 1 order by 2 desc limit 8`);
    const audit = await unit.rows(`select type, count(*)::int as n from audit_event where organisation_id=$1 group by 1 order by 2 desc`);
    process.stderr.write([...out, JSON.stringify(totals), JSON.stringify(ev), JSON.stringify(audit)].join('\n') + '\n');
  });
});
