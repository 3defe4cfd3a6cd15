/** Why this file exists: the demonstration is there once, whole, the same at every build, and can be built anew. */
import { verifyTrail } from '../../../src/modules/audit/index.js';
import {
  ensureDemonstration,
  foundOrganisation,
  removeDemonstration,
} from '../../../src/modules/demonstration/index.js';
import { storyDay } from '../../../src/modules/demonstration/calendar.js';
import { allOrganisations } from '../../../src/modules/tenancy/index.js';
import type { Database } from '../../../src/platform/database/index.js';
import type { OrganisationId } from '../../../src/platform/ids/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { storyWeek } from '../../support/demonstration.js';
import { asSuperuser } from '../../support/database.js';

const apps: TestApp[] = [];
async function started(): Promise<TestApp> {
  const app = await startTestApp({ demo: true, clock: storyWeek });
  apps.push(app);
  return app;
}
let whole: TestApp;
beforeAll(async () => {
  whole = await started();
  await ensureDemonstration(whole.database);
});
afterAll(async () => {
  for (const app of apps) {
    expect(app.faults).toEqual([]);
    await app.close();
  }
});

async function demonstrationOf(database: Database): Promise<OrganisationId> {
  const [found, ...more] = (await allOrganisations(database)).filter((one) => one.isDemonstration);
  if (found === undefined || more.length > 0) throw new Error('there is not exactly one demonstration');
  return found.id;
}

const rowsOf = async <T>(database: Database, sql: string): Promise<T[]> => {
  const organisationId = await demonstrationOf(database);
  return database.read({ organisationId, actor: null, requestId: 'test' }, (unit) => unit.rows<T>(sql));
};

const countOf = async (database: Database, table: string): Promise<number> =>
  (await rowsOf<{ n: number }>(database, `select count(*)::int as n from ${table} where organisation_id = $1`))[0]?.n ??
  -1;

/** What must be the same at every build: who holds what, on which evidence, since when; who applied where; who plans what. */
async function contentOf(database: Database): Promise<unknown> {
  const texts = (sql: string): Promise<unknown[]> => rowsOf(database, sql);
  return {
    people:
      await texts(`select p.display_name, t.name as team, m.display_name as manager, p.started_on, p.availability, p.mentor_capacity
       from person p left join team t on t.organisation_id = p.organisation_id and t.id = p.team_id
       left join person m on m.organisation_id = p.organisation_id and m.id = p.manager_id where p.organisation_id = $1 order by 1`),
    levels:
      await texts(`select p.display_name, a.skill_key, a.source, a.state, a.level, a.valid_on, a.recorded_at, e.title, e.occurred_on
       from assessment a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
       left join assessment_evidence e on e.organisation_id = a.organisation_id and e.assessment_id = a.id
      where a.organisation_id = $1 order by 1, 2, 3, a.recorded_at, e.title`),
    applications: await texts(`select q.title, c.display_name, a.stage, a.applied_at from application a
       join requisition q on q.organisation_id = a.organisation_id and q.id = a.requisition_id
       join candidate c on c.organisation_id = a.organisation_id and c.id = a.candidate_id where a.organisation_id = $1 order by 1, 2`),
    ratings: await texts(`select p.display_name, r.item_key, r.skill_key, r.level, r.evidence from rating r
       join scorecard s on s.organisation_id = r.organisation_id and s.id = r.scorecard_id
       join person p on p.organisation_id = s.organisation_id and p.id = s.author_id where r.organisation_id = $1 order by 1, 2, 3, 5`),
    acts: await texts(
      `select request_id, type, count(*)::int from audit_event where organisation_id = $1 group by 1, 2 order by 1, 2`,
    ),
  };
}

describe('building the demonstration', () => {
  it('makes one organisation, and does nothing when it is there', async () => {
    const { database } = whole;
    const events = await countOf(database, 'audit_event');
    expect(await countOf(database, 'person')).toBe(41);
    await ensureDemonstration(database);
    expect(await countOf(database, 'audit_event')).toBe(events);
  });

  it('goes on where it was broken off, and ends the same as in one go', async () => {
    const broken = await started();
    const stop = `create function stop() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
      create trigger stop before insert on TABLE for each row execute function stop()`;
    for (const table of ['person', 'assessment_event', 'requisition', 'scorecard', 'decision']) {
      await asSuperuser(broken.databaseName, (client) => client.query(stop.replace('TABLE', table)));
      await expect(ensureDemonstration(broken.database)).rejects.toThrow('power cut');
      await asSuperuser(broken.databaseName, (client) => client.query('drop function stop() cascade'));
    }
    await ensureDemonstration(broken.database);
    expect(await contentOf(broken.database)).toEqual(await contentOf(whole.database));
  });

  it('leaves an audit trail that holds and that names who acted', async () => {
    const { database } = whole;
    const verdict = await verifyTrail(database, await demonstrationOf(database));
    expect(verdict.fault).toBeNull();
    expect(verdict.events).toBe(await countOf(database, 'audit_event'));
    const actors = await rowsOf<{ name: string }>(
      database,
      `select distinct m.display_name as name from audit_event e join member m on m.organisation_id = e.organisation_id and m.id = e.actor_member_id
        where e.organisation_id = $1 and e.type in ('DecisionMade', 'ScorecardSubmitted', 'AssessmentConfirmed') order by 1`,
    );
    expect(actors.map((one) => one.name)).toEqual(
      expect.arrayContaining(['Marta Lindqvist', 'Beatriz Nogueira', 'Henrik Sørensen']),
    );
  });

  it('is told once by two processes that start at the same moment', async () => {
    const { database } = await started();
    await Promise.all([ensureDemonstration(database), ensureDemonstration(database)]);
    expect(await contentOf(database)).toEqual(await contentOf(whole.database));
  });

  it('does without a demonstration when another organisation has its short name', async () => {
    const { database } = await started();
    const other = await foundOrganisation(database, {
      slug: 'demo',
      name: 'Demo Ltd',
      adminEmail: 'a@demo.example',
      adminName: 'A',
      password: null,
    });
    expect(other.ok).toBe(true);
    await ensureDemonstration(database);
    expect((await allOrganisations(database)).map((one) => one.name)).toEqual(['Demo Ltd']);
  });

  it('is built anew after a reset, and no other organisation is touched', async () => {
    const app = await started();
    const other = await app.organisation();
    await ensureDemonstration(app.database);
    const before = { id: await demonstrationOf(app.database), content: await contentOf(app.database) };
    await removeDemonstration(app.databaseUrl);
    expect((await allOrganisations(app.database)).map((one) => one.id)).toEqual([other.id]);
    await ensureDemonstration(app.database);
    expect(await demonstrationOf(app.database)).not.toBe(before.id);
    expect(await contentOf(app.database)).toEqual(before.content);
    expect((await verifyTrail(app.database, other.id)).fault).toBeNull();
  });
});

describe('the story day', () => {
  it('is 2 November 2026, moved by whole quarters of 13 weeks to the last one that has come', () => {
    expect(storyDay('2026-11-02')).toBe('2026-11-02');
    expect(storyDay('2027-01-31')).toBe('2026-11-02'); // 90 days later
    expect(storyDay('2027-02-01')).toBe('2027-02-01'); // 91 days later
    expect(storyDay('2026-11-01')).toBe('2026-08-03'); // one quarter back
    expect(storyDay('2025-11-04')).toBe('2025-11-03'); // 364 days are four quarters
  });
});
