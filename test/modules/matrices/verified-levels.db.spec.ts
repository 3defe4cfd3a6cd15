/** Why this file exists: the levels of many people come from one statement; for any history they are those that the rule itself gives. */
import fc from 'fast-check';
import type { PersonId } from '../../../src/platform/access/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { ok } from '../../../src/platform/outcome/index.js';
import { currentFramework } from '../../../src/modules/frameworks/data.js';
import type { Level, SkillKey } from '../../../src/modules/frameworks/index.js';
import { verifiedNow } from '../../../src/modules/matrices/data.js';
import type { Claim, StateEvent } from '../../../src/modules/matrices/domain/assessment.js';
import { applyEvent, openAssessment } from '../../../src/modules/matrices/domain/assessment.js';
import { loadProfile } from '../../../src/modules/matrices/queries/held-levels.js';
import { insertAssessments } from '../../../src/modules/matrices/store/assessment.store.js';
import { assessmentTable } from '../../../src/modules/matrices/store/assessment.tables.js';
import { addPerson } from '../../../src/modules/people/data.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { packedLevels } from '../../../src/modules/matrices/store/verified.store.js';
import { asSuperuser } from '../../support/database.js';
import { giveProfile, inSnapshot, inUnit } from '../../support/profiles.js';

let app: TestApp;
let org: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => new Date('2026-06-01T12:00:00.000Z') } });
  org = await app.organisation();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const someone = (): Promise<PersonId> =>
  inUnit(app, org, (unit) => addPerson(unit, { displayName: 'Somebody' })).then(({ id }) => id);

interface Drawn {
  readonly level: Level;
  readonly source: 'SELF' | 'ARTEFACT';
  readonly ends: 'OPEN' | 'CONFIRMED' | 'REVOKED' | 'EXPIRED' | 'EXEMPT';
  readonly validOn: string;
  readonly expiresOn: string | null;
  /** Which earlier one of the list it replaces, counted back; beyond the start: none. */
  readonly back: number;
}
const day = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01', '2026-05-31', '2026-06-01', '2026-07-01');
const drawn: fc.Arbitrary<Drawn> = fc.record({
  level: fc.constantFrom<Level>(1, 2, 3, 4, 5),
  source: fc.constantFrom('SELF' as const, 'ARTEFACT' as const, 'ARTEFACT' as const, 'ARTEFACT' as const),
  ends: fc.constantFrom(
    'OPEN' as const,
    'CONFIRMED' as const,
    'CONFIRMED' as const,
    'REVOKED' as const,
    'EXPIRED' as const,
    'EXEMPT' as const,
  ),
  validOn: day,
  expiresOn: fc.option(fc.constantFrom('2026-04-01', '2026-06-01', '2026-06-02', '2026-08-01')),
  back: fc.integer({ min: 1, max: 12 }),
});

const skill = 'ci-cd' as SkillKey;
function claimOf(personId: PersonId, d: Drawn, supersedes: Claim['supersedes']): Claim {
  const isExemption = d.ends === 'EXEMPT';
  return {
    id: newId<'Assessment'>(),
    personId,
    skill,
    proposedLevel: isExemption ? null : d.level,
    source: isExemption ? 'SIGNED' : d.source,
    evidenceClass: isExemption ? null : 3,
    evidence: [],
    validOn: d.validOn,
    recordedAt: '2026-05-01T00:00:00.000Z',
    expiresOn: d.expiresOn !== null && d.expiresOn > d.validOn ? d.expiresOn : null,
    claimantId: personId,
    supersedes,
    initialState: isExemption ? 'EXEMPT' : 'PROPOSED',
    exemptionReason: isExemption ? 'is not asked for it' : null,
  };
}
function eventsOf(d: Drawn, claim: Claim): StateEvent[] {
  const recordedAt = '2026-05-02T00:00:00.000Z';
  if (d.ends === 'OPEN' || d.ends === 'EXEMPT' || d.source === 'SELF') return [];
  const confirmed: StateEvent = { version: 2, to: 'CONFIRMED', level: d.level, byId: null, reason: null, recordedAt };
  if (d.ends === 'CONFIRMED' || (d.ends === 'EXPIRED' && claim.expiresOn === null)) return [confirmed];
  return [
    confirmed,
    { version: 3, to: d.ends, level: null, byId: null, reason: d.ends === 'REVOKED' ? 'was wrong' : null, recordedAt },
  ];
}

