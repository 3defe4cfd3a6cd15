/** Why this file exists: the life of a job role through the API: drafted, edited, published, compared, retired, and who may see and do what. */
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { asSuperuser } from '../../support/database.js';
import { giveJobRole, libraryJobRole, requirementInput } from '../../support/job-roles.js';

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

async function eventsOf(organisation: TestOrganisation, entityId: string): Promise<string[]> {
  const auditor = await organisation.member(['AUDITOR']);
  const query = 'query($id: ID!) { auditEvents(entityId: $id, first: 100) { nodes { type } } }';
  const { auditEvents } = await auditor.ask(query, { id: entityId });
  return auditEvents.nodes.map((one: { type: string }) => one.type);
}
async function codeOf(client: Client, mutation: string, type: string, input: unknown): Promise<string | undefined> {
  const answer = await client.send(`mutation($i: ${type}!) { ${mutation}(input: $i) { __typename } }`, { i: input });
  return answer.errors[0]?.extensions.code;
}

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
    expect(await eventsOf(organisation, id)).toEqual([
      'JobRoleDraftUpdated',
      'JobRoleRequirementsSet',
      'JobRoleVersionPublished',
    ]);
    expect(await eventsOf(organisation, made.jobRole.id)).toEqual(['JobRoleCreated']);
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
    expect(await eventsOf(organisation, drafted.id)).toEqual(['JobRoleVersionDrafted']);
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

it('two versions of a job role are compared requirement by requirement and text by text', async () => {
  const organisation = await app.organisation();
  const { admin } = organisation;
  const first = await giveJobRole(organisation, {
    requirements: [
      { skillKey: 'ci-cd', level: 2 },
      { skillKey: 'observability-slo', level: 2 },
    ],
  });
  const draft = (await admin.run('draftJobRoleVersion', { jobRoleId: first.jobRoleId }, VERSION)).jobRoleVersion;
  await admin.run('updateJobRoleDraft', { jobRoleVersionId: draft.id, version: 1, title: 'Renamed' });
  const requirements = [
    { skillKey: 'ci-cd', level: 3, isMustHave: true },
    { skillKey: 'online-serving', level: 1 },
  ].map(requirementInput);
  await admin.run('setRequirements', { jobRoleVersionId: draft.id, version: 2, requirements });
  const query = `query($a: ID!, $b: ID!) { jobRoleVersionDiff(from: $a, to: $b) { isEmpty requirementsAdded { skillKey } requirementsRemoved { skillKey }
    requirementsChanged { skillKey parts before { level } after { level skill { key } } } texts { part before after } } }`;
  const { jobRoleVersionDiff } = await admin.ask(query, { a: first.jobRoleVersionId, b: draft.id });
  expect(jobRoleVersionDiff).toEqual({
    isEmpty: false,
    requirementsAdded: [{ skillKey: 'online-serving' }],
    requirementsRemoved: [{ skillKey: 'observability-slo' }],
    requirementsChanged: [
      {
        skillKey: 'ci-cd',
        parts: ['LEVEL', 'MUST_HAVE', 'EVIDENCE_CLASS'],
        before: { level: 2 },
        after: { level: 3, skill: { key: 'ci-cd' } },
      },
    ],
    texts: [{ part: 'TITLE', before: [draft.title], after: ['Renamed'] }],
  });
});

