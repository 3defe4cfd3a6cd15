/** Why this file exists: each fault that keeps a draft from being published is found, at its field, with the way to mend it. */
import { isKey } from '../../../platform/ids/index.js';
import type { Activity, EvidenceType, Framework, Skill } from './framework.js';
import { validateFramework } from './validate-framework.js';

const indicators = [['Sees'], ['Does'], ['Owns'], ['Leads'], ['Defends']];
const built = (content: object, change: object): object => ({ ...content, ...change });
const skill = (key: string, change: object = {}): Skill => {
  const references = { sfia: [], esco: [], mlTestScore: [], gmlp: [], regulations: [] };
  const [affinity, prerequisites] = [{ research: 0, production: 1 }, []];
  const texts = { name: 'A skill', category: 'data', definition: 'Does a thing well.' };
  return built({ key, ...texts, affinity, prerequisites, indicators, references }, change) as Skill;
};
const activity = (change: object = {}): Activity => {
  const texts = { name: 'Pairing', kind: 'PAIRING', lever: 'MENTORSHIP', summary: '', host: '' };
  const steps = { needs: [{ skill: 'a', level: 1 }], raises: [{ skill: 'b', from: 0 }] };
  const rest = { key: 'pairing', hours: 8, weeks: 2, choose: null, evidence: [{ type: 'talk', show: '' }] };
  return built({ ...texts, ...steps, ...rest }, change) as Activity;
};
const talk = (change: object = {}): EvidenceType =>
  built({ key: 'talk', name: 'Talk', strength: 2, maxLevel: 4, freshMonths: 24 }, change) as EvidenceType;

const names = ['Aware', 'Practising', 'Independent', 'Leading', 'Authority'];
const draft = (change: object = {}): Framework => {
  const content = {
    scale: names.map((name, index) => ({ level: index + 1, name, meaning: '' })),
    categories: [{ key: 'data', name: 'Data', order: 1 }],
    skills: [skill('a'), skill('b', { prerequisites: [{ skill: 'a', minLevel: 1, fromLevel: 2 }] })],
    evidenceTypes: [talk()],
    activities: [activity()],
  };
  return built(content, change) as Framework;
};

const found = (change: object) => validateFramework(draft(change)).map((one) => [one.code, one.field]);
const needing = (skillKey: string, minLevel = 1, fromLevel = 2) => ({
  prerequisites: [{ skill: skillKey, minLevel, fromLevel }],
});

describe('a draft framework', () => {
  it('can be published when everything holds, also without activities', () => {
    expect(validateFramework(draft())).toEqual([]);
    expect(validateFramework(draft({ activities: [], evidenceTypes: [] }))).toEqual([]);
  });

  it('tells every problem at once, from the scale to the activities', () => {
    const codes = found({ scale: [], skills: [skill('a', { name: ' ' })], activities: [activity({ hours: 0 })] });
    expect(codes).toEqual([
      ['SCALE_NOT_FIVE_LEVELS', 'scale'],
      ['TEXT_MISSING', 'skills.0.name'],
      ['AMOUNT_OUT_OF_RANGE', 'activities.0.hours'],
      ['UNKNOWN_SKILL', 'activities.0.raises.0.skill'],
    ]);
  });

  it('says what is wrong and how to mend it', () => {
    const [problem] = validateFramework(draft({ skills: [skill('a'), skill('b', needing('ghost'))] }));
    expect(problem).toEqual({
      code: 'UNKNOWN_PREREQUISITE',
      field: 'skills.1.prerequisites.0.skill',
      skill: 'ghost',
      message: 'There is no skill "ghost" in this framework. Add it, or remove this prerequisite.',
    });
  });
});

