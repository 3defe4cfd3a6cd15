/** Why this file exists: what evidence can carry is told as the library says it, and a reviewer is led from claim to claim without losing one. */
import { addMonths, afterDecision, limitWords, neighbours, pieceWords, type EvidenceType } from './review-words.js';

const certificate: EvidenceType = {
  key: 'certificate',
  name: 'External certificate',
  maxLevel: 2,
  freshMonths: 36,
  verifiedBy: 'issuer',
};
const design: EvidenceType = {
  key: 'design-document',
  name: 'Design document',
  maxLevel: 5,
  freshMonths: 36,
  verifiedBy: 'design reviewer',
};
const piece = (typeKey: string, title: string) => ({ typeKey, title, occurredOn: '2026-01-31' });

test('a month is added to its last day where the next one is shorter', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-10-16', 24)).toBe('2028-10-16');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
});

test('the strongest piece decides; a certificate alone cannot raise a skill above level 2', () => {
  const told = limitWords([piece('certificate', 'Course'), piece('design-document', 'Plan')], [certificate, design], 3);
  expect(told[0]).toBe('The strongest piece, “Plan”, carries up to level 5 on its own. Weak pieces never add up.');
  expect(told).toContain('External certificate alone cannot raise a skill above level 2.');
  expect(told).toContain('From level 3 the reviewer is neither the person nor their mentor.');
});

test('a claim of level 2 is within what a certificate carries, and needs no second word about it', () => {
  const told = limitWords([piece('certificate', 'Course')], [certificate, design], 2).join(' ');
  expect(told).toContain('carries up to level 2');
  expect(told).not.toContain('cannot raise');
  expect(told).not.toContain('neither the person');
});

test('a piece tells its kind, what it carries, and whether it has aged', () => {
  expect(pieceWords(piece('certificate', 'x'), certificate, '2028-12-31')[1]).toMatch(/^Counts as fresh until/);
  expect(pieceWords(piece('certificate', 'x'), certificate, '2029-02-01')[1]).toMatch(/^It has aged/);
  expect(pieceWords(piece('gone', 'x'), undefined, '2026-01-01')).toEqual(['gone, 31 Jan 2026.']);
});

test('J and K stop at the ends; a decision leads to the next claim, from the last one to the oldest left', () => {
  const ids = ['a', 'b', 'c'];
  expect(neighbours(ids, 'a')).toEqual({ place: 1, next: 'b', previous: undefined });
  expect(neighbours(ids, 'c')).toEqual({ place: 3, next: undefined, previous: 'b' });
  expect(neighbours(ids, 'gone')).toMatchObject({ place: 0, previous: undefined });
  expect([afterDecision(ids, 'a'), afterDecision(ids, 'c'), afterDecision(['a'], 'a')]).toEqual(['b', 'a', undefined]);
});
