/** Why this file exists: an overlay only ever raises, and leaves alone what it does not speak of. */
import { askedLevel, effectiveRequirements, mustHaves } from './effective-requirements.js';
import { byKey, SHIPPED } from './library.fixture.js';
import type { LibraryOverlayRaise } from './library-job-role.js';
import type { Library } from './library.js';

const associate = byKey(SHIPPED.jobRoles, 'rds-1');
const pickSkill = (key: string) => byKey(SHIPPED.framework.skills, key).key;
const overlayWith = (raise: Partial<LibraryOverlayRaise>): Library['overlays'][number] => ({
  ...byKey(SHIPPED.overlays, 'medtech-samd'),
  raises: [
    { skill: lab, tracks: ['RESEARCH'], floor: [3, 3, 3, 3, 3], weight: 3, mustFrom: null, why: 'because', ...raise },
  ],
});

/** Asked for at 1 by rds-1, as a wish. */
const lab = pickSkill('lab-workflow');
/** Not asked for by rds-1. */
const serving = pickSkill('online-serving');
/** Asked for at 2 by rds-1, as a must-have. */
const statistics = pickSkill('statistical-inference');

describe('effective requirements', () => {
  it('are those of the job role without an overlay', () => {
    const asked = effectiveRequirements(associate, null);
    expect([...asked.keys()]).toEqual(associate.requirements.map((row) => row.skill));
    expect(askedLevel(asked, lab)).toBe(1);
    expect(askedLevel(asked, serving)).toBe(0);
  });

  it('rise to the floor of the rung', () => {
    expect(askedLevel(effectiveRequirements(associate, overlayWith({})), lab)).toBe(3);
  });

  it('never fall below the level of the job role', () => {
    const asked = effectiveRequirements(associate, overlayWith({ skill: statistics, floor: [1, 1, 1, 1, 1] }));
    expect(askedLevel(asked, statistics)).toBe(2);
  });

  it('hold a skill that only the overlay asks for', () => {
    const asked = effectiveRequirements(associate, overlayWith({ skill: serving }));
    expect(asked.get(serving)).toEqual({ skill: serving, level: 3, isMustHave: false });
  });

  it('make a must-have from the rung that the overlay names', () => {
    expect(mustHaves(effectiveRequirements(associate, overlayWith({ mustFrom: 1 }))).has(lab)).toBe(true);
    expect(mustHaves(effectiveRequirements(associate, overlayWith({ mustFrom: 2 }))).has(lab)).toBe(false);
  });

  it('keep a must-have of the job role', () => {
    const asked = effectiveRequirements(associate, overlayWith({ skill: statistics, mustFrom: null }));
    expect(mustHaves(asked).has(statistics)).toBe(true);
  });

  it('are not touched by a raise of another track', () => {
    const asked = effectiveRequirements(associate, overlayWith({ tracks: ['PRODUCTION'], mustFrom: 1 }));
    expect(asked.get(lab)).toMatchObject({ level: 1, isMustHave: false });
  });

  it('are not touched at a rung with floor 0, not even by a must-have', () => {
    const asked = effectiveRequirements(associate, overlayWith({ floor: [0, 3, 3, 3, 3], mustFrom: 1 }));
    expect(asked.get(lab)).toMatchObject({ level: 1, isMustHave: false });
  });
});