describe('the scale, keys and texts of a draft', () => {
  const levelNames = (levels: readonly number[]) => ({
    scale: levels.map((level) => ({ level, name: 'x', meaning: '' })),
  });

  it.each([[[1, 2, 3, 4]], [[1, 2, 3, 4, 4]], [[5, 4, 3, 2, 1]], [[1, 2, 3, 4, 5, 6]]])(
    'the scale %j is refused',
    (levels) => {
      expect(found(levelNames(levels))).toEqual([['SCALE_NOT_FIVE_LEVELS', 'scale']]);
    },
  );

  it.each(['', 'Data', 'data_x', 'data--x', '-data', 'a b', 'a'.repeat(81)])('the key %j is refused', (key) => {
    expect(isKey(key)).toBe(false);
    const categories = [...draft().categories, { key, name: 'Other', order: 2 }];
    expect(found({ categories })).toEqual([['BAD_KEY', 'categories.1.key']]);
  });

  it.each(['a', 'ml-2', '2d', 'a'.repeat(80)])('the key %j is accepted', (key) => {
    expect(isKey(key)).toBe(true);
    expect(found({ categories: [...draft().categories, { key, name: 'Other', order: 2 }] })).toEqual([]);
  });

  it('a key given twice is refused at the later entry, in every list', () => {
    const twice = { ...draft(), skills: [skill('a'), skill('b'), skill('a')] };
    expect(found(twice)).toEqual([['DUPLICATE_KEY', 'skills.2.key']]);
    const { categories } = draft();
    expect(found({ categories: [...categories, ...categories] })).toEqual([['DUPLICATE_KEY', 'categories.1.key']]);
    expect(found({ activities: [activity(), activity()] })).toEqual([['DUPLICATE_KEY', 'activities.1.key']]);
    expect(found({ evidenceTypes: [talk(), talk()] })).toEqual([['DUPLICATE_KEY', 'evidenceTypes.1.key']]);
  });

  it('names and definitions must be written', () => {
    expect(found({ skills: [skill('a', { definition: '' }), skill('b')] })).toEqual([
      ['TEXT_MISSING', 'skills.0.definition'],
    ]);
    expect(found({ categories: [{ key: 'data', name: '\t', order: 1 }] })).toEqual([
      ['TEXT_MISSING', 'categories.0.name'],
    ]);
  });

  it('there must be a skill', () => {
    expect(found({ skills: [], activities: [] })).toEqual([['NO_SKILLS', 'skills']]);
  });
});

describe('a skill of a draft', () => {
  const withSkill = (change: object) => found({ skills: [skill('a', change), skill('b')] });

  it('needs a category that exists', () => {
    expect(withSkill({ category: 'ghost' })).toEqual([['UNKNOWN_CATEGORY', 'skills.0.category']]);
  });

  it('needs five levels', () => {
    expect(withSkill({ indicators: indicators.slice(1) })).toEqual([['NOT_FIVE_LEVELS', 'skills.0.indicators']]);
    expect(withSkill({ indicators: [...indicators, ['More']] })).toEqual([['NOT_FIVE_LEVELS', 'skills.0.indicators']]);
  });

  it('needs an indicator at each level, and none of them blank', () => {
    expect(withSkill({ indicators: indicators.with(2, []) })).toEqual([
      ['LEVEL_WITHOUT_INDICATOR', 'skills.0.indicators.2'],
    ]);
    expect(withSkill({ indicators: indicators.with(4, ['Defends', ' ']) })).toEqual([
      ['TEXT_MISSING', 'skills.0.indicators.4.1'],
    ]);
  });

  it.each([-0.1, 1.1, Number.NaN])('is refused with an affinity of %d', (value) => {
    expect(withSkill({ affinity: { research: value, production: 1 } })).toEqual([
      ['AFFINITY_OUT_OF_RANGE', 'skills.0.affinity.research'],
    ]);
    expect(withSkill({ affinity: { research: 0, production: value } })).toEqual([
      ['AFFINITY_OUT_OF_RANGE', 'skills.0.affinity.production'],
    ]);
  });

  it('does not name itself as prerequisite, which is told once', () => {
    expect(withSkill(needing('a'))).toEqual([['OWN_PREREQUISITE', 'skills.0.prerequisites.0.skill']]);
  });

  it.each([
    [0, 2, 'minLevel'],
    [6, 2, 'minLevel'],
    [1.5, 2, 'minLevel'],
    [1, 1, 'fromLevel'],
    [1, 6, 'fromLevel'],
  ])('is refused with a prerequisite of level %d from level %d', (minLevel, fromLevel, field) => {
    expect(withSkill(needing('b', minLevel, fromLevel))).toEqual([
      ['PREREQUISITE_LEVEL_OUT_OF_RANGE', `skills.0.prerequisites.0.${field}`],
    ]);
  });

  it('does not need itself by a detour: the members of the circle are named, at the first of them', () => {
    const skills = [skill('c', needing('a')), skill('b', needing('c')), skill('a', needing('b'))];
    expect(validateFramework(draft({ skills }))).toEqual([
      {
        code: 'PREREQUISITE_CYCLE',
        field: 'skills.2.prerequisites',
        cycle: ['a', 'b', 'c', 'a'],
        message:
          'These skills need one another in a circle: a needs b needs c needs a. Remove one of these prerequisites.',
      },
    ]);
  });
});

