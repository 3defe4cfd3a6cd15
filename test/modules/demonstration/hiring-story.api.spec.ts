/** Why this file exists: whoever steps into the hiring part of the demonstration finds something worth reading, and nothing else. */
import { ensureDemonstration } from '../../../src/modules/demonstration/index.js';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { stepInto, storyWeek } from '../../support/demonstration.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ demo: true, clock: storyWeek });
  await ensureDemonstration(app.database);
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const EVALUATION = `evaluation { withheld progress { due submitted } comparison { fit { floors unassessedMustHaves missingMustHaves share } verdicts { verdict }
  cells { skill { key } spread needsDiscussion status ratings { rating isAmended } } }
  scorecards { state person { displayName } content { verdict summary ratings { skillKey level isNotAssessed evidence } } amendments { reason isAfterSeeingOthers } }
  debrief { notes attendees { person { displayName } } } decision { outcome reason reasonCodes conditions dissent { text person { displayName } } } }`;

/** The application of a candidate, as a member sees it; `undefined` when it does not exist for them. */
async function applicationOf(member: Client, name: string) {
  const data = await member.ask(
    `{ applications(first: 50) { nodes { id stage candidate { displayName isInternal } requisition { title } ${EVALUATION} } } }`,
  );
  return data.applications.nodes.find(
    (one: { candidate: { displayName: string } | null }) => one.candidate?.displayName === name,
  );
}

describe('the hiring manager', () => {
  it('has two openings of her own, with candidates at every stage', async () => {
    const marta = await stepInto(app, 'Marta Lindqvist');
    const { requisitions } = await marta.ask(
      '{ requisitions(isMine: true) { nodes { title state openings filled pipeline { stage count } } } }',
    );
    expect(requisitions.nodes).toMatchObject([
      { title: 'Senior Machine Learning Engineer, LumaRead', state: 'OPEN', openings: 2, filled: 1 },
      { title: 'From data science to ML engineering, LumaRead Margin', state: 'OPEN', openings: 1, filled: 0 },
    ]);
    const stages = await Promise.all(
      ['Elif Kaya', 'Amara Nwosu', 'Jonas Weber', 'Priya Raghavan'].map((name) => applicationOf(marta, name)),
    );
    expect(stages.map((one) => one.stage)).toEqual(['HIRED', 'DEBRIEF', 'INTERVIEWING', 'SCREEN']);
  });

  it('has an advert that strangers read, and an applicant who was promised an answer and agreed to be kept', async () => {
    const marta = await stepInto(app, 'Marta Lindqvist');
    const { requisitions } = await marta.ask('{ requisitions(isMine: true) { nodes { isPosted advertAddress } } }');
    const address = requisitions.nodes.find((one: { isPosted: boolean }) => one.isPosted).advertAddress;
    const query = 'query($a: String!) { advert(address: $a) { organisationName jobPosting interviews { name } } }';
    const { advert } = await app.anonymous.ask(query, { a: address });
    expect(advert.organisationName).toBe('Helix Diagnostics');
    expect(JSON.parse(advert.jobPosting)).toMatchObject({
      '@type': 'JobPosting',
      jobLocation: { address: 'Gothenburg' },
    });
    expect(advert.interviews).toHaveLength(3);
    const { applications } = await marta.ask(
      '{ applications(stage: SCREEN) { nodes { candidate { displayName consentedOn keepUntil } answerPromise { answerOn } } } }',
    );
    const priya = applications.nodes.find(
      (one: { candidate: { displayName: string } }) => one.candidate.displayName === 'Priya Raghavan',
    );
    expect(priya.answerPromise.answerOn > priya.candidate.consentedOn).toBe(true);
    expect(priya.candidate.keepUntil > priya.answerPromise.answerOn).toBe(true);
  });

  it('has a decision waiting on Amara Nwosu, with a debrief and ratings that need to be talked through', async () => {
    const { evaluation } = await applicationOf(await stepInto(app, 'Marta Lindqvist'), 'Amara Nwosu');
    expect(evaluation).toMatchObject({ withheld: null, progress: { due: 3, submitted: 3 }, decision: null });
    expect(evaluation.debrief.attendees).toHaveLength(4);
    const apart = evaluation.comparison.cells.filter((cell: { needsDiscussion: boolean }) => cell.needsDiscussion);
    expect(apart.map((cell: { skill: { key: string } }) => cell.skill.key).sort()).toEqual([
      'model-evaluation',
      'release-strategies',
    ]);
    const amended = evaluation.scorecards.filter((card: { amendments: unknown[] }) => card.amendments.length > 0);
    expect(amended).toMatchObject([
      { person: { displayName: 'Beatriz Nogueira' }, amendments: [{ isAfterSeeingOthers: true }] },
    ]);
    expect(evaluation.comparison.verdicts.map((one: { verdict: string }) => one.verdict).sort()).toEqual([
      'NO',
      'YES',
      'YES',
    ]);
  });

  it('has accepted Elif Kaya with a dissent, a skill not assessed and must-haves that nobody asked about', async () => {
    const { evaluation } = await applicationOf(await stepInto(app, 'Marta Lindqvist'), 'Elif Kaya');
    expect(evaluation.decision).toMatchObject({
      outcome: 'ACCEPT',
      reasonCodes: ['GAP_WITH_GROWTH_PLAN'],
      dissent: [{ person: { displayName: 'Beatriz Nogueira' } }],
    });
    const open = evaluation.scorecards
      .flatMap((card: { content: { ratings: { skillKey: string; isNotAssessed: boolean }[] } }) => card.content.ratings)
      .filter((r: { isNotAssessed: boolean }) => r.isNotAssessed);
    expect(open.map((one: { skillKey: string }) => one.skillKey)).toEqual(['ci-cd', 'cloud-infrastructure']);
    const { fit } = evaluation.comparison;
    expect(fit.missingMustHaves).toEqual(['change-control-pccp']);
    expect([...fit.unassessedMustHaves].sort()).toEqual([
      'ci-cd',
      'cross-functional-collaboration',
      'data-pipelines',
      'incident-response',
    ]);
  });

  it('is told who is barred from the application of an employee', async () => {
    const marta = await stepInto(app, 'Marta Lindqvist');
    const { id, candidate } = await applicationOf(marta, 'Mateus Oliveira');
    expect(candidate.isInternal).toBe(true);
    const { conflictsOfInterest } = await marta.ask(
      'query($id: ID!) { conflictsOfInterest(applicationId: $id) { kinds words person { displayName } } }',
      { id },
    );
    expect(conflictsOfInterest).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kinds: ['MANAGER_OF_APPLICANT'], person: { displayName: 'Henrik Sørensen' } }),
      ]),
    );
  });
});

