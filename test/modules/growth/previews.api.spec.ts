/** Why this file exists: previews of growth plans through the API: from the verified profile to dated steps, before anything is kept. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { givePerson } from '../../support/people.js';
import { giveProfile, jobRoleByKey, levelsOf, tickingClock } from '../../support/profiles.js';
import { giveBridgeEntry, giveCrew } from '../../support/growth.js';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const STEPS = 'steps { skillKey from to state activityKey missing { skillKey level held message } }';
const REPORT = 'leverReport { totalHours practiceHours practiceShare isBelowTarget levers { lever hours } }';
const PREVIEW = `query($j: ID!, $h: Float!, $p: ID, $o: [String!], $s: Day) {
  planPreview(targetJobRoleVersionId: $j, protectedHoursPerWeek: $h, personId: $p, overlayKeys: $o, startOn: $s) {
    isBridge startOn endOn weeklyHours notes goals { skillKey fromLevel toLevel isAsked startOn endOn startingAssessment { source } }
    ${STEPS} activities { activity { key } startOn endOn weeks hoursPerWeek steps { skillKey from } } ${REPORT} supportFindings { code message } } }`;
interface Step {
  readonly skillKey: string;
  readonly from: number;
  readonly to: number;
  readonly state: string;
  readonly activityKey: string | null;
  readonly missing: readonly { readonly skillKey: string; readonly level: number; readonly message: string }[];
}

describe('a preview', () => {
  it('of the bridge from data scientist to engineer has 45 steps and 934 hours, 78 percent of them practice', async () => {
    const { org, learner } = await giveCrew(app);
    const target = await giveBridgeEntry(app, org, learner.personId);
    const { planPreview } = await learner.client.ask(PREVIEW, { j: target, h: 20, s: '2026-03-02' });
    expect(planPreview.steps).toHaveLength(45);
    expect(planPreview.activities).toHaveLength(27);
    expect(planPreview.leverReport.totalHours).toBe(934);
    expect(Math.round(100 * planPreview.leverReport.practiceShare)).toBe(78);
    expect(planPreview.leverReport.isBelowTarget).toBe(false);
    expect(planPreview).toMatchObject({ isBridge: true, startOn: '2026-03-02', weeklyHours: 40, notes: [] });
    expect(planPreview.supportFindings.map((f: { code: string }) => f.code)).toEqual([
      'MENTOR_MISSING',
      'DEPLOYMENT_NOT_DATED',
    ]);
    const weeks = planPreview.activities.reduce(
      (sum: number, a: { weeks: number; hoursPerWeek: number }) => sum + a.weeks * a.hoursPerWeek,
      0,
    );
    expect(weeks).toBeCloseTo(934, 6);
    for (const activity of planPreview.activities)
      expect(activity.startOn >= '2026-03-02' && activity.endOn <= planPreview.endOn).toBe(true);
  });

  it('lists steps in an order in which they can be taken, and says of every blocked one what is missing', async () => {
    const { org, learner } = await giveCrew(app);
    const target = await giveBridgeEntry(app, org, learner.personId);
    const { planPreview } = await learner.client.ask(PREVIEW, { j: target, h: 20 });
    const { frameworkVersion } = await learner.client.ask(
      '{ frameworkVersion { skills { key prerequisites { skillKey minLevel fromLevel } } } }',
    );
    const needs = new Map<string, { skillKey: string; minLevel: number; fromLevel: number }[]>(
      frameworkVersion.skills.map((s: { key: string; prerequisites: [] }) => [s.key, s.prerequisites]),
    );
    const steps = planPreview.steps as Step[];
    const place = new Map(steps.map((s, i) => [`${s.skillKey}@${s.from}`, i]));
    for (const [i, step] of steps.entries()) {
      for (const need of needs.get(step.skillKey) ?? [])
        if (need.fromLevel <= step.to) expect(place.get(`${need.skillKey}@${need.minLevel - 1}`) ?? -1).toBeLessThan(i);
      expect(place.get(`${step.skillKey}@${step.from - 1}`) ?? -1).toBeLessThan(i);
      expect(step.missing.length > 0).toBe(step.state === 'BLOCKED');
    }
    expect(steps[0]).toMatchObject({ state: 'CAN_START' });
    const blocked = steps.find((s) => s.state === 'BLOCKED');
    expect(blocked?.missing[0]?.message).toMatch(/^needs [a-z-]+ at level \d, held: (not assessed|level \d)$/);
    const goals = planPreview.goals.map((g: { skillKey: string }) => g.skillKey);
    for (const [i, key] of goals.entries())
      for (const need of needs.get(key) ?? [])
        if (goals.includes(need.skillKey)) expect(goals.indexOf(need.skillKey)).toBeLessThan(i);
  });

  it('is empty when every level is verified, and refuses more hours than the week has', async () => {
    const { org, learner } = await giveCrew(app);
    const mle1 = await jobRoleByKey(app, org, 'mle-1');
    await giveProfile(app, org, learner.personId, levelsOf(mle1));
    const { planPreview } = await learner.client.ask(PREVIEW, { j: mle1.record.id, h: 4 });
    expect(planPreview).toMatchObject({
      goals: [],
      steps: [],
      activities: [],
      endOn: null,
      isBridge: false,
      leverReport: { totalHours: 0, practiceShare: null },
    });
    const refused = await learner.client.send(PREVIEW, { j: mle1.record.id, h: 41 });
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      fields: [{ field: 'protectedHoursPerWeek' }],
    });
    const unknown = await learner.client.send(PREVIEW, { j: mle1.record.id, h: 4, o: ['nothing'] });
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'overlayKeys.0' }] });
    expect(await learner.client.ask(PREVIEW, { j: learner.personId, h: 4 })).toEqual({ planPreview: null });
  });

  it('is made for a report by the manager, and for nobody else', async () => {
    const { org, manager, learner } = await giveCrew(app);
    const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
    const question = { j: target, h: 8, p: learner.personId };
    expect((await manager.client.ask(PREVIEW, question)).planPreview).not.toBeNull();
    const colleague = await givePerson(org);
    expect(await colleague.client.ask(PREVIEW, question)).toEqual({ planPreview: null });
  });
});
