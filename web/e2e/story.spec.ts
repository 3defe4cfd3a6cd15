/** Why this file exists: the tour of the README in a browser, each person by their own sign-in and without a mouse, from a job role to a growth plan. */
import { compare, debrief, decide, hire } from './story-decision.ts';
import { goalsFromInterviews, planGrowth, readLadders, readProfile } from './story-growth.ts';
import { CANDIDATE, defineJobRole, draftRequisition, enterCandidate, planInterviews } from './story-job.ts';
import { BEATRIZ, BEATRIZ_SAW, expectBlind, MONITORING, TOMASZ, writeScorecard } from './story-panel.ts';
import { listen, signIn, signOut } from './story-walk.ts';
import { expect, test } from './support.ts';

test('what two interviewers saw of a candidate is where the growth plan of the hire begins', async ({ stranger }) => {
  test.setTimeout(480_000); // a hiring manager, two interviewers and a people manager, from the first page to the last
  const office = await stranger();
  await office.goto('/');
  await signIn(office, 'Marta Lindqvist');
  await test.step('Marta defines a job role, keeps its review clear and publishes it', () => defineJobRole(office));
  await test.step('she drafts a requisition for a medical device', () => draftRequisition(office));
  await test.step('she plans interviews that assess every must-have, and opens it', () => planInterviews(office));
  await test.step('she enters a candidate, moves them on and makes the interviews', () => enterCandidate(office));

  const panel = await stranger();
  const heard = await listen(panel);
  await panel.goto('/');
  await test.step('Beatriz scores two interviews', async () => {
    await signIn(panel, 'Beatriz Nogueira');
    for (const scorecard of BEATRIZ) await writeScorecard(panel, scorecard);
    await signOut(panel, 'Beatriz Nogueira');
  });
  await test.step('Tomasz knows that hers are in and nothing of what they say, until his own are', async () => {
    await signIn(panel, 'Tomasz Zieliński');
    await heard(); // what Beatriz was told is not his
    await expectBlind(panel);
    const [first, second] = TOMASZ;
    await writeScorecard(panel, first);
    const before = await heard();
    expect(before).toContain(CANDIDATE);
    expect(before).not.toContain(BEATRIZ_SAW);
    await writeScorecard(panel, second);
    await expect(panel.getByRole('article', { name: 'Scorecard of Beatriz Nogueira' }).first()).toBeVisible();
    expect(await heard()).toContain(BEATRIZ_SAW);
    await signOut(panel, 'Tomasz Zieliński');
  });

  await test.step('Marta compares, floors first', () => compare(office));
  await test.step('she records the debrief', () => debrief(office));
  await test.step('she decides, with the gap named', () => decide(office));
  const applicationId = new URL(office.url()).searchParams.get('decide');
  await test.step('she hires, and the profile is there', () => hire(office));
  await signOut(office, 'Marta Lindqvist');

  await signIn(office, 'Henrik Sørensen');
  await test.step('Henrik finds the evidence of the interviews in the profile', () => readProfile(office));
  await test.step('he sees where the hire stands on both ladders', () => readLadders(office));
  await test.step('he plans, from the levels of the interviews on', () => planGrowth(office));
  await test.step('the API tells the same', async () => {
    const goals = await goalsFromInterviews(office);
    expect(goals).toMatchObject([
      {
        skill: { name: MONITORING },
        fromLevel: 1,
        startingAssessment: {
          level: 1,
          source: 'INTERVIEW',
          provenance: { applicationId, raterCount: 2, ratingCount: 2 },
          evidence: [{ title: 'Interviews before the hire, 2 interviewers' }],
        },
      },
    ]);
  });
});
