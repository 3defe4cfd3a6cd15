/** Why this file exists: claims, reviews and evidence through the API: what counts, who decides, and what stays on record. */
import { givePerson, type GivenPerson } from '../../support/people.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { giveProfile, tickingClock } from '../../support/profiles.js';
import { sameStatements } from '../../support/statements.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const DAY = '2026-02-01';
const shown = (typeKey: string) => ({ typeKey, title: 'What I did', occurredOn: DAY });
const claim = (level: number, typeKey = 'merged-change', more = {}) => ({
  skillKey: 'ci-cd',
  level,
  evidence: [shown(typeKey)],
  ...more,
});
const A = 'assessment { id state source level proposedLevel evidenceClass version }';

interface Crew {
  readonly org: TestOrganisation;
  readonly above: GivenPerson;
  readonly manager: GivenPerson;
  readonly person: GivenPerson;
  readonly peer: GivenPerson;
}
/** A person and a peer, their manager, and the manager above. */
async function crew(): Promise<Crew> {
  const org = await app.organisation();
  const above = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
  const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'], managerId: above.personId });
  const person = await givePerson(org, { managerId: manager.personId });
  const peer = await givePerson(org, { managerId: manager.personId });
  return { org, above, manager, person, peer };
}

const ENTRY =
  'query($p: ID!) { profile(personId: $p) { entries { skillKey level selfLevel proposedLevel isExempt source evidenceClass } } }';
async function entry(viewer: GivenPerson, of: GivenPerson, key = 'ci-cd') {
  const { profile } = await viewer.client.ask(ENTRY, { p: of.personId });
  return profile.entries.find((e: { skillKey: string }) => e.skillKey === key);
}
const eventsOf = async (org: TestOrganisation, entityId: string) => {
  const auditor = await org.member(['AUDITOR']);
  const { auditEvents } = await auditor.ask('query($id: ID!) { auditEvents(entityId: $id) { nodes { type data } } }', {
    id: entityId,
  });
  return auditEvents.nodes as { type: string; data: Record<string, unknown> }[];
};

