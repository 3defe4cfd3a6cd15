/** Why this file exists: scorecards through the API: drafts, anchors and evidence, submission, amendments, and what the database itself refuses. */
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
const CONTENT =
  'scorecard { state version submittedAt content { verdict summary ratings { skillKey level } } original { verdict summary ratings { skillKey level } } amendments { reason isAfterSeeingOthers before { verdict } after { verdict } } }';

describe('an interviewer', () => {
  it('finds what to ask, with probes and anchors, and the skills to rate', async () => {
    const { ann, interviewId } = await sitting();
    const { myInterviews } = await ann.client
      .ask(`{ myInterviews(isDue: true) { nodes { id title minutes stageKey isMyScorecardDue application { candidate { displayName contact { email } } requisition { title } }
      items { skillKeys item { title prompt probes anchors } } kit { ratingScale stages { key minutes } } seats { isObserver hasSubmitted person { displayName } } progress { submitted due } } totalCount } }`);
    expect(myInterviews.totalCount).toBe(2);
    const interview = myInterviews.nodes.find((one: { id: string }) => one.id === interviewId);
    expect(interview).toMatchObject({
      title: 'Technical depth',
      isMyScorecardDue: true,
      application: { candidate: { displayName: 'Cora', contact: null } },
      items: [{ skillKeys: ['version-control-review', 'production-python', 'ml-testing'] }],
      seats: [{ hasSubmitted: false }, { hasSubmitted: false }],
      progress: { submitted: 0, due: 4 },
    });
    expect(interview.items[0].item.anchors).toHaveLength(5);
    expect(interview.kit.ratingScale).toHaveLength(5);
    expect(interview.kit.stages.map((one: { key: string }) => one.key)).toContain(interview.stageKey);
    expect(interview.items[0].item.probes.length).toBeGreaterThan(0);
  });

  it('saves a draft with gaps as often as needed, each time with the version that was seen', async () => {
    const { ann, ben, interviewId } = await sitting();
    const { id, version, ratings } = await hiring.scorecardFor(ann.client, interviewId);
    const [first, second] = ratings;
    const gap = [
      { ...first, level: null, evidence: '' },
      { ...second, isNotAssessed: true, level: null, evidence: 'ran out of time' },
    ];
    const saved = await ann.client.run(
      'saveScorecard',
      { scorecardId: id, version, summary: '', ratings: gap },
      CONTENT,
    );
    expect(saved.scorecard).toMatchObject({
      state: 'DRAFT',
      version: 2,
      content: { verdict: null, ratings: [{ level: null }, { level: null }] },
    });
    expect(await ann.client.refused('saveScorecard', { scorecardId: id, version, summary: '', ratings })).toMatchObject(
      { __typename: 'StaleVersion', code: 'STALE_VERSION' },
    );
    expect(
      await ben.client.refused('saveScorecard', { scorecardId: id, version: 2, summary: '', ratings }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ann.client.refused('submitScorecard', { scorecardId: id, version: 2 })).toMatchObject({
      code: 'RATING_MISSING',
    });
  });

  it('is refused what has no anchor, no plan, no evidence or no verdict, at the field that mends it', async () => {
    const { ann, interviewId } = await sitting();
    const { id, ratings } = await hiring.scorecardFor(ann.client, interviewId);
    let version = 1;
    const [first, ...rest] = ratings;
    const input = (more: object, list: readonly object[] = [{ ...first, ...more }, ...rest]) => ({
      scorecardId: id,
      version,
      verdict: 'YES',
      summary: '',
      ratings: list,
    });
    expect(await ann.client.refused('saveScorecard', input({ level: 6 }))).toMatchObject({
      code: 'RATING_OUT_OF_RANGE',
      field: 'input.ratings.0.level',
    });
    expect(await ann.client.refused('saveScorecard', input({ level: 3, isNotAssessed: true }))).toMatchObject({
      code: 'LEVEL_AND_NOT_ASSESSED',
      field: 'input.ratings.0.isNotAssessed',
    });
    expect(await ann.client.refused('saveScorecard', input({ skillKey: 'ci-cd' }))).toMatchObject({
      code: 'RATING_NOT_PLANNED',
    });
    expect(await ann.client.refused('saveScorecard', input({}, [first ?? {}, first ?? {}]))).toMatchObject({
      code: 'RATING_TWICE',
      field: 'input.ratings.1',
    });
    const submits = async (content: object) => {
      await ann.client.run('saveScorecard', content);
      version++;
      return ann.client.refused('submitScorecard', { scorecardId: id, version });
    };
    expect(await submits(input({ evidence: 'good' }))).toMatchObject({
      code: 'EVIDENCE_TOO_SHORT',
      field: 'content.ratings.0.evidence',
    });
    expect(await submits(input({ evidence: 'aaaaaaaaaaaaaaaaaaaaaaaa' }))).toMatchObject({
      code: 'EVIDENCE_IS_FILLER',
    });
    expect(await submits({ ...input({}), verdict: null })).toMatchObject({
      code: 'VERDICT_MISSING',
      field: 'content.verdict',
    });
    expect(
      await submits(
        input(
          {},
          ratings.map((one) => ({ ...one, level: null, isNotAssessed: true, evidence: '' })),
        ),
      ),
    ).toMatchObject({ code: 'NOTHING_ASSESSED' });
    expect(
      await submits(
        input(
          {},
          ratings.map((one) => ({ ...one, evidence: 'The same note for every single one' })),
        ),
      ),
    ).toMatchObject({ code: 'EVIDENCE_PASTED' });
  });

  it('submits once and for all, and amends beside the original, marked when others could be read by then', async () => {
    const { ann, ben, org, given, interviewId, interviews } = await sitting(['Ann', 'Ben'], 0);
    expect(interviews).toHaveLength(1);
    const scorecardId = await hiring.submitScorecard(ann.client, interviewId, { level: 2, verdict: 'NO' });
    const { ratings } = await hiring.scorecardFor(ann.client, interviewId, { level: 4 });
    const amend = (version: number, more: object = {}) => ({
      scorecardId,
      version,
      verdict: 'YES',
      summary: 'Second thoughts',
      ratings,
      reason: 'Misread the anchor',
      ...more,
    });
    expect(await ann.client.refused('submitScorecard', { scorecardId, version: 3 })).toMatchObject({
      code: 'SCORECARD_LOCKED',
    });
    expect(
      await ann.client.refused('saveScorecard', { scorecardId, version: 3, summary: '', ratings: [] }),
    ).toMatchObject({ code: 'SCORECARD_LOCKED' });
    expect(await ann.client.refused('amendScorecard', amend(3, { reason: ' no ' }))).toMatchObject({
      code: 'EVALUATION_REASON_TOO_SHORT',
      field: 'input.reason',
    });
    expect(await ann.client.refused('amendScorecard', amend(2))).toMatchObject({ code: 'STALE_VERSION' });
    await ann.client.run('amendScorecard', amend(3));
    expect(await ann.client.refused('amendScorecard', amend(4))).toMatchObject({ code: 'AMENDMENT_CHANGES_NOTHING' });
    await hiring.submitScorecard(ben.client, interviewId);
    const { scorecard } = await ann.client.run('amendScorecard', amend(4, { verdict: 'STRONG_YES' }), CONTENT);
    expect(scorecard).toMatchObject({
      state: 'SUBMITTED',
      version: 5,
      content: {
        verdict: 'STRONG_YES',
        summary: 'Second thoughts',
        ratings: [{ skillKey: 'data-pipelines', level: 4 }],
      },
      original: { verdict: 'NO', ratings: [{ level: 2 }] },
      amendments: [
        {
          reason: 'Misread the anchor',
          isAfterSeeingOthers: false,
          before: { verdict: 'NO' },
          after: { verdict: 'YES' },
        },
        { isAfterSeeingOthers: true, before: { verdict: 'YES' }, after: { verdict: 'STRONG_YES' } },
      ],
    });
    const { client } = given.requisition.manager;
    const { applicationEvaluation } = await client.ask(
      'query($a: ID!) { applicationEvaluation(applicationId: $a) { comparison { cells { skill { key } ratings { rating isAmended isInfluenced person { displayName } } spread } } } }',
      { a: given.applicationId },
    );
    const cell = applicationEvaluation.comparison.cells.find(
      (one: { skill: { key: string } }) => one.skill.key === 'data-pipelines',
    );
    expect(
      cell.ratings.find((one: { person: { displayName: string } }) => one.person.displayName === 'Ann'),
    ).toMatchObject({ rating: 4, isAmended: true, isInfluenced: true });
    const auditor = await org.member(['AUDITOR']);
    const { auditEvents } = await auditor.ask('query($s: ID) { auditEvents(entityId: $s) { nodes { type } } }', {
      s: scorecardId,
    });
    expect(auditEvents.nodes.map((event: { type: string }) => event.type)).toEqual([
      'ScorecardSaved',
      'ScorecardSubmitted',
      'ScorecardAmended',
      'ScorecardAmended',
    ]);
  });

  it('amends nothing that is not submitted', async () => {
    const { ann, interviewId } = await sitting();
    const { id, version, ratings } = await hiring.scorecardFor(ann.client, interviewId);
    expect(
      await ann.client.refused('amendScorecard', {
        scorecardId: id,
        version,
        verdict: 'YES',
        summary: '',
        ratings,
        reason: 'Misread it',
      }),
    ).toMatchObject({ code: 'SCORECARD_NOT_SUBMITTED' });
  });

  it('writes nothing any more after being removed, and nothing after the application ended', async () => {
    const { ann, ben, given, interviewId } = await sitting();
    const { client } = given.requisition.manager;
    const mine = await hiring.draftScorecard(ann.client, interviewId);
    const his = await hiring.draftScorecard(ben.client, interviewId);
    await client.run('removeFromPanel', {
      interviewId,
      personId: ann.personId,
      reason: 'Changed team',
      isCounted: false,
    });
    expect(await ann.client.refused('submitScorecard', mine)).toMatchObject({
      __typename: 'NotAllowed',
      code: 'REMOVED_FROM_PANEL',
    });
    await client.run('withdrawApplication', { applicationId: given.applicationId, version: 1, isByCandidate: true });
    expect(await ben.client.refused('submitScorecard', his)).toMatchObject({ code: 'EVALUATION_CLOSED' });
    expect(
      await client.refused('addToPanel', { interviewId, personId: ann.personId, isObserver: false }),
    ).toMatchObject({ code: 'EVALUATION_CLOSED' });
  });
});
