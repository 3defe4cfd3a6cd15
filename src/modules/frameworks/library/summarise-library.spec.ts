/** Why this file exists: the shipped library is exactly the one that the product describes. */
import { changed, SHIPPED } from './library.fixture.js';
import { checkLibrary, hasErrors } from './check-library.js';
import { summariseLibrary } from './summarise-library.js';

describe('the shipped library', () => {
  it('has nothing to report', () => {
    expect(checkLibrary(SHIPPED)).toEqual([]);
  });

  it('has exactly the described content', () => {
    expect(summariseLibrary(SHIPPED)).toEqual({
      skills: 61,
      categories: 10,
      indicators: 349,
      prerequisites: 81,
      longestChain: 5,
      jobRoles: 12,
      requirements: 377,
      ladders: 3,
      overlays: 4,
      clarityRules: 6,
      kits: 3,
      items: 48,
      anchors: 240,
      activities: 81,
      initiatives: 9,
      references: 38,
      evidenceTypes: 32,
      bridges: [{ jobRole: 'bridge-ds-mle', steps: 45, hours: 934, activities: 27, practicePercent: 78 }],
    });
  });
});

describe('a summary', () => {
  it('has no longest chain when the prerequisites form a cycle', () => {
    const library = changed((draft) => {
      for (const skill of draft.framework.skills) {
        skill.prerequisites = [{ skill: skill.key, minLevel: 1, fromLevel: 2 }];
      }
    });
    expect(summariseLibrary(library).longestChain).toBeNull();
  });

  it('counts a chain in prerequisites, so a library without any has 0', () => {
    const library = changed((draft) => {
      for (const skill of draft.framework.skills) skill.prerequisites = [];
    });
    expect(summariseLibrary(library).longestChain).toBe(0);
  });

  it('has no share of practice when no activity raises anything', () => {
    const library = changed((draft) => (draft.framework.activities = []));
    expect(summariseLibrary(library).bridges).toEqual([
      { jobRole: 'bridge-ds-mle', steps: 45, hours: 0, activities: 0, practicePercent: null },
    ]);
  });
});

describe('findings', () => {
  const warning = { severity: 'WARNING', path: 'a', message: 'b' } as const;
  it('keep a library from being loaded when one is an error', () => {
    expect(hasErrors([warning, { ...warning, severity: 'ERROR' }])).toBe(true);
  });
  it('do not when all are warnings', () => {
    expect(hasErrors([warning])).toBe(false);
  });
});