describe('retiring', () => {
  it('ends a published version, which stays readable; the version before it is then the current one', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const employee = await organisation.member(['EMPLOYEE']);
    const first = await giveJobRole(organisation);
    const draft = (await admin.run('draftJobRoleVersion', { jobRoleId: first.jobRoleId }, VERSION)).jobRoleVersion;
    expect((await admin.refused('retireJobRoleVersion', { jobRoleVersionId: draft.id, version: 1 })).code).toBe(
      'JOB_ROLE_NOT_PUBLISHED',
    );
    await admin.run('publishJobRoleVersion', { jobRoleVersionId: draft.id, version: 1 });
    expect((await admin.refused('retireJobRoleVersion', { jobRoleVersionId: draft.id, version: 1 })).code).toBe(
      'STALE_VERSION',
    );
    const query =
      'query($id: ID!) { jobRole(id: $id) { newestVersion { number state } currentVersion { number } versions { number state } } }';
    expect((await employee.ask(query, { id: first.jobRoleId })).jobRole.currentVersion).toEqual({ number: 2 });
    await admin.run('retireJobRoleVersion', { jobRoleVersionId: draft.id, version: 2 });
    expect((await employee.ask(query, { id: first.jobRoleId })).jobRole).toEqual({
      newestVersion: { number: 2, state: 'RETIRED' },
      currentVersion: { number: 1 },
      versions: [
        { number: 2, state: 'RETIRED' },
        { number: 1, state: 'PUBLISHED' },
      ],
    });
    expect(await eventsOf(organisation, draft.id)).toEqual([
      'JobRoleVersionDrafted',
      'JobRoleVersionPublished',
      'JobRoleVersionRetired',
    ]);
  });
});

