/** Why this file exists: a cycle that slips through, or a prerequisite left out, gives a person a plan that cannot be walked. */
import fc from 'fast-check';
import type { Level, Prerequisite, SkillKey } from './framework.js';
import { closePrerequisites, findCycles, topologicalOrder, type SkillNode } from './prerequisites.js';

const key = (name: string) => name as SkillKey;
const needs = (skill: string, minLevel: Level = 1, fromLevel: Level = 2): Prerequisite => ({
  skill: key(skill),
  minLevel,
  fromLevel,
});
const skill = (name: string, ...prerequisites: readonly Prerequisite[]): SkillNode => ({
  key: key(name),
  prerequisites,
});
const levels = (entries: Readonly<Record<string, Level>>) =>
  new Map(Object.entries(entries).map(([name, level]) => [key(name), level]));

describe('cycles among prerequisites', () => {
  it('are named member by member, each needing the next, the first repeated at the end', () => {
    const skills = [skill('c', needs('a')), skill('a', needs('b')), skill('b', needs('c'))];
    expect(findCycles(skills)).toEqual([['a', 'b', 'c', 'a']]);
  });

  it('do not include skills that only lead into the circle or out of it', () => {
    const skills = [
      skill('in', needs('a')),
      skill('a', needs('b')),
      skill('b', needs('a'), needs('out')),
      skill('out'),
    ];
    expect(findCycles(skills)).toEqual([['a', 'b', 'a']]);
  });

  it('are found when a skill needs itself', () => {
    expect(findCycles([skill('a', needs('a'))])).toEqual([['a', 'a']]);
  });

  it('are found in every separate part, and where two share a skill every member is in one of them', () => {
    const skills = [
      skill('a', needs('b')),
      skill('b', needs('a'), needs('c')),
      skill('c', needs('b')),
      skill('x', needs('y')),
      skill('y', needs('x')),
    ];
    expect(findCycles(skills)).toEqual([
      ['a', 'b', 'a'],
      ['b', 'c', 'b'],
      ['x', 'y', 'x'],
    ]);
  });

  it('are none without prerequisites, and prerequisites that do not exist make none', () => {
    expect(findCycles([])).toEqual([]);
    expect(findCycles([skill('a', needs('ghost')), skill('b', needs('a'))])).toEqual([]);
  });
});

describe('the order of skills', () => {
  it('puts prerequisites first and otherwise keeps the order given', () => {
    const skills = [skill('a', needs('d')), skill('b'), skill('c', needs('b')), skill('d')];
    expect(topologicalOrder(skills)).toEqual({ ok: true, value: ['b', 'c', 'd', 'a'] });
  });

  it('is refused for a cycle, with its members in words and as data', () => {
    const outcome = topologicalOrder([skill('b', needs('a')), skill('a', needs('b')), skill('free')]);
    expect(outcome).toEqual({
      ok: false,
      problem: {
        code: 'PREREQUISITE_CYCLE',
        message: 'These skills need one another in a circle: a needs b needs a. Remove one of these prerequisites.',
        cycle: ['a', 'b', 'a'],
      },
    });
  });
});

describe('closing targets over prerequisites', () => {
  const chain = [skill('a'), skill('b', needs('a', 2, 3)), skill('c', needs('b', 3, 4), needs('a', 1, 2))];

  it('adds what a target needs, and what that needs in turn, in the order of the skills', () => {
    // c 4 needs b 3 (from level 4) and a 1 (from level 2); b 3 needs a 2 (from level 3); the higher of a 1 and a 2 counts
    const goals = closePrerequisites(chain, new Map(), levels({ c: 4 }));
    expect([...goals]).toEqual([
      ['a', 2],
      ['b', 3],
      ['c', 4],
    ]);
  });

  it('leaves out a prerequisite that starts above the target', () => {
    expect([...closePrerequisites(chain, new Map(), levels({ b: 2 }))]).toEqual([['b', 2]]);
  });

  it('leaves out what is held and opens no goal for a target that is held', () => {
    expect([...closePrerequisites(chain, levels({ a: 2, b: 2 }), levels({ c: 4 }))]).toEqual([
      ['b', 3],
      ['c', 4],
    ]);
    expect([...closePrerequisites(chain, levels({ c: 4 }), levels({ c: 4 }))]).toEqual([]);
  });

  it('asks for a prerequisite of a level that is held already, because the goal rests on it too', () => {
    // c 2 is held without a 1, which c needs from level 2; the goal c 3 asks for it
    expect([...closePrerequisites(chain, levels({ c: 2 }), levels({ c: 3 }))]).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
  });

  it('keeps the higher of a target and what another target needs', () => {
    expect(closePrerequisites(chain, new Map(), levels({ b: 3, a: 5 })).get(key('a'))).toBe(5);
  });

  it('keeps a target that the framework does not know, last', () => {
    expect([...closePrerequisites(chain, new Map(), levels({ wraith: 1, ghost: 1, a: 1 })).keys()]).toEqual([
      'a',
      'ghost',
      'wraith',
    ]);
  });

  it('ends on a cycle', () => {
    const circle = [skill('a', needs('b', 3, 2)), skill('b', needs('a', 3, 2))];
    expect([...closePrerequisites(circle, new Map(), levels({ a: 2 }))]).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
  });

  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const level = fc.integer({ min: 1, max: 5 }).map((n) => n as Level);
  const someLevels = fc.dictionary(fc.constantFrom(...names), level).map(levels);
  const edge = fc.record({ of: fc.nat(5), skill: fc.nat(5), minLevel: level, fromLevel: level });
  const graph = fc
    .array(edge, { maxLength: 12 })
    .map((edges) =>
      names.map((name, index) =>
        skill(
          name,
          ...edges
            .filter((one) => one.of === index && one.skill < index)
            .map((one) => needs(names[one.skill] ?? '', one.minLevel, one.fromLevel)),
        ),
      ),
    );

  it('gives goals above the held level that are closed, and of which each is asked for', () => {
    fc.assert(
      fc.property(graph, someLevels, someLevels, (skills, held, targets) => {
        const goals = closePrerequisites(skills, held, targets);
        const after = (name: SkillKey) => Math.max(goals.get(name) ?? 0, held.get(name) ?? 0);
        for (const [name, goal] of goals) expect(goal).toBeGreaterThan(held.get(name) ?? 0);
        for (const [name, target] of targets) expect(after(name)).toBeGreaterThanOrEqual(target);
        const asked = new Set([...targets].map(([name, target]) => `${name}${target}`));
        for (const node of skills) {
          for (const one of node.prerequisites) {
            if ((goals.get(node.key) ?? 0) < one.fromLevel) continue;
            asked.add(`${one.skill}${one.minLevel}`);
            expect(after(one.skill)).toBeGreaterThanOrEqual(one.minLevel);
          }
        }
        for (const [name, goal] of goals) expect(asked).toContain(`${name}${goal}`);
      }),
    );
  });

  it('does not depend on the order of the targets', () => {
    fc.assert(
      fc.property(graph, someLevels, (skills, targets) => {
        const forwards = closePrerequisites(skills, new Map(), targets);
        const backwards = closePrerequisites(skills, new Map(), new Map([...targets].toReversed()));
        expect([...backwards]).toEqual([...forwards]);
      }),
    );
  });
});
