/** Why this file exists: applicants follow and end their own application by a link, and learn nothing of others or of what others think. */
import { newStatusToken } from '../../../src/modules/candidates/store/public-address.js';
import type { Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { passAttemptWindow } from '../../support/attempts.js';
import { asSuperuser } from '../../support/database.js';
import * as hiring from '../../support/hiring.js';
import { dayFromNow, giveLinked, LINK, statusBy } from '../../support/status-links.js';
import { eventsOf } from '../../support/trail.js';

let offsetMs = 0;
const DAY_MS = 86_400_000;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterEach(() => {
  offsetMs = 0;
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('a status link', () => {
  it('shows the applicant where the application stands, what is assessed, and what is kept', async () => {
    const { organisation, token } = await giveLinked(app, { name: 'Cora Candidate' });
    const status = await statusBy(app, token);
    expect(status).toMatchObject({
      requisitionTitle: 'Engineer for the triage model',
      organisationName: organisation.slug,
      stage: 'APPLIED',
      answerOn: null,
      withdrawnBy: null,
      mayWithdraw: true,
      interviews: [],
      data: {
        displayName: 'Cora Candidate',
        headline: 'Engineer',
        source: 'DIRECT',
        consentedOn: null,
        keepUntil: null,
      },
    });
    expect(status.steps).toEqual([{ stage: 'APPLIED', at: expect.any(String) }]);
    expect(status.data.email).toMatch(/^c…@outside\.example$/);
    expect(status.data.phone).toBe('…');
    expect(status.requirements.length).toBeGreaterThan(4);
  });

  it('shows stages with their dates, own interviews with their times, and the promise of the stage alone', async () => {
    const { organisation, requisition, application, applicationId, client, token } = await giveLinked(app);
    const rater = await hiring.giveInterviewer(organisation, 'Rita Rater');
    await hiring.givePlan(requisition, [{ raters: [rater.personId] }]);
    const [interviewId] = await hiring.giveInterviews(application);
    await client.run('updateInterview', { interviewId, version: 1, scheduledAt: '2027-01-20T09:00:00Z' });
    const promise = async (answerOn: string) =>
      client.run(
        'promiseAnswer',
        { applicationId, version: await hiring.versionOf(application), answerOn },
        'application { answerPromise { answerOn } }',
      );
    await promise(dayFromNow(3));
    expect((await promise(dayFromNow(9))).application.answerPromise).toEqual({ answerOn: dayFromNow(9) });
    const status = await statusBy(app, token);
    expect(status).toMatchObject({
      answerOn: dayFromNow(9),
      interviews: [
        {
          name: 'Structured screen',
          scheduledAt: '2027-01-20T09:00:00.000Z',
          isHeld: false,
          skillNames: ['Data pipeline engineering'],
        },
      ],
    });
    expect(JSON.stringify(status)).not.toMatch(/Rita|Hanna/);
    const move = {
      applicationId,
      version: await hiring.versionOf(application),
      stage: 'SCREEN',
      note: 'A private note.',
    };
    await client.run('moveApplication', move);
    const moved = await statusBy(app, token);
    expect(moved).toMatchObject({
      stage: 'SCREEN',
      answerOn: null,
      steps: [{ stage: 'APPLIED' }, { stage: 'SCREEN' }],
    });
    expect(JSON.stringify(moved)).not.toMatch(/private note/);
  });

  it('tells the outcome of a decision to nobody: accepted, declined and hired look the same', async () => {
    const organisation = await app.organisation();
    const requisition = await hiring.giveRequisition(organisation, { openings: 3 });
    const rater = await hiring.giveInterviewer(organisation);
    const second = await hiring.giveInterviewer(organisation);
    const panel = { raters: [rater.personId, second.personId] };
    await hiring.givePlan(requisition, [panel, panel, panel]);
    const shown: unknown[] = [];
    for (const how of ['ACCEPTED', 'DECLINED', 'HIRED']) {
      const application = await hiring.giveApplication(requisition, { name: 'Carol Candidate' });
      const { applicationId } = application;
      if (how === 'DECLINED') {
        await hiring.giveInterviews(application).then(async (interviews) => {
          for (const one of interviews)
            for (const { client } of [rater, second])
              await hiring.submitScorecard(client, one, { level: 1, verdict: 'NO' });
        });
        await hiring.holdDebrief(application, [rater.personId, second.personId]);
        await hiring.giveDecision(application, hiring.DECLINE);
      } else await hiring.giveAccepted(application, [rater, second]);
      const { client } = requisition.manager;
      if (how === 'HIRED') {
        const version = await hiring.versionOf(application);
        await client.run('hireCandidate', { applicationId, version, startOn: dayFromNow(30) });
      }
      const { link } = await client.run('createStatusLink', { applicationId }, LINK);
      const status = await statusBy(app, link.token);
      expect(status).toMatchObject({ stage: 'DECIDED', mayWithdraw: false });
      shown.push(
        JSON.stringify(status)
          .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
          .replaceAll(/c…@/g, ''),
      );
      expect(await app.anonymous.refused('withdrawByLink', { token: link.token })).toMatchObject({
        code: 'DECISION_MADE',
      });
    }
    expect(shown[1]).toBe(shown[0]);
    expect(shown[2]).toBe(shown[0]);
  }, 60_000);

  it('is kept as a hash alone; its token stands neither in the database nor in the audit trail', async () => {
    const { organisation, applicationId, token } = await giveLinked(app);
    const events = await eventsOf(organisation, applicationId);
    expect(events.map((event) => event.type)).toEqual(['ApplicationReceived', 'StatusLinkCreated']);
    const kept = await asSuperuser(app.databaseName, async (db) => {
      const tables = ['status_link', 'audit_event', 'idempotency_key'];
      const rows: string[] = [];
      for (const table of tables) {
        const found = await db.query<{ row: string }>(`select row_to_json(x)::text as row from ${table} x`);
        rows.push(...found.rows.map(({ row }) => row));
      }
      return rows.join('\n');
    });
    const secret = Buffer.from(token, 'base64url').subarray(16, 36);
    for (const form of [token, secret.toString('base64url'), secret.toString('hex'), secret.toString('base64')])
      expect(kept.includes(form)).toBe(false);
  });

  it('shows its token once: a repeated call answers without, and makes no second link', async () => {
    const { applicationId, client, organisation } = await giveLinked(app);
    const text = `mutation($i: CreateStatusLinkInput!) { createStatusLink(input: $i) { ... on CreateStatusLinkSuccess { ${LINK} } } }`;
    const call = async () =>
      (await client.ask(text, { i: { applicationId } }, { 'idempotency-key': 'one-link-please' })).createStatusLink;
    const [first, second] = [await call(), await call()];
    expect(first.link.token).toMatch(/^[\w-]{64}$/);
    expect(second.link).toEqual({ token: null, expiresAt: first.link.expiresAt });
    expect(second.application).toEqual(first.application);
    const made = (await eventsOf(organisation, applicationId)).filter((event) => event.type === 'StatusLinkCreated');
    expect(made).toHaveLength(2);
    const kept = await asSuperuser(app.databaseName, (db) =>
      db.query<{ row: string }>('select outcome::text as row from idempotency_key'),
    );
    expect(kept.rows.some(({ row }) => row.includes(first.link.token as string))).toBe(false);
  });
});

describe('a link that does not work', () => {
  it('answers the same whether it was never made, was changed, has expired, was revoked or was replaced', async () => {
    const { application, applicationId, client, organisation, token: replaced } = await giveLinked(app);
    const { link } = await client.run('createStatusLink', { applicationId, days: 3 }, LINK);
    expect(await statusBy(app, link.token)).not.toBeNull();
    const revoked = await giveLinked(app);
    await revoked.client.run(
      'revokeStatusLink',
      { applicationId: revoked.applicationId },
      'application { statusLink { id } }',
    );
    offsetMs = 3 * DAY_MS + 1_000;
    const unknown = newStatusToken(organisation.id).token;
    const refusals = new Set<string>();
    for (const token of [
      unknown,
      `${replaced.slice(0, -1)}${replaced.at(-1) === 'A' ? 'B' : 'A'}`,
      link.token,
      revoked.token,
      replaced,
      'x',
      '',
    ]) {
      await passAttemptWindow(app.databaseName);
      expect(await statusBy(app, token)).toBeNull();
      refusals.add(JSON.stringify(await app.anonymous.refused('withdrawByLink', { token })));
    }
    expect([...refusals]).toHaveLength(1);
    expect([...refusals][0]).toMatch(/"NotFound".*"NOT_FOUND"/);
    offsetMs = 0;
    for (const one of [application, revoked.application]) expect(await hiring.versionOf(one)).toBe(1);
  });

  it('is looked up nowhere when it was not made here', async () => {
    await passAttemptWindow(app.databaseName);
    const { token } = await giveLinked(app);
    const wrong = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`;
    const { value, statements } = await app.statements(() => statusBy(app, wrong));
    expect([value, statements]).toEqual([null, []]);
  });
});
