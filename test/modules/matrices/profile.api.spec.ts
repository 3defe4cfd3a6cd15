/** Why this file exists: profiles, fits and standings through the API: what counts, for whom, and when. */
import type { PersonId } from '../../../src/platform/access/index.js';
import { givePerson } from '../../support/people.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { fitQuery, giveProfile, jobRoleByKey, levelsOf, tickingClock } from '../../support/profiles.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('a fit', () => {
  it('shows a senior researcher as about 30 percent of a senior engineer, 11 of 15 must-haves missing, floors first', async () => {
    const org = await app.organisation();
    const { client, personId } = await givePerson(org);
    await giveProfile(app, org, personId, levelsOf(await jobRoleByKey(app, org, 'rds-3')));
    const mle3 = await jobRoleByKey(app, org, 'mle-3');
    const { fit } = await client.ask(fitQuery(), { p: personId, j: mle3.record.id });
    expect(fit).toMatchObject({
      title: 'Senior Machine Learning Engineer',
      track: 'PRODUCTION',
      rung: 3,
      isReady: false,
      mustHaveTotal: 15,
      mustHaveMet: 4,
    });
    expect(fit.missing).toHaveLength(11);
    expect(fit.demonstrated).toBeCloseTo(0.3037, 4);
    expect(fit.words[0]).toMatch(/^11 of 15 must-haves are missing: /);
    expect(fit.words[1]).toMatch(/^Not ready: 10 not assessed, 1 below the floor/);
    expect(fit.words[2]).toContain('30 % of the whole is demonstrated');
    expect(fit.research.demonstrated).toBeGreaterThan(fit.production.demonstrated);
  });

  it('of 90 percent and more is never ready while one must-have is missing', async () => {
    const org = await app.organisation();
    const { client, personId } = await givePerson(org);
    const mle3 = await jobRoleByKey(app, org, 'mle-3');
    const asked = levelsOf(mle3);
    const floor = mle3.requirements.find(({ isMustHave }) => isMustHave)?.skill ?? '';
    await giveProfile(
      app,
      org,
      personId,
      new Map([...asked].map(([skill, level]) => [skill, skill === floor ? level - 1 : level])),
    );
    const { fit } = await client.ask(fitQuery(), { p: personId, j: mle3.record.id });
    expect(fit.fit).toBeGreaterThan(0.9);
    expect(fit).toMatchObject({ coverage: 1, isReady: false, mustHaveMet: 14 });
    expect(fit.missing).toMatchObject([{ skillKey: floor, status: 'BELOW' }]);
  });

  it('is ready when every must-have is met, and not when one of them rests on evidence that is too weak', async () => {
    const org = await app.organisation();
    const mle3 = await jobRoleByKey(app, org, 'mle-3');
    const strong = await givePerson(org);
    await giveProfile(app, org, strong.personId, levelsOf(mle3));
    const weak = await givePerson(org);
    const must = mle3.requirements.find(({ isMustHave, level }) => isMustHave && level === 3)?.skill ?? '';
    await giveProfile(app, org, weak.personId, new Map([...levelsOf(mle3)].filter(([skill]) => skill !== must)));
    await giveProfile(app, org, weak.personId, { [must]: 3 }, { evidence: 'talk' }); // class 2, and level 3 asks for class 3
    const fitOf = async (who: typeof strong) =>
      (await who.client.ask(fitQuery(), { p: who.personId, j: mle3.record.id })).fit;
    expect(await fitOf(strong)).toMatchObject({ isReady: true, fit: 1, missing: [] });
    expect(await fitOf(weak)).toMatchObject({
      isReady: false,
      fit: 1,
      missing: [{ skillKey: must, status: 'EVIDENCE_TOO_WEAK' }],
    });
  });

  it('rises with overlays, and an overlay that does not exist is named', async () => {
    const org = await app.organisation();
    const { client, personId } = await givePerson(org);
    const mle3 = await jobRoleByKey(app, org, 'mle-3');
    const { fit } = await client.ask(fitQuery(), { p: personId, j: mle3.record.id, o: ['medtech-samd'] });
    expect(fit).toMatchObject({ overlayKeys: ['medtech-samd'], mustHaveTotal: 20, fit: null, coverage: 0 });
    const refused = await client.send(fitQuery(), { p: personId, j: mle3.record.id, o: ['no-such'] });
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'overlayKeys' }] });
  });

  it('is absent for a job role version that does not exist', async () => {
    const org = await app.organisation();
    const { client, personId } = await givePerson(org);
    expect(await client.ask(fitQuery(), { p: personId, j: personId })).toEqual({ fit: null });
  });
});

