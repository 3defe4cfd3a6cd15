/** Why this file exists: the graph of prerequisites between skills: its cycles, its order, and what a target drags along. */
import { refuse, ok, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import type { Level, Skill, SkillKey } from './framework.js';
import { byText, orderWithNeedsFirst } from './stable-order.js';

/** The part of a skill that the graph needs. */
export type SkillNode = Pick<Skill, 'key' | 'prerequisites'>;

/** Skills that need one another in a circle, so that none of them can be reached first. */
export interface PrerequisiteCycle extends Problem {
  readonly code: 'PREREQUISITE_CYCLE';
  /** Each member needs the next; the first is repeated at the end, as in a, b, c, a. */
  readonly cycle: readonly SkillKey[];
}

const describe = (cycle: readonly SkillKey[]): string =>
  `These skills need one another in a circle: ${cycle.join(' needs ')}. Remove one of these prerequisites.`;

/** The problem that names the members of a cycle; `field` is left to whoever knows where the skills stand. */
export const prerequisiteCycle = (cycle: readonly SkillKey[]): PrerequisiteCycle => ({
  code: 'PREREQUISITE_CYCLE',
  message: describe(cycle),
  cycle,
});

function graphOf(skills: readonly SkillNode[]): ReadonlyMap<SkillKey, readonly SkillKey[]> {
  const known = new Set(skills.map((skill) => skill.key));
  return new Map(
    skills.map((skill) => [
      skill.key,
      [...new Set(skill.prerequisites.map((one) => one.skill))].filter((key) => known.has(key)).sort(byText),
    ]),
  );
}

/** Shortest way from a skill over its prerequisites back to itself, without the return to the start; null when there is none. */
function shortestWayBack(
  start: SkillKey,
  graph: ReadonlyMap<SkillKey, readonly SkillKey[]>,
): readonly SkillKey[] | null {
  const paths: (readonly SkillKey[])[] = [[start]];
  const seen = new Set<SkillKey>();
  for (const path of paths) {
    for (const next of graph.get(path.at(-1) ?? start) ?? []) {
      if (next === start) return path;
      if (!seen.has(next)) paths.push([...path, next]);
      seen.add(next);
    }
  }
  return null;
}

function startingAtSmallest(members: readonly SkillKey[]): readonly SkillKey[] {
  const first = members.toSorted(byText)[0];
  if (first === undefined) return [];
  const at = members.indexOf(first);
  return [...members.slice(at), ...members.slice(0, at), first];
}

/**
 * Cycles among the prerequisites, whatever the levels they speak of.
 * @returns each as its members in order with the first repeated at the end, as in `[a, b, c, a]`; a skill that needs itself is
 *          `[a, a]`. Every skill that lies on a cycle is in at least one of them; not every possible cycle is listed.
 *          Empty when there is none. The order of the skills given does not matter; prerequisites that do not exist are ignored.
 */
export function findCycles(skills: readonly SkillNode[]): readonly (readonly SkillKey[])[] {
  const graph = graphOf(skills);
  const reported = new Set<SkillKey>();
  const cycles: (readonly SkillKey[])[] = [];
  for (const key of [...graph.keys()].sort(byText)) {
    const way = reported.has(key) ? null : shortestWayBack(key, graph);
    if (way === null) continue;
    way.forEach((member) => reported.add(member));
    cycles.push(startingAtSmallest(way));
  }
  return cycles;
}

/**
 * All skills, each after its prerequisites; among those that can come next, the order given decides.
 * Prerequisites that do not exist are ignored; a cycle is refused and its members named.
 */
export function topologicalOrder(skills: readonly SkillNode[]): Outcome<readonly SkillKey[], PrerequisiteCycle> {
  const graph = graphOf(skills);
  const { ordered, stuck } = orderWithNeedsFirst([...graph.keys()], (key) => graph.get(key) ?? []);
  const [cycle] = stuck.length > 0 ? findCycles(skills) : [];
  return cycle === undefined ? ok(ordered) : refuse(prerequisiteCycle(cycle));
}

/**
 * What must be raised to reach some targets: every target above the held level, and every prerequisite not yet held, and theirs.
 * A prerequisite counts once the goal reaches its `fromLevel`, also when that level is held already: a goal rests on all of them.
 * A skill that is held at its target opens no goal and drags nothing along. A missing entry of `held` means that nothing is held.
 * @returns goal level per skill, always above the held one; in the order of `skills`, unknown target skills last by key.
 *          Ends also on a cyclic graph, because levels only rise.
 * @source  docs/methods/arithmetic.md, the bridge
 */
export function closePrerequisites(
  skills: readonly SkillNode[],
  held: ReadonlyMap<SkillKey, Level>,
  targets: ReadonlyMap<SkillKey, Level>,
): ReadonlyMap<SkillKey, Level> {
  const byKey = new Map(skills.map((skill) => [skill.key, skill]));
  const goals = new Map<SkillKey, Level>();
  const asked: (readonly [SkillKey, Level])[] = [...targets];
  for (const [skill, level] of asked) {
    if (level <= Math.max(held.get(skill) ?? 0, goals.get(skill) ?? 0)) continue;
    goals.set(skill, level);
    for (const one of byKey.get(skill)?.prerequisites ?? []) {
      if (one.fromLevel <= level) asked.push([one.skill, one.minLevel]);
    }
  }
  return inOrderOf(skills, goals);
}

function inOrderOf(skills: readonly SkillNode[], goals: ReadonlyMap<SkillKey, Level>): ReadonlyMap<SkillKey, Level> {
  const place = new Map(skills.map((skill, index) => [skill.key, index]));
  const at = (key: SkillKey): number => place.get(key) ?? skills.length;
  return new Map([...goals].sort(([a], [b]) => at(a) - at(b) || byText(a, b)));
}
