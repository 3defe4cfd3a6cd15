/** Why this file exists: a kit that would mislead interviewers is not published, and each finding points at its field. */
import { anchorOf, itemOf, ratingLevel, stageOf } from './kit.js';
import type { Kit, KitItem, KitStage } from './kit.js';
import { kitProblems } from './kit-check.js';
import type { KitProblemCode } from './kit-check.js';
import { itemKey, kitItem, skill, smallKit, smallSkills, stageKey } from './evaluation.fixture.js';

const withItem = (change: Partial<KitItem>): Kit => ({
  ...smallKit,
  items: smallKit.items.map((item, at) => (at === 0 ? { ...item, ...change } : item)),
});
const withStage = (change: Partial<KitStage>): Kit => ({
  ...smallKit,
  stages: smallKit.stages.map((stage, at) => (at === 0 ? { ...stage, ...change } : stage)),
});
const found = (kit: Kit) => kitProblems(kit, smallSkills).map(({ code, field }) => [code, field]);
const five = ['no sign of it', 'partly, with help', 'meets what is asked', 'clearly above it', 'sets the standard'];

describe('a kit', () => {
  it('without faults may be published', () => {
    expect(kitProblems(smallKit, smallSkills)).toEqual([]);
  });

  const CASES: readonly [string, Kit, readonly [KitProblemCode, string][]][] = [
    ['a malformed key', { ...smallKit, key: 'Kit 1' as Kit['key'] }, [['KIT_KEY_MALFORMED', 'key']]],
    ['no name', { ...smallKit, name: '  ' }, [['KIT_TEXT_TOO_SHORT', 'name']]],
    ['a stage without name', withStage({ name: '' }), [['KIT_TEXT_TOO_SHORT', 'stages.0.name']]],
    ['a stage without format', withStage({ format: '' }), [['KIT_TEXT_TOO_SHORT', 'stages.0.format']]],
    ['a stage of 481 minutes', withStage({ minutes: 481 }), [['KIT_MINUTES_OUT_OF_RANGE', 'stages.0.minutes']]],
    ['a stage of half minutes', withStage({ minutes: 40.5 }), [['KIT_MINUTES_OUT_OF_RANGE', 'stages.0.minutes']]],
    ['an item key with capitals', withItem({ key: itemKey('Feed') }), [['KIT_KEY_MALFORMED', 'items.0.key']]],
    ['two items with one key', withItem({ key: itemKey('serve') }), [['KIT_KEY_TWICE', 'items.1.key']]],
    ['an item of no stage', withItem({ stage: stageKey('lunch') }), [['KIT_STAGE_UNKNOWN', 'items.0.stage']]],
    ['an item longer than its stage', withItem({ minutes: 41 }), [['ITEM_LONGER_THAN_STAGE', 'items.0.minutes']]],
    ['an item of no minutes', withItem({ minutes: 0 }), [['KIT_MINUTES_OUT_OF_RANGE', 'items.0.minutes']]],
    ['an unknown kind', withItem({ kind: 'RIDDLE' as KitItem['kind'] }), [['ITEM_KIND_UNKNOWN', 'items.0.kind']]],
    [
      'a work sample without materials',
      withItem({ kind: 'WORK_SAMPLE' }),
      [['MATERIALS_MISSING', 'items.0.materials']],
    ],
    [
      'a work sample with blank materials',
      withItem({ kind: 'WORK_SAMPLE', materials: ' ' }),
      [['MATERIALS_MISSING', 'items.0.materials']],
    ],
    ['an item without title', withItem({ title: '' }), [['KIT_TEXT_TOO_SHORT', 'items.0.title']]],
    ['a prompt of one word', withItem({ prompt: 'Why?' }), [['KIT_TEXT_TOO_SHORT', 'items.0.prompt']]],
    ['an item without probes', withItem({ probes: [] }), [['KIT_LIST_EMPTY', 'items.0.probes']]],
    ['an empty probe', withItem({ probes: ['Why so?', ' '] }), [['KIT_TEXT_TOO_SHORT', 'items.0.probes.1']]],
    ['an empty red flag', withItem({ redFlags: [''] }), [['KIT_TEXT_TOO_SHORT', 'items.0.redFlags.0']]],
    ['an item for no rung', withItem({ rungs: [] }), [['KIT_LIST_EMPTY', 'items.0.rungs']]],
    ['a rung 6', withItem({ rungs: [1, 6] }), [['KIT_RUNG_OUT_OF_RANGE', 'items.0.rungs.1']]],
    ['a rung twice', withItem({ rungs: [2, 2] }), [['KIT_LISTED_TWICE', 'items.0.rungs.1']]],
    ['an item that rates nothing', withItem({ skills: [] }), [['KIT_LIST_EMPTY', 'items.0.skills']]],
    ['an unknown skill', withItem({ skills: [skill('charm')] }), [['KIT_SKILL_UNKNOWN', 'items.0.skills.0']]],
    ['a skill twice', withItem({ skills: [skill('sql'), skill('sql')] }), [['KIT_LISTED_TWICE', 'items.0.skills.1']]],
    ['four anchors', withItem({ anchors: five.slice(1) }), [['ANCHORS_NOT_FIVE', 'items.0.anchors']]],
    ['an empty anchor', withItem({ anchors: five.with(1, ' ') }), [['KIT_TEXT_TOO_SHORT', 'items.0.anchors.1']]],
    [
      'two anchors that differ in capitals and blanks only',
      withItem({ anchors: five.with(4, 'Clearly  above it ') }),
      [['ANCHORS_ALIKE', 'items.0.anchors.4']],
    ],
  ];

  it.each(CASES)('with %s is refused at that field', (_, kit, expected) => {
    expect(found(kit)).toEqual(expected);
  });

  it('at the least lengths and at both ends of the minutes may be published', () => {
    // 40 characters of prompt, 8 of an anchor, 3 of a title; stages of 480 and 1 minutes
    const anchors = ['abcdefgh', 'bcdefghi', 'cdefghij', 'defghijk', 'efghijkl'];
    const kit = {
      ...smallKit,
      name: 'Kit',
      stages: smallKit.stages.map((stage, at) => ({ ...stage, minutes: at === 0 ? 480 : 1 })),
      items: smallKit.items.map((item) => ({ ...item, minutes: 1, title: 'Odd', prompt: 'p'.repeat(40), anchors })),
    };
    expect(found(kit)).toEqual([]);
  });

  it('with a repeated stage key is refused at the second one', () => {
    const [screen] = smallKit.stages;
    const kit = { ...smallKit, stages: screen === undefined ? [] : [...smallKit.stages, screen] };
    expect(found(kit)).toEqual([['KIT_KEY_TWICE', 'stages.2.key']]);
  });

  it('with a stage that no item belongs to is refused at the stage', () => {
    const stages = [...smallKit.stages, { key: stageKey('lunch'), name: 'Lunch', minutes: 60, format: 'meal' }];
    expect(found({ ...smallKit, stages })).toEqual([['STAGE_WITHOUT_ITEM', 'stages.2']]);
  });

  it('without stages and items says both', () => {
    expect(found({ ...smallKit, stages: [], items: [] })).toEqual([
      ['KIT_EMPTY', 'stages'],
      ['KIT_EMPTY', 'items'],
    ]);
  });

  it('beyond the size that a loop can use is refused', () => {
    const items = Array.from({ length: 61 }, (_, n) =>
      kitItem(`item-${n}`, n % 2 === 0 ? 'screen' : 'sample', ['sql']),
    );
    expect(found({ ...smallKit, items })).toEqual([['KIT_TOO_LARGE', 'items']]);
    expect(found({ ...smallKit, items: items.slice(0, 60) })).toEqual([]);
  });

  it('tells all of its faults at once, in reading order', () => {
    expect(found({ ...withItem({ title: '', skills: [] }), name: '' })).toEqual([
      ['KIT_TEXT_TOO_SHORT', 'name'],
      ['KIT_TEXT_TOO_SHORT', 'items.0.title'],
      ['KIT_LIST_EMPTY', 'items.0.skills'],
    ]);
  });
});

describe('looking into a kit', () => {
  it('finds items and stages by key, and null for others', () => {
    expect(itemOf(smallKit, itemKey('serve'))?.title).toBe('About serve');
    expect(itemOf(smallKit, itemKey('nothing'))).toBeNull();
    expect(stageOf(smallKit, stageKey('sample'))?.minutes).toBe(60);
    expect(stageOf(smallKit, stageKey('nothing'))).toBeNull();
  });

  it('finds the anchor of a rating, and null where none is written', () => {
    const item = kitItem('feed', 'screen', ['sql'], { anchors: ['bad', 'weak', 'meets', ' '] });
    expect(anchorOf(item, 3)).toBe('meets');
    expect(anchorOf(item, 4)).toBeNull();
    expect(anchorOf(item, 5)).toBeNull();
  });

  it('takes whole numbers from 1 to 5 for ratings and nothing else', () => {
    expect([1, 2, 3, 4, 5].map(ratingLevel)).toEqual([1, 2, 3, 4, 5]);
    expect([0, 6, 2.5, -1, Number.NaN, null].map(ratingLevel)).toEqual([null, null, null, null, null, null]);
  });
});