describe('where I stand', () => {
  const QUERY =
    '{ whereIStand { knownSkills allSkills research { position coverage } production { position coverage } fits { jobRoleKey demonstrated isReady askedResearch askedProduction } } }';

  it('gives the fit on every rung of both ladders and the position on both axes', async () => {
    const org = await app.organisation();
    const { client, personId } = await givePerson(org);
    const rds3 = levelsOf(await jobRoleByKey(app, org, 'rds-3'));
    await giveProfile(app, org, personId, rds3);
    const { whereIStand } = await client.ask(QUERY);
    const rungs = ['rds-1', 'rds-2', 'rds-3', 'rds-4', 'rds-5', 'mle-1', 'mle-2', 'mle-3', 'mle-4', 'mle-5'];
    const keys = whereIStand.fits.map((f: { jobRoleKey: string }) => f.jobRoleKey);
    expect(keys.slice(0, 10)).toEqual(rungs);
    expect(keys.slice(10).toSorted()).toEqual(['applied-ml-scientist', 'bridge-ds-mle']);
    expect(whereIStand.fits[2]).toMatchObject({ jobRoleKey: 'rds-3', isReady: true });
    expect(whereIStand).toMatchObject({ knownSkills: rds3.size, allSkills: 61 });
    expect(whereIStand.research.position).toBeGreaterThan(whereIStand.production.position);
    const [rung, next] = [whereIStand.fits[2], whereIStand.fits[3]];
    expect(whereIStand.research.position).toBeCloseTo(rung.askedResearch, 10);
    expect(whereIStand.production.position).toBeCloseTo(rung.askedProduction, 10);
    expect(next.askedResearch).toBeGreaterThan(rung.askedResearch);
  });

  it('is unknown, not zero, for somebody nobody assessed, and absent for a member without an employee record', async () => {
    const org = await app.organisation();
    const { client } = await givePerson(org);
    const { whereIStand } = await client.ask(QUERY);
    expect(whereIStand).toMatchObject({ knownSkills: 0, research: { position: null, coverage: 0 } });
    const outside = await org.member(['EMPLOYEE']);
    expect(await outside.ask(QUERY)).toEqual({ whereIStand: null });
  });
});

const PROFILE = `query($p: ID!, $on: Day, $at: Instant) { profile(personId: $p, asOf: $on, knownAt: $at) { asOf knownSkills allSkills
  entries { skillKey skill { name } level source evidenceClass validOn freshness freshUntil expiredLevel selfLevel proposedLevel isExempt
    assessment { evidence { typeKey title } events { state level } verifiedLevel } } } }`;
interface Entry {
  readonly skillKey: string;
  readonly [field: string]: unknown;
}
const entryOf = (data: { profile: { entries: Entry[] } }, key: string) =>
  data.profile.entries.find((e) => e.skillKey === key);