it('the statement and the rule agree on any history', async () => {
  const frameworkVersionId = (await inSnapshot(app, org, currentFramework)).record.id;
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 9 }), async (list) => {
      const personId = await someone();
      const claims: Claim[] = [];
      for (const d of list) claims.push(claimOf(personId, d, claims.at(-d.back)?.id ?? null));
      await inUnit(app, org, async (unit) => {
        const facts = { frameworkVersionId, claimantMemberId: null, claimantPersonId: personId, provenance: null };
        const all = claims.flatMap((claim, i) => {
          const d = list[i];
          const changes = d === undefined ? [] : eventsOf(d, claim);
          return { assessment: changes.reduce(applyEvent, openAssessment(claim)), changes, facts };
        });
        await insertAssessments(unit, all);
        unit.record({ type: 'HistoryDrawn', entity: 'Person', entityId: personId });
        return ok(null);
      });
      const { fast, slow } = await inSnapshot(app, org, async (unit) => ({
        fast: (await verifiedNow(unit, { personIds: [personId] })).get(personId)?.get(skill) ?? null,
        slow: (await loadProfile(unit, personId, {})).profile.get(skill)?.held ?? null,
      }));
      expect(fast).toEqual(
        slow === null
          ? null
          : { level: slow.level, evidenceClass: slow.evidenceClass, assessmentId: slow.assessmentId },
      );
      for (const on of ['2026-01-31', '2026-05-31', '2026-07-01']) {
        const { packed, level } = await inSnapshot(app, org, async (unit) => ({
          packed: (await packedLevels(unit, [personId], [skill], on)).get(personId) ?? '.',
          level: (await loadProfile(unit, personId, { asOf: on })).profile.get(skill)?.held?.level ?? '.',
        }));
        expect([on, packed]).toEqual([on, String(level)]);
      }
    }),
    { numRuns: 150 },
  );
});

it('people without a verified level are missing, and the filters restrict', async () => {
  const [known, unknown] = [await someone(), await someone()];
  await giveProfile(app, org, known, { 'ci-cd': 2, 'data-pipelines': 3 }, { validOn: '2026-03-01' });
  const asked = (filter: Parameters<typeof verifiedNow>[1]) =>
    inSnapshot(app, org, (unit) => verifiedNow(unit, filter));
  const both = await asked({ personIds: [known, unknown] });
  expect([...both.keys()]).toEqual([known]);
  expect([...(both.get(known)?.keys() ?? [])].toSorted()).toEqual(['ci-cd', 'data-pipelines']);
  expect([...((await asked({ skills: ['data-pipelines' as SkillKey] })).get(known)?.keys() ?? [])]).toEqual([
    'data-pipelines',
  ]);
  expect((await asked({ personIds: [] })).size).toBe(0);
});

describe('the database itself', () => {
  it('refuses to change a claim, and to change or remove what happened to it', async () => {
    const personId = await someone();
    await giveProfile(app, org, personId, { 'ci-cd': 2 }, { validOn: '2026-03-01' });
    const change = (sql: string) =>
      app.database.write({ organisationId: org.id, actor: null, requestId: 'test' }, async (unit) =>
        ok(await unit.rows(sql)),
      );
    for (const sql of [
      'update assessment set proposed_level = 5 where organisation_id = $1',
      'update assessment set valid_on = valid_on where organisation_id = $1',
      'delete from assessment where organisation_id = $1',
      `update assessment_event set reason = 'x' where organisation_id = $1`,
      'delete from assessment_event where organisation_id = $1',
      `update assessment_evidence set title = 'x' where organisation_id = $1`,
    ])
      await expect(change(sql)).rejects.toThrow(/permission denied/);
  });

  it('refuses a self-claim that counts, also from its owner', async () => {
    const personId = await someone();
    const { framework } = await inSnapshot(app, org, currentFramework);
    expect(framework.skills.length).toBeGreaterThan(0);
    await giveProfile(app, org, personId, { 'ci-cd': 2 }, { validOn: '2026-03-01' });
    await expect(
      asSuperuser(app.databaseName, (c) =>
        c.query(`update ${assessmentTable.name} set source = 'SELF' where person_id = $1`, [personId]),
      ),
    ).rejects.toThrow(/assessment_self_ck/);
  });
});
