/** Why this file exists: interview plans through the API: coverage, warnings, what stays once it is used, and scheduling. */
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const PLAN = `interviewPlan { version kit { key } interviews { id stageKey title minutes isScheduled items { itemKey title skills { name } } seats { isObserver person { displayName } } }
  coverage { skill { key name } requiredLevel cells { plannedInterviewId itemKeys raterIds } raterCount } assessedMustHaves warnings { code severity message } }`;
const planOf = async (client: Client, id: string) =>
  (await client.ask(`query($id: ID!) { interviewPlan(requisitionId: $id) { ${PLAN.slice(16, -1)} } }`, { id }))
    .interviewPlan;

describe('an interview plan', () => {
  it('shows who assesses each must-have, and first those that nobody does', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const [ann, ben] = [await hiring.giveInterviewer(org, 'Ann'), await hiring.giveInterviewer(org, 'Ben')];
    await hiring.givePlan(requisition, [
      { raters: [ann.personId, ben.personId] },
      { raters: [ann.personId], observers: [ben.personId] },
    ]);
    const plan = await planOf(requisition.manager.client, requisition.requisitionId);
    expect(plan).toMatchObject({ version: 1, kit: { key: 'kit-production' }, assessedMustHaves: 4 });
    const raters = Object.fromEntries(
      plan.coverage.map((row: { skill: { key: string }; raterCount: number }) => [row.skill.key, row.raterCount]),
    );
    expect(raters).toEqual({
      'data-pipelines': 2,
      'production-python': 1,
      'ml-testing': 1,
      'version-control-review': 1,
      'cross-functional-collaboration': 0,
    });
    expect(plan.warnings.map((one: { code: string }) => one.code)).toContain('MUST_HAVE_UNASSESSED');
    expect(plan.interviews[1]).toMatchObject({
      title: 'Technical depth',
      minutes: 25,
      isScheduled: false,
      seats: [
        { isObserver: false, person: { displayName: 'Ann' } },
        { isObserver: true, person: { displayName: 'Ben' } },
      ],
    });
    expect(plan.coverage[1].cells).toEqual([
      { plannedInterviewId: plan.interviews[0].id, itemKeys: [], raterIds: [] },
      { plannedInterviewId: plan.interviews[1].id, itemKeys: ['p-review-mr'], raterIds: [ann.personId] },
    ]);
  });

  it('is suggested with the fewest items that assess every must-have', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const query =
      'query($id: ID!) { suggestedPlan(requisitionId: $id) { stages { stageKey items { itemKey skills { key } } } minutes uncovered { key } isSmallest } }';
    const { suggestedPlan } = await requisition.manager.client.ask(query, { id: requisition.requisitionId });
    expect(suggestedPlan).toMatchObject({ uncovered: [], isSmallest: true });
    const assessed = new Set(
      suggestedPlan.stages.flatMap((stage: { items: { skills: { key: string }[] }[] }) =>
        stage.items.flatMap((item) => item.skills.map((skill) => skill.key)),
      ),
    );
    for (const must of [
      'data-pipelines',
      'production-python',
      'ml-testing',
      'version-control-review',
      'cross-functional-collaboration',
    ])
      expect(assessed).toContain(must);
    const other = await hiring.giveManager(org, 'Otto Other');
    expect((await other.client.ask(query, { id: requisition.requisitionId })).suggestedPlan).toBeNull();
  });

  it('is replaced as a whole with the version that was seen, and by its own hiring manager only', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const { client } = requisition.manager;
    const kitId = await hiring.kitOf(client);
    const [id] = await hiring.givePlan(requisition, [{ raters: [] }, { raters: [] }]);
    const input = {
      requisitionId: requisition.requisitionId,
      version: 1,
      kitId,
      interviews: [
        { ...hiring.SITTINGS[2], title: 'Together', minutes: 30, seats: [] },
        { id, ...hiring.SITTINGS[0], seats: [] },
      ],
    };
    const other = await hiring.giveManager(org, 'Otto Other');
    expect(await other.client.refused('planInterviews', input)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await planOf(other.client, requisition.requisitionId)).toBeNull();
    const { interviewPlan } = await client.run('planInterviews', input, PLAN);
    expect(interviewPlan).toMatchObject({ version: 2, interviews: [{ title: 'Together', minutes: 30 }, { id }] });
    expect(await client.refused('planInterviews', input)).toMatchObject({
      __typename: 'StaleVersion',
      code: 'STALE_VERSION',
    });
    expect(await client.refused('planInterviews', { ...input, version: null })).toMatchObject({
      code: 'STALE_VERSION',
    });
  });

  it('refuses what cannot be used, by place', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const { client } = requisition.manager;
    const kitId = await hiring.kitOf(client);
    const ann = await hiring.giveInterviewer(org);
    const refused = (interview: object) =>
      client.refused('planInterviews', {
        requisitionId: requisition.requisitionId,
        kitId,
        interviews: [
          { ...hiring.SITTINGS[0], seats: [] },
          { ...hiring.SITTINGS[1], seats: [], ...interview },
        ],
      });
    const seat = { personId: ann.personId, isObserver: false };
    expect(await refused({ seats: [seat, { ...seat, isObserver: true }] })).toMatchObject({
      code: 'SEAT_TWICE',
      field: 'input.interviews.1',
    });
    expect(await refused({ stageKey: 'no-such' })).toMatchObject({
      code: 'PLANNED_STAGE_UNKNOWN',
      field: 'input.interviews.1',
    });
    expect(await refused({ items: [{ itemKey: 'no-such', skillKeys: ['ci-cd'] }] })).toMatchObject({
      code: 'PLANNED_ITEM_UNKNOWN',
    });
    expect(await refused({ items: [{ itemKey: 'p-review-mr', skillKeys: ['ci-cd'] }] })).toMatchObject({
      code: 'SKILL_NOT_OF_ITEM',
    });
    expect(await refused({ items: [hiring.SITTINGS[1].items[0], hiring.SITTINGS[1].items[0]] })).toMatchObject({
      code: 'ITEM_PLANNED_TWICE',
    });
    expect(await refused({ id: '01990000-0000-7000-8000-000000000000' })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.interviews.1.id',
    });
    expect(await refused({ seats: [{ ...seat, personId: '01990000-0000-7000-8000-000000000000' }] })).toMatchObject({
      code: 'REFERENCE_NOT_FOUND',
    });
    const { kit: draft } = await org.admin.run('forkKit', { kitId }, 'kit { id }');
    const withDraft = {
      requisitionId: requisition.requisitionId,
      kitId: draft.id,
      interviews: [{ ...hiring.SITTINGS[0], seats: [] }],
    };
    expect(await client.refused('planInterviews', withDraft)).toMatchObject({ code: 'KIT_NOT_PUBLISHED' });
  });

  it('keeps what is scheduled, and the items that interviewers have started to rate', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const { client } = requisition.manager;
    const ann = await hiring.giveInterviewer(org);
    const kitId = await hiring.kitOf(client);
    const [first, second] = await hiring.givePlan(requisition, [
      { raters: [ann.personId] },
      { raters: [ann.personId] },
    ]);
    const seats = [{ personId: ann.personId, isObserver: false }];
    const [interview] = await hiring.giveInterviews(await hiring.giveApplication(requisition));
    const plan = (interviews: object[], version: number, kit = kitId) => ({
      requisitionId: requisition.requisitionId,
      version,
      kitId: kit,
      interviews,
    });
    expect(
      await client.refused('planInterviews', plan([{ id: first, ...hiring.SITTINGS[0], seats }], 1)),
    ).toMatchObject({ code: 'PLAN_IN_USE' });
    const research = await hiring.kitOf(client, 'kit-research');
    expect(
      await client.refused(
        'planInterviews',
        plan(
          [
            { id: first, ...hiring.SITTINGS[0], seats },
            { id: second, ...hiring.SITTINGS[1], seats },
          ],
          1,
          research,
        ),
      ),
    ).toMatchObject({ code: 'PLAN_IN_USE', field: 'input.kitId' });
    const changed = {
      id: first,
      ...hiring.SITTINGS[0],
      items: [{ itemKey: 'p-kept-alive', skillKeys: ['data-pipelines', 'incident-response'] }],
      seats,
    };
    await client.run('planInterviews', plan([changed, { id: second, ...hiring.SITTINGS[1], seats }], 1)); // nobody has started
    await hiring.draftScorecard(ann.client, interview ?? '');
    const back = { id: first, ...hiring.SITTINGS[0], seats };
    expect(
      await client.refused('planInterviews', plan([back, { id: second, ...hiring.SITTINGS[1], seats }], 2)),
    ).toMatchObject({ code: 'PLAN_IN_USE', field: 'input.interviews.0.items' });
  });
});