describe('evidence types and activities of a draft', () => {
  it.each([
    [{ strength: 6 }, 'AMOUNT_OUT_OF_RANGE', 'strength'],
    [{ maxLevel: 0 }, 'LEVEL_OUT_OF_RANGE', 'maxLevel'],
    [{ freshMonths: 0 }, 'AMOUNT_OUT_OF_RANGE', 'freshMonths'],
    [{ freshMonths: 1.5 }, 'AMOUNT_OUT_OF_RANGE', 'freshMonths'],
  ])('an evidence type with %j is refused', (change, code, field) => {
    expect(found({ evidenceTypes: [talk(change)] })).toEqual([[code, `evidenceTypes.0.${field}`]]);
  });

  it.each([
    [{ hours: 0 }, 'AMOUNT_OUT_OF_RANGE', 'hours'],
    [{ hours: Number.POSITIVE_INFINITY }, 'AMOUNT_OUT_OF_RANGE', 'hours'],
    [{ weeks: -1 }, 'AMOUNT_OUT_OF_RANGE', 'weeks'],
    [{ choose: 0 }, 'AMOUNT_OUT_OF_RANGE', 'choose'],
    [{ choose: 2 }, 'AMOUNT_OUT_OF_RANGE', 'choose'],
    [{ needs: [{ skill: 'ghost', level: 1 }] }, 'UNKNOWN_SKILL', 'needs.0.skill'],
    [{ needs: [{ skill: 'a', level: 0 }] }, 'LEVEL_OUT_OF_RANGE', 'needs.0.level'],
    [{ raises: [] }, 'ACTIVITY_RAISES_NOTHING', 'raises'],
    [{ raises: [{ skill: 'ghost', from: 1 }] }, 'UNKNOWN_SKILL', 'raises.0.skill'],
    [{ raises: [{ skill: 'a', from: -1 }] }, 'STEP_OUT_OF_RANGE', 'raises.0.from'],
    [{ raises: [{ skill: 'a', from: 0.5 }] }, 'STEP_OUT_OF_RANGE', 'raises.0.from'],
    [{ raises: [{ skill: 'a', from: 4 }] }, 'STEP_OUT_OF_RANGE', 'raises.0.from'],
    [{ evidence: [{ type: 'ghost', show: '' }] }, 'UNKNOWN_EVIDENCE_TYPE', 'evidence.0.type'],
  ])('an activity with %j is refused', (change, code, field) => {
    expect(found({ activities: [activity(change)] })).toEqual([[code, `activities.0.${field}`]]);
  });

  it('an activity may leave the choice of one of its steps to the learner', () => {
    expect(found({ activities: [activity({ choose: 1 })] })).toEqual([]);
  });
});
