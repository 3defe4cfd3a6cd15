/** Why this file exists: versions of job roles through the API: compared, retired and listed, and who may see and do what. */
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { giveJobRole, libraryJobRole, requirementInput } from '../../support/job-roles.js';
import { sameStatements } from '../../support/statements.js';
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

async function codeOf(client: Client, mutation: string, type: string, input: unknown): Promise<string | undefined> {
  const answer = await client.send(`mutation($i: ${type}!) { ${mutation}(input: $i) { __typename } }`, { i: input });
  return answer.errors[0]?.extensions.code;
}

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
    expect(await eventTypesOf(organisation, draft.id)).toEqual([
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

  it('takes the same statements for 2 drafts and for 20, with all they ask for', async () => {
    const organisation = await app.organisation();
    const grow = async (count: number) => {
      for (let n = 0; n < count; n++) await giveJobRole(organisation, { ladderKey: 'ladder-production', draft: true });
    };
    await grow(2);
    const query = `{ jobRoles(filter: { state: DRAFT }) { nodes { ladder { key } currentVersion { id } newestVersion { jobRole { key }
      requirements { skill { name } } effectiveRequirements(overlays: ["medtech-samd"]) { level } clarityReview { rule } text { markdown } } } totalCount } }`;
    await sameStatements(app, 'jobRoles', organisation.admin, query, () => grow(18));
  });
});