describe('the interviewers', () => {
  it('find one scorecard due, a draft of their own, and nothing of the others before it is in', async () => {
    const tomasz = await stepInto(app, 'Tomasz Zieliński');
    const { myInterviews } = await tomasz.ask(
      '{ myInterviews(isDue: true) { nodes { title myScorecard { state content { ratings { level } } } progress { due submitted } } } }',
    );
    expect(myInterviews.nodes).toMatchObject([{ myScorecard: { state: 'DRAFT' }, progress: { due: 3, submitted: 2 } }]);
    expect(myInterviews.nodes[0].myScorecard.content.ratings).toHaveLength(3);
    const { evaluation } = await applicationOf(tomasz, 'Jonas Weber');
    expect(evaluation).toMatchObject({
      withheld: 'OWN_SCORECARD_DUE',
      comparison: null,
      debrief: null,
      decision: null,
    });
    expect(evaluation.scorecards).toHaveLength(1);
  });

  it('read what others wrote once their own is submitted', async () => {
    const beatriz = await stepInto(app, 'Beatriz Nogueira');
    const { myInterviews } = await beatriz.ask(
      '{ myInterviews { nodes { application { candidate { displayName } } } } }',
    );
    expect(myInterviews.nodes).toHaveLength(4);
    const { evaluation } = await applicationOf(beatriz, 'Amara Nwosu');
    expect(
      evaluation.scorecards.map((card: { person: { displayName: string } }) => card.person.displayName).sort(),
    ).toEqual(['Beatriz Nogueira', 'Kwame Mensah', 'Tomasz Zieliński']);
    expect(
      evaluation.scorecards.every((card: { content: { summary: string } }) => card.content.summary.length > 80),
    ).toBe(true);
  });
});

describe('everybody else in the hiring story', () => {
  it('sees only what they may: the manager of the internal applicant does not learn of the application', async () => {
    const henrik = await stepInto(app, 'Henrik Sørensen');
    expect(await applicationOf(henrik, 'Mateus Oliveira')).toBeUndefined();
    const { requisitions } = await henrik.ask('{ requisitions(isMine: true) { nodes { id title } } }');
    expect(requisitions.nodes).toMatchObject([{ title: 'Data Scientist, Research: invasive margins' }]);
    const { id } = requisitions.nodes[0];
    const { interviewPlan, suggestedPlan, applications } = await henrik.ask(
      'query($id: ID!) { interviewPlan(requisitionId: $id) { version } suggestedPlan(requisitionId: $id) { stages { minutes } } applications(requisitionId: $id) { nodes { stage } } }',
      { id },
    );
    expect(interviewPlan).toBeNull();
    expect(suggestedPlan.stages.length).toBeGreaterThan(1);
    expect(applications.nodes.map((one: { stage: string }) => one.stage)).toEqual(['SCREEN', 'APPLIED']);
  });

  it('lets the auditor read the decision with its reasons, and verify the trail', async () => {
    const margaret = await stepInto(app, 'Margaret Whitfield');
    const { evaluation } = (await applicationOf(margaret, 'Elif Kaya')) ?? {};
    expect(evaluation?.decision?.reason ?? '').toContain('growth plan');
    const { verifyAudit } = await margaret.ask('{ verifyAudit { isIntact events } }');
    expect(verifyAudit.isIntact).toBe(true);
    expect(verifyAudit.events).toBeGreaterThan(1000);
  });
});
