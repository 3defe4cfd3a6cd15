/** Why this file exists: a conflict of interest follows the person, and each kind of it takes away every action. */
import fc from 'fast-check';
import type { CandidateId } from './application.js';
import {
  BARRED_ACTIONS,
  conflictedAmong,
  CONFLICT_KINDS,
  conflictsOfInterest,
  requireNoConflict,
} from './conflict-of-interest.js';
import type { ApplicantFacts } from './conflict-of-interest.js';
import type { Id } from '../../../platform/ids/index.js';

const person = (name: string): Id<'Person'> => name as Id<'Person'>;
const [ana, boss, report, peer, referrer] = ['ana', 'boss', 'report', 'peer', 'referrer'].map(person) as [
  Id<'Person'>,
  Id<'Person'>,
  Id<'Person'>,
  Id<'Person'>,
  Id<'Person'>,
];
const chief = person('chief');
const anaAsCandidate = 'c-ana' as CandidateId;

const internal: ApplicantFacts = {
  candidate: anaAsCandidate,
  person: ana,
  managerOf: new Map([
    [ana, boss],
    [report, ana],
    [peer, boss],
    [boss, chief],
    [chief, null],
  ]),
  relations: [],
  referrer: null,
};
const external: ApplicantFacts = { ...internal, person: null };
const kinds = (actor: Id<'Person'>, facts: ApplicantFacts) => conflictsOfInterest(actor, facts).map((one) => one.kind);

describe('a conflict of interest', () => {
  it('is found for the applicant, the manager and the direct report of an internal applicant', () => {
    expect(kinds(ana, internal)).toEqual(['SELF']);
    expect(kinds(boss, internal)).toEqual(['MANAGER_OF_APPLICANT']);
    expect(kinds(report, internal)).toEqual(['DIRECT_REPORT_OF_APPLICANT']);
  });

  it('is not found for a colleague or a manager two steps up', () => {
    expect(kinds(peer, internal)).toEqual([]);
    expect(kinds(chief, internal)).toEqual([]);
  });

  it('does not arise from reporting lines for somebody from outside', () => {
    for (const actor of [ana, boss, report, peer]) expect(kinds(actor, external)).toEqual([]);
  });

  it('does not arise between two people without a manager', () => {
    const facts = { ...internal, managerOf: new Map([[ana, null]]) };
    expect(kinds(peer, facts)).toEqual([]);
  });

  it('is found for a declared relation from either side', () => {
    const declared = (from: Id<'Person'>, to: Id<'Person'>): ApplicantFacts => ({
      ...internal,
      relations: [{ person: from, to: { kind: 'PERSON', person: to } }],
    });
    expect(kinds(peer, declared(peer, ana))).toEqual(['DECLARED_RELATION']);
    expect(kinds(peer, declared(ana, peer))).toEqual(['DECLARED_RELATION']);
    expect(kinds(peer, declared(peer, boss))).toEqual([]);
    expect(kinds(peer, { ...declared(peer, ana), person: null })).toEqual([]);
  });

  it('is found for a relation declared with this candidate and no other', () => {
    const declared = (candidate: string): ApplicantFacts => ({
      ...external,
      relations: [{ person: peer, to: { kind: 'CANDIDATE', candidate: candidate as CandidateId } }],
    });
    expect(kinds(peer, declared('c-ana'))).toEqual(['DECLARED_RELATION']);
    expect(kinds(peer, declared('c-other'))).toEqual([]);
    expect(kinds(boss, declared('c-ana'))).toEqual([]);
  });

  it('is found for the referrer, also of somebody from outside', () => {
    expect(kinds(referrer, { ...external, referrer })).toEqual(['REFERRER']);
    expect(kinds(peer, { ...external, referrer })).toEqual([]);
  });

  it('lists every kind that holds, in a fixed order', () => {
    const facts: ApplicantFacts = {
      ...internal,
      referrer: boss,
      relations: [{ person: boss, to: { kind: 'CANDIDATE', candidate: anaAsCandidate } }],
    };
    expect(kinds(boss, facts)).toEqual(['MANAGER_OF_APPLICANT', 'DECLARED_RELATION', 'REFERRER']);
  });

  it('follows the person: two accounts of one person give one answer, and an address is no input at all', () => {
    const accounts = [
      { email: 'ana@example.org', person: ana },
      { email: 'a.admin@example.org', person: ana },
    ];
    expect(accounts.map((account) => kinds(account.person, internal))).toEqual([['SELF'], ['SELF']]);
  });

  it('names the people of a panel who have one, each once, in order', () => {
    expect(conflictedAmong([peer, boss, ana, boss], internal)).toEqual([boss, ana]);
  });
});

describe('what a conflict takes away', () => {
  const conflicts = CONFLICT_KINDS.map((kind) => ({ kind, words: `Because of ${kind}.` }));

  it.each(BARRED_ACTIONS)('includes %s, for each kind alone', (action) => {
    for (const conflict of conflicts) {
      const result = requireNoConflict([conflict], action);
      expect(result).toMatchObject({
        ok: false,
        problem: { code: 'CONFLICT_OF_INTEREST', action, kinds: [conflict.kind] },
      });
      expect(result.ok ? '' : result.problem.message).toContain(conflict.words);
    }
  });

  it.each(BARRED_ACTIONS)('leaves %s to somebody without a conflict', (action) => {
    expect(requireNoConflict(conflictsOfInterest(peer, internal), action)).toEqual({ ok: true, value: action });
  });
});

describe('for any company', () => {
  const people = ['a', 'b', 'c', 'd'].map(person);
  const anyone = fc.constantFrom(...people);
  const anyFacts = fc.record({
    candidate: fc.constant(anaAsCandidate),
    person: fc.option(anyone),
    managerOf: fc.array(fc.tuple(anyone, fc.option(anyone))).map((lines) => new Map(lines)),
    relations: fc.array(
      fc.record({ person: anyone, to: fc.record({ kind: fc.constant('PERSON' as const), person: anyone }) }),
    ),
    referrer: fc.option(anyone),
  });

  it('the applicant always has a conflict, and each kind is told once', () => {
    fc.assert(
      fc.property(anyFacts, anyone, (facts, actor) => {
        const found = kinds(actor, facts);
        expect(new Set(found).size).toBe(found.length);
        expect(found.includes('SELF')).toBe(facts.person === actor);
      }),
    );
  });

  it('which side declared a relation makes no difference', () => {
    fc.assert(
      fc.property(anyFacts, anyone, (facts, actor) => {
        const turned = facts.relations.map(({ person: one, to }) => ({
          person: to.person,
          to: { ...to, person: one },
        }));
        expect(kinds(actor, { ...facts, relations: turned })).toEqual(kinds(actor, facts));
      }),
    );
  });
});