describe('a profile', () => {
  it('has an entry per skill: the verified level with source, class, evidence and freshness, and nothing for what is unknown', async () => {
    const org = await app.organisation();
    const { client, personId } = await givePerson(org);
    await giveProfile(app, org, personId, { 'data-pipelines': 3 }, { validOn: '2026-01-15' });
    const data = await client.ask(PROFILE, { p: personId, on: '2026-02-01' });
    expect(data.profile).toMatchObject({ asOf: '2026-02-01', allSkills: 61, knownSkills: 1 });
    // a design document is fresh for 36 months
    expect(entryOf(data, 'data-pipelines')).toMatchObject({
      level: 3,
      source: 'ARTEFACT',
      evidenceClass: 4,
      validOn: '2026-01-15',
      freshness: 'FRESH',
      freshUntil: '2029-01-15',
      expiredLevel: null,
      assessment: {
        evidence: [{ typeKey: 'design-document' }],
        events: [
          { state: 'PROPOSED', level: null },
          { state: 'CONFIRMED', level: 3 },
        ],
        verifiedLevel: 3,
      },
    });
    expect(entryOf(data, 'ci-cd')).toMatchObject({
      level: null,
      source: null,
      freshness: null,
      selfLevel: null,
      assessment: null,
      isExempt: false,
    });
  });

  it('answers on two time axes: as it was on a day, and as it was known at a moment', async () => {
    const org = await app.organisation();
    const { client, personId } = await givePerson(org);
    await giveProfile(
      app,
      org,
      personId,
      { 'ci-cd': 2 },
      { validOn: '2025-03-01', recordedAt: '2025-03-02T09:00:00.000Z' },
    );
    await giveProfile(
      app,
      org,
      personId,
      { 'ci-cd': 3 },
      { validOn: '2025-06-01', recordedAt: '2025-07-15T09:00:00.000Z' },
    );
    const levelAt = async (on: string | null, at: string | null) =>
      entryOf(await client.ask(PROFILE, { p: personId, on, at }), 'ci-cd')?.['level'];
    expect(await levelAt(null, null)).toBe(3);
    expect(await levelAt('2025-06-30', null)).toBe(3); // as it was on 30 June, as we know it today
    expect(await levelAt('2025-06-30', '2025-06-30T23:59:59Z')).toBe(2); // as we knew it on 30 June
    expect(await levelAt('2025-05-01', null)).toBe(2);
    expect(await levelAt('2025-02-01', null)).toBe(null);
  });

  it('lets an expired level go and keeps it in sight', async () => {
    const org = await app.organisation();
    const { client, personId } = await givePerson(org);
    await giveProfile(
      app,
      org,
      personId,
      { 'ci-cd': 3 },
      { validOn: '2025-01-01', expiresOn: '2025-06-01', recordedAt: '2025-01-02T00:00:00.000Z' },
    );
    expect(entryOf(await client.ask(PROFILE, { p: personId, on: '2025-05-31' }), 'ci-cd')).toMatchObject({ level: 3 });
    expect(entryOf(await client.ask(PROFILE, { p: personId }), 'ci-cd')).toMatchObject({
      level: null,
      freshness: 'EXPIRED',
      expiredLevel: 3,
    });
  });

  it('costs the same statements whatever it holds', async () => {
    const org = await app.organisation();
    const { client, personId } = await givePerson(org);
    await giveProfile(app, org, personId, { 'ci-cd': 2, 'data-pipelines': 2 });
    const count = async () => (await app.statements(() => client.ask(PROFILE, { p: personId }))).statements.length;
    await count();
    const few = await count();
    await giveProfile(app, org, personId, levelsOf(await jobRoleByKey(app, org, 'mle-3')));
    expect(await count()).toBe(few);
  });
});

describe('a profile is seen', () => {
  let org: TestOrganisation;
  let report: PersonId;
  let see: (client: { ask(q: string, v: Record<string, unknown>): Promise<{ profile: unknown }> }) => Promise<boolean>;
  beforeAll(async () => {
    org = await app.organisation();
    see = async (client) =>
      (await client.ask('query($p: ID!) { profile(personId: $p) { personId } }', { p: report })).profile !== null;
  });

  it('by the person, the direct manager and the auditor; not by a colleague, another manager or the manager above', async () => {
    const above = await givePerson(org, { grants: ['PEOPLE_MANAGER'] });
    const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'], managerId: above.personId });
    const person = await givePerson(org, { managerId: manager.personId });
    report = person.personId;
    const colleague = await givePerson(org, { managerId: manager.personId });
    const other = await givePerson(org, { grants: ['PEOPLE_MANAGER'] });
    const auditor = await org.member(['AUDITOR']);
    const planner = await givePerson(org, { grants: ['WORKFORCE_PLANNER'] });
    const seen = await Promise.all(
      [person.client, manager.client, auditor, colleague.client, other.client, above.client, planner.client].map(see),
    );
    expect(seen).toEqual([true, true, true, false, false, false, false]);
  });

  it('by nobody without the permission', async () => {
    const answer = await org.admin.send('query($p: ID!) { profile(personId: $p) { personId } }', { p: org.id });
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
