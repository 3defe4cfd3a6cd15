/** Why this file exists: claims and their evidence through the API: what can be said, by whom, and what it takes to count. */
import { startTestApp, type TestApp } from '../../support/app.js';
import { ASSESSMENT, claim, DAY, entryFor, giveClaimCrew, shown } from '../../support/claims.js';
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

describe('a claim with evidence', () => {
  it('waits for the manager, who confirms it at a lower level; both levels and both events stay', async () => {
    const { org, manager, person } = await giveClaimCrew(app);
    const { assessment } = await person.client.run('proposeAssessment', claim(3), ASSESSMENT);
    expect(assessment).toMatchObject({ state: 'PROPOSED', source: 'ARTEFACT', level: 3, evidenceClass: 3, version: 1 });
    expect(await entryFor(person, person)).toMatchObject({ level: null, proposedLevel: 3 });
    const seen = { assessmentId: assessment.id, version: 1 };
    const done = await manager.client.run('confirmAssessment', { ...seen, level: 2 }, ASSESSMENT);
    expect(done.assessment).toMatchObject({ state: 'CONFIRMED', level: 2, proposedLevel: 3, version: 2 });
    expect(await entryFor(person, person)).toMatchObject({ level: 2, proposedLevel: null, source: 'ARTEFACT' });
    const events = await eventsOf(org, assessment.id);
    expect(events.map(({ type }) => type)).toEqual(['AssessmentProposed', 'AssessmentConfirmed']);
    expect(events[1]?.data).toMatchObject({ level: 2, proposedLevel: 3, skill: 'ci-cd' });
  });

  it('cannot be carried above level 2 by a certificate alone, and the refusal says what would', async () => {
    const { manager, person } = await giveClaimCrew(app);
    const problem = await person.client.refused('proposeAssessment', claim(3, 'certificate'));
    expect(problem).toMatchObject({ __typename: 'RuleViolation', code: 'EVIDENCE_TOO_WEAK', field: 'input.evidence' });
    expect(problem.message).toContain('External certificate alone carries level 2 at most');
    expect(problem.facts).toContainEqual({ name: 'carries', value: '2' });
    const two = await person.client.run('proposeAssessment', claim(2, 'certificate'), ASSESSMENT);
    await manager.client.run(
      'confirmAssessment',
      { assessmentId: two.assessment.id, version: 1, level: 2 },
      ASSESSMENT,
    );
    const above = await manager.client.refused('confirmAssessment', {
      assessmentId: two.assessment.id,
      version: 2,
      level: 3,
    });
    expect(above.code).toBe('ASSESSMENT_TRANSITION_NOT_ALLOWED');
    expect(await entryFor(person, person)).toMatchObject({ level: 2, evidenceClass: 2 });
    const report = { ...claim(3, 'certificate'), personId: person.personId };
    expect((await manager.client.refused('assess', report)).code).toBe('EVIDENCE_TOO_WEAK');
  });

  it('is not confirmed above what was proposed', async () => {
    const { manager, person } = await giveClaimCrew(app);
    const { assessment } = await person.client.run('proposeAssessment', claim(2), ASSESSMENT);
    const problem = await manager.client.refused('confirmAssessment', {
      assessmentId: assessment.id,
      version: 1,
      level: 3,
    });
    expect(problem).toMatchObject({ code: 'CONFIRMED_LEVEL_ABOVE_PROPOSED', field: 'input.level' });
  });

  it('takes more evidence while it waits, which may raise its class, and none after', async () => {
    const { org, manager, person, peer } = await giveClaimCrew(app);
    const { assessment } = await person.client.run('proposeAssessment', claim(3), ASSESSMENT);
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
    await manager.client.run('confirmAssessment', { assessmentId: assessment.id, version: 2, level: 3 }, ASSESSMENT);
    expect((await person.client.refused('addEvidence', { ...more, version: 3 })).code).toBe('ASSESSMENT_NOT_OPEN');
    expect((await eventsOf(org, assessment.id)).map(({ type }) => type)).toEqual([
      'AssessmentProposed',
      'EvidenceAdded',
      'AssessmentConfirmed',
    ]);
  });

  it('is refused with a skill, a day or an expiry that cannot be', async () => {
    const { person } = await giveClaimCrew(app);
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
    const { org, manager, person } = await giveClaimCrew(app);
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
    const { assessment } = await person.client.run('proposeAssessment', correction, ASSESSMENT);
    expect(await entryFor(person, person)).toMatchObject({ level: 4 });
    await manager.client.run('confirmAssessment', { assessmentId: assessment.id, version: 1, level: 3 }, ASSESSMENT);
    expect(await entryFor(person, person)).toMatchObject({ level: 3 }); // though it speaks of an earlier day
  });
});

