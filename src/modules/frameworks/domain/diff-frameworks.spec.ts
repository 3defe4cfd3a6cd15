/** Why this file exists: people decide on a new framework version by this list; what it misses changes unseen. */
import fc from 'fast-check';
import { diffFrameworks } from './diff-frameworks.js';
import type { Activity, Category, EvidenceType, Framework, Prerequisite, Skill } from './framework.js';

const built = (content: object, change: object): object => ({ ...content, ...change });
const skill = (key: string, change: object = {}): Skill => {
  const references = { sfia: ['DATM', 'DENG'], esco: [], mlTestScore: [], gmlp: [1], regulations: [] };
  const [affinity, indicators] = [{ research: 0.5, production: 1 }, [['1'], ['2'], ['3'], ['4'], ['5']]];
  const content = { key, name: key, category: 'data', definition: 'Does a thing.', affinity, indicators, references };
  return built({ ...content, prerequisites: [] }, change) as Skill;
};
const category = (key: string, change: object = {}) => built({ key, name: key, order: 1 }, change) as Category;
const activity = (key: string, change: object = {}): Activity => {
  const raises = [
    { skill: 'a', from: 0 },
    { skill: 'b', from: 1 },
  ];
  return built({ key, name: key, hours: 8, raises }, change) as Activity;
};
const evidenceType = (key: string, change: object = {}) =>
  built({ key, name: key, maxLevel: 2 }, change) as EvidenceType;

const framework = (change: object = {}): Framework => {
  const content = {
    scale: [{ level: 1, name: 'Aware', meaning: 'Explains' }],
    categories: [category('data')],
    skills: [skill('a'), skill('b')],
    evidenceTypes: [evidenceType('talk')],
    activities: [activity('pairing')],
  };
  return built(content, change) as Framework;
};
const changesOf = (before: object, after: object) =>
  diffFrameworks(framework({ skills: [skill('a', before)] }), framework({ skills: [skill('a', after)] })).skills
    .changed;
const needs = (key: string, minLevel: number, fromLevel: number) =>
  built({ skill: key, minLevel, fromLevel }, {}) as Prerequisite;

describe('the difference of two frameworks', () => {
  it('is empty for the same content, whatever the order of lists that are sets', () => {
    const [raises, sfia] = [
      [
        { from: 1, skill: 'b' },
        { from: 0, skill: 'a' },
      ],
      ['DENG', 'DATM'],
    ];
    const same = framework({
      skills: [skill('b', { references: { ...skill('b').references, sfia } }), skill('a')],
      activities: [activity('pairing', { raises })],
    });
    expect(diffFrameworks(framework(), same)).toMatchObject({ isEmpty: true, skills: { changed: [] } });
  });

  it('names what is added and removed, by key', () => {
    const after = framework({
      skills: [skill('z'), skill('a'), skill('c')],
      categories: [category('data'), category('ops')],
    });
    const { skills, categories, isEmpty } = diffFrameworks(framework(), after);
    expect(skills.added.map((one) => one.key)).toEqual(['c', 'z']);
    expect(skills.removed.map((one) => one.key)).toEqual(['b']);
    expect(skills.changed).toEqual([]);
    expect(categories.added.map((one) => one.key)).toEqual(['ops']);
    expect(isEmpty).toBe(false);
  });

  it('names the changed properties of categories, activities, evidence types and the scale', () => {
    const after = framework({
      scale: [{ level: 1, name: 'Knows', meaning: 'Explains' }],
      categories: [category('data', { order: 2 })],
      activities: [activity('pairing', { hours: 9, raises: [] })],
      evidenceTypes: [evidenceType('talk', { maxLevel: 3 })],
    });
    const diff = diffFrameworks(framework(), after);
    expect(diff.scale.changed.map((one) => one.parts)).toEqual([['name']]);
    expect(diff.categories.changed.map((one) => one.parts)).toEqual([['order']]);
    expect(diff.activities.changed.map((one) => one.parts)).toEqual([['hours', 'raises']]);
    expect(diff.activities.changed[0]).toMatchObject({ before: { hours: 8 }, after: { hours: 9 } });
    expect(diff.evidenceTypes.changed.map((one) => one.parts)).toEqual([['maxLevel']]);
    expect(diff.isEmpty).toBe(false);
  });

  it('is not empty when only the scale changes', () => {
    const after = framework({ scale: [{ level: 1, name: 'Aware', meaning: 'Tells' }] });
    expect(diffFrameworks(framework(), after).isEmpty).toBe(false);
    const { isEmpty, scale } = diffFrameworks(framework(), framework({ scale: [] }));
    expect(isEmpty).toBe(false);
    expect(scale.removed.map((one) => one.level)).toEqual([1]);
  });
});

