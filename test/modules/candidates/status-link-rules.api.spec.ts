/** Why this file exists: who makes status links and promises, what they are refused, and how an applicant ends the own application. */
import { startTestApp, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { dayFromNow, giveLinked, LINK, statusBy, withdraw } from '../../support/status-links.js';
import { eventsOf } from '../../support/trail.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('withdrawing by link', () => {
  it('ends the application in the name of the candidate, once, with the reason for the hiring team', async () => {
    const { organisation, applicationId, client, token } = await giveLinked(app);
    const { status } = await withdraw(app, token, 'I took another offer.');
    expect(status).toMatchObject({ stage: 'WITHDRAWN', withdrawnBy: 'CANDIDATE', mayWithdraw: false });
    expect((await withdraw(app, token)).status).toEqual(status);
    const seen = await client.ask('query($id: ID!) { application(id: $id) { stage withdrawnBy withdrawReason } }', {
      id: applicationId,
    });
    expect(seen.application).toEqual({
      stage: 'WITHDRAWN',
      withdrawnBy: 'CANDIDATE',
      withdrawReason: 'I took another offer.',
    });
    const events = await eventsOf(organisation, applicationId);
    expect(events.filter((event) => event.type === 'ApplicationWithdrawn')).toHaveLength(1);
  });

  it('acts once when it is sent ten times at the same moment', async () => {
    const { organisation, applicationId, token } = await giveLinked(app);
    const answers = await Promise.all(Array.from({ length: 10 }, () => withdraw(app, token)));
    expect(new Set(answers.map((answer) => answer.status.stage))).toEqual(new Set(['WITHDRAWN']));
    const events = await eventsOf(organisation, applicationId);
    expect(events.filter((event) => event.type === 'ApplicationWithdrawn')).toHaveLength(1);
  });
});

describe('whoever makes links and promises', () => {
  it('is the hiring manager of the application; nobody else can, and interviewers do not see that there is one', async () => {
    const { organisation, requisition, application, applicationId, token } = await giveLinked(app);
    const other = await hiring.giveManager(organisation, 'Otto Other');
    for (const mutation of ['createStatusLink', 'revokeStatusLink'])
      expect(await other.client.refused(mutation, { applicationId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await other.client.refused('promiseAnswer', { applicationId, version: 1, answerOn: dayFromNow(2) }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    const rater = await hiring.giveInterviewer(organisation);
    await hiring.givePlan(requisition, [{ raters: [rater.personId] }]);
    await hiring.giveInterviews(application);
    const query = 'query($id: ID!) { application(id: $id) { statusLink { id } answerPromise { answerOn } } }';
    expect((await rater.client.ask(query, { id: applicationId })).application).toEqual({
      statusLink: null,
      answerPromise: null,
    });
    expect(await statusBy(app, token)).not.toBeNull();
  });

  it('is told what is wrong: no link to revoke, a day that has passed or is too far, a withdrawn application, an old version', async () => {
    const { applicationId, client, token } = await giveLinked(app);
    await client.run('revokeStatusLink', { applicationId });
    expect(await client.refused('revokeStatusLink', { applicationId })).toMatchObject({ code: 'NOT_FOUND' });
    const promise = (answerOn: string, version = 1) =>
      client.refused('promiseAnswer', { applicationId, version, answerOn });
    expect(await promise(dayFromNow(-1))).toMatchObject({ code: 'PROMISE_DAY_WRONG', field: 'input.answerOn' });
    expect(await promise(dayFromNow(400))).toMatchObject({ code: 'PROMISE_DAY_WRONG' });
    expect(await promise(dayFromNow(2), 7)).toMatchObject({ code: 'STALE_VERSION' });
    expect(await statusBy(app, token)).toBeNull();
    const { link } = await client.run('createStatusLink', { applicationId }, LINK);
    await withdraw(app, link.token);
    expect(await promise(dayFromNow(2), 2)).toMatchObject({ code: 'NO_ANSWER_DUE' });
    const tooLong = 'mutation($i: CreateStatusLinkInput!) { createStatusLink(input: $i) { __typename } }';
    for (const days of [0, 91])
      expect((await client.send(tooLong, { i: { applicationId, days } })).errors[0]?.extensions.code).toBe('BAD_INPUT');
  });
});

describe('consent', () => {
  it('is written down with the candidate, shown to the applicant, and refused for days that cannot be', async () => {
    const requisition = await hiring.giveRequisition(await app.organisation());
    const { client } = requisition.manager;
    const input = { displayName: 'Dora', source: 'SOURCED', phone: '+49 171 5550123' };
    const days = { consentedOn: dayFromNow(-2), keepUntil: dayFromNow(180) };
    const { candidate } = await client.run(
      'addCandidate',
      { ...input, ...days },
      'candidate { id consentedOn keepUntil }',
    );
    expect(candidate).toMatchObject(days);
    const { requisitionId } = requisition;
    const { application } = await client.run(
      'apply',
      { requisitionId, candidateId: candidate.id },
      'application { id }',
    );
    const { link } = await client.run('createStatusLink', { applicationId: application.id }, LINK);
    expect((await statusBy(app, link.token)).data).toMatchObject({
      ...days,
      email: null,
      phone: '… 23',
      source: 'SOURCED',
    });
    for (const [wrong, field] of [
      [{ consentedOn: dayFromNow(1) }, 'input.consentedOn'],
      [{ keepUntil: dayFromNow(-1) }, 'input.keepUntil'],
    ] as const)
      expect(await client.refused('addCandidate', { ...input, ...wrong })).toMatchObject({
        code: 'CONSENT_DAY_WRONG',
        field,
      });
  });
});
