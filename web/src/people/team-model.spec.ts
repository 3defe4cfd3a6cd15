/** Why this file exists: a check-in that a mentor answers does not wait for the manager, and the running plan is the one that counts. */
import { memberOf, type TeamPlan } from './team-model.js';

const at = (recordedAt: string) => ({ recordedAt });
const plan = (id: string, state: string, checkIns: TeamPlan['goals'][number]['checkIns'] = []): TeamPlan => ({
  id,
  state,
  person: { id: 'ana' },
  goals: [{ checkIns }],
});

test('the running plan stands before a paused one and a draft; an ended one does not count', () => {
  expect(memberOf('ana', 'me', [plan('d', 'DRAFT'), plan('a', 'ACTIVE')], []).plan?.id).toBe('a');
  expect(memberOf('ana', 'me', [plan('c', 'CLOSED')], []).plan).toBeNull();
  expect(memberOf('bo', 'me', [plan('a', 'ACTIVE')], []).plan).toBeNull();
});

test('a check-in waits for this manager when the person wrote theirs and nobody answered', () => {
  const mine = { id: '1', self: at('2026-10-01'), assessor: null, assessorPerson: { id: 'me' } };
  const mentors = { ...mine, id: '2', assessorPerson: { id: 'mentor' } };
  const answered = { ...mine, id: '3', assessor: at('2026-10-02') };
  const empty = { ...mine, id: '4', self: null };
  expect(memberOf('ana', 'me', [plan('a', 'ACTIVE', [mine, mentors, answered, empty])], []).checkIns).toEqual([
    '2026-10-01',
  ]);
});

test('claims are those about the person', () => {
  const claims = [
    { id: 'x', person: { id: 'ana' } },
    { id: 'y', person: { id: 'bo' } },
  ];
  expect(memberOf('ana', 'me', [], claims).claims).toEqual(['x']);
});