describe('scheduling', () => {
  it('refuses people with a conflict of interest by name, and a plan that nobody rates in', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const { client } = requisition.manager;
    const application = await hiring.giveApplication(requisition);
    const { applicationId } = application;
    expect(await client.refused('scheduleInterviews', { applicationId })).toMatchObject({ code: 'PLAN_MISSING' });
    const friend = await hiring.giveInterviewer(org, 'Finn Friend');
    const ann = await hiring.giveInterviewer(org, 'Ann');
    await hiring.givePlan(requisition, [{ raters: [friend.personId, ann.personId] }]);
    await client.run('declareRelation', {
      candidateId: application.candidateId,
      personId: friend.personId,
      kind: 'FRIEND',
    });
    const refused = await client.refused('scheduleInterviews', { applicationId });
    expect(refused).toMatchObject({
      __typename: 'NotAllowed',
      code: 'CONFLICT_OF_INTEREST',
      facts: [{ name: 'people', value: 'Finn Friend' }],
    });
    const plan = await planOf(client, requisition.requisitionId);
    const input = { requisitionId: requisition.requisitionId, kitId: await hiring.kitOf(client), version: 1 };
    await client.run('planInterviews', {
      ...input,
      interviews: [{ id: plan.interviews[0].id, ...hiring.SITTINGS[0], seats: [] }],
    });
    expect(await client.refused('scheduleInterviews', { applicationId })).toMatchObject({
      code: 'INTERVIEW_WITHOUT_RATER',
    });
    await client.run('planInterviews', {
      ...input,
      version: 2,
      interviews: [
        { id: plan.interviews[0].id, ...hiring.SITTINGS[0], seats: [{ personId: ann.personId, isObserver: false }] },
      ],
    });
    const [interviewId] = await hiring.giveInterviews(application);
    expect(await client.refused('scheduleInterviews', { applicationId })).toMatchObject({
      __typename: 'AlreadyExists',
      code: 'SCHEDULED_ALREADY',
    });
    expect(
      await client.refused('addToPanel', { interviewId, personId: friend.personId, isObserver: false }),
    ).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
    expect(await client.refused('addToPanel', { interviewId, personId: ann.personId, isObserver: true })).toMatchObject(
      { code: 'PANEL_SEAT_TAKEN' },
    );
  });

  it('sets times, and makes a cancelled interview anew', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const { client } = requisition.manager;
    const ann = await hiring.giveInterviewer(org);
    const [planned] = await hiring.givePlan(requisition, [{ raters: [ann.personId] }]);
    const application = await hiring.giveApplication(requisition);
    const { applicationId } = application;
    const at = '2026-12-01T09:00:00.000Z';
    expect(
      await client.refused('scheduleInterviews', {
        applicationId,
        times: [{ plannedInterviewId: applicationId, scheduledAt: at }],
      }),
    ).toMatchObject({ code: 'NOT_FOUND', field: 'input.times.0.plannedInterviewId' });
    const { interviews } = await client.run(
      'scheduleInterviews',
      { applicationId, times: [{ plannedInterviewId: planned, scheduledAt: at }] },
      'interviews { id scheduledAt state version }',
    );
    expect(interviews).toMatchObject([{ scheduledAt: at, state: 'PLANNED', version: 1 }]);
    const interviewId = interviews[0].id as string;
    const other = await hiring.giveManager(org, 'Otto Other');
    expect(
      await other.client.refused('updateInterview', { interviewId, version: 1, state: 'CANCELLED' }),
    ).toMatchObject({ code: 'NOT_FOUND', field: 'input.interviewId' });
    await client.run('updateInterview', { interviewId, version: 1, state: 'CANCELLED' });
    expect(await client.refused('updateInterview', { interviewId, version: 2, state: 'DONE' })).toMatchObject({
      code: 'INTERVIEW_STEP_NOT_ALLOWED',
    });
    expect((await ann.client.ask('{ myInterviews { totalCount } }')).myInterviews.totalCount).toBe(0);
    const [again] = await hiring.giveInterviews(application);
    expect((await ann.client.ask('{ myInterviews { nodes { id } } }')).myInterviews.nodes).toEqual([{ id: again }]);
    await hiring.submitScorecard(ann.client, again ?? '');
    expect(
      await client.refused('updateInterview', { interviewId: again, version: 1, state: 'CANCELLED' }),
    ).toMatchObject({ code: 'INTERVIEW_STEP_NOT_ALLOWED' });
  });
});
