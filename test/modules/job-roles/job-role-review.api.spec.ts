/** Why this file exists: what a job role is read against through the API: the rules of the clarity review and the life of a model. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { libraryJobRole } from '../../support/job-roles.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('a job role of the adopted library', () => {
  it('spans the whole life of a model with the must-haves of a senior engineer, and not with those of a researcher', async () => {
    const { admin } = await app.organisation();
    const of = async (key: string) => {
      const { jobRoleVersionId } = await libraryJobRole(admin, key);
      const query = 'query($id: ID!) { jobRoleVersion(id: $id) { lifeCycle { area skillKeys } } }';
      return (await admin.ask(query, { id: jobRoleVersionId })).jobRoleVersion.lifeCycle;
    };
    expect(await of('mle-3')).toEqual([
      { area: 'INGESTION', skillKeys: ['data-pipelines'] },
      { area: 'DEPLOYMENT', skillKeys: ['model-packaging-registry', 'release-strategies'] },
      { area: 'MONITORING', skillKeys: ['drift-monitoring', 'incident-response'] },
      { area: 'RETRAINING', skillKeys: ['retraining-pipelines'] },
      { area: 'COMPLIANCE', skillKeys: ['quality-systems', 'data-integrity'] },
    ]);
    const covered = (await of('rds-2')).filter((one: { skillKeys: unknown[] }) => one.skillKeys.length > 0);
    expect(covered.map((one: { area: string }) => one.area)).toEqual(['INGESTION']);
  });

  it('is reviewed by six rules, of which one reads growth plans', async () => {
    const { admin } = await app.organisation();
    const { clarityRules } = await admin.ask('{ clarityRules { key when message suggestion readsPlans } }');
    expect(clarityRules.map((one: { key: string; readsPlans: boolean }) => [one.key, one.readsPlans])).toEqual([
      ['research-title-production-duties', false],
      ['production-without-operations', false],
      ['no-regulatory-skill', false],
      ['unicorn', false],
      ['no-growth-path', false],
      ['bridge-without-support', true],
    ]);
    expect(clarityRules.every((one: { when: string }) => one.when !== '')).toBe(true);
  });
});