describe('a changed skill', () => {
  it('shows name, definition, category, affinity and references before and after, in this order', () => {
    const affinity = { research: 0, production: 1 };
    const references = { ...skill('a').references, gmlp: [2] };
    const after = { references, affinity, category: 'ops', definition: 'Does it.', name: 'Alpha' };
    expect(changesOf({}, after)).toEqual([
      {
        key: 'a',
        changes: [
          { part: 'NAME', before: 'a', after: 'Alpha' },
          { part: 'DEFINITION', before: 'Does a thing.', after: 'Does it.' },
          { part: 'CATEGORY', before: 'data', after: 'ops' },
          { part: 'AFFINITY', before: { research: 0.5, production: 1 }, after: affinity },
          { part: 'REFERENCES', before: skill('a').references, after: references },
        ],
      },
    ]);
  });

  it('shows indicators level by level, where their order matters and a level without any is empty', () => {
    const before = { indicators: [['1'], ['x', 'y'], ['3'], ['4']] };
    const after = { indicators: [['1'], ['y', 'x'], ['3'], ['4'], ['5']] };
    expect(changesOf(before, after)[0]?.changes).toEqual([
      { part: 'INDICATORS', level: 2, before: ['x', 'y'], after: ['y', 'x'] },
      { part: 'INDICATORS', level: 5, before: [], after: ['5'] },
    ]);
  });

  it('shows a prerequisite whose level changed as removed and added, and keeps order out of it', () => {
    const [kept, old, fresh] = [needs('k', 1, 2), needs('p', 2, 3), needs('p', 3, 3)];
    expect(changesOf({ prerequisites: [kept, old] }, { prerequisites: [fresh, kept] })[0]?.changes).toEqual([
      { part: 'PREREQUISITES', added: [fresh], removed: [old] },
    ]);
    expect(changesOf({ prerequisites: [kept, old] }, { prerequisites: [old, kept] })).toEqual([]);
    const sorted = [needs('a', 5, 5), needs('p', 4, 2), needs('p', 1, 3), needs('p', 2, 3)];
    expect(changesOf({}, { prerequisites: sorted.toReversed() })[0]?.changes).toEqual([
      { part: 'PREREQUISITES', added: sorted, removed: [] },
    ]);
  });
});

describe('differences in general', () => {
  const someSkills = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('One', 'Two')), {
      selector: ([key]) => key,
    })
    .map((list) => list.map(([key, name]) => skill(key, { name })));

  it('turn around when the two sides do, and do not depend on the order given', () => {
    fc.assert(
      fc.property(someSkills, someSkills, (left, right) => {
        const there = diffFrameworks(framework({ skills: left }), framework({ skills: right }));
        const back = diffFrameworks(
          framework({ skills: right.toReversed() }),
          framework({ skills: left.toReversed() }),
        );
        expect(back.skills.added).toEqual(there.skills.removed);
        expect(back.skills.removed).toEqual(there.skills.added);
        expect(back.skills.changed.map((one) => one.key)).toEqual(there.skills.changed.map((one) => one.key));
        expect(there.isEmpty).toBe(back.isEmpty);
      }),
    );
  });
});
