/** Why this file exists: gathers what the clarity review reads, and turns reviews, comparisons and differences into API objects. */
import type { Operation } from '../../../platform/graphql/index.js';
import type { FrameworkVersion } from '../../frameworks/data.js';
import { stepsCoveredBy } from '../../frameworks/index.js';
import { reviewClarity, type ClarityFinding } from '../domain/clarity-review.js';
import type { ClarityRule } from '../domain/clarity-rule.js';
import type { ClaritySubject, Rung } from '../domain/clarity-tests.js';
import type { JobRoleComparison } from '../domain/compare-job-roles.js';
import type { JobRoleDiff } from '../domain/diff-job-role-versions.js';
import { effectiveRequirements } from '../domain/effective-requirements.js';
import { byRung, nextOnLadder } from '../domain/ladder.js';
import type { Overlay, Requirement } from '../domain/requirement.js';
import type { JobRoleVersion } from '../store/job-role.store.js';
import { requirementObject } from './job-role.objects.js';
import { currentLoader, rulesLoader } from './job-role.loaders.js';
import type {
  ClarityFindingObject,
  ClarityRuleObject,
  JobRoleComparisonObject,
  JobRoleVersionDiffObject,
} from './review.types.js';

const rungOf = (version: JobRoleVersion, overlays: readonly Overlay[]): Rung => ({
  jobRole: version.jobRole.key,
  title: version.record.title,
  rung: version.jobRole.rung,
  requirements: effectiveRequirements(version.requirements, version.jobRole, overlays),
});

function subjectOf(
  version: JobRoleVersion,
  framework: FrameworkVersion,
  current: readonly JobRoleVersion[],
  overlays: readonly Overlay[],
): ClaritySubject {
  const { skills, activities } = framework.framework;
  const places = current.map((one) => ({ ...one.jobRole, whole: one }));
  const next = nextOnLadder(version.jobRole, places);
  const production = places.filter((one) => one.track === 'PRODUCTION' && one.ladderKey !== null).sort(byRung);
  return {
    ...rungOf(version, overlays),
    track: version.jobRole.track,
    overlays: overlays.map((one) => one.key),
    categoryOf: new Map(skills.map((skill) => [skill.key, skill.category])),
    nextRung: next === null ? null : rungOf(next.whole, overlays),
    coveredSteps: stepsCoveredBy(activities),
    productionRungs: production.map((one) => rungOf(one.whole, overlays)),
    plan: null,
  };
}

export const clarityRuleObject = ({ key, when, message, suggestion, test }: ClarityRule): ClarityRuleObject => ({
  key,
  when,
  message,
  suggestion,
  readsPlans: test.type === 'PLAN_FIELDS',
});

const findingObject = (finding: ClarityFinding, current: readonly JobRoleVersion[]): ClarityFindingObject => {
  const { split, skills, ...rest } = finding;
  const nearest = split?.moves.nearest ?? null;
  const id = current.find((one) => one.jobRole.key === nearest?.jobRole)?.record.id ?? null;
  return {
    ...rest,
    skillKeys: skills,
    split:
      split === null
        ? null
        : {
            staysTitle: split.stays.title,
            staysSkillKeys: split.stays.skills,
            movesSkillKeys: split.moves.skills,
            movesTo:
              nearest === null
                ? null
                : { jobRoleKey: nearest.jobRole, jobRoleVersionId: id, title: nearest.title, rung: nearest.rung },
          },
  };
};

/** The clarity review of a version under overlays; neighbours on the ladders are the current published ones. */
export async function clarityReview(
  operation: Operation,
  version: JobRoleVersion,
  framework: FrameworkVersion,
  overlays: readonly Overlay[],
): Promise<readonly ClarityFindingObject[]> {
  const current = (await operation.load(currentLoader, 'all')) ?? [];
  const rules = (await operation.load(rulesLoader, 'all')) ?? [];
  const findings = reviewClarity(rules, subjectOf(version, framework, current, overlays));
  return findings.map((finding) => findingObject(finding, current));
}

const keyed = <T extends { readonly skill: string }>(list: readonly T[]): (Omit<T, 'skill'> & { skillKey: string })[] =>
  list.map(({ skill, ...one }) => ({ skillKey: skill, ...one }));

export const comparisonObject = (c: JobRoleComparison): JobRoleComparisonObject => ({
  shared: keyed(c.shared),
  onlyLeft: keyed(c.onlyLeft),
  onlyRight: keyed(c.onlyRight),
  leftDemand: c.demand.left,
  rightDemand: c.demand.right,
  ...c.duties,
  overlapShare: c.overlapShare,
});

/** @param before and after are the frameworks that the two versions stand on */
export function diffObject(
  diff: JobRoleDiff,
  before: FrameworkVersion,
  after: FrameworkVersion,
): JobRoleVersionDiffObject {
  const shown = (framework: FrameworkVersion, one: Requirement) => requirementObject(framework, one);
  return {
    isEmpty: diff.isEmpty,
    requirementsAdded: diff.added.map((one) => shown(after, one)),
    requirementsRemoved: diff.removed.map((one) => shown(before, one)),
    requirementsChanged: diff.changed.map((one) => ({
      skillKey: one.after.skill,
      parts: one.parts,
      before: shown(before, one.before),
      after: shown(after, one.after),
    })),
    texts: diff.texts,
  };
}
