/** Why this file exists: two people act at the same moment, 200 times: one stands, the other is told so, nothing is doubled and nothing is lost. */
import { startTestApp, type Client, type TestApp } from '../support/app.js';
import * as hiring from '../support/hiring.js';
import { giveDrafts, giveUndecided } from '../support/hiring-rounds.js';
import { giveTeam } from '../support/people.js';

const ROUNDS = 200;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const PROBLEM = '... on Problem { code }';
interface Result {
  readonly __typename: string;
  readonly code?: string;
}

/** Sends the same kind of change twice at the same moment. @returns both results, the one that stood first */
async function race(first: () => Promise<Result>, second: () => Promise<Result>): Promise<readonly [Result, Result]> {
  const results = await Promise.all([first(), second()]);
  const stood = results.filter((r) => r.__typename.endsWith('Success'));
  const lost = results.filter((r) => !r.__typename.endsWith('Success'));
  expect([stood.length, lost.length]).toEqual([1, 1]);
  return [stood[0], lost[0]] as [Result, Result];
}

async function call(client: Client, mutation: string, type: string, input: object): Promise<Result> {
  const data = await client.ask(
    `mutation($input: ${type}!) { result: ${mutation}(input: $input) { __typename ${PROBLEM} } }`,
    { input },
  );
  return data.result as Result;
}

describe(`${ROUNDS} times two at once`, () => {
  it('decide on one application: it has one decision, and the other decider is told', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const rater = await hiring.giveInterviewer(org);
    await hiring.givePlan(requisition, [{ raters: [rater.personId] }]);
    const { client } = requisition.manager;
    const again = await org.signInAgain(client);
    const codes = new Set<string>();
    const undecided = await giveUndecided(app, requisition, rater, ROUNDS);
    expect(undecided).toHaveLength(ROUNDS);
    for (const application of undecided) {
      const decide = (by: Client, reason: string) => () =>
        call(by, 'decide', 'DecideInput', {
          ...application,
          ...hiring.DECLINE,
          reason: `${hiring.DECLINE.reason} ${reason}`,
        });
      const [, lost] = await race(decide(client, 'First.'), decide(again, 'Second.'));
      codes.add(lost.code ?? '');
    }
    expect([...codes].every((c) => ['STALE_VERSION', 'ALREADY_DECIDED'].includes(c))).toBe(true);
    const auditor = await org.member(['AUDITOR']);
    const { auditEvents } = await auditor.ask('{ auditEvents(type: "ApplicationDecided") { totalCount } }');
    expect(auditEvents.totalCount).toBe(ROUNDS);
    const verdict = await auditor.ask('{ verifyAudit { isIntact } }');
    expect(verdict.verifyAudit.isIntact).toBe(true);
  }, 400_000);

  it('submit one scorecard from two windows: it is submitted once, and the other window is told', async () => {
    const org = await app.organisation();
    const requisition = await hiring.giveRequisition(org);
    const rater = await hiring.giveInterviewer(org);
    const again = await org.signInAgain(rater.client);
    await hiring.givePlan(requisition, [{ raters: [rater.personId] }]);
    const drafts = await giveDrafts(app, requisition, rater, ROUNDS);
    expect(drafts).toHaveLength(ROUNDS);
    for (const { scorecardId, version } of drafts) {
      const submit = (by: Client) => () => call(by, 'submitScorecard', 'ScorecardStepInput', { scorecardId, version });
      const [, lost] = await race(submit(rater.client), submit(again));
      expect(['STALE_VERSION', 'SCORECARD_SUBMITTED', 'SCORECARD_LOCKED']).toContain(lost.code);
    }
    const auditor = await org.member(['AUDITOR']);
    const { auditEvents } = await auditor.ask('{ auditEvents(type: "ScorecardSubmitted") { totalCount } }');
    expect(auditEvents.totalCount).toBe(ROUNDS);
  }, 400_000);

  it('edit one record: every change that was acknowledged counts once in its version', async () => {
    const org = await app.organisation();
    const { personId } = await hiring.giveInterviewer(org);
    const team = await giveTeam(org);
    const second = await org.signInAgain(org.admin);
    for (let round = 0; round < ROUNDS; round++) {
      const { person } = await org.admin.ask('query($id: ID!) { person(id: $id) { version } }', { id: personId });
      const edit = (by: Client, mentorCapacity: number) => () =>
        call(by, 'updatePerson', 'UpdatePersonInput', {
          personId,
          version: person.version as number,
          teamId: team,
          mentorCapacity,
        });
      const [, lost] = await race(edit(org.admin, round % 7), edit(second, round % 5));
      expect(lost.code).toBe('STALE_VERSION');
    }
    const { person } = await org.admin.ask('query($id: ID!) { person(id: $id) { version } }', { id: personId });
    expect(person.version).toBe(ROUNDS + 1);
  }, 400_000);
});
