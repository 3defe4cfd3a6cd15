/** Why this file exists: a finding of the clarity review that implies a way out offers it as one click; pure changes of the draft. */
import * as z from 'zod/mini';
import type { BuilderReviewFragment, Track } from '../../gql/graphql.js';
import { askFor, dropRequirements, setRequirement, type Draft, type DraftRequirement } from './draft.js';

export type Finding = BuilderReviewFragment['clarityReview'][number];

export interface RemedySkill {
  readonly key: string;
  readonly name: string;
  readonly category: { readonly key: string };
  readonly affinityResearch: number;
  readonly affinityProduction: number;
  readonly prerequisites: readonly { readonly fromLevel: number }[];
}
export interface RemedyContext {
  readonly skills: ReadonlyMap<string, RemedySkill>;
  readonly rung: number;
  readonly track: Track;
  readonly stagesFor: (skillKey: string) => readonly string[];
}

type RemedyKind =
  | 'takeOut'
  | 'lowerTo'
  | 'askHere'
  | 'lowerSide'
  | 'makeMust'
  | 'addMust'
  | 'raise'
  | 'add'
  | 'fewerMusts';
export interface Remedy {
  readonly kind: RemedyKind;
  /** For its label: counts, levels, names of skills. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly apply: (draft: Draft) => Draft;
}

const level = z.number();
const factsShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('COUNT_AT_LEVEL'), minLevel: level, minCount: z.number() }),
  z.object({ type: z.literal('NO_MUST_AMONG'), rung: z.number() }),
  z.object({ type: z.literal('CATEGORY_MISSING'), category: z.string(), minLevel: level }),
  z.object({
    type: z.literal('UNICORN'),
    mustHaves: z.number(),
    maxMust: z.number(),
    left: z.number(),
    right: z.number(),
    level,
    count: z.number(),
  }),
  z.object({
    type: z.literal('LADDER_GAP'),
    maxJump: z.number(),
    jumps: z.array(z.object({ skill: z.string(), to: level })),
  }),
  z.object({ type: z.literal('PLAN_FIELDS') }),
]);
type Facts = z.infer<typeof factsShape>;
type FactsOf<Type extends Facts['type']> = Extract<Facts, { type: Type }>;

/** At most this many single skills are offered, so that a choice stays a choice. */
const MOST_OFFERED = 3;

/** The one-click ways out of a finding; empty where only people can decide. */
export function remediesFor(finding: Finding, draft: Draft, context: RemedyContext): readonly Remedy[] {
  const facts = factsShape.safeParse(finding.facts);
  if (!facts.success) return [];
  const of = facts.data;
  if (of.type === 'COUNT_AT_LEVEL') return tooMany(finding, of, draft);
  if (of.type === 'NO_MUST_AMONG') return noMust(finding, draft, context);
  if (of.type === 'CATEGORY_MISSING') return categoryMissing(of, draft, context);
  if (of.type === 'UNICORN') return unicorn(finding, of, draft, context);
  return of.type === 'LADDER_GAP' ? ladderGap(of, context) : [];
}

function tooMany(finding: Finding, { minLevel }: FactsOf<'COUNT_AT_LEVEL'>, draft: Draft): readonly Remedy[] {
  const asked = draft.requirements.filter((r) => finding.skillKeys.includes(r.skillKey)).map((r) => r.skillKey);
  if (asked.length === 0) return [];
  const lower = (d: Draft): Draft => asked.reduce((now, key) => setRequirement(now, key, { level: minLevel - 1 }), d);
  return [
    { kind: 'takeOut', values: { count: asked.length }, apply: (d) => dropRequirements(d, asked) },
    { kind: 'lowerTo', values: { count: asked.length, level: minLevel - 1 }, apply: lower },
  ];
}

function noMust(finding: Finding, draft: Draft, { skills, rung, stagesFor }: RemedyContext): readonly Remedy[] {
  const asked = new Set(draft.requirements.map((r) => r.skillKey));
  const at = Math.min(3, Math.max(1, rung));
  return finding.skillKeys
    .toSorted((a, b) => Number(asked.has(b)) - Number(asked.has(a)))
    .slice(0, MOST_OFFERED)
    .map((key): Remedy => {
      const name = skills.get(key)?.name ?? key;
      if (asked.has(key))
        return { kind: 'makeMust', values: { name }, apply: (d) => setRequirement(d, key, { isMustHave: true }) };
      const add = (d: Draft): Draft =>
        setRequirement(askFor(d, { skillKey: key, level: at, stages: stagesFor(key) }), key, { isMustHave: true });
      return { kind: 'addMust', values: { name, level: at }, apply: add };
    });
}

function categoryMissing(
  { category, minLevel }: FactsOf<'CATEGORY_MISSING'>,
  draft: Draft,
  { skills, stagesFor }: RemedyContext,
): readonly Remedy[] {
  const inCategory = [...skills.values()].filter((s) => s.category.key === category);
  const asked = new Set(draft.requirements.map((r) => r.skillKey));
  const isSimple = (s: RemedySkill): boolean => s.prerequisites.every((p) => p.fromLevel > minLevel);
  return inCategory
    .filter((s) => asked.has(s.key) || isSimple(s))
    .toSorted((a, b) => Number(asked.has(b.key)) - Number(asked.has(a.key)))
    .slice(0, MOST_OFFERED)
    .map((s) => ({
      kind: asked.has(s.key) ? ('raise' as const) : ('add' as const),
      values: { name: s.name, level: minLevel },
      apply: (d) => askFor(d, { skillKey: s.key, level: minLevel, stages: stagesFor(s.key) }),
    }));
}

const lightestFirst = (a: DraftRequirement, b: DraftRequirement): number => a.weight - b.weight || a.level - b.level;

function unicorn(
  finding: Finding,
  { mustHaves, maxMust, left, right, level: deep, count }: FactsOf<'UNICORN'>,
  draft: Draft,
  { skills, track }: RemedyContext,
): readonly Remedy[] {
  const remedies: Remedy[] = [];
  const spare = draft.requirements
    .filter((r) => r.isMustHave)
    .toSorted(lightestFirst)
    .slice(0, Math.max(0, mustHaves - maxMust))
    .map((r) => r.skillKey);
  if (spare.length > 0)
    remedies.push({
      kind: 'fewerMusts',
      values: { count: spare.length },
      apply: (d) => spare.reduce((now, key) => setRequirement(now, key, { isMustHave: false }), d),
    });
  if (left < count || right < count) return remedies;
  const isLeft = (key: string): boolean => {
    const skill = skills.get(key);
    return skill !== undefined && skill.affinityResearch > skill.affinityProduction;
  };
  const lowersLeft = track === 'PRODUCTION' || (track === 'HYBRID' && left <= right);
  const side = draft.requirements
    .filter((r) => r.level >= deep && finding.skillKeys.includes(r.skillKey) && isLeft(r.skillKey) === lowersLeft)
    .toSorted(lightestFirst)
    .slice(0, (lowersLeft ? left : right) - count + 1)
    .map((r) => r.skillKey);
  if (side.length > 0)
    remedies.push({
      kind: 'lowerSide',
      values: { count: side.length, level: deep - 1 },
      apply: (d) => side.reduce((now, key) => setRequirement(now, key, { level: deep - 1 }), d),
    });
  return remedies;
}

function ladderGap({ jumps, maxJump }: FactsOf<'LADDER_GAP'>, { stagesFor }: RemedyContext): readonly Remedy[] {
  if (jumps.length === 0) return [];
  const apply = (d: Draft): Draft =>
    jumps.reduce((now, j) => askFor(now, { skillKey: j.skill, level: j.to - maxJump, stages: stagesFor(j.skill) }), d);
  return [{ kind: 'askHere', values: { count: jumps.length }, apply }];
}
