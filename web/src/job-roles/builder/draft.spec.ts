/** Why this file exists: a draft counts as saved when the server says the same, however each side wrote it down; and what is sent of a change. */
import { askFor, differ, mergeDrafts, setRequirement, textsInput, type Draft } from './draft.js';

const draft: Draft = {
  title: 'Engineer',
  mission: 'Keeps the model working.',
  outcomesIn12Months: ['Live in two hospitals'],
  owns: [],
  doesNotOwn: [],
  timeBox: '',
  kitKey: null,
  requirements: [],
};
const onServer: Draft = {
  ...draft,
  requirements: [
    { skillKey: 'drift-monitoring', level: 2, weight: 3, isMustHave: false, minEvidenceClass: 2, stages: ['screen'] },
  ],
};
const added = askFor(draft, { skillKey: 'drift-monitoring', level: 2, stages: ['screen'] });

describe('a draft', () => {
  it('is saved when only the space around its texts and empty lines differ', () => {
    const typed = { ...draft, title: 'Engineer ', mission: ' Keeps the model working.\n', owns: ['', ' '] };
    expect(differ(draft, typed)).toBe(false);
    expect(textsInput(draft, typed)).toEqual({});
  });

  it('sends what changed without the space around it, and never an empty title', () => {
    const typed = { ...draft, title: '  ', mission: 'Keeps it working. ', timeBox: ' 18 months ' };
    expect(differ(draft, typed)).toBe(true);
    expect(textsInput(draft, typed)).toEqual({ mission: 'Keeps it working.', timeBox: '18 months' });
  });

  it('has the skill that was just added as the server answers with it', () => {
    expect(differ(onServer, added)).toBe(false);
    expect(differ(onServer, setRequirement(added, 'drift-monitoring', { weight: 4 }))).toBe(true);
    expect(differ(onServer, setRequirement(added, 'drift-monitoring', { stages: [] }))).toBe(true);
  });

  it('takes what somebody else made of a skill that nobody changed here', () => {
    const theirs = setRequirement(onServer, 'drift-monitoring', { level: 3 });
    expect(mergeDrafts(onServer, added, theirs).requirements).toEqual(theirs.requirements);
  });
});
