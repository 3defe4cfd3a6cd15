/** Why this file exists: a draft of a job role through the API: created, edited, published, and what is refused on the way. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { asSuperuser } from '../../support/database.js';
import { giveJobRole, libraryJobRole, requirementInput } from '../../support/job-roles.js';
import { eventTypesOf } from '../../support/trail.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const VERSION =
  'jobRoleVersion { id number state version title mission jobRole { id key } requirements { skillKey level minEvidenceClass } }';
const NEW = { key: 'quality-engineer', track: 'PRODUCTION', rung: 3, title: 'Quality Engineer' } as const;
const NOWHERE = '00000000-0000-7000-8000-000000000000';

describe('a job role', () => {
  it('is created as a draft, described, given requirements and published, each step in the audit trail', async () => {
    const organisation = await app.organisation();
    const author = await organisation.member(['HIRING_MANAGER']);
    const made = (await author.run('createJobRole', { ...NEW, ladderKey: 'ladder-production' }, VERSION))
      .jobRoleVersion;
    expect(made).toMatchObject({ number: 1, state: 'DRAFT', version: 1, mission: '', requirements: [] });
    const id = made.id as string;
    const texts = {
      mission: 'Keeps models provably fit for use.',
      outcomesIn12Months: ['One audit passed'],
      owns: ['Release evidence'],
    };
    await author.run('updateJobRoleDraft', { jobRoleVersionId: id, version: 1, ...texts });
    const requirements = [
      requirementInput({ skillKey: 'quality-systems', level: 4 }),
      requirementInput({ skillKey: 'ci-cd', level: 1 }),
      requirementInput({ skillKey: 'data-integrity', level: 2, minEvidenceClass: 4 }),
    ];
    const set = (await author.run('setRequirements', { jobRoleVersionId: id, version: 2, requirements }, VERSION))
      .jobRoleVersion;
    // class of the level when none is given: 3 from level 3 up, else the level itself
    expect(set.requirements).toEqual([
      { skillKey: 'quality-systems', level: 4, minEvidenceClass: 3 },
      { skillKey: 'ci-cd', level: 1, minEvidenceClass: 1 },
      { skillKey: 'data-integrity', level: 2, minEvidenceClass: 4 },
    ]);
    const published = await author.run('publishJobRoleVersion', { jobRoleVersionId: id, version: 3 }, VERSION);
    expect(published.jobRoleVersion).toMatchObject({ state: 'PUBLISHED', mission: texts.mission });
    expect(await eventTypesOf(organisation, id)).toEqual([
      'JobRoleDraftUpdated',
      'JobRoleRequirementsSet',
      'JobRoleVersionPublished',
    ]);
    expect(await eventTypesOf(organisation, made.jobRole.id)).toEqual(['JobRoleCreated']);
  });

  it('starts as a copy of another version: its texts and requirements, with a title and place of its own', async () => {
    const { admin } = await app.organisation();
    const { jobRoleVersionId: copyOfId } = await libraryJobRole(admin, 'mle-3');
    const said =
      'mission outcomesIn12Months owns doesNotOwn kitKey frameworkVersionId occupations { esco onet sfia } requirements { skillKey level weight isMustHave minEvidenceClass stages }';
    const from = (await admin.ask(`query($id: ID!) { jobRoleVersion(id: $id) { ${said} } }`, { id: copyOfId }))
      .jobRoleVersion;
    const selection = `jobRoleVersion { title state number jobRole { key rung } ${said} }`;
    const copy = (await admin.run('createJobRole', { ...NEW, rung: 4, copyOfId }, selection)).jobRoleVersion;
    expect(from.requirements).toHaveLength(39);
    expect(copy).toEqual({
      ...from,
      title: NEW.title,
      state: 'DRAFT',
      number: 1,
      jobRole: { key: NEW.key, rung: 4 },
    });
    const other = { ...NEW, key: 'own-mission', mission: 'Another one.', copyOfId };
    expect((await admin.run('createJobRole', other, selection)).jobRoleVersion.mission).toBe('Another one.');
    const nothing = await admin.refused('createJobRole', { ...NEW, key: 'no-copy', copyOfId: NOWHERE });
    expect(nothing).toMatchObject({ __typename: 'NotFound', field: 'input.copyOfId' });
  });

  it('keeps what an edit leaves out and clears what it sets to null', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const { jobRoleVersionId, version } = await giveJobRole(organisation, { draft: true });
    const fields = 'jobRoleVersion { version kitKey timeBox owns title entryRequirements { skillKey level } }';
    const texts = {
      kitKey: 'kit-production',
      timeBox: '12 months',
      owns: ['one'],
      entryRequirements: [{ skillKey: 'ci-cd', level: 1 }],
    };
    const first = await admin.run('updateJobRoleDraft', { jobRoleVersionId, version, ...texts }, fields);
    expect(first.jobRoleVersion).toMatchObject(texts);
    const second = await admin.run(
      'updateJobRoleDraft',
      { jobRoleVersionId, version: version + 1, timeBox: null, owns: null },
      fields,
    );
    expect(second.jobRoleVersion).toMatchObject({ ...texts, timeBox: null });
  });

  it('is not created with a key that is taken, on a ladder of another track, or on one that does not exist', async () => {
    const { admin } = await app.organisation();
    expect(await admin.refused('createJobRole', { ...NEW, key: 'mle-3' })).toMatchObject({
      __typename: 'AlreadyExists',
      code: 'JOB_ROLE_KEY_TAKEN',
      field: 'input.key',
    });
    expect((await admin.refused('createJobRole', { ...NEW, ladderKey: 'ladder-research' })).code).toBe(
      'JOB_ROLE_OFF_TRACK',
    );
    expect((await admin.refused('createJobRole', { ...NEW, ladderKey: 'ladder-up' })).code).toBe('NOT_FOUND');
    expect((await admin.refused('createJobRole', { ...NEW, frameworkVersionId: NOWHERE })).code).toBe(
      'REFERENCE_NOT_FOUND',
    );
  });

  it('has one draft at a time, which carries on where the newest version stands', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const { jobRoleId } = await libraryJobRole(admin, 'mle-1');
    const drafted = (await admin.run('draftJobRoleVersion', { jobRoleId }, VERSION)).jobRoleVersion;
    expect(drafted).toMatchObject({ number: 2, state: 'DRAFT', version: 1 });
    expect(drafted.requirements).toHaveLength(26);
    expect(await admin.refused('draftJobRoleVersion', { jobRoleId })).toMatchObject({
      __typename: 'AlreadyExists',
      code: 'JOB_ROLE_DRAFT_EXISTS',
    });
    expect((await admin.refused('draftJobRoleVersion', { jobRoleId: NOWHERE })).code).toBe('NOT_FOUND');
    expect(await eventTypesOf(organisation, drafted.id)).toEqual(['JobRoleVersionDrafted']);
  });
});

describe('an edit of a draft', () => {
  it('is refused for a skill that the framework does not have, and for one named twice, at its place in the list', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const { jobRoleVersionId, version } = await giveJobRole(organisation, { draft: true });
    const known = requirementInput({ skillKey: 'ci-cd', level: 2 });
    const set = (requirements: unknown[]) =>
      admin.refused('setRequirements', { jobRoleVersionId, version, requirements });
    expect(await set([known, requirementInput({ skillKey: 'juggling', level: 2 })])).toMatchObject({
      code: 'UNKNOWN_SKILL',
      field: 'input.requirements.1.skillKey',
    });
    expect(await set([known, known])).toMatchObject({ code: 'DUPLICATE_KEY', field: 'input.requirements.1.skillKey' });
    const entry = await admin.refused('updateJobRoleDraft', {
      jobRoleVersionId,
      version,
      entryRequirements: [{ skillKey: 'juggling', level: 1 }],
    });
    expect(entry).toMatchObject({ code: 'UNKNOWN_SKILL', field: 'input.entryRequirements.0.skillKey' });
    const after = await admin.ask('query($id: ID!) { jobRoleVersion(id: $id) { version requirements { skillKey } } }', {
      id: jobRoleVersionId,
    });
    expect(after.jobRoleVersion).toEqual({ version, requirements: [{ skillKey: 'ci-cd' }] });
  });

  it('is refused when somebody else changed the draft meanwhile', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const { jobRoleVersionId, version } = await giveJobRole(organisation, { draft: true });
    await admin.run('updateJobRoleDraft', { jobRoleVersionId, version, title: 'Another title' });
    const seen = { jobRoleVersionId, version };
    for (const [mutation, input] of [
      ['updateJobRoleDraft', { ...seen, title: 'Mine' }],
      ['setRequirements', { ...seen, requirements: [] }],
      ['publishJobRoleVersion', seen],
    ] as const) {
      const refused = await admin.refused(mutation, input);
      expect(refused).toMatchObject({
        __typename: 'StaleVersion',
        code: 'STALE_VERSION',
        facts: [{ name: 'currentVersion', value: String(version + 1) }],
      });
    }
  });

  it('is refused once the version is published, and the database refuses it too', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const { jobRoleVersionId, version } = await giveJobRole(organisation);
    for (const [mutation, input] of [
      ['updateJobRoleDraft', { title: 'New' }],
      ['setRequirements', { requirements: [] }],
      ['publishJobRoleVersion', {}],
    ] as const)
      expect((await admin.refused(mutation, { jobRoleVersionId, version, ...input })).code).toBe(
        'JOB_ROLE_NOT_A_DRAFT',
      );
    for (const sql of [
      `update job_role_version set title = 'New' where id = $1`,
      `update job_role_version set state = 'DRAFT', published_at = null where id = $1`,
      'update job_role_requirement set level = 5 where job_role_version_id = $1',
      'delete from job_role_requirement where job_role_version_id = $1',
    ])
      await expect(asSuperuser(app.databaseName, (c) => c.query(sql, [jobRoleVersionId]))).rejects.toThrow(
        'a published job role never changes',
      );
  });

  it('names a version of another organisation as if it did not exist', async () => {
    const organisation = await app.organisation();
    const { admin } = await app.organisation();
    const { jobRoleVersionId, version, jobRoleId } = await giveJobRole(organisation, { draft: true });
    const seen = { jobRoleVersionId, version };
    const absent = { jobRoleVersionId: NOWHERE, version };
    for (const [mutation, extra] of [
      ['updateJobRoleDraft', { title: 'Mine' }],
      ['setRequirements', { requirements: [] }],
      ['publishJobRoleVersion', {}],
      ['retireJobRoleVersion', {}],
    ] as const)
      expect(await admin.refused(mutation, { ...seen, ...extra })).toEqual(
        await admin.refused(mutation, { ...absent, ...extra }),
      );
    const query = 'query($v: ID!, $j: ID!) { jobRoleVersion(id: $v) { id } jobRole(id: $j) { id } }';
    expect(await admin.ask(query, { v: jobRoleVersionId, j: jobRoleId })).toEqual({
      jobRoleVersion: null,
      jobRole: null,
    });
  });
});

describe('publishing', () => {
  it('is refused without a mission, without requirements, and on a framework that is not published', async () => {
    const { admin } = await app.organisation();
    const seen = (await admin.run('createJobRole', NEW, VERSION)).jobRoleVersion;
    const publish = (version: number) => admin.refused('publishJobRoleVersion', { jobRoleVersionId: seen.id, version });
    expect((await publish(1)).code).toBe('TEXT_MISSING');
    await admin.run('updateJobRoleDraft', { jobRoleVersionId: seen.id, version: 1, mission: 'Keeps models fit.' });
    expect((await publish(2)).code).toBe('JOB_ROLE_ASKS_NOTHING');
    const { frameworkVersion } = await admin.ask('{ frameworkVersion { id } }');
    const fork = await admin.run(
      'forkFramework',
      { frameworkVersionId: frameworkVersion.id, title: 'Ours' },
      'frameworkVersion { id version }',
    );
    await admin.run('updateJobRoleDraft', {
      jobRoleVersionId: seen.id,
      version: 2,
      frameworkVersionId: fork.frameworkVersion.id,
    });
    expect((await publish(3)).code).toBe('FRAMEWORK_NOT_PUBLISHED');
  });

  it('is refused when the framework lacks a skill, which is named; a removed skill names the job roles that ask for it', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const { frameworkVersion: base } = await admin.ask(
      '{ frameworkVersion { id skill(key: "ci-cd") { name definition affinityResearch affinityProduction category { key } levels { indicators } } } }',
    );
    const fork = (
      await admin.run('forkFramework', { frameworkVersionId: base.id, title: 'Ours' }, 'frameworkVersion { id }')
    ).frameworkVersion;
    const skill = { ...base.skill, key: 'seamanship', category: base.skill.category.key, prerequisites: [] };
    await admin.run('putSkill', { frameworkVersionId: fork.id, version: 1, skill });
    await admin.run('publishFramework', { frameworkVersionId: fork.id, version: 2 });
    await giveJobRole(organisation);
    const asking = await giveJobRole(organisation, {
      title: 'Sailor',
      requirements: [{ skillKey: 'seamanship', level: 2 }],
    });
    const query =
      'query($a: ID!, $b: ID!) { frameworkDiff(from: $a, to: $b) { skillsRemoved impact { kind id title skillKeys } } }';
    const { frameworkDiff } = await admin.ask(query, { a: fork.id, b: base.id });
    expect(frameworkDiff).toEqual({
      skillsRemoved: ['seamanship'],
      impact: [{ kind: 'JOB_ROLE', id: asking.jobRoleId, title: 'Sailor', skillKeys: ['seamanship'] }],
    });
    const input = { jobRoleId: asking.jobRoleId, frameworkVersionId: base.id };
    const draft = (
      await admin.run('draftJobRoleVersion', input, 'jobRoleVersion { id requirements { skillKey skill { key } } }')
    ).jobRoleVersion;
    expect(draft.requirements).toEqual([{ skillKey: 'seamanship', skill: null }]);
    const refused = await admin.refused('publishJobRoleVersion', { jobRoleVersionId: draft.id, version: 1 });
    expect(refused).toMatchObject({ code: 'UNKNOWN_SKILL', facts: [{ name: 'skills', value: 'seamanship' }] });
  });
});
