/** Why this file exists: scorecards as records: one of two simultaneous submissions stands, lists cost the same, the database refuses changes. */
import type { Unit } from '../../../src/platform/database/index.js';
import { ok } from '../../../src/platform/outcome/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { giveDrafts } from '../../support/hiring-rounds.js';
import { sameStatements } from '../../support/statements.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

/** One requisition, one application, one sitting with these raters. */
async function sitting(names: readonly string[] = ['Ann', 'Ben'], at = 1) {
  const org = await app.organisation();
  const requisition = await hiring.giveRequisition(org);
  const raters: hiring.Employee[] = [];
  for (const name of names) raters.push(await hiring.giveInterviewer(org, name));
  await hiring.givePlan(
    requisition,
    Array.from({ length: at + 1 }, () => ({ raters: raters.map((rater) => rater.personId) })),
  );
  const given = await hiring.giveApplication(requisition, { name: 'Cora' });
  const interviews = await hiring.giveInterviews(given);
  const [ann, ben] = raters;
  if (ann === undefined) throw new Error('a sitting needs a rater');
  return { org, requisition, given, interviewId: interviews[at] ?? '', interviews, ann, ben: ben ?? ann };
}

describe('a scorecard', () => {
  it('who submits twice at the same moment has submitted once, in twenty rounds', async () => {
    const requisition = await hiring.giveRequisition(await app.organisation());
    const ann = await hiring.giveInterviewer(requisition.organisation, 'Ann');
    await hiring.givePlan(requisition, [{ raters: [ann.personId] }]);
    const drafts = await giveDrafts(app, requisition, ann, 20);
    expect(drafts).toHaveLength(20);
    for (const { scorecardId, version } of drafts) {
      const draft = { scorecardId, version };
      const mutation =
        'mutation($i: ScorecardStepInput!) { result: submitScorecard(input: $i) { __typename ... on Problem { code } } }';
      const answers = await Promise.all([
        ann.client.send(mutation, { i: draft }),
        ann.client.send(mutation, { i: draft }),
        ann.client.send(mutation, { i: draft }),
      ]);
      const results = answers.map((answer) => answer.data.result as { __typename: string; code?: string });
      expect(results.filter((result) => result.__typename === 'SubmitScorecardSuccess')).toHaveLength(1);
      for (const result of results.filter((one) => one.__typename !== 'SubmitScorecardSuccess'))
        expect(result).toEqual({ __typename: 'StaleVersion', code: 'STALE_VERSION' });
    }
  }, 120_000);

  it('lists interviews with the same statements for two and for twenty', async () => {
    const { ann, given } = await sitting(['Ann'], 1);
    const query = `{ myInterviews { nodes { title isMyScorecardDue application { candidate { displayName } requisition { title } evaluation { withheld scorecards { content { summary } } } }
      items { item { title } } seats { hasSubmitted person { displayName } } progress { submitted } myScorecard { id } } totalCount } }`;
    await sameStatements(app, 'myInterviews', ann.client, query, async () => {
      for (let n = 0; n < 9; n++) await hiring.giveInterviews(await hiring.giveApplication(given.requisition));
    });
  });

  it('sees comparisons with the same statements for two applications and for twenty', async () => {
    const { requisition, given, ann } = await sitting(['Ann'], 0);
    const [interviewId = ''] = (await ann.client.ask('{ myInterviews { nodes { id } } }')).myInterviews.nodes.map(
      (one: { id: string }) => one.id,
    );
    await hiring.submitScorecard(ann.client, interviewId);
    const query = `{ compareCandidates(requisitionId: "${given.requisition.requisitionId}") { candidates { withheld progress { due } comparison { fit { share } cells { ratings { person { displayName } } } } application { candidate { displayName } } } } }`;
    await sameStatements(app, 'compareCandidates', requisition.manager.client, query, async () => {
      for (let n = 0; n < 19; n++) {
        const [id = ''] = await hiring.giveInterviews(await hiring.giveApplication(requisition));
        await hiring.submitScorecard(ann.client, id);
      }
    });
    const { compareCandidates } = await requisition.manager.client.ask(query);
    expect(compareCandidates.candidates).toHaveLength(20);
    for (const candidate of compareCandidates.candidates) expect(candidate.comparison).not.toBeNull();
    const list = `{ applications(requisitionId: "${given.requisition.requisitionId}") { nodes { evaluation { comparison { fit { share } } scorecards { person { displayName } } } interviews { title } } } }`;
    await sameStatements(app, 'applications', requisition.manager.client, list, async () => {
      await hiring.giveApplication(requisition);
    });
  });
});

describe('the database', () => {
  it('refuses to change a submitted scorecard, its ratings, its amendments, a removed seat and a decision, whatever the code does', async () => {
    const { ann, ben, org, given, interviewId, interviews } = await sitting(['Ann', 'Ben'], 0);
    const scorecardId = await hiring.submitScorecard(ann.client, interviewId);
    await hiring.submitScorecard(ben.client, interviewId);
    expect(interviews).toEqual([interviewId]);
    await given.requisition.manager.client.run('removeFromPanel', {
      interviewId,
      personId: ann.personId,
      reason: 'Changed team',
      isCounted: true,
    });
    const tries = async (sql: string, values: readonly unknown[]): Promise<void> => {
      await app.database.write({ organisationId: org.id, actor: null, requestId: 'test' }, async (unit: Unit) => {
        await unit.rows(sql, values);
        return ok(null);
      });
    };
    await expect(
      tries(`update scorecard set verdict = 'NO' where organisation_id = $1 and id = $2`, [scorecardId]),
    ).rejects.toThrow(/submitted scorecard never changes/);
    await expect(
      tries(`update scorecard set state = 'DRAFT', submitted_at = null where organisation_id = $1 and id = $2`, [
        scorecardId,
      ]),
    ).rejects.toThrow(/submitted scorecard never changes/);
    await expect(
      tries('update rating set level = 5 where organisation_id = $1 and scorecard_id = $2', [scorecardId]),
    ).rejects.toThrow(/submitted rating never changes/);
    await expect(
      tries('delete from rating where organisation_id = $1 and scorecard_id = $2', [scorecardId]),
    ).rejects.toThrow(/submitted rating never changes/);
    await expect(
      tries(`insert into rating values ($1, $2, 'other', 'ci-cd', 9, 5, false, '')`, [scorecardId]),
    ).rejects.toThrow(/submitted rating never changes/);
    await expect(
      tries(
        'update panel_seat set removed_at = null, removal_reason = null, is_counted_after_removal = null where organisation_id = $1 and interview_id = $2 and removed_at is not null',
        [interviewId],
      ),
    ).rejects.toThrow(/taken away stays/);
    for (const sql of [
      'update scorecard_amendment set number = 2 where organisation_id = $1',
      'update decision set outcome = $2 where organisation_id = $1',
      'delete from scorecard where organisation_id = $1',
    ])
      await expect(tries(sql, sql.includes('$2') ? ['DECLINE'] : [])).rejects.toThrow(/permission denied/);
    await expect(
      tries(`update application set stage = 'HIRED', decided_as = 'ACCEPTED' where organisation_id = $1`, []),
    ).rejects.toThrow(/has no step from APPLIED to HIRED/);
    await expect(
      tries(`update requisition set state = 'DRAFT', opened_at = null where organisation_id = $1`, []),
    ).rejects.toThrow(/has no step from OPEN to DRAFT/);
  });
});
