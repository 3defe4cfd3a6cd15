/** Why this file exists: what interviewers saw before the first day is still there when the growth plan of that hire is written. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { PLAN } from '../../support/growth.js';
import * as hiring from '../../support/hiring.js';
import { givePerson } from '../../support/people.js';
import { jobRoleByKey, tickingClock } from '../../support/profiles.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const PROFILE = `query($p: ID!) { profile(personId: $p) { knownSkills entries { skillKey level source
  assessment { state evidence { typeKey } provenance { applicationId raterCount ratingCount requiredLevel } events { state by { displayName } } } } } }`;
const GOALS = `query($id: ID!) { growthPlan(id: $id) { goals { skillKey fromLevel startingAssessment { source provenance { applicationId raterCount } } } } }`;

it('goes from the panel to the profile to the goals of the plan', async () => {
  const org = await app.organisation();
  const requisition = await hiring.giveRequisition(org);
  const [ann, ben] = [await hiring.giveInterviewer(org, 'Ann'), await hiring.giveInterviewer(org, 'Ben')];
  const panel = { raters: [ann.personId, ben.personId] };
  await hiring.givePlan(requisition, [panel, panel, panel]);
  const application = await hiring.giveApplication(requisition, { name: 'Cora' });
  await hiring.giveAccepted(application, [ann, ben]);
  const leader = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'], name: 'Lea Leader' });
  const { applicationId } = application;
  const version = await hiring.versionOf(application);
  const input = { applicationId, version, managerId: leader.personId, startOn: '2026-07-01' };
  const { person } = await requisition.manager.client.run('hireCandidate', input, 'person { id }');

  const { profile } = await leader.client.ask(PROFILE, { p: person.id });
  const known = profile.entries.filter((e: { level: number | null }) => e.level !== null);
  expect(known.map((e: { skillKey: string }) => e.skillKey).toSorted()).toEqual([
    'cross-functional-collaboration',
    'data-pipelines',
    'ml-testing',
    'production-python',
    'version-control-review',
  ]);
  const asked = new Map(
    (await jobRoleByKey(app, org, 'mle-1')).requirements.map(({ skill, level }) => [skill as string, level]),
  );
  for (const entry of known)
    expect(entry).toMatchObject({
      source: 'INTERVIEW',
      assessment: {
        state: 'CONFIRMED',
        provenance: { applicationId, raterCount: 2, ratingCount: 2, requiredLevel: asked.get(entry.skillKey) },
        events: [{ state: 'PROPOSED' }, { state: 'CONFIRMED', by: { displayName: 'Hanna Manager' } }],
      },
    });

  const target = (await jobRoleByKey(app, org, 'mle-3')).record.id;
  const wish = { personId: person.id, targetJobRoleVersionId: target, protectedHoursPerWeek: 10 };
  const { growthPlan: plan } = await leader.client.run('createGrowthPlan', wish, PLAN);
  const { growthPlan } = await leader.client.ask(GOALS, { id: plan.id });
  const seen = growthPlan.goals.filter((g: { fromLevel: number }) => g.fromLevel > 0);
  expect(seen.length).toBeGreaterThan(0);
  for (const goal of seen)
    expect(goal).toMatchObject({
      startingAssessment: { source: 'INTERVIEW', provenance: { applicationId, raterCount: 2 } },
    });
});
