/** Why this file exists: what a requisition asks for, in the words that visitors and applicants read. */
import type { Unit } from '../../../platform/database/index.js';
import { currentFramework, frameworkVersion } from '../../frameworks/data.js';
import { jobRoleVersion, type JobRoleVersion } from '../../job-roles/data.js';
import type { AdvertRequirementObject } from '../api/public.types.js';
import { requirementsOf } from '../store/requirements.store.js';
import type { RequisitionRecord } from '../store/requisition.tables.js';

export interface AskedInWords {
  readonly version: JobRoleVersion;
  /** Must-haves first. */
  readonly requirements: readonly AdvertRequirementObject[];
}

/** The definition behind a requisition and what it asks for; `null` when there is none. No row policy: the requisition was found by its public address or a link. */
export async function askedInWords(
  unit: Unit,
  requisition: Pick<RequisitionRecord, 'id' | 'jobRoleVersionId'>,
): Promise<AskedInWords | null> {
  const version = await jobRoleVersion(unit, requisition.jobRoleVersionId);
  if (version === null) return null;
  const asked = (await requirementsOf(unit, [requisition.id])).get(requisition.id) ?? [];
  const found = (await frameworkVersion(unit, version.record.frameworkVersionId)) ?? (await currentFramework(unit));
  const { scale, skills } = found.framework;
  const byKey = new Map(skills.map((skill) => [skill.key, skill]));
  const requirements = asked.map(({ skill, name, level, isMustHave }) => ({
    skillName: name,
    level,
    levelName: scale[level - 1]?.name ?? String(level),
    isMustHave,
    indicators: byKey.get(skill)?.indicators[level - 1] ?? [],
  }));
  return {
    version,
    requirements: [...requirements.filter((one) => one.isMustHave), ...requirements.filter((one) => !one.isMustHave)],
  };
}
