/** Why this file exists: what interviewers saw before the first day is in the profile of the hire, with where it was seen. */
import type { Actor, PersonId } from '../../../src/platform/access/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { ok } from '../../../src/platform/outcome/index.js';
import type { Hire, HireRating } from '../../../src/modules/evaluations/data.js';
import type { ItemKey } from '../../../src/modules/evaluations/index.js';
import type { Level, SkillKey } from '../../../src/modules/frameworks/index.js';
import { carryInterviews } from '../../../src/modules/matrices/data.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { giveColleague, givePerson } from '../../support/people.js';
import { giveProfile, tickingClock } from '../../support/profiles.js';
import { eventsOf } from '../../support/trail.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const asks = (skill: string, level: Level): Hire['requirements'][number] => ({
  skill: skill as SkillKey,
  name: skill,
  level,
  weight: 3,
  isMustHave: true,
  minEvidenceClass: 3,
  stages: [],
  baseLevel: level,
  reasons: [],
});
const rates = (
  interviewerId: PersonId,
  skill: string,
  rating: Level | null,
  itemKind: HireRating['itemKind'] = 'QUESTION',
  ratedOn = '2026-03-02',
): HireRating => ({
  skill: skill as SkillKey,
  item: 'i1' as ItemKey,
  itemKind,
  interviewerId,
  rating,
  interviewId: newId(),
  scorecardId: newId(),
  ratedOn,
});

/** A hire recorded by the given member of the staff. */
async function hire(
  org: TestOrganisation,
  by: { personId: PersonId; memberId: Actor['memberId'] },
  given: Pick<Hire, 'personId' | 'ratings' | 'requirements'>,
) {
  const actor: Actor = {
    organisationId: org.id,
    ...by,
    displayName: 'Hirer',
    grants: [],
    scopes: new Map(),
    sessionId: '',
    tokenId: null,
  };
  const applicationId: Hire['applicationId'] = newId();
  const outcome = await app.database.write({ organisationId: org.id, actor, requestId: 'test' }, async (unit) => {
    await carryInterviews(unit, { ...given, applicationId, interviewDates: ['2026-03-02'], kit: null });
    return ok(null);
  });
  expect(outcome.ok).toBe(true);
  return applicationId;
}

const QUERY = `query($p: ID!) { profile(personId: $p) { entries { skillKey level source evidenceClass validOn
  assessment { state provenance { applicationId interviewIds raterCount ratingCount requiredLevel } evidence { typeKey title occurredOn } events { state level by { displayName } } } } } }`;

async function staff() {
  const org = await app.organisation();
  const hirer = await givePerson(org, { grants: ['HIRING_MANAGER'], name: 'Hana Hirer' });
  const by = { personId: hirer.personId, memberId: hirer.client.memberId ?? newId<'Member'>() };
  const [ida, bo] = [await giveColleague(org), await giveColleague(org)];
  const { personId, client } = await givePerson(org);
  const entry = async (key: string) =>
    (await client.ask(QUERY, { p: personId })).profile.entries.find((e: { skillKey: string }) => e.skillKey === key);
  return { org, by, ida, bo, personId, entry };
}

it('ratings become confirmed levels with application, raters and evidence; what nobody rated stays unknown', async () => {
  const { org, by, ida, bo, personId, entry } = await staff();
  const applicationId = await hire(org, by, {
    personId,
    requirements: [
      asks('ci-cd', 3),
      asks('data-pipelines', 3),
      asks('online-serving', 2),
      asks('incident-response', 3),
    ],
    ratings: [
      rates(ida, 'ci-cd', 3),
      rates(bo, 'ci-cd', 2, 'QUESTION', '2026-03-04'), // carry 3 and 2, the lower middle one is 2
      rates(ida, 'data-pipelines', 4, 'WORK_SAMPLE'),
      rates(bo, 'data-pipelines', 3, 'WORK_SAMPLE'), // both carry the 3 asked for
      rates(ida, 'online-serving', null),
      rates(ida, 'incident-response', 1),
    ],
  });
  expect(await entry('ci-cd')).toMatchObject({
    level: 2,
    source: 'INTERVIEW',
    evidenceClass: 3,
    validOn: '2026-03-04',
    assessment: {
      state: 'CONFIRMED',
      provenance: {
        applicationId,
        interviewIds: [expect.any(String), expect.any(String)],
        raterCount: 2,
        ratingCount: 2,
        requiredLevel: 3,
      },
      evidence: [
        { typeKey: 'interview-rating', title: 'Interviews before the hire, 2 interviewers', occurredOn: '2026-03-04' },
      ],
      events: [
        { state: 'PROPOSED', level: null, by: null },
        { state: 'CONFIRMED', level: 2, by: { displayName: 'Hana Hirer' } },
      ],
    },
  });
  expect(await entry('data-pipelines')).toMatchObject({
    level: 3,
    evidenceClass: 4,
    assessment: { evidence: [{ typeKey: 'work-sample-score' }] },
  });
  expect(await entry('online-serving')).toMatchObject({ level: null, source: null });
  expect(await entry('incident-response')).toMatchObject({ level: null });
  const [carried] = (await eventsOf(org, personId)).filter(({ type }) => type === 'InterviewLevelsCarried');
  expect(carried?.data).toMatchObject({
    applicationId,
    carried: [
      { skill: 'ci-cd', level: 2, raters: 2 },
      { skill: 'data-pipelines', level: 3, raters: 2 },
    ],
    nothing: [
      { skill: 'incident-response', reason: 'BELOW_WHAT_COUNTS' },
      { skill: 'online-serving', reason: 'NOT_ASSESSED' },
    ],
  });
});

it('an interview never takes a level away from somebody who applied inside', async () => {
  const { org, by, ida, personId, entry } = await staff();
  await giveProfile(app, org, personId, { 'ci-cd': 4 }, { validOn: '2026-01-10' });
  await hire(org, by, { personId, requirements: [asks('ci-cd', 3)], ratings: [rates(ida, 'ci-cd', 5)] });
  expect(await entry('ci-cd')).toMatchObject({ level: 4, source: 'ARTEFACT' });
});

it('a hire without interviews carries nothing and says so', async () => {
  const { org, by, personId, entry } = await staff();
  await hire(org, by, { personId, requirements: [asks('ci-cd', 3)], ratings: [] });
  expect(await entry('ci-cd')).toMatchObject({ level: null });
  const [carried] = (await eventsOf(org, personId)).filter(({ type }) => type === 'InterviewLevelsCarried');
  expect(carried?.data).toMatchObject({ carried: [], nothing: [{ skill: 'ci-cd', reason: 'NOT_ASSESSED' }] });
});
