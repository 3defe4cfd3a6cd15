/** Why this file exists: frameworks through the API, as an administrator and an employee would use them. */
import { startTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const VERSION = 'frameworkVersion { id number title state version publishedAt }';

describe('the adopted library', () => {
  it('is the current framework of a new organisation, with 61 skills in 10 categories and five described levels each', async () => {
    const { admin } = await app.organisation();
    const data = await admin.ask(
      '{ frameworkVersion { number state categories { key } skills { key levels { level indicators } category { key } } activities { key } evidenceTypes { key } } }',
    );
    expect(data.frameworkVersion).toMatchObject({ number: 1, state: 'PUBLISHED' });
    expect(data.frameworkVersion.categories).toHaveLength(10);
    expect(data.frameworkVersion.skills).toHaveLength(61);
    expect(data.frameworkVersion.activities).toHaveLength(81);
    expect(data.frameworkVersion.evidenceTypes).toHaveLength(32);
    for (const skill of data.frameworkVersion.skills)
      expect(skill.levels.map((l: { level: number }) => l.level)).toEqual([1, 2, 3, 4, 5]);
  });

  it('cannot be adopted twice', async () => {
    const { admin } = await app.organisation();
    expect((await admin.refused('adoptLibrary', null)).code).toBe('LIBRARY_ADOPTED_ALREADY');
  });

  it('is read with the same number of statements whether the process has seen it or not, plus one for its parts', async () => {
    const { admin } = await app.organisation();
    const query = '{ frameworkVersion { skills { name category { name } prerequisites { skillName } } } }';
    await admin.ask(query);
    const { statements } = await app.statements(() => admin.ask(query));
    expect(statements.filter((s) => s.includes('framework_skill'))).toEqual([]);
  });
});

describe('the newest release', () => {
  it('is adopted, and explains what skills point to, with the places where it holds', async () => {
    const organisation = await app.organisation();
    const employee = await organisation.member(['EMPLOYEE']);
    const { libraryRelease, frameworkVersion } = await employee.ask(
      '{ libraryRelease { isAdopted asOf references { code name kind jurisdictions status summary whyItMatters } } frameworkVersion { skills { references } } }',
    );
    expect(libraryRelease).toMatchObject({ isAdopted: true, asOf: '2026-11-22' });
    const codes = new Map<string, { jurisdictions: string[] }>(
      libraryRelease.references.map((r: { code: string; jurisdictions: string[] }) => [r.code, r]),
    );
    expect(codes.size).toBe(libraryRelease.references.length);
    expect(new Set([...codes.values()].flatMap((r) => r.jurisdictions))).toEqual(
      new Set(['EU', 'UK', 'US', 'international']),
    );
    const cited = frameworkVersion.skills.flatMap((s: { references: string[] }) => s.references) as string[];
    expect(cited.filter((code) => !code.startsWith('ESCO ') && !codes.has(code))).toEqual([]);
  });
});

describe('a fork', () => {
  it('is edited, compared and published, and then never changes', async () => {
    const { admin } = await app.organisation();
    const { frameworkVersion: base } = await admin.ask(
      '{ frameworkVersion { id skill(key: "data-pipelines") { key name definition affinityResearch affinityProduction category { key } levels { indicators } } } }',
    );
    const forked = await admin.run('forkFramework', { frameworkVersionId: base.id, title: 'Ours' }, VERSION);
    expect(forked.frameworkVersion).toMatchObject({ number: 2, state: 'DRAFT', version: 1 });
    const skill = { ...base.skill, name: 'Pipelines', category: base.skill.category.key, prerequisites: [] };
    const id = forked.frameworkVersion.id as string;
    const put = await admin.run('putSkill', { frameworkVersionId: id, version: 1, skill }, VERSION);
    expect(put.frameworkVersion.version).toBe(2);
    const { frameworkDiff } = await admin.ask(
      'query($a: ID!, $b: ID!) { frameworkDiff(from: $a, to: $b) { skillsAdded skillsRemoved skillsChanged { skillKey parts } } }',
      { a: base.id, b: id },
    );
    expect(frameworkDiff.skillsChanged).toEqual([{ skillKey: 'data-pipelines', parts: ['NAME', 'PREREQUISITES'] }]);
    await admin.run('publishFramework', { frameworkVersionId: id, version: 2 }, VERSION);
    const refused = await admin.refused('putSkill', { frameworkVersionId: id, version: 3, skill });
    expect(refused.code).toBe('FRAMEWORK_NOT_A_DRAFT');
  });

  it('refuses a circle of prerequisites and names its members', async () => {
    const { admin } = await app.organisation();
    const { frameworkVersion: base } = await admin.ask(
      '{ frameworkVersion { id skill(key: "data-sourcing") { key name definition affinityResearch affinityProduction category { key } levels { indicators } } } }',
    );
    const { frameworkVersion: draft } = await admin.run(
      'forkFramework',
      { frameworkVersionId: base.id, title: 'Circle' },
      VERSION,
    );
    const skill = {
      ...base.skill,
      category: base.skill.category.key,
      prerequisites: [{ skillKey: 'data-pipelines', minLevel: 1, fromLevel: 3 }],
    };
    const problem = await admin.refused('putSkill', { frameworkVersionId: draft.id, version: 1, skill });
    expect(problem.code).toBe('PREREQUISITE_CYCLE');
    expect(problem.message).toMatch(/data-pipelines.*data-sourcing|data-sourcing.*data-pipelines/);
  });

  it('refuses an edit of a version that somebody else changed meanwhile', async () => {
    const { admin } = await app.organisation();
    const { frameworkVersion: base } = await admin.ask('{ frameworkVersion { id } }');
    const { frameworkVersion: draft } = await admin.run(
      'forkFramework',
      { frameworkVersionId: base.id, title: 'Race' },
      VERSION,
    );
    const category = { key: 'field-work', name: 'Field work', order: 11 };
    await admin.run('putCategory', { frameworkVersionId: draft.id, version: 1, category }, VERSION);
    const stale = await admin.refused('putCategory', { frameworkVersionId: draft.id, version: 1, category });
    expect(stale).toMatchObject({ __typename: 'StaleVersion', code: 'STALE_VERSION' });
  });

  it('is refused to an employee, who may only read', async () => {
    const org = await app.organisation();
    const employee = await org.member(['EMPLOYEE']);
    const { frameworkVersion } = await employee.ask('{ frameworkVersion { id } }');
    const answer = await employee.send(
      'mutation($i: ForkFrameworkInput!) { forkFramework(input: $i) { __typename } }',
      { i: { frameworkVersionId: frameworkVersion.id, title: 'Mine' } },
    );
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('refuses bad input by naming each field', async () => {
    const { admin } = await app.organisation();
    const answer = await admin.send('mutation($i: ForkFrameworkInput!) { forkFramework(input: $i) { __typename } }', {
      i: { frameworkVersionId: 'nonsense', title: 'a\u0000b' },
    });
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      fields: [{ field: 'input.frameworkVersionId' }, { field: 'input.title' }],
    });
  });
});