describe('what a person says of themselves', () => {
  it('is shown as such, never counts, and nobody can confirm it', async () => {
    const { manager, person } = await giveClaimCrew(app);
    const { assessment } = await person.client.run('proposeAssessment', claim(4, 'self-statement'), ASSESSMENT);
    expect(assessment).toMatchObject({ source: 'SELF', proposedLevel: 4, evidenceClass: 1 });
    expect(await entryFor(person, person)).toMatchObject({ level: null, selfLevel: 4 });
    const bare = await person.client.run(
      'proposeAssessment',
      { skillKey: 'ci-cd', level: 5, evidence: [] },
      ASSESSMENT,
    );
    expect(bare.assessment).toMatchObject({ source: 'SELF', proposedLevel: 5 });
    const view = await person.client.run(
      'proposeAssessment',
      claim(3, 'merged-change', { isSelfView: true, skillKey: 'ci-cd' }),
      ASSESSMENT,
    );
    expect(view.assessment.source).toBe('SELF');
    expect(await entryFor(manager, person)).toMatchObject({ level: null, selfLevel: 3, proposedLevel: null });
    const problem = await manager.client.refused('confirmAssessment', {
      assessmentId: view.assessment.id,
      version: 1,
      level: 1,
    });
    expect(problem.code).toBe('SELF_CLAIM_NOT_CONFIRMABLE');
    const more = { assessmentId: bare.assessment.id, version: 1, evidence: [shown('certificate')] };
    const added = await person.client.run('addEvidence', more, ASSESSMENT);
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
    const { above, manager, person } = await giveClaimCrew(app);
    const { assessment } = await manager.client.run(
      'assess',
      { ...claim(3, 'manager-observation'), personId: person.personId },
      ASSESSMENT,
    );
    expect(assessment).toMatchObject({ source: 'MANAGER', state: 'PROPOSED' });
    const seen = { assessmentId: assessment.id, version: 1, level: 3 };
    expect((await manager.client.refused('confirmAssessment', seen)).code).toBe('OWN_CLAIM_NOT_CONFIRMABLE');
    expect(await entryFor(person, person)).toMatchObject({ proposedLevel: null });
    expect(await entryFor(manager, person)).toMatchObject({ proposedLevel: 3 });
    const one = 'query($id: ID!) { assessment(id: $id) { id } }';
    expect(await person.client.ask(one, { id: assessment.id })).toEqual({ assessment: null });
    expect(await above.client.ask(one, { id: assessment.id })).toEqual({ assessment: { id: assessment.id } });
    await above.client.run('confirmAssessment', seen, ASSESSMENT);
    expect(await entryFor(person, person)).toMatchObject({ level: 3, source: 'MANAGER' });
    expect(await person.client.ask(one, { id: assessment.id })).toEqual({ assessment: { id: assessment.id } });
  });

  it('may be what a named peer attests, and then the manager confirms it', async () => {
    const { manager, person, peer } = await giveClaimCrew(app);
    const input = { ...claim(3, 'peer-attestation'), personId: person.personId, peerId: peer.personId };
    const { assessment } = await manager.client.run('assess', input, ASSESSMENT);
    expect(assessment.source).toBe('PEER');
    await manager.client.run('confirmAssessment', { assessmentId: assessment.id, version: 1, level: 3 }, ASSESSMENT);
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
    const { above, manager, person } = await giveClaimCrew(app);
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
