/** Why this file exists: blindness over changes of the panel, the decision, the audit trail, strangers and conflicts of interest. */
import { addGrant } from '../../../src/modules/grants/index.js';
import { ok } from '../../../src/platform/outcome/index.js';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { cast, sight, type Cast } from '../../support/panel-sight.js';
import { givePerson } from '../../support/people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('blindness', () => {
  it('takes others’ judgement from whoever is removed, keeps theirs, and counts it only if that was recorded', async () => {
    const { see, submit, people, given, interviews } = await cast(app);
    const { client } = given.requisition.manager;
    for (const [name, sitting] of [
      ['Ann', 0],
      ['Ben', 1],
      ['Cleo', 0],
      ['Cleo', 1],
    ] as const)
      await submit(name, sitting);
    const remove = (name: keyof Cast['people'], sitting: number, isCounted: boolean) =>
      client.run('removeFromPanel', {
        interviewId: interviews[sitting],
        personId: people[name].personId,
        reason: 'Left the project',
        isCounted,
      });
    expect(await see(client)).toBe('Ann Ben Cleo | PANEL_INCOMPLETE | 4/5');
    await remove('Eve', 1, true); // a draft never counts, whatever is said
    expect(await see(client)).toBe('Ann Ben Cleo | figures | 4/4');
    await remove('Ben', 1, true);
    expect(await see(people.Ben.client)).toBe('nothing');
    expect(await see(client)).toBe('Ann Ben Cleo | figures | 4/4');
    await remove('Ann', 0, false);
    expect(await see(people.Ann.client)).toBe('nothing');
    expect(await see(client)).toBe('Ann Ben Cleo | figures | 3/3');
    const { applicationEvaluation } = await client.ask(
      'query($a: ID!) { applicationEvaluation(applicationId: $a) { comparison { verdicts { person { displayName } } } } }',
      { a: given.applicationId },
    );
    expect(
      applicationEvaluation.comparison.verdicts
        .map((one: { person: { displayName: string } }) => one.person.displayName)
        .sort(),
    ).toEqual(['Ben', 'Cleo', 'Cleo']);
    expect(
      await client.refused('removeFromPanel', {
        interviewId: interviews[0],
        personId: people.Ann.personId,
        reason: 'Left the project',
        isCounted: true,
      }),
    ).toMatchObject({ code: 'REMOVED_FROM_PANEL' });
    expect(
      await client.refused('removeFromPanel', {
        interviewId: interviews[0],
        personId: people.Cleo.personId,
        reason: 'no',
        isCounted: true,
      }),
    ).toMatchObject({ code: 'EVALUATION_REASON_TOO_SHORT', field: 'input.reason' });
    expect(
      await client.refused('removeFromPanel', {
        interviewId: interviews[0],
        personId: people.Eve.personId,
        reason: 'Left the project',
        isCounted: true,
      }),
    ).toMatchObject({ code: 'SEAT_NOT_HELD' });
    expect(
      await client.refused('addToPanel', {
        interviewId: interviews[0],
        personId: people.Ann.personId,
        isObserver: false,
      }),
    ).toMatchObject({ code: 'PANEL_SEAT_TAKEN' });
  });

  it('binds the hiring manager on the panel, and whoever has lost the grant of interviewers, until the own scorecard is submitted', async () => {
    const org = await app.organisation();
    const manager = await hiring.giveManager(org);
    const requisition = await hiring.giveRequisition(org, { manager });
    const ann = await hiring.giveInterviewer(org, 'Ann');
    await hiring.givePlan(requisition, [{ raters: [ann.personId, manager.personId] }]);
    const given = await hiring.giveApplication(requisition);
    const [interviewId = ''] = await hiring.giveInterviews(given);
    await hiring.submitScorecard(ann.client, interviewId, { note: 'secret of Ann' });
    const see = (client: Client) => sight(client, given, ['Ann', 'Hanna Manager']);
    expect(await see(manager.client)).toBe('Hanna Manager* | OWN_SCORECARD_DUE | 1/2');
    await org.admin.run('takeGrant', { memberId: manager.client.memberId, grant: 'INTERVIEWER' });
    const paths = await manager.client.ask(
      `query($a: ID!) { applicationEvaluation(applicationId: $a) { withheld scorecards { content { summary } } comparison { fit { share } } } }`,
      { a: given.applicationId },
    );
    expect(paths.applicationEvaluation.withheld).toBe('OWN_SCORECARD_DUE');
    expect(JSON.stringify(paths)).not.toContain('secret of Ann');
    await app.database.write({ organisationId: org.id, actor: null, requestId: 'test' }, async (unit) => {
      if (manager.client.memberId !== null) await addGrant(unit, manager.client.memberId, 'INTERVIEWER', null);
      return ok(null);
    });
    await hiring.submitScorecard(manager.client, interviewId, { note: 'secret of Hanna Manager' });
    expect(await see(manager.client)).toBe('Ann Hanna Manager | figures | 2/2');
  });

  it('opens at the commit of the own submission and not with a draft, however full', async () => {
    const { see, submit, people, interviews } = await cast(app);
    await submit('Ann', 0);
    const draft = await hiring.draftScorecard(people.Ben.client, interviews[1] ?? '', { note: 'secret of Ben' });
    const text = JSON.stringify(
      await people.Ben.client.ask(
        '{ myInterviews { nodes { seats { hasSubmitted } application { evaluation { scorecards { content { summary } } } } } } }',
      ),
    );
    expect(text).not.toContain('secret of Ann');
    const { evaluation } = await people.Ben.client.run(
      'submitScorecard',
      draft,
      'evaluation { scorecards { person { displayName } } }',
    );
    expect(evaluation.scorecards.map((one: { person: { displayName: string } }) => one.person.displayName)).toEqual([
      'Ann',
      'Ben',
    ]);
    expect(await see(people.Ben.client)).toBe('Ann Ben | PANEL_INCOMPLETE | 2/5');
  });

  it('holds for debrief and decision: a scorecard that was waived keeps its author blind for good', async () => {
    const { see, submit, people, given, interviews, auditor } = await cast(app);
    const { client } = given.requisition.manager;
    for (const [name, sitting] of [
      ['Ann', 0],
      ['Ben', 1],
      ['Cleo', 0],
      ['Cleo', 1],
    ] as const)
      await submit(name, sitting);
    const { interview } = await client.ask(
      'query($i: ID!) { interview(id: $i) { seats { scorecardId hasSubmitted person { displayName } } } }',
      { i: interviews[1] },
    );
    const due = interview.seats.find((seat: { hasSubmitted: boolean }) => !seat.hasSubmitted);
    expect(due.person.displayName).toBe('Eve');
    await hiring.holdDebrief(given, [people.Ann.personId], [{ scorecardId: due.scorecardId, reason: 'Fell ill' }]);
    expect(await see(people.Ann.client)).toBe('Ann Ben Cleo | figures debrief | 4/5');
    expect(await see(people.Eve.client)).toBe('Eve* | OWN_SCORECARD_DUE | 4/5');
    await hiring.giveDecision(given, {
      ...hiring.ACCEPT,
      reasonCodes: ['GAP_WITH_GROWTH_PLAN'],
      reason: 'One must-have was not assessed; a plan covers it.',
      conditions: 'A growth plan with Ben until the end of June',
    });
    expect(await see(client)).toBe('Ann Ben Cleo | figures debrief decision | 4/5');
    expect(await see(auditor)).toBe('Ann Ben Cleo | figures debrief decision | 4/5');
    expect(await see(people.Ann.client)).toBe('Ann Ben Cleo | figures debrief | 4/5'); // interviewers do not read the decision
    expect(await see(people.Eve.client)).toBe('Eve* | OWN_SCORECARD_DUE | 4/5');
    const draft = await people.Eve.client.ask('{ myInterviews { nodes { myScorecard { id version } } } }');
    const { id, version } = draft.myInterviews.nodes[0].myScorecard;
    expect(await people.Eve.client.refused('submitScorecard', { scorecardId: id, version })).toMatchObject({
      code: 'EVALUATION_CLOSED',
    });
    await client.run('hireCandidate', {
      applicationId: given.applicationId,
      version: await hiring.versionOf(given),
      startOn: '2027-01-04',
    });
    const eve = await people.Eve.client.ask(
      'query($a: ID!, $r: ID!) { application(id: $a) { stage history { toStage } } hired: applications(stage: HIRED) { totalCount } requisition(id: $r) { pipeline { stage count } } }',
      { a: given.applicationId, r: given.requisition.requisitionId },
    );
    expect(eve.application.stage).toBe('DECIDED'); // that somebody was hired tells what others thought
    expect(JSON.stringify(eve.application.history)).not.toContain('HIRED');
    expect(eve.hired.totalCount).toBe(0);
    expect(eve.requisition.pipeline.find((one: { stage: string }) => one.stage === 'HIRED').count).toBe(0);
  });

  it('holds in the audit trail: it tells who did what, and nothing of what was judged', async () => {
    const { submit, people, given } = await cast(app);
    await submit('Ann', 0);
    await submit('Ben', 1);
    const { auditEvents } = await people.Eve.client.ask('{ auditEvents(first: 100) { nodes { type data } } }');
    const text = JSON.stringify(auditEvents);
    expect(text).toContain('ScorecardSubmitted');
    expect(text).toContain(given.applicationId);
    expect(text).not.toMatch(/secret|STRONG_NO|"YES"|"level"|"verdict"/);
  });

  it('leaves the stranger with nothing: other managers, interviewers without a seat, employees', async () => {
    const { org, see, submit } = await cast(app);
    await submit('Ann', 0);
    expect(await see((await hiring.giveManager(org, 'Otto Other')).client)).toBe('nothing');
    expect(await see((await hiring.giveInterviewer(org, 'Gil')).client)).toBe('nothing');
    const employee = await givePerson(org);
    const answer = await employee.client.send(
      'query($a: ID!) { applicationEvaluation(applicationId: $a) { withheld } }',
      { a: org.id },
    );
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a conflict of interest', () => {
  it('closes everything on every path, the own scorecard included, for interviewers, hiring managers, auditors and administrators', async () => {
    const { org, see, submit, people, given, interviews } = await cast(app);
    const { candidateId, applicationId } = given;
    await submit('Ann', 0);
    const { scorecardId, version } = await hiring.draftScorecard(people.Ben.client, interviews[1] ?? '', {
      note: 'secret of Ben',
    });
    const auditor = await givePerson(org, { grants: ['AUDITOR', 'ORGANISATION_ADMIN'] });
    for (const who of [people.Ann, people.Ben, auditor])
      await given.requisition.manager.client.run('declareRelation', {
        candidateId,
        personId: who.personId,
        kind: 'FAMILY',
      });
    expect(await see(people.Ann.client)).toBe('nothing');
    expect(await see(auditor.client)).toBe('nothing');
    expect((await people.Ann.client.ask('{ myInterviews { totalCount } }')).myInterviews.totalCount).toBe(0);
    const interview = await people.Ann.client.ask(
      'query($i: ID!, $r: ID!) { interview(id: $i) { id } requisition(id: $r) { id } }',
      { i: interviews[0], r: given.requisition.requisitionId },
    );
    expect(interview).toEqual({ interview: null, requisition: null });
    expect(await people.Ben.client.refused('submitScorecard', { scorecardId, version })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.scorecardId',
    });
    await given.requisition.manager.client.run('declareRelation', { candidateId, kind: 'FAMILY' });
    expect(await see(given.requisition.manager.client)).toBe('nothing');
    for (const [mutation, input] of [
      ['moveApplication', { applicationId, version: 1, stage: 'DEBRIEF' }],
      ['scheduleInterviews', { applicationId }],
      ['addToPanel', { interviewId: interviews[0], personId: auditor.personId, isObserver: false }],
      ['recordDebrief', { applicationId, notes: 'x', attendeeIds: [auditor.personId], waivers: [] }],
      ['decide', { applicationId, version: 1, ...hiring.DECLINE }],
      ['hireCandidate', { applicationId, version: 1, startOn: '2027-01-04' }],
    ] as const)
      expect([mutation, (await given.requisition.manager.client.refused(mutation, input)).code]).toEqual([
        mutation,
        'NOT_FOUND',
      ]);
  });
});
