/** Why this file exists: a plan is made from what is verified today and what a job role asks for; a preview and a new plan make it alike. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import { currentFramework, type FrameworkVersion } from '../../frameworks/data.js';
import type { Level, SkillKey } from '../../frameworks/index.js';
import { jobRoleVersion, overlaysByKey, type JobRoleVersion, type JobRoleVersionId } from '../../job-roles/data.js';
import { effectiveRequirements, type OverlayKey } from '../../job-roles/index.js';
import { inInput, todayOf, verifiedNow, type VerifiedLevel } from '../../matrices/data.js';
import { personById, type PersonRecord } from '../../people/data.js';
import { draftPlan, type DraftPlan } from '../domain/draft-plan.js';
import { isBridgePlan } from '../domain/support.js';

/** Hours of a full working week; a person's own follow from their availability. */
const FULL_WEEK = 40;

export interface PlanWish {
  readonly personId: PersonId;
  readonly targetJobRoleVersionId: JobRoleVersionId;
  readonly overlayKeys: readonly OverlayKey[];
  /** First day; today when absent. */
  readonly startOn?: string | null;
  readonly protectedHoursPerWeek: number;
  /** Hours that the person works in a week; from their availability when absent. */
  readonly weeklyHours?: number | null;
}

/** A plan that nobody has kept yet, and what it was made of. */
export interface MadePlan {
  readonly person: PersonRecord;
  readonly target: JobRoleVersion;
  readonly overlayKeys: readonly OverlayKey[];
  readonly version: FrameworkVersion;
  /** What is verified today, with the assessment behind each level. */
  readonly held: ReadonlyMap<SkillKey, VerifiedLevel>;
  readonly draft: DraftPlan;
  readonly isBridge: boolean;
  readonly startOn: string;
  readonly protectedHoursPerWeek: number;
  readonly weeklyHours: number;
}

const weeklyHoursOf = ({ availability }: PersonRecord): number =>
  availability > 0 ? FULL_WEEK * availability : FULL_WEEK;

/** The refusal of more protected hours than the week has, else `null`. */
export function refuseHours(protectedHoursPerWeek: number, weeklyHours: number): Problem | null {
  if (protectedHoursPerWeek <= weeklyHours) return null;
  const message = `${protectedHoursPerWeek} hours cannot be protected in a week of ${weeklyHours}. Correct one of the two.`;
  return { code: 'PROTECTED_HOURS_ABOVE_WORKING_HOURS', message, field: 'input.protectedHoursPerWeek' };
}

async function wishedTarget(unit: Unit, wish: PlanWish): Promise<Outcome<JobRoleVersion, Problem>> {
  const target = await jobRoleVersion(unit, wish.targetJobRoleVersionId);
  if (target === null || target.record.state === 'DRAFT')
    return refuse(notFound('published job role version', 'input.targetJobRoleVersionId'));
  const known = await overlaysByKey(unit, wish.overlayKeys);
  const at = wish.overlayKeys.findIndex((key) => !known.has(key));
  if (at < 0) return ok(target);
  const message = 'Your organisation has no overlay with this key. Correct it.';
  return refuse({ code: 'UNKNOWN_OVERLAY', message, field: `input.overlayKeys.${at}` });
}

/** Levels alone, as everything that compares them expects. */
export const levelsOf = (held: ReadonlyMap<SkillKey, VerifiedLevel>): ReadonlyMap<SkillKey, Level> =>
  new Map([...held].map(([skill, { level }]) => [skill, level]));

/** The track that the person works on now; `null` for somebody without a job role. */
async function presentTrack(
  unit: Unit,
  { jobRoleVersionId: id }: PersonRecord,
): Promise<JobRoleVersion['jobRole']['track'] | null> {
  const present = id === null ? null : await jobRoleVersion(unit, id);
  return present?.jobRole.track ?? null;
}

/** Makes a plan without keeping it. The caller has decided that the actor may plan for the person. */
export async function makePlan(unit: Unit, wish: PlanWish): Promise<Outcome<MadePlan, Problem>> {
  const person = await personById(unit, wish.personId);
  if (person === null) return refuse(notFound('person', 'input.personId'));
  const wished = await wishedTarget(unit, wish);
  if (!wished.ok) return wished;
  const target = wished.value;
  const { protectedHoursPerWeek } = wish;
  const weeklyHours = wish.weeklyHours ?? weeklyHoursOf(person);
  const problem = refuseHours(protectedHoursPerWeek, weeklyHours);
  if (problem !== null) return refuse(problem);
  const version = await currentFramework(unit);
  const overlays = [...(await overlaysByKey(unit, wish.overlayKeys)).values()];
  const requirements = effectiveRequirements(target.requirements, target.jobRole, overlays);
  const held =
    (await verifiedNow(unit, { personIds: [person.id] })).get(person.id) ?? new Map<SkillKey, VerifiedLevel>();
  const startOn = wish.startOn ?? todayOf(unit);
  const drafted = draftPlan(version.framework, levelsOf(held), requirements, {
    startsOn: startOn,
    protectedHoursPerWeek,
  });
  if (!drafted.ok) return refuse(inInput(drafted.problem));
  const isBridgeRole = target.record.entryRequirements.length > 0;
  const isBridge = isBridgePlan(await presentTrack(unit, person), { track: target.jobRole.track, isBridgeRole });
  const overlayKeys = overlays.map(({ key }) => key).toSorted();
  return ok({
    person,
    target,
    overlayKeys,
    version,
    held,
    draft: drafted.value,
    isBridge,
    startOn,
    protectedHoursPerWeek,
    weeklyHours,
  });
}
