/** Why this file exists: debrief, decision, dissent and hire through the API: who, when, on what grounds, and once. */
import { startTestApp, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

interface Loop {
  readonly given: hiring.GivenApplication;
  readonly ann: hiring.Employee;
  readonly ben: hiring.Employee;
  readonly interviews: readonly string[];
}
/** An application with three sittings, both raters in each. */
async function loop(requisition?: hiring.GivenRequisition): Promise<Loop> {
  const wanted = requisition ?? (await hiring.giveRequisition(await app.organisation()));
  const { organisation } = wanted;
  const [ann, ben] = [
    await hiring.giveInterviewer(organisation, 'Ann'),
    await hiring.giveInterviewer(organisation, 'Ben'),
  ];
  const panel = { raters: [ann.personId, ben.personId] };
  await hiring.givePlan(wanted, [panel, panel, panel]);
  const given = await hiring.giveApplication(wanted);
  return { given, ann, ben, interviews: await hiring.giveInterviews(given) };
}
const submitAll = async ({ ann, ben, interviews }: Loop, level = 3): Promise<void> => {
  for (const interviewId of interviews)
    for (const rater of [ann, ben]) await hiring.submitScorecard(rater.client, interviewId, { level });
};

describe('a decision', () => {
  it('waits for the debrief, for every scorecard or its waiver by name, and for reasons of its outcome', async () => {
    const all = await loop();
    const { given, ann, ben, interviews } = all;
    const { client, personId } = given.requisition.manager;
    const { applicationId } = given;
    await client.run('moveApplication', { applicationId, version: 1, stage: 'DEBRIEF' });
    const decide = (more: object) => client.refused('decide', { applicationId, version: 2, ...hiring.ACCEPT, ...more });
    expect(await decide({})).toMatchObject({ code: 'DEBRIEF_MISSING' });
    const debrief = { applicationId, notes: 'We compared.', attendeeIds: [personId, ann.personId], waivers: [] };
    const incomplete = await client.refused('recordDebrief', debrief);
    expect(incomplete).toMatchObject({ code: 'SCORECARDS_MISSING', field: 'input.waivers' });
    expect(incomplete.facts[0]?.value.split(', ')).toHaveLength(6);
    for (const interviewId of interviews) await hiring.submitScorecard(ann.client, interviewId);
    for (const interviewId of interviews.slice(0, 2)) await hiring.submitScorecard(ben.client, interviewId);
    const { interview } = await client.ask(
      'query($i: ID!) { interview(id: $i) { seats { scorecardId hasSubmitted } } }',
      { i: interviews[2] },
    );
    const due = interview.seats.find((seat: { hasSubmitted: boolean }) => !seat.hasSubmitted).scorecardId as string;
    const waive = (waivers: object[]) => client.refused('recordDebrief', { ...debrief, waivers });
    expect(await waive([{ scorecardId: due, reason: 'no' }])).toMatchObject({
      code: 'EVALUATION_REASON_TOO_SHORT',
      field: 'input.waivers.0.reason',
    });
    expect(
      await waive([
        { scorecardId: due, reason: 'Fell ill' },
        { scorecardId: due, reason: 'Fell ill' },
      ]),
    ).toMatchObject({ code: 'WAIVER_TWICE' });
    expect(await waive([{ scorecardId: applicationId, reason: 'Fell ill' }])).toMatchObject({
      code: 'WAIVER_NOT_NEEDED',
    });
    expect(await client.refused('recordDebrief', { ...debrief, attendeeIds: [ann.personId] })).toMatchObject({
      code: 'DECIDER_NOT_IN_DEBRIEF',
      field: 'input.attendeeIds',
    });
    const { evaluation } = await client.run(
      'recordDebrief',
      { ...debrief, waivers: [{ scorecardId: due, reason: 'Fell ill' }] },
      'evaluation { debrief { version notes waivers { reason } attendees { person { displayName } } } comparison { fit { floors } } }',
    );
    expect(evaluation).toMatchObject({
      debrief: { version: 1, waivers: [{ reason: 'Fell ill' }] },
      comparison: { fit: { floors: 'All must-haves met (5).' } },
    });
    expect(await client.refused('recordDebrief', debrief)).toMatchObject({ code: 'SCORECARDS_MISSING' });
    const corrected = { ...debrief, waivers: [{ scorecardId: due, reason: 'Fell ill' }], notes: 'We compared twice.' };
    expect(await client.refused('recordDebrief', corrected)).toMatchObject({ code: 'STALE_VERSION' });
    await client.run('recordDebrief', { ...corrected, version: 1 });

    expect(await decide({ reasonCodes: [] })).toMatchObject({
      code: 'REASON_CODE_MISSING',
      field: 'input.reasonCodes',
    });
    expect(await decide({ reasonCodes: ['MUST_HAVE_BELOW'] })).toMatchObject({
      code: 'REASON_CODE_OF_OTHER_OUTCOME',
      field: 'input.reasonCodes.0',
    });
    expect(await decide({ reasonCodes: ['MUST_HAVES_MET', 'MUST_HAVES_MET'] })).toMatchObject({
      code: 'REASON_CODE_TWICE',
    });
    expect(await decide({ reason: 'Good.' })).toMatchObject({
      code: 'EVALUATION_REASON_TOO_SHORT',
      field: 'input.reason',
    });
    expect(
      await decide({ dissent: [{ personId: given.requisition.manager.personId, text: 'I am against' }] }),
    ).toMatchObject({ code: 'DISSENT_NOT_FROM_PANEL', field: 'input.dissent.0.personId' });
    expect(await decide({ version: 1 })).toMatchObject({ code: 'STALE_VERSION' });
    await client.run('decide', {
      applicationId,
      version: 2,
      ...hiring.ACCEPT,
      dissent: [{ personId: ben.personId, text: 'Not yet, I think' }],
    });
    const { applicationEvaluation } = await client.ask(
      'query($a: ID!) { applicationEvaluation(applicationId: $a) { decision { outcome reasonCodes person { displayName } dissent { text person { displayName } } } } }',
      { a: applicationId },
    );
    expect(applicationEvaluation.decision).toEqual({
      outcome: 'ACCEPT',
      reasonCodes: ['MUST_HAVES_MET'],
      person: { displayName: 'Hanna Manager' },
      dissent: [{ text: 'Not yet, I think', person: { displayName: 'Ben' } }],
    });
    expect(await client.refused('decide', { applicationId, version: 3, ...hiring.DECLINE })).toMatchObject({
      __typename: 'AlreadyExists',
      code: 'ALREADY_DECIDED',
    });
    expect(await client.refused('recordDebrief', { ...corrected, version: 2 })).toMatchObject({
      code: 'EVALUATION_CLOSED',
    });
    expect(await client.refused('scheduleInterviews', { applicationId })).toMatchObject({ code: 'EVALUATION_CLOSED' });
  });

  it('to accept over a missing must-have names the gap', async () => {
    const all = await loop();
    await submitAll(all, 1);
    await hiring.holdDebrief(all.given);
    const { client } = all.given.requisition.manager;
    const input = { applicationId: all.given.applicationId, version: 2, ...hiring.ACCEPT };
    expect(await client.refused('decide', input)).toMatchObject({
      code: 'OPEN_MUST_HAVES',
      facts: [{ name: 'skills', value: expect.stringContaining('data-pipelines') }],
    });
    const gap = { ...input, reasonCodes: ['GAP_WITH_GROWTH_PLAN'] };
    for (const conditions of [undefined, null, '  ', 'Growth plan with Ben']) {
      expect(await client.refused('decide', { ...gap, conditions })).toMatchObject({
        __typename: 'RuleViolation',
        code: 'GAP_CONDITIONS_MISSING',
        field: 'input.conditions',
      });
    }
    await client.run('decide', { ...gap, conditions: 'Growth plan with Ben, until the end of June' });
  });

  it('needs evidence to accept, and the decider’s own scorecard', async () => {
    const org = await app.organisation();
    const manager = await hiring.giveManager(org);
    const requisition = await hiring.giveRequisition(org, { manager });
    await hiring.givePlan(requisition, [{ raters: [manager.personId] }]);
    const given = await hiring.giveApplication(requisition);
    await hiring.holdDebrief(given);
    const { client } = manager;
    expect(
      await client.refused('decide', { applicationId: given.applicationId, version: 2, ...hiring.ACCEPT }),
    ).toMatchObject({ code: 'NO_EVIDENCE_TO_ACCEPT' });
    const other = await hiring.giveApplication(requisition);
    await hiring.giveInterviews(other);
    await client.run('moveApplication', { applicationId: other.applicationId, version: 1, stage: 'DEBRIEF' });
    expect(
      await client.refused('recordDebrief', {
        applicationId: other.applicationId,
        notes: '',
        attendeeIds: [manager.personId],
        waivers: [],
      }),
    ).toMatchObject({ code: 'OWN_SCORECARD_DUE' });
  });

  it('is the hiring manager’s: not of administrators, auditors, interviewers or another manager', async () => {
    const all = await loop();
    await submitAll(all);
    await hiring.holdDebrief(all.given);
    const org = all.given.requisition.organisation;
    const input = { applicationId: all.given.applicationId, version: 2, ...hiring.DECLINE };
    const other = await hiring.giveManager(org, 'Otto Other');
    expect(await other.client.refused('decide', input)).toMatchObject({ code: 'NOT_FOUND' });
    for (const client of [org.admin, await org.member(['AUDITOR']), all.ann.client]) {
      const answer = await client.send('mutation($i: DecideInput!) { decide(input: $i) { __typename } }', { i: input });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('is not taken on a closed requisition, and nobody is accepted on one that is on hold', async () => {
    const all = await loop();
    await submitAll(all);
    await hiring.holdDebrief(all.given);
    const { client } = all.given.requisition.manager;
    const { requisitionId } = all.given.requisition;
    const decide = (decision: object) =>
      client.refused('decide', { applicationId: all.given.applicationId, version: 2, ...decision });
    await client.run('holdRequisition', { requisitionId, version: 2 });
    expect(await decide(hiring.ACCEPT)).toMatchObject({ code: 'REQUISITION_DOES_NOT_ALLOW_DECISION' });
    await client.run('closeRequisition', { requisitionId, version: 3, reason: 'The programme was stopped' });
    expect(await decide(hiring.DECLINE)).toMatchObject({ code: 'REQUISITION_DOES_NOT_ALLOW_DECISION' });
  });

  it('taken twice at the same moment stands once, in twenty rounds', async () => {
    const requisition = await hiring.giveRequisition(await app.organisation(), { openings: 30 });
    const { client } = requisition.manager;
    const mutation = 'mutation($i: DecideInput!) { result: decide(input: $i) { __typename ... on Problem { code } } }';
    for (let round = 0; round < 20; round++) {
      const given = await hiring.giveApplication(requisition);
      await hiring.holdDebrief(given);
      const decline = { applicationId: given.applicationId, version: 2, ...hiring.DECLINE };
      const answers = await Promise.all(
        [decline, { ...decline, reasonCodes: ['UNSAFE_PRACTICE'] }, decline].map((i) => client.send(mutation, { i })),
      );
      const results = answers.map((answer) => answer.data.result as { __typename: string; code?: string });
      expect(results.filter((result) => result.__typename === 'DecideSuccess')).toHaveLength(1);
      for (const result of results.filter((one) => one.__typename !== 'DecideSuccess'))
        expect(result).toEqual({ __typename: 'AlreadyExists', code: 'ALREADY_DECIDED' });
      const { application } = await client.ask(
        'query($id: ID!) { application(id: $id) { stage version history { toStage } } }',
        { id: given.applicationId },
      );
      expect(application).toMatchObject({ stage: 'DECIDED', version: 3 });
      expect(application.history.filter((step: { toStage: string }) => step.toStage === 'DECIDED')).toHaveLength(1);
    }
  }, 120_000);
});
