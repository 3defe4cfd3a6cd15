/** Why this file exists: the counts by which people recognise a library, for the command line and for its test. */
import type { Skill, SkillKey } from '../domain/framework.js';
import { topologicalOrder } from '../domain/prerequisites.js';
import { bridgeEffort, bridges } from './bridge-effort.js';
import type { Library } from './library.js';

export interface BridgeSummary {
  readonly jobRole: string;
  readonly steps: number;
  readonly hours: number;
  readonly activities: number;
  /** Share of the hours in pairing, projects and on-call, whole percent; `null` when the bridge takes no hours. */
  readonly practicePercent: number | null;
}

export interface LibrarySummary {
  readonly skills: number;
  readonly categories: number;
  readonly indicators: number;
  readonly prerequisites: number;
  /** Prerequisites on the longest chain; `null` when they form a cycle. */
  readonly longestChain: number | null;
  readonly jobRoles: number;
  readonly requirements: number;
  readonly ladders: number;
  readonly overlays: number;
  readonly clarityRules: number;
  readonly kits: number;
  readonly items: number;
  readonly anchors: number;
  readonly activities: number;
  readonly initiatives: number;
  readonly references: number;
  readonly evidenceTypes: number;
  readonly bridges: readonly BridgeSummary[];
}

const sum = <T>(list: readonly T[], count: (entry: T) => number): number =>
  list.reduce((total, entry) => total + count(entry), 0);

function bridgeSummaries(library: Library): readonly BridgeSummary[] {
  return bridges(library).map((jobRole) => {
    const { steps, totalHours, chosen, practiceShare } = bridgeEffort(library, jobRole);
    const practicePercent = practiceShare === null ? null : Math.round(100 * practiceShare);
    return { jobRole: jobRole.key, steps, hours: totalHours, activities: chosen.length, practicePercent };
  });
}

/** Length of the longest chain of prerequisites, counted in prerequisites; 0 without any, `null` when they form a cycle. */
function longestChain(skills: readonly Skill[]): number | null {
  const order = topologicalOrder(skills);
  if (!order.ok) return null;
  const bySkill = new Map(skills.map((skill) => [skill.key, skill]));
  const depths = new Map<SkillKey, number>();
  for (const key of order.value) {
    const needs = (bySkill.get(key)?.prerequisites ?? []).flatMap((row) => depths.get(row.skill) ?? []);
    depths.set(key, needs.length === 0 ? 0 : 1 + Math.max(...needs));
  }
  return Math.max(0, ...depths.values());
}

/** Counts every list of the library; meant for a library without errors. */
export function summariseLibrary(library: Library): LibrarySummary {
  const { framework, kits, jobRoles } = library;
  return {
    skills: framework.skills.length,
    categories: framework.categories.length,
    indicators: sum(framework.skills, (skill) => skill.indicators.flat().length),
    prerequisites: sum(framework.skills, (skill) => skill.prerequisites.length),
    longestChain: longestChain(framework.skills),
    jobRoles: jobRoles.length,
    requirements: sum(jobRoles, (jobRole) => jobRole.requirements.length),
    ladders: library.ladders.length,
    overlays: library.overlays.length,
    clarityRules: library.clarityRules.length,
    kits: kits.length,
    items: sum(kits, (kit) => kit.items.length),
    anchors: sum(kits, (kit) => sum(kit.items, (item) => item.anchors.length)),
    activities: framework.activities.length,
    initiatives: library.initiatives.length,
    references: library.references.length,
    evidenceTypes: framework.evidenceTypes.length,
    bridges: bridgeSummaries(library),
  };
}
