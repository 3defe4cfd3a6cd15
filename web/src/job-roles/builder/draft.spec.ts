/** Why this file exists: what counts as a change of a draft, and what is sent of it. */
import { differ, textsInput, type Draft } from './draft.js';

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
});