describe('who sees and does what', () => {
  it('drafts are there for editors only, on every path', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const [employee, planner] = [
      await organisation.member(['EMPLOYEE']),
      await organisation.member(['WORKFORCE_PLANNER']),
    ];
    const hidden = await giveJobRole(organisation, {
      title: 'Hidden Work',
      ladderKey: 'ladder-production',
      draft: true,
    });
    const { jobRoleId, jobRoleVersionId: published } = await libraryJobRole(admin, 'mle-2');
    const draft = (await admin.run('draftJobRoleVersion', { jobRoleId }, VERSION)).jobRoleVersion;
    const query = `query($v: ID!, $d: ID!, $j: ID!, $p: ID!) { jobRoleVersion(id: $v) { id } jobRole(id: $j) { id } other: jobRoleVersion(id: $d) { id }
      compareJobRoles(left: $v, right: $p) { overlapShare } bridge(from: $p, to: $d) { totalHours } jobRoleVersionDiff(from: $p, to: $d) { isEmpty }
      ladders { rungs { id versions { state } newestVersion { state } } }
      jobRoles(filter: { text: "hidden" }) { nodes { id } totalCount } drafts: jobRoles(filter: { state: DRAFT }) { totalCount } }`;
    const variables = { v: hidden.jobRoleVersionId, d: draft.id, j: hidden.jobRoleId, p: published };
    const seen = await employee.ask(query, variables);
    const { ladders, jobRoles, drafts, ...single } = seen;
    expect(Object.values(single)).toEqual([null, null, null, null, null, null]);
    expect(JSON.stringify(ladders)).not.toMatch(/DRAFT/);
    expect(JSON.stringify(ladders)).not.toContain(hidden.jobRoleId);
    expect([jobRoles, drafts]).toEqual([{ nodes: [], totalCount: 0 }, { totalCount: 0 }]);
    const known = await planner.ask(query, variables);
    expect(known).toMatchObject({
      jobRoleVersion: { id: hidden.jobRoleVersionId },
      jobRole: { id: hidden.jobRoleId },
      other: { id: draft.id },
    });
    expect(known.jobRoles.totalCount).toBe(1);
    expect(known.drafts.totalCount).toBe(2);
    expect(JSON.stringify(known.ladders)).toContain(hidden.jobRoleId);
  });

  it('employees change nothing, planners publish nothing, hiring managers retire nothing, and strangers see nothing', async () => {
    const organisation = await app.organisation();
    const [employee, planner, manager] = [
      await organisation.member(['EMPLOYEE']),
      await organisation.member(['WORKFORCE_PLANNER']),
      await organisation.member(['HIRING_MANAGER']),
    ];
    const { jobRoleVersionId, version, jobRoleId } = await giveJobRole(organisation, { draft: true });
    const seen = { jobRoleVersionId, version };
    expect(await codeOf(employee, 'createJobRole', 'CreateJobRoleInput', NEW)).toBe('FORBIDDEN');
    expect(await codeOf(employee, 'draftJobRoleVersion', 'DraftJobRoleVersionInput', { jobRoleId })).toBe('FORBIDDEN');
    expect(await codeOf(employee, 'updateJobRoleDraft', 'UpdateJobRoleDraftInput', { ...seen, title: 'Mine' })).toBe(
      'FORBIDDEN',
    );
    expect(await codeOf(employee, 'setRequirements', 'SetRequirementsInput', { ...seen, requirements: [] })).toBe(
      'FORBIDDEN',
    );
    expect(await codeOf(planner, 'publishJobRoleVersion', 'JobRoleVersionInput', seen)).toBe('FORBIDDEN');
    expect(await codeOf(manager, 'retireJobRoleVersion', 'JobRoleVersionInput', seen)).toBe('FORBIDDEN');
    const answer = await app.anonymous.send('{ jobRoles { totalCount } }');
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('the list of job roles', () => {
  const page = (client: Client, args: string) =>
    client.ask(`{ jobRoles${args} { nodes { key } pageInfo { hasNextPage endCursor } totalCount } }`);
  const keys = (data: { jobRoles: { nodes: { key: string }[] } }) => data.jobRoles.nodes.map((one) => one.key);

  it('goes by ladder, then rung, page by page, and is narrowed by track, state and title', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    await giveJobRole(organisation, { key: 'loose', title: '100% _Senior_ Work', draft: true });
    const first = await page(admin, '(first: 6)');
    expect(keys(first)).toEqual(['rds-1', 'rds-2', 'rds-3', 'rds-4', 'rds-5', 'mle-1']);
    const second = await page(admin, `(first: 20, after: "${first.jobRoles.pageInfo.endCursor}")`);
    expect(keys(second)).toEqual([
      'mle-2',
      'mle-3',
      'mle-4',
      'mle-5',
      'bridge-ds-mle',
      'applied-ml-scientist',
      'loose',
    ]);
    expect(second.jobRoles).toMatchObject({ pageInfo: { hasNextPage: false }, totalCount: 13 });
    expect(keys(await page(admin, '(filter: { track: HYBRID })'))).toEqual(['bridge-ds-mle', 'applied-ml-scientist']);
    expect(keys(await page(admin, '(filter: { state: DRAFT })'))).toEqual(['loose']);
    expect(keys(await page(admin, '(filter: { text: "senior machine" })'))).toEqual(['mle-3']);
    expect(keys(await page(admin, '(filter: { text: "0% _s" })'))).toEqual(['loose']);
  });

  it('refuses a cursor of another filter and a text that is too long', async () => {
    const { admin } = await app.organisation();
    const { jobRoles } = await page(admin, '(first: 1)');
    const query =
      'query($after: String, $text: String) { jobRoles(after: $after, filter: { track: HYBRID, text: $text }) { totalCount } }';
    for (const variables of [{ after: jobRoles.pageInfo.endCursor }, { text: 'x'.repeat(201) }])
      expect((await admin.send(query, variables)).errors[0]?.extensions.code).toBe('BAD_INPUT');
  });

  it('takes the same number of statements for 2 drafts and for 20, with all they ask for', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    for (let n = 0; n < 20; n++) await giveJobRole(organisation, { draft: true });
    const query = (
      first: number,
    ) => `{ jobRoles(first: ${first}, filter: { state: DRAFT }) { nodes { ladder { key } currentVersion { id } newestVersion {
      jobRole { key } requirements { skill { name } } effectiveRequirements(overlays: ["medtech-samd"]) { level } clarityReview { rule } text { markdown } } } } }`;
    await admin.ask(query(2));
    const count = async (first: number) => {
      const { value, statements } = await app.statements(() => admin.ask(query(first)));
      expect(value.jobRoles.nodes).toHaveLength(first);
      return statements.length;
    };
    expect(await count(20)).toBe(await count(2));
  });
});
