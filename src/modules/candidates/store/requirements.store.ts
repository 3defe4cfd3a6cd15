/** Why this file exists: what a requisition asks for: the snapshot of its opening day, or, for a draft, what it would ask for today. */
import type { Unit } from '../../../platform/database/index.js';
import { currentFramework, frameworkVersion } from '../../frameworks/data.js';
import type { SkillKey } from '../../frameworks/index.js';
import { jobRoleVersions, overlaysByKey } from '../../job-roles/data.js';
import { effectiveRequirements, type EffectiveRequirement } from '../../job-roles/index.js';
import type { RequisitionId } from '../domain/requisition.js';
import {
  requisitionRequirementTable,
  requisitionTable,
  type RequisitionRecord,
  type RequisitionRequirementRecord,
} from './requisition.tables.js';

/** A requirement of a requisition, with the name of its skill. */
export interface NamedRequirement extends EffectiveRequirement {
  readonly name: string;
}

const requirementOf = (r: RequisitionRequirementRecord): EffectiveRequirement => ({
  skill: r.skillKey,
  level: r.level,
  weight: r.weight,
  isMustHave: r.isMustHave,
  minEvidenceClass: r.minEvidenceClass,
  stages: r.stages,
  baseLevel: r.baseLevel,
  reasons: r.reasons,
});

/** What drafts would ask for if they were opened now. */
async function liveRequirements(
  unit: Unit,
  drafts: readonly RequisitionRecord[],
): Promise<ReadonlyMap<RequisitionId, readonly EffectiveRequirement[]>> {
  if (drafts.length === 0) return new Map();
  const versions = await jobRoleVersions(
    unit,
    drafts.map((draft) => draft.jobRoleVersionId),
  );
  const overlays = await overlaysByKey(
    unit,
    drafts.flatMap((draft) => draft.overlayKeys),
  );
  return new Map(
    drafts.flatMap((draft) => {
      const version = versions.get(draft.jobRoleVersionId);
      const chosen = draft.overlayKeys.flatMap((key) => overlays.get(key) ?? []);
      return version === undefined
        ? []
        : [[draft.id, effectiveRequirements(version.requirements, version.jobRole, chosen)] as const];
    }),
  );
}

/** Names of skills as the framework of the job role calls them; one that it does not have goes by its key. */
async function namesFor(
  unit: Unit,
  records: readonly RequisitionRecord[],
): Promise<(id: RequisitionId, skill: SkillKey) => string> {
  const versions = await jobRoleVersions(
    unit,
    records.map((record) => record.jobRoleVersionId),
  );
  const current = await currentFramework(unit);
  const names = new Map<RequisitionId, ReadonlyMap<SkillKey, string>>();
  for (const record of records) {
    const id = versions.get(record.jobRoleVersionId)?.record.frameworkVersionId;
    const found = (id === undefined ? null : await frameworkVersion(unit, id)) ?? current;
    names.set(record.id, new Map(found.framework.skills.map((skill) => [skill.key, skill.name])));
  }
  return (id, skill) => names.get(id)?.get(skill) ?? skill;
}

/**
 * Requirements by requisition, in their order: the job role's own first. The number of statements does not grow with the number of
 * requisitions. No row policy: ask which requisitions the actor may see first.
 */
export async function requirementsOf(
  unit: Unit,
  ids: readonly RequisitionId[],
): Promise<ReadonlyMap<RequisitionId, readonly NamedRequirement[]>> {
  if (ids.length === 0) return new Map();
  const records = await unit.find(requisitionTable, { id: [...new Set(ids)] });
  const rows = await unit.find(
    requisitionRequirementTable,
    { requisitionId: [...new Set(ids)] },
    { orderBy: 'requisition_id, position' },
  );
  const snapshots = new Map<RequisitionId, EffectiveRequirement[]>(records.map((record) => [record.id, []]));
  for (const row of rows) snapshots.get(row.requisitionId)?.push(requirementOf(row));
  const unopened = records.filter((record) => record.openedAt === null);
  const live = await liveRequirements(unit, unopened);
  const nameOf = await namesFor(unit, records);
  return new Map(
    records.map((record) => {
      const asked = live.get(record.id) ?? snapshots.get(record.id) ?? [];
      return [record.id, asked.map((one) => ({ ...one, name: nameOf(record.id, one.skill) }))] as const;
    }),
  );
}

/** Fixes what the requisition asks for, on the day it is opened. */
export async function snapshotRequirements(unit: Unit, record: RequisitionRecord): Promise<number> {
  const asked = (await liveRequirements(unit, [record])).get(record.id) ?? [];
  await unit.insert(
    requisitionRequirementTable,
    asked.map(({ skill, reasons, baseLevel, ...rest }, position) => ({
      requisitionId: record.id,
      skillKey: skill,
      position,
      ...rest,
      baseLevel,
      reasons,
    })),
  );
  return asked.length;
}
