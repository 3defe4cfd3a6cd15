/** Why this file exists: a draft counts as saved when the server says the same, however each side wrote it down. */
import { askFor, differ, mergeDrafts, setRequirement, type Draft } from './draft.js';

const empty: Draft = {
  title: 'Engineer',
  mission: '',
  outcomesIn12Months: [],
  owns: [],
  doesNotOwn: [],
  timeBox: '',
  kitKey: null,
  requirements: [],
};
const onServer: Draft = {
  ...empty,
  requirements: [
    { skillKey: 'drift-monitoring', level: 2, weight: 3, isMustHave: false, minEvidenceClass: 2, stages: ['screen'] },
  ],
};
const added = askFor(empty, { skillKey: 'drift-monitoring', level: 2, stages: ['screen'] });

test('a skill that was just added is the skill that the server answers with', () => {
  expect(differ(onServer, added)).toBe(false);
  expect(differ(onServer, setRequirement(added, 'drift-monitoring', { weight: 4 }))).toBe(true);
  expect(differ(onServer, setRequirement(added, 'drift-monitoring', { stages: [] }))).toBe(true);
});

test('a skill that nobody changed here takes what somebody else made of it', () => {
  const theirs = setRequirement(onServer, 'drift-monitoring', { level: 3 });
  expect(mergeDrafts(onServer, added, theirs).requirements).toEqual(theirs.requirements);
});
