/** Why this file exists: evidence decides what a claim can carry, and each way that it cannot has its own sentence. */
import type { EvidenceType, EvidenceTypeKey, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { AssessmentId, EvidenceItem } from './assessment.js';
import { freshUntil } from './evidence.js';
import { exempt, propose } from './propose.js';
import type { ProposalInput } from './propose.js';

const key = (text: string) => text as EvidenceTypeKey;
const type = (
  name: string,
  strength: EvidenceType['strength'],
  maxLevel: EvidenceType['maxLevel'],
  freshMonths = 12,
): EvidenceType => ({ key: key(name), name, strength, maxLevel, freshMonths, verifiedBy: 'x', note: '' });
const TYPES = new Map(
  [
    type('self-statement', 1, 1, 6),
    type('certificate', 2, 2, 36),
    type('merged-change', 3, 3, 24),
    type('talk', 2, 4, 24),
    type('postmortem', 4, 5, 36),
  ].map((one) => [one.key, one] as const),
);
const item = (name: string, occurredOn = '2026-05-01'): EvidenceItem => ({
  type: key(name),
  title: 'seen',
  link: null,
  occurredOn,
});

const input = (over: Partial<ProposalInput> = {}): ProposalInput => ({
  id: 'a1' as AssessmentId,
  personId: 'ana' as Id<'Person'>,
  skill: 'drift-monitoring' as SkillKey,
  level: 3,
  source: 'ARTEFACT',
  evidence: [item('merged-change')],
  validOn: '2026-06-01',
  recordedAt: '2026-06-02T09:00:00.000Z',
  expiresOn: null,
  claimantId: 'ana' as Id<'Person'>,
  supersedes: null,
  ...over,
});

describe('a proposal', () => {
  test('begins as PROPOSED at version 1 with its level, no reviewer, and the class of its strongest evidence', () => {
    const result = propose(
      input({ evidence: [item('certificate'), item('postmortem'), item('merged-change')] }),
      TYPES,
    );
    expect(result).toMatchObject({
      ok: true,
      value: { state: 'PROPOSED', version: 1, level: 3, proposedLevel: 3, reviewerId: null, evidenceClass: 4 },
    });
  });

  test('is carried by its strongest piece even when a weaker one comes with it', () => {
    expect(propose(input({ evidence: [item('self-statement'), item('merged-change')] }), TYPES).ok).toBe(true);
  });

  test('a certificate alone cannot carry level 3, and the refusal names it and what would', () => {
    expect(propose(input({ evidence: [item('certificate')] }), TYPES)).toEqual({
      ok: false,
      problem: {
        code: 'EVIDENCE_TOO_WEAK',
        message:
          'certificate alone carries level 2 at most, and level 3 is claimed. To mend it, add evidence that carries level 3, for example merged-change or talk or postmortem, or claim level 2.',
        field: 'evidence',
        claimed: 3,
        strongest: 'certificate',
        carries: 2,
        wouldCarry: ['merged-change', 'talk', 'postmortem'],
      },
    });
  });

  test('two certificates do not add up to level 3', () => {
    const result = propose(input({ evidence: [item('certificate'), item('certificate')] }), TYPES);
    expect(result).toMatchObject({ ok: false, problem: { code: 'EVIDENCE_TOO_WEAK' } });
  });

  it('a self-statement carries level 1 and no more, unless it is a self-claim, which only starts a conversation', () => {
    const evidence = [item('self-statement')];
    expect(propose(input({ source: 'SELF', level: 1, evidence }), TYPES).ok).toBe(true);
    const selfClaim = propose(input({ source: 'SELF', level: 4, evidence: [] }), TYPES);
    expect(selfClaim).toMatchObject({ ok: true, value: { evidenceClass: 1, proposedLevel: 4 } });
    expect(propose(input({ source: 'ARTEFACT', level: 2, evidence }), TYPES)).toMatchObject({
      ok: false,
      problem: { code: 'EVIDENCE_TOO_WEAK', carries: 1 },
    });
  });

  test('the types that would do come with just enough first, then the stronger, then by key', () => {
    const many = new Map(
      [type('z-note', 3, 4), type('b-note', 4, 3), type('c-note', 3, 3), type('a-note', 3, 3), type('weak', 1, 2)].map(
        (one) => [one.key, one] as const,
      ),
    );
    expect(propose(input({ evidence: [item('weak')] }), many)).toMatchObject({
      problem: { wouldCarry: ['b-note', 'a-note', 'c-note', 'z-note'] },
    });
  });

  test('names no example when no type of the framework carries the level', () => {
    const few = new Map([...TYPES].filter(([name]) => name === 'certificate'));
    const result = propose(input({ level: 5, evidence: [item('certificate')] }), few);
    expect(result).toMatchObject({
      problem: { wouldCarry: [], message: expect.stringContaining('To mend it, claim level 2.') },
    });
  });

  test('without evidence is refused', () => {
    expect(propose(input({ level: 1, evidence: [] }), TYPES)).toMatchObject({ problem: { code: 'EVIDENCE_MISSING' } });
  });

  test('with a type that the framework lacks is refused and points at it', () => {
    expect(propose(input({ evidence: [item('merged-change'), item('rumour')] }), TYPES)).toMatchObject({
      problem: { code: 'EVIDENCE_TYPE_UNKNOWN', field: 'evidence.1.type', type: 'rumour' },
    });
  });

  test('expires after the day it speaks of, not on it', () => {
    expect(propose(input({ expiresOn: '2026-06-01' }), TYPES)).toMatchObject({
      problem: { code: 'ASSESSMENT_EXPIRY_NOT_AFTER_VALID_ON', field: 'expiresOn' },
    });
    expect(propose(input({ expiresOn: '2026-06-02' }), TYPES).ok).toBe(true);
  });
});

describe('an exemption', () => {
  const exemption = {
    id: 'e1' as AssessmentId,
    personId: 'ana' as Id<'Person'>,
    skill: 'drift-monitoring' as SkillKey,
    validOn: '2026-06-01',
    recordedAt: '2026-06-02T09:00:00.000Z',
    expiresOn: null,
    claimantId: 'max' as Id<'Person'>,
    supersedes: null,
    reason: ' No models in operation here ',
  };

  test('begins as EXEMPT and carries neither level nor evidence', () => {
    expect(exempt(exemption)).toMatchObject({
      ok: true,
      value: {
        state: 'EXEMPT',
        level: null,
        evidenceClass: null,
        evidence: [],
        exemptionReason: 'No models in operation here',
      },
    });
  });

  test('is not granted to oneself', () => {
    expect(exempt({ ...exemption, claimantId: exemption.personId })).toMatchObject({
      problem: { code: 'OWN_EXEMPTION_NOT_ALLOWED' },
    });
  });

  test('needs a reason and an expiry later than its day', () => {
    expect(exempt({ ...exemption, reason: 'n / a' })).toMatchObject({
      problem: { code: 'ASSESSMENT_REASON_TOO_SHORT' },
    });
    expect(exempt({ ...exemption, expiresOn: '2026-05-01' })).toMatchObject({
      problem: { code: 'ASSESSMENT_EXPIRY_NOT_AFTER_VALID_ON' },
    });
  });
});

describe('freshness of evidence', () => {
  test('is the latest date among the pieces that carry the level', () => {
    // merged-change 2026-05-01 + 24 months = 2028-05-01; postmortem 2026-01-01 + 36 months = 2029-01-01
    const evidence = [item('merged-change', '2026-05-01'), item('postmortem', '2026-01-01')];
    expect(freshUntil(3, evidence, TYPES)).toBe('2029-01-01');
  });

  test('is not renewed by a fresh piece that is too weak', () => {
    // certificate carries 2 only; merged-change 2020-05-01 + 24 months = 2022-05-01
    const evidence = [item('merged-change', '2020-05-01'), item('certificate', '2026-05-01')];
    expect(freshUntil(3, evidence, TYPES)).toBe('2022-05-01');
    expect(freshUntil(2, evidence, TYPES)).toBe('2029-05-01');
  });

  test('is unknown when no piece of a known type carries the level', () => {
    expect(freshUntil(3, [item('rumour'), item('certificate')], TYPES)).toBeNull();
  });
});
