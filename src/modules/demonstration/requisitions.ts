/** Why this file exists: three openings, each with what it asks for and, for two of them, the plan of the interviews. */
import type { Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import type { RequisitionId } from '../candidates/index.js';
import { createRequisition, openRequisition, postRequisition, requisitionById } from '../candidates/data.js';
import type { ItemKey, KitKey, StageKey } from '../evaluations/index.js';
import { kitTable, planInterviews } from '../evaluations/data.js';
import type { SkillKey } from '../frameworks/index.js';
import { currentJobRoleVersionByKey } from '../job-roles/data.js';
import type { JobRoleKey, OverlayKey } from '../job-roles/index.js';
import { personIn, type Staff } from './company.js';
import { REQUISITIONS, type DemoRequisition } from './content/requisitions.data.js';
import type { Story } from './story.js';

export const requisitionAct = (key: string): string => `requisition/${key}`;

async function draft(unit: Unit, one: DemoRequisition): Promise<Outcome<{ id: RequisitionId }, Problem>> {
  const version = await currentJobRoleVersionByKey(unit, one.jobRole as JobRoleKey);
  if (version === null) return refuse(notFound(`job role ${one.jobRole}`));
  return createRequisition(unit, {
    title: one.title,
    jobRoleVersionId: version.record.id,
    overlayKeys: one.overlays as OverlayKey[],
    openings: one.openings,
    initiativeName: one.initiative,
    location: one.location,
    employmentType: 'FULL_TIME',
  });
}

const versionOf = async (unit: Unit, id: RequisitionId): Promise<number> =>
  (await requisitionById(unit, id))?.version ?? 0;

async function plan(
  unit: Unit,
  requisitionId: RequisitionId,
  given: NonNullable<DemoRequisition['plan']>,
  staff: Staff,
) {
  const kit = await unit.findOne(kitTable, { key: given.kit as KitKey, state: 'PUBLISHED' });
  if (kit === null) return refuse(notFound(`kit ${given.kit}`));
  return planInterviews(unit, {
    requisitionId,
    kitId: kit.id,
    interviews: given.sittings.map((sitting) => ({
      stageKey: sitting.stage as StageKey,
      title: sitting.title,
      items: sitting.items.map(([itemKey, ...skills]) => ({
        itemKey: itemKey as ItemKey,
        skillKeys: skills as SkillKey[],
      })),
      seats: sitting.raters.map((rater) => ({ personId: personIn(staff, rater), isObserver: false })),
    })),
  });
}

/** Requisitions are drafted, opened, posted and planned by their hiring managers. */
export async function tellRequisitions(story: Story, staff: Staff): Promise<void> {
  for (const one of REQUISITIONS) {
    const name = requisitionAct(one.key);
    await story.act(name, one.manager, { day: one.createdDay }, (unit) => draft(unit, one));
    const id = story.idOf(name, 'Requisition');
    await story.act(`${name}/open`, one.manager, { day: one.openedDay, time: '10:00' }, async (unit) =>
      openRequisition(unit, { requisitionId: id, version: await versionOf(unit, id) }),
    );
    const { postedDay, plan: given } = one;
    if (postedDay !== null)
      await story.act(`${name}/post`, one.manager, { day: postedDay, time: '11:00' }, async (unit) =>
        postRequisition(unit, { requisitionId: id, version: await versionOf(unit, id), isPosted: true }),
      );
    if (given !== null)
      await story.act(`${name}/plan`, one.manager, { day: given.day, time: '16:00' }, (unit) =>
        plan(unit, id, given, staff),
      );
  }
}

/** The hiring manager of a requisition of the story. */
export function hiringManagerOf(key: string): string {
  const found = REQUISITIONS.find((one) => one.key === key);
  if (found === undefined) throw new Error(`there is no requisition ${key}`);
  return found.manager;
}

/** Whether a command found what it needs. */
export const present = <T>(value: T | null | undefined, what: string): Outcome<T, Problem> =>
  value === null || value === undefined ? refuse(notFound(what)) : ok(value);