describe('a claim with evidence', () => {
  it('waits for the manager, who confirms it at a lower level; both levels and both events stay', async () => {
    const { org, manager, person } = await crew();
    const { assessment } = await person.client.run('proposeAssessment', claim(3), A);
    expect(assessment).toMatchObject({ state: 'PROPOSED', source: 'ARTEFACT', level: 3, evidenceClass: 3, version: 1 });
    expect(await entry(person, person)).toMatchObject({ level: null, proposedLevel: 3 });
    const seen = { assessmentId: assessment.id, version: 1 };
    const done = await manager.client.run('confirmAssessment', { ...seen, level: 2 }, A);
    expect(done.assessment).toMatchObject({ state: 'CONFIRMED', level: 2, proposedLevel: 3, version: 2 });
    expect(await entry(person, person)).toMatchObject({ level: 2, proposedLevel: null, source: 'ARTEFACT' });
    const events = await eventsOf(org, assessment.id);
    expect(events.map(({ type }) => type)).toEqual(['AssessmentProposed', 'AssessmentConfirmed']);
    expect(events[1]?.data).toMatchObject({ level: 2, proposedLevel: 3, skill: 'ci-cd' });
  });

  it('cannot be carried above level 2 by a certificate alone, and the refusal says what would', async () => {
    const { manager, person } = await crew();
    const problem = await person.client.refused('proposeAssessment', claim(3, 'certificate'));
    expect(problem).toMatchObject({ __typename: 'RuleViolation', code: 'EVIDENCE_TOO_WEAK', field: 'input.evidence' });
    expect(problem.message).toContain('External certificate alone carries level 2 at most');
    expect(problem.facts).toContainEqual({ name: 'carries', value: '2' });
    const two = await person.client.run('proposeAssessment', claim(2, 'certificate'), A);
    await manager.client.run('confirmAssessment', { assessmentId: two.assessment.id, version: 1, level: 2 }, A);
    const above = await manager.client.refused('confirmAssessment', {
      assessmentId: two.assessment.id,
      version: 2,
      level: 3,
    });
    expect(above.code).toBe('ASSESSMENT_TRANSITION_NOT_ALLOWED');
    expect(await entry(person, person)).toMatchObject({ level: 2, evidenceClass: 2 });
    const report = { ...claim(3, 'certificate'), personId: person.personId };
    expect((await manager.client.refused('assess', report)).code).toBe('EVIDENCE_TOO_WEAK');
  });

  it('is not confirmed above what was proposed', async () => {
    const { manager, person } = await crew();
    const { assessment } = await person.client.run('proposeAssessment', claim(2), A);
    const problem = await manager.client.refused('confirmAssessment', {
      assessmentId: assessment.id,
      version: 1,
      level: 3,
    });
    expect(problem).toMatchObject({ code: 'CONFIRMED_LEVEL_ABOVE_PROPOSED', field: 'input.level' });
  });

  it('takes more evidence while it waits, which may raise its class, and none after', async () => {
    const { org, manager, person, peer } = await crew();
    const { assessment } = await person.client.run('proposeAssessment', claim(3), A);
    const more = { assessmentId: assessment.id, version: 1, evidence: [shown('deployment-record')] };
    const added = await person.client.run(
      'addEvidence',
      more,
      'assessment { version evidenceClass evidence { typeKey } }',
    );
    expect(added.assessment).toEqual({
      version: 2,
      evidenceClass: 4,
      evidence: [{ typeKey: 'merged-change' }, { typeKey: 'deployment-record' }],
    });
    expect(await peer.client.refused('addEvidence', { ...more, version: 2 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await manager.client.refused('addEvidence', { ...more, version: 2 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await person.client.refused('addEvidence', { ...more, version: 2, evidence: [shown('rumour')] }),
    ).toMatchObject({
      code: 'EVIDENCE_TYPE_UNKNOWN',
      field: 'input.evidence.0.typeKey',
    });
    await manager.client.run('confirmAssessment', { assessmentId: assessment.id, version: 2, level: 3 }, A);
    expect((await person.client.refused('addEvidence', { ...more, version: 3 })).code).toBe('ASSESSMENT_NOT_OPEN');
    expect((await eventsOf(org, assessment.id)).map(({ type }) => type)).toEqual([
      'AssessmentProposed',
      'EvidenceAdded',
      'AssessmentConfirmed',
    ]);
  });

  it('is refused with a skill, a day or an expiry that cannot be', async () => {
    const { person } = await crew();
    const codes = async (input: object) => (await person.client.refused('proposeAssessment', input)).code;
    expect(await codes({ ...claim(2), skillKey: 'alchemy' })).toBe('UNKNOWN_SKILL');
    expect(await codes(claim(2, 'merged-change', { validOn: '2199-01-01' }))).toBe('ASSESSMENT_DAY_IN_FUTURE');
    expect(await codes({ ...claim(2), evidence: [{ ...shown('merged-change'), occurredOn: '2199-01-01' }] })).toBe(
      'ASSESSMENT_DAY_IN_FUTURE',
    );
    expect(await codes(claim(2, 'merged-change', { validOn: DAY, expiresOn: DAY }))).toBe(
      'ASSESSMENT_EXPIRY_NOT_AFTER_VALID_ON',
    );
  });

  it('replaces an earlier one of the same person and skill, and of no other', async () => {
    const { org, manager, person } = await crew();
    await giveProfile(app, org, person.personId, { 'ci-cd': 4 });
    const { profile } = await person.client.ask(
      'query($p: ID!) { profile(personId: $p) { entries { skillKey assessment { id } } } }',
      { p: person.personId },
    );
    const old = profile.entries.find((e: { skillKey: string }) => e.skillKey === 'ci-cd').assessment.id;
    const wrong = await person.client.refused('proposeAssessment', {
      ...claim(2),
      skillKey: 'data-pipelines',
      supersedesId: old,
    });
    expect(wrong).toMatchObject({ code: 'NOT_FOUND', field: 'input.supersedesId' });
    const correction = claim(3, 'merged-change', { validOn: DAY, supersedesId: old });
    const { assessment } = await person.client.run('proposeAssessment', correction, A);
    expect(await entry(person, person)).toMatchObject({ level: 4 });
    await manager.client.run('confirmAssessment', { assessmentId: assessment.id, version: 1, level: 3 }, A);
    expect(await entry(person, person)).toMatchObject({ level: 3 }); // though it speaks of an earlier day
  });
});

describe('what a person says of themselves', () => {
  it('is shown as such, never counts, and nobody can confirm it', async () => {
    const { manager, person } = await crew();
    const { assessment } = await person.client.run('proposeAssessment', claim(4, 'self-statement'), A);
    expect(assessment).toMatchObject({ source: 'SELF', proposedLevel: 4, evidenceClass: 1 });
    expect(await entry(person, person)).toMatchObject({ level: null, selfLevel: 4 });
    const bare = await person.client.run('proposeAssessment', { skillKey: 'ci-cd', level: 5, evidence: [] }, A);
    expect(bare.assessment).toMatchObject({ source: 'SELF', proposedLevel: 5 });
    const view = await person.client.run(
      'proposeAssessment',
      claim(3, 'merged-change', { isSelfView: true, skillKey: 'ci-cd' }),
      A,
    );
    expect(view.assessment.source).toBe('SELF');
    expect(await entry(manager, person)).toMatchObject({ level: null, selfLevel: 3, proposedLevel: null });
    const problem = await manager.client.refused('confirmAssessment', {
      assessmentId: view.assessment.id,
      version: 1,
      level: 1,
    });
    expect(problem.code).toBe('SELF_CLAIM_NOT_CONFIRMABLE');
    const more = { assessmentId: bare.assessment.id, version: 1, evidence: [shown('certificate')] };
    const added = await person.client.run('addEvidence', more, A);
    expect(added.assessment).toMatchObject({ source: 'SELF', evidenceClass: 2 });
  });

  it('needs an employee record', async () => {
    const org = await app.organisation();
    const outside = await org.member(['EMPLOYEE']);
    expect(await outside.refused('proposeAssessment', claim(2))).toMatchObject({
      __typename: 'NotAllowed',
      code: 'NO_EMPLOYEE_RECORD',
    });
  });
});

describe('what a manager claims', () => {
  it('waits for the manager above, is hidden from the person until then, and the manager cannot confirm it', async () => {
    const { above, manager, person } = await crew();
    const { assessment } = await manager.client.run(
      'assess',
      { ...claim(3, 'manager-observation'), personId: person.personId },
      A,
    );
    expect(assessment).toMatchObject({ source: 'MANAGER', state: 'PROPOSED' });
    const seen = { assessmentId: assessment.id, version: 1, level: 3 };
    expect((await manager.client.refused('confirmAssessment', seen)).code).toBe('OWN_CLAIM_NOT_CONFIRMABLE');
    expect(await entry(person, person)).toMatchObject({ proposedLevel: null });
    expect(await entry(manager, person)).toMatchObject({ proposedLevel: 3 });
    const one = 'query($id: ID!) { assessment(id: $id) { id } }';
    expect(await person.client.ask(one, { id: assessment.id })).toEqual({ assessment: null });
    expect(await above.client.ask(one, { id: assessment.id })).toEqual({ assessment: { id: assessment.id } });
    await above.client.run('confirmAssessment', seen, A);
    expect(await entry(person, person)).toMatchObject({ level: 3, source: 'MANAGER' });
    expect(await person.client.ask(one, { id: assessment.id })).toEqual({ assessment: { id: assessment.id } });
  });

  it('may be what a named peer attests, and then the manager confirms it', async () => {
    const { manager, person, peer } = await crew();
    const input = { ...claim(3, 'peer-attestation'), personId: person.personId, peerId: peer.personId };
    const { assessment } = await manager.client.run('assess', input, A);
    expect(assessment.source).toBe('PEER');
    await manager.client.run('confirmAssessment', { assessmentId: assessment.id, version: 1, level: 3 }, A);
    expect((await manager.client.refused('assess', { ...input, evidence: [] })).code).toBe('EVIDENCE_MISSING');
    expect((await manager.client.refused('assess', { ...input, peerId: person.personId })).code).toBe(
      'OWN_ASSESSMENT_BY_OTHERS_ONLY',
    );
    expect(await manager.client.refused('assess', { ...input, peerId: assessment.id })).toMatchObject({
      code: 'REFERENCE_NOT_FOUND',
      field: 'input.peerId',
    });
  });

  it('is about direct reports only, and never about oneself', async () => {
    const { above, manager, person } = await crew();
    expect(await above.client.refused('assess', { ...claim(2), personId: person.personId })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.personId',
    });
    expect((await manager.client.refused('assess', { ...claim(2), personId: manager.personId })).code).toBe(
      'OWN_ASSESSMENT_BY_OTHERS_ONLY',
    );
    const answer = await person.client.send('mutation($i: AssessInput!) { assess(input: $i) { __typename } }', {
      i: { ...claim(2), personId: person.personId },
    });
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a review', () => {
  it('is refused to the person, to a stranger, on a stale version, and twice', async () => {
    const { org, manager, person } = await crew();
    const own = await manager.client.run('proposeAssessment', claim(2), A);
    const seen = { assessmentId: own.assessment.id, version: 1, level: 2 };
    expect((await manager.client.refused('confirmAssessment', seen)).code).toBe('OWN_CLAIM_NOT_CONFIRMABLE');
    const { assessment } = await person.client.run('proposeAssessment', claim(2), A);
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
    const { org, manager, person } = await crew();
    const { assessment } = await person.client.run('proposeAssessment', claim(3), A);
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
      A,
    );
    expect(await entry(person, person)).toMatchObject({ level: null });
    expect((await eventsOf(org, confirmed.id)).at(-1)).toMatchObject({
      type: 'AssessmentRevoked',
      data: { reason: 'It was a team effort' },
    });
  });

  it('of an exemption: given by the manager with a reason, taken back by the manager, never given to oneself', async () => {
    const { org, manager, person } = await crew();
    const input = { personId: person.personId, skillKey: 'ci-cd', reason: 'Works in the laboratory only' };
    const { assessment } = await manager.client.run('exemptSkill', input, A);
    expect(assessment).toMatchObject({ state: 'EXEMPT', level: null, proposedLevel: null, evidenceClass: null });
    expect(await entry(person, person)).toMatchObject({ isExempt: true, level: null });
    await manager.client.run(
      'revokeAssessment',
      { assessmentId: assessment.id, version: 1, reason: 'Moved to production' },
      A,
    );
    expect(await entry(person, person)).toMatchObject({ isExempt: false });
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
    const { org, above, manager, person } = await crew();
    await giveProfile(app, org, person.personId, { 'ci-cd': 2 });
    await person.client.run('proposeAssessment', claim(3), A);
    await person.client.run('proposeAssessment', claim(1, 'self-statement'), A);
    await manager.client.run(
      'assess',
      { ...claim(3, 'manager-observation', { skillKey: 'data-pipelines' }), personId: person.personId },
      A,
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
    const { manager, person } = await crew();
    const propose = (skillKey: string) =>
      person.client.run('proposeAssessment', claim(2, 'merged-change', { skillKey }), A);
    await propose('ci-cd');
    await propose('data-pipelines');
    const { frameworkVersion } = await person.client.ask('{ frameworkVersion { skills { key } } }');
    await sameStatements(app, 'assessmentsToReview', manager.client, QUERY, async () => {
      for (const { key } of frameworkVersion.skills.slice(0, 18)) await propose(key);
    });
    const list =
      'query($p: ID!) { assessments(personId: $p, first: 3) { nodes { skillKey } pageInfo { hasNextPage } } }';
    await sameStatements(app, 'assessments', person.client, list, async () => void (await propose('ci-cd')), {
      p: person.personId,
    });
  });
});
