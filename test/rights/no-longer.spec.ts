/** Why this file exists: what somebody may no longer do is refused on a session that is open already, within a second of what ended it; the cases that other specs of leavers and grants do not name. */
import { startTestApp, type Client, type TestApp } from '../support/app.js';
import { makeToken } from '../support/api-tokens.js';
import * as hiring from '../support/hiring.js';
import { givePerson } from '../support/people.js';

const SECOND_MS = 1_000;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

/** What an open session is told beforehand, and within a second of what happens. */
async function ends(
  asks: () => Promise<unknown>,
  [before, after]: readonly [unknown, unknown],
  happens: () => Promise<unknown>,
): Promise<void> {
  expect(await asks()).toEqual(before);
  await happens();
  const begun = Date.now();
  expect(await asks()).toEqual(after);
  expect(Date.now() - begun).toBeLessThan(SECOND_MS);
}

/** An application with a panel of one, who has not submitted the scorecard. */
async function panel() {
  const organisation = await app.organisation();
  const requisition = await hiring.giveRequisition(organisation);
  const rater = await givePerson(organisation, { grants: ['EMPLOYEE', 'INTERVIEWER'] });
  await hiring.givePlan(requisition, [{ raters: [rater.personId] }]);
  const application = await hiring.giveApplication(requisition);
  const [interviewId = ''] = await hiring.giveInterviews(application);
  return { rater, application, interviewId };
}
const reads = (client: Pick<Client, 'send'>, id: string) => async (): Promise<boolean> =>
  ((await client.send(`{ application(id: "${id}") { id } }`)).data?.application ?? null) !== null;

const SAVE = `mutation($i: SaveScorecardInput!) { result: saveScorecard(input: $i) {
  __typename ... on SaveScorecardSuccess { scorecard { version } } ... on Problem { code } } }`;

describe('within a second, on an open session', () => {
  it('nothing more is written when the panel is closed by a decision that waives the scorecard', async () => {
    const { rater, application, interviewId } = await panel();
    const { id: scorecardId, version, ratings } = await hiring.scorecardFor(rater.client, interviewId);
    const text = { verdict: 'YES', summary: 'A talk that showed the work', ratings };
    let written = version;
    const writes = async () => {
      const { result } = await rater.client.ask(SAVE, { i: { scorecardId, version: written, ...text } });
      written = result.scorecard?.version ?? written;
      return result.code ?? 'WRITTEN';
    };
    await ends(writes, ['WRITTEN', 'EVALUATION_CLOSED'], async () => {
      await hiring.holdDebrief(application, [], [{ scorecardId, reason: 'Fell ill that week' }]);
      await hiring.giveDecision(application, hiring.DECLINE);
    });
  });

  it('a conflict of interest closes the application to somebody on its panel, session and token', async () => {
    const { rater, application } = await panel();
    const token = await makeToken(app, rater.client, { scopes: ['application:read'] });
    const [session, program] = [
      reads(rater.client, application.applicationId),
      reads(token, application.applicationId),
    ];
    expect(await program()).toBe(true);
    await ends(session, [true, false], () =>
      rater.client.run('declareRelation', { candidateId: application.candidateId, kind: 'FAMILY' }),
    );
    expect(await program()).toBe(false);
  });

  it('a token is out with the administrator who made it', async () => {
    const organisation = await app.organisation();
    const owner = await organisation.member(['ORGANISATION_ADMIN']);
    const token = await makeToken(app, owner, { scopes: ['directory:read'] });
    const asks = async () => (await token.send('{ teams { totalCount } }')).errors[0]?.extensions.code ?? 'OK';
    await ends(asks, ['OK', 'UNAUTHENTICATED'], () =>
      organisation.admin.run('deactivateMember', { memberId: owner.memberId }),
    );
  });
});
