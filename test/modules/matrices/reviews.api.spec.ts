/** Why this file exists: reviews of claims through the API: who decides, what stays on record, and what waits for whom. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { ASSESSMENT, claim, entryFor, giveClaimCrew } from '../../support/claims.js';
import { givePerson } from '../../support/people.js';
import { giveProfile, tickingClock } from '../../support/profiles.js';
import { sameStatements } from '../../support/statements.js';
import { eventsOf } from '../../support/trail.js';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('a review', () => {
  it('is refused to the person, to a stranger, on a stale version, and twice', async () => {
    const { org, manager, person } = await giveClaimCrew(app);
    const own = await manager.client.run('proposeAssessment', claim(2), ASSESSMENT);
    const seen = { assessmentId: own.assessment.id, version: 1, level: 2 };
    expect((await manager.client.refused('confirmAssessment', seen)).code).toBe('OWN_CLAIM_NOT_CONFIRMABLE');
    const { assessment } = await person.client.run('proposeAssessment', claim(2), ASSESSMENT);
    const stranger = await givePerson(org, { grants: ['PEOPLE_MANAGER'] });
    const theirs = { assessmentId: assessment.id, version: 1, level: 2 };
    expect((await stranger.client.refused('confirmAssessment', theirs)).code).toBe('NOT_FOUND');
    expect(await manager.client.refused('confirmAssessment', { ...theirs, version: 7 })).toMatchObject({
      __typename: 'StaleVersion',
    });
    const [first, second] = await Promise.all(
      [manager, manager].map(({ client }) =>
        client.send('mutation($i: ConfirmAssessmentInput!) { confirmAssessment(input: $i) { __typename } }', {
          i: theirs,
        }),
      ),
    );
    expect([first?.data.confirmAssessment.__typename, second?.data.confirmAssessment.__typename].toSorted()).toEqual([
      'ConfirmAssessmentSuccess',
      'StaleVersion',
    ]);
  });

  it('sends a claim back, or takes a level back, with a reason that stays', async () => {
    const { org, manager, person } = await giveClaimCrew(app);
    const { assessment } = await person.client.run('proposeAssessment', claim(3), ASSESSMENT);
    const seen = { assessmentId: assessment.id, version: 1 };
    expect(await manager.client.refused('rejectAssessment', { ...seen, reason: ' no ' })).toMatchObject({
      code: 'ASSESSMENT_REASON_TOO_SHORT',
      field: 'input.reason',
    });
    const back = await manager.client.run(
      'rejectAssessment',
      { ...seen, reason: 'Show the rollback' },
      'assessment { state events { state reason } }',
    );
    expect(back.assessment).toEqual({
      state: 'REJECTED',
      events: [
        { state: 'PROPOSED', reason: null },
        { state: 'REJECTED', reason: 'Show the rollback' },
      ],
    });
    await giveProfile(app, org, person.personId, { 'ci-cd': 3 });
    const { assessments } = await person.client.ask(
      'query($p: ID!) { assessments(personId: $p, skillKey: "ci-cd") { totalCount nodes { id state version } } }',
      { p: person.personId },
    );
    expect(assessments.totalCount).toBe(2);
    const confirmed = assessments.nodes.find((a: { state: string }) => a.state === 'CONFIRMED');
    await manager.client.run(
      'revokeAssessment',
      { assessmentId: confirmed.id, version: confirmed.version, reason: 'It was a team effort' },
      ASSESSMENT,
    );
    expect(await entryFor(person, person)).toMatchObject({ level: null });
    expect((await eventsOf(org, confirmed.id)).at(-1)).toMatchObject({
      type: 'AssessmentRevoked',
      data: { reason: 'It was a team effort' },
    });
  });

  it('of an exemption: given by the manager with a reason, taken back by the manager, never given to oneself', async () => {
    const { org, manager, person } = await giveClaimCrew(app);
    const input = { personId: person.personId, skillKey: 'ci-cd', reason: 'Works in the laboratory only' };
    const { assessment } = await manager.client.run('exemptSkill', input, ASSESSMENT);
    expect(assessment).toMatchObject({ state: 'EXEMPT', level: null, proposedLevel: null, evidenceClass: null });
    expect(await entryFor(person, person)).toMatchObject({ isExempt: true, level: null });
    await manager.client.run(
      'revokeAssessment',
      { assessmentId: assessment.id, version: 1, reason: 'Moved to production' },
      ASSESSMENT,
    );
    expect(await entryFor(person, person)).toMatchObject({ isExempt: false });
    expect((await manager.client.refused('exemptSkill', { ...input, personId: manager.personId })).code).toBe(
      'OWN_EXEMPTION_NOT_ALLOWED',
    );
    expect((await manager.client.refused('exemptSkill', { ...input, reason: 'x' })).code).toBe(
      'ASSESSMENT_REASON_TOO_SHORT',
    );
    expect((await manager.client.refused('exemptSkill', { ...input, skillKey: 'alchemy' })).code).toBe('UNKNOWN_SKILL');
    const other = await givePerson(org, { grants: ['PEOPLE_MANAGER'] });
    expect((await other.client.refused('exemptSkill', input)).code).toBe('NOT_FOUND');
    expect((await eventsOf(org, assessment.id)).map(({ type }) => type)).toEqual([
      'SkillExempted',
      'AssessmentRevoked',
    ]);
  });
});

describe('the reviews of a manager', () => {
  const QUERY =
    '{ assessmentsToReview { totalCount nodes { skillKey source proposedLevel indicators verifiedLevel skill { name } evidence { typeKey } } } }';

  it('list what waits for them with the evidence beside the indicators of the level, and nothing that they may not decide', async () => {
    const { org, above, manager, person } = await giveClaimCrew(app);
    await giveProfile(app, org, person.personId, { 'ci-cd': 2 });
    await person.client.run('proposeAssessment', claim(3), ASSESSMENT);
    await person.client.run('proposeAssessment', claim(1, 'self-statement'), ASSESSMENT);
    await manager.client.run(
      'assess',
      { ...claim(3, 'manager-observation', { skillKey: 'data-pipelines' }), personId: person.personId },
      ASSESSMENT,
    );
    const { assessmentsToReview: mine } = await manager.client.ask(QUERY);
    expect(mine).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          skillKey: 'ci-cd',
          source: 'ARTEFACT',
          proposedLevel: 3,
          verifiedLevel: 2,
          evidence: [{ typeKey: 'merged-change' }],
        },
      ],
    });
    const { frameworkVersion } = await manager.client.ask(
      '{ frameworkVersion { skill(key: "ci-cd") { levels { indicators } } } }',
    );
    expect(mine.nodes[0].indicators).toEqual(frameworkVersion.skill.levels[2].indicators);
    const { assessmentsToReview: theirs } = await above.client.ask(QUERY);
    expect(theirs.nodes).toMatchObject([{ skillKey: 'data-pipelines', source: 'MANAGER', verifiedLevel: null }]);
  });

  it('cost the same statements for two claims and for twenty', async () => {
    const { manager, person } = await giveClaimCrew(app);
    const propose = (skillKey: string) =>
      person.client.run('proposeAssessment', claim(2, 'merged-change', { skillKey }), ASSESSMENT);
    await propose('ci-cd');
    await propose('data-pipelines');
    const { frameworkVersion } = await person.client.ask('{ frameworkVersion { skills { key } } }');
    await sameStatements(app, 'assessmentsToReview', manager.client, QUERY, async () => {
      for (const { key } of frameworkVersion.skills.slice(0, 18)) await propose(key);
    });
    const list =
      'query($p: ID!) { assessments(personId: $p, first: 3) { nodes { skillKey } pageInfo { hasNextPage } } }';
    await sameStatements(
      app,
      'assessments',
      person.client,
      list,
      async () => {
        await propose('ci-cd');
      },
      {
        p: person.personId,
      },
    );
  });
});
