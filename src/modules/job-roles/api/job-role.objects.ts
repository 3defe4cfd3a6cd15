/** Why this file exists: turns what job roles ask for into API objects. */
import type { FrameworkVersion } from '../../frameworks/data.js';
import { skillObjects } from '../../frameworks/graphql.js';
import type { SkillKey } from '../../frameworks/index.js';
import type { JobRoleContent } from '../domain/diff-job-role-versions.js';
import type { JobRoleInWords } from '../domain/job-role-text.js';
import type { EffectiveRequirement, Overlay, Requirement } from '../domain/requirement.js';
import type { ImpliedRequirement } from '../domain/requirement-checks.js';
import type { JobRoleVersion } from '../store/job-role.store.js';
import type { EffectiveRequirementObject, ImpliedRequirementObject, RequirementObject } from './job-role.types.js';

const skillOf = (framework: FrameworkVersion, key: SkillKey) => ({
  skillKey: key,
  skill: skillObjects(framework).get(key) ?? null,
});

export const requirementObject = (framework: FrameworkVersion, { skill, ...one }: Requirement): RequirementObject => ({
  ...skillOf(framework, skill),
  ...one,
});

/** @param overlays those under which the requirement was computed, for their names */
export const effectiveRequirementObject = (
  framework: FrameworkVersion,
  { skill, reasons, ...one }: EffectiveRequirement,
  overlays: readonly Overlay[],
): EffectiveRequirementObject => ({
  ...skillOf(framework, skill),
  ...one,
  reasons: reasons.map(({ overlay, ...reason }) => ({
    overlayKey: overlay,
    overlayName: overlays.find((o) => o.key === overlay)?.name ?? overlay,
    ...reason,
  })),
});

export const impliedRequirementObject = (
  framework: FrameworkVersion,
  { skill, ...one }: ImpliedRequirement,
): ImpliedRequirementObject => ({ ...skillOf(framework, skill), ...one });

export const contentOf = ({ record, requirements }: JobRoleVersion): JobRoleContent => ({
  title: record.title,
  mission: record.mission,
  outcomesIn12Months: record.outcomes,
  owns: record.owns,
  doesNotOwn: record.doesNotOwn,
  kitKey: record.kitKey,
  timeBox: record.timeBox,
  entryRequirements: record.entryRequirements,
  requirements,
});

/** A version in words; a skill that the framework does not have is named by its key. */
export function inWords(
  version: JobRoleVersion,
  framework: FrameworkVersion,
  requirements: readonly Requirement[],
): JobRoleInWords {
  const { scale } = framework.framework;
  const names = new Map(framework.framework.skills.map((skill) => [skill.key, skill.name]));
  return {
    ...contentOf(version),
    track: version.jobRole.track,
    rung: version.jobRole.rung,
    requirements: requirements.map(({ skill, level, isMustHave }) => ({
      skillName: names.get(skill) ?? skill,
      level,
      levelName: scale[level - 1]?.name ?? String(level),
      isMustHave,
    })),
  };
}
