/** Why this file exists: requisitions through the API: what they ask for, who sees them, and which steps they take. */
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { giveJobRole, libraryJobRole } from '../../support/job-roles.js';
import { givePerson } from '../../support/people.js';
import { sameStatements } from '../../support/statements.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const ONE = `query($id: ID!) { requisition(id: $id) { id title state openings filled initiativeName location isPosted openedAt closedAt closeReason version warnings overlayKeys
  hiringManager { displayName } jobRoleVersion { title } pipeline { stage count } requirements { skillKey skillName level baseLevel weight isMustHave reasons { overlayKey fromLevel toLevel } } } }`;
const read = async (client: Client, id: string) => (await client.ask(ONE, { id })).requisition;
const count = (requisition: { pipeline: { stage: string; count: number | null }[] }, stage: string) =>
  requisition.pipeline.find((one) => one.stage === stage)?.count;
const events = async (org: TestOrganisation, entityId: string): Promise<string[]> => {
  const auditor = await org.member(['AUDITOR']);
  const { auditEvents } = await auditor.ask('query($id: ID!) { auditEvents(entityId: $id) { nodes { type } } }', {
    id: entityId,
  });
  return auditEvents.nodes.map((event: { type: string }) => event.type);
};

describe('a requisition', () => {
  it('is drafted from a published job role and overlays, asks for the raised levels with their reasons, and warns without an initiative', async () => {
    const org = await app.organisation();
    const { requisitionId, manager } = await hiring.giveRequisition(org, {
      jobRoleKey: 'mle-3',
      overlayKeys: ['medtech-samd'],
      draft: true,
    });
    const requisition = await read(manager.client, requisitionId);
    expect(requisition).toMatchObject({
      state: 'DRAFT',
      openings: 1,
      filled: 0,
      openedAt: null,
      overlayKeys: ['medtech-samd'],
      hiringManager: { displayName: 'Hanna Manager' },
    });
    expect(requisition.title).toBe(requisition.jobRoleVersion.title);
    expect(requisition.warnings).toHaveLength(1);
    const raised = requisition.requirements.filter((one: { reasons: unknown[] }) => one.reasons.length > 0);
    expect(raised.length).toBeGreaterThan(0);
    for (const one of raised) expect(one.reasons[0]).toMatchObject({ overlayKey: 'medtech-samd', toLevel: one.level });
    expect(requisition.requirements[0].skillName).not.toBe(requisition.requirements[0].skillKey);
  });

  it('keeps what it asked for on the day it was opened, whatever happens to the job role, and has no warning with an initiative', async () => {
    const org = await app.organisation();
    const role = await giveJobRole(org, { requirements: [{ skillKey: 'ci-cd', level: 2, isMustHave: true }] });
    const manager = await hiring.giveManager(org);
    const made = await manager.client.run(
      'createRequisition',
      {
        jobRoleVersionId: role.jobRoleVersionId,
        overlayKeys: [],
        openings: 2,
        title: 'Two of them',
        initiativeName: 'Assay QC',
        location: 'Basel',
      },
      'requisition { id version }',
    );
    const { requisition } = await manager.client.run(
      'openRequisition',
      { requisitionId: made.requisition.id, version: 1 },
      'requisition { state openedAt requirements { skillKey level isMustHave } warnings }',
    );
    expect(requisition).toMatchObject({
      state: 'OPEN',
      requirements: [{ skillKey: 'ci-cd', level: 2, isMustHave: true }],
      warnings: [],
    });
    expect(requisition.openedAt).not.toBeNull();
    expect(await events(org, made.requisition.id)).toEqual(['RequisitionCreated', 'RequisitionOpened']);
  });

  it('is refused on a draft of a job role, with an overlay that does not exist, and for somebody else unless an administrator says so', async () => {
    const org = await app.organisation();
    const manager = await hiring.giveManager(org);
    const other = await hiring.giveManager(org, 'Otto Other');
    const draft = await giveJobRole(org, { draft: true });
    const { jobRoleVersionId } = await libraryJobRole(manager.client, 'mle-1');
    const input = { jobRoleVersionId, overlayKeys: [], openings: 1 };
    expect(
      await manager.client.refused('createRequisition', { ...input, jobRoleVersionId: draft.jobRoleVersionId }),
    ).toMatchObject({ code: 'JOB_ROLE_NOT_PUBLISHED', field: 'input.jobRoleVersionId' });
    expect(await manager.client.refused('createRequisition', { ...input, overlayKeys: ['no-such'] })).toMatchObject({
      code: 'UNKNOWN_OVERLAY',
      field: 'input.overlayKeys.0',
    });
    expect(
      await manager.client.refused('createRequisition', { ...input, hiringManagerId: other.personId }),
    ).toMatchObject({ __typename: 'NotAllowed', code: 'HIRING_MANAGER_IS_ANOTHER' });
    expect(await org.admin.refused('createRequisition', input)).toMatchObject({ code: 'NOT_AN_EMPLOYEE' });
    const { requisition } = await org.admin.run(
      'createRequisition',
      { ...input, hiringManagerId: other.personId },
      'requisition { id hiringManager { displayName } }',
    );
    expect(requisition.hiringManager.displayName).toBe('Otto Other');
    const answer = await manager.client.send(
      'mutation($i: CreateRequisitionInput!) { createRequisition(input: $i) { __typename } }',
      { i: { ...input, openings: 0 } },
    );
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'input.openings' }] });
  });

  it('is opened, held, resumed, posted and closed, and takes no step that does not exist', async () => {
    const org = await app.organisation();
    const { requisitionId, manager } = await hiring.giveRequisition(org, { draft: true });
    const { client } = manager;
    const step = async (mutation: string, more: object = {}) => {
      const { version } = await read(client, requisitionId);
      return (await client.run(mutation, { requisitionId, version, ...more }, 'requisition { state isPosted version }'))
        .requisition;
    };
    expect(await client.refused('postRequisition', { requisitionId, version: 1, isPosted: true })).toMatchObject({
      code: 'REQUISITION_NOT_POSTABLE',
    });
    expect(await client.refused('holdRequisition', { requisitionId, version: 1 })).toMatchObject({
      code: 'REQUISITION_STEP_NOT_ALLOWED',
    });
    expect(await step('openRequisition')).toMatchObject({ state: 'OPEN', version: 2 });
    expect(await step('postRequisition', { isPosted: true })).toMatchObject({ isPosted: true });
    expect(await step('holdRequisition')).toMatchObject({ state: 'ON_HOLD', isPosted: true });
    expect(await step('openRequisition')).toMatchObject({ state: 'OPEN' });
    expect(await step('closeRequisition')).toMatchObject({ state: 'CLOSED', isPosted: false });
    const { version } = await read(client, requisitionId);
    expect(await client.refused('openRequisition', { requisitionId, version })).toMatchObject({
      code: 'REQUISITION_STEP_NOT_ALLOWED',
    });
    expect(await client.refused('updateRequisition', { requisitionId, version, openings: 3 })).toMatchObject({
      code: 'REQUISITION_CLOSED',
    });
    expect(await events(org, requisitionId)).toEqual([
      'RequisitionCreated',
      'RequisitionOpened',
      'RequisitionPosted',
      'RequisitionHeld',
      'RequisitionResumed',
      'RequisitionClosed',
    ]);
  });

  it('is not closed over undecided applications without a reason', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    await hiring.giveApplication(requisition);
    const { client } = requisition.manager;
    const { version } = await read(client, requisition.requisitionId);
    const input = { requisitionId: requisition.requisitionId, version };
    expect(await client.refused('closeRequisition', { ...input, reason: ' no ' })).toMatchObject({
      code: 'UNDECIDED_APPLICATIONS',
      field: 'input.reason',
      facts: [{ name: 'undecided', value: '1' }],
    });
    const closed = await client.run(
      'closeRequisition',
      { ...input, reason: 'The programme was stopped' },
      'requisition { closeReason }',
    );
    expect(closed.requisition.closeReason).toBe('The programme was stopped');
  });

  it('is changed by its own hiring manager only, with the version that was seen', async () => {
    const org = await app.organisation();
    const { requisitionId, manager } = await hiring.giveRequisition(org, { initiativeName: 'Assay QC' });
    const other = await hiring.giveManager(org, 'Otto Other');
    const employee = await givePerson(org);
    const input = { requisitionId, version: 2, openings: 3, initiativeName: '' };
    expect(await other.client.refused('updateRequisition', input)).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.requisitionId',
    });
    expect(await manager.client.refused('updateRequisition', { ...input, version: 1 })).toMatchObject({
      __typename: 'StaleVersion',
      code: 'STALE_VERSION',
    });
    const { requisition } = await manager.client.run(
      'updateRequisition',
      input,
      'requisition { openings initiativeName warnings }',
    );
    expect(requisition).toMatchObject({ openings: 3, initiativeName: null });
    expect(requisition.warnings).toHaveLength(1);
    const answer = await employee.client.send(
      'mutation($i: UpdateRequisitionInput!) { updateRequisition(input: $i) { __typename } }',
      { i: input },
    );
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is named in the impact of a framework change, to those who may see it', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org, { title: 'Seen by its team' });
    const { frameworkVersion: base } = await org.admin.ask(
      '{ frameworkVersion { id skill(key: "data-pipelines") { key name definition affinityResearch affinityProduction category { key } levels { indicators } } } }',
    );
    const { frameworkVersion: draft } = await org.admin.run(
      'forkFramework',
      { frameworkVersionId: base.id, title: 'Ours' },
      'frameworkVersion { id }',
    );
    const skill = { ...base.skill, name: 'Pipelines', category: base.skill.category.key, prerequisites: [] };
    await org.admin.run('putSkill', { frameworkVersionId: draft.id, version: 1, skill });
    const impact = async (client: Client) => {
      const data = await client.ask(
        'query($a: ID!, $b: ID!) { frameworkDiff(from: $a, to: $b) { impact { kind title } } }',
        { a: base.id, b: draft.id },
      );
      return data.frameworkDiff.impact.filter((one: { kind: string }) => one.kind === 'REQUISITION');
    };
    expect(await impact(requisition.manager.client)).toEqual([{ kind: 'REQUISITION', title: 'Seen by its team' }]);
    expect(await impact((await givePerson(org)).client)).toEqual([]);
  });
});

describe('who sees a requisition', () => {
  it('is its team and those who see all; employees see the public part once it is posted', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org, { initiativeName: 'Secret programme', isPosted: true });
    const hidden = await hiring.giveRequisition(org, { manager: requisition.manager });
    await hiring.giveApplication(requisition);
    const { requisitionId } = requisition;
    const employee = await givePerson(org);
    expect(await read(employee.client, requisitionId)).toMatchObject({
      isPosted: true,
      initiativeName: null,
      filled: null,
      pipeline: null,
      warnings: [],
    });
    expect(await read(employee.client, hidden.requisitionId)).toBeNull();
    const other = await hiring.giveManager(org, 'Otto Other');
    expect(await read(other.client, hidden.requisitionId)).toBeNull();
    expect(await read(org.admin, hidden.requisitionId)).not.toBeNull();
    expect(await read(await org.member(['AUDITOR']), hidden.requisitionId)).not.toBeNull();
    expect(count(await read(requisition.manager.client, requisitionId), 'APPLIED')).toBe(1);
    expect(count(await read(org.admin, requisitionId), 'APPLIED')).toBe(1);
  });

  it('sees groups below five only as small, as a workforce planner', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org, { openings: 5 });
    for (let n = 0; n < 5; n++) await hiring.giveApplication(requisition);
    const planner = await org.member(['WORKFORCE_PLANNER']);
    const seen = await read(planner, requisition.requisitionId);
    expect(count(seen, 'APPLIED')).toBe(5);
    expect(count(seen, 'SCREEN')).toBeNull();
    expect((await planner.ask('{ applications { nodes { id } totalCount } }')).applications).toEqual({
      nodes: [],
      totalCount: 0,
    });
  });

  it('finds requisitions by state, own ones and part of the title, wildcards taken as they are', async () => {
    const org = await app.organisation();
    const { manager } = await hiring.giveRequisition(org, { title: '100% pipelines' });
    await hiring.giveRequisition(org, { title: 'Draft of pipelines', draft: true });
    const list = async (client: Client, args: string) =>
      (await client.ask(`{ requisitions(${args}) { nodes { title } } }`)).requisitions.nodes.map(
        (one: { title: string }) => one.title,
      );
    expect(await list(org.admin, 'state: DRAFT')).toEqual(['Draft of pipelines']);
    expect(await list(org.admin, 'text: "PIPELINES"')).toEqual(['100% pipelines', 'Draft of pipelines']);
    expect(await list(org.admin, 'text: "0%"')).toEqual(['100% pipelines']);
    expect(await list(manager.client, 'isMine: true')).toEqual(['100% pipelines']);
  });

  it('costs the same statements for two and for twenty, drafts and open ones alike', async () => {
    const org = await app.organisation();
    const { manager } = await hiring.giveRequisition(org, { overlayKeys: ['medtech-samd'] });
    await hiring.giveRequisition(org, { manager, draft: true, overlayKeys: ['medtech-samd'] });
    const query =
      '{ requisitions { nodes { title hiringManager { displayName } jobRoleVersion { title } pipeline { count } requirements { skillName } } totalCount } }';
    await sameStatements(app, 'requisitions', manager.client, query, async () => {
      for (let n = 0; n < 18; n++)
        await hiring.giveRequisition(org, {
          manager,
          draft: n % 2 === 0,
          overlayKeys: n % 3 === 0 ? ['medtech-samd'] : [],
        });
    });
  });
});
