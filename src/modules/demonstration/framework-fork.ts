/** Why this file exists: the administrator has begun a framework of the company's own; its difference and its impact can be looked at. */
import { refuse } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import type { Unit } from '../../platform/database/index.js';
import {
  currentFrameworkId,
  forkFramework,
  frameworkVersion,
  frameworkVersionTable,
  putSkill,
} from '../frameworks/data.js';
import type { FrameworkVersionId, Skill } from '../frameworks/index.js';
import { ADDED, FORK, STRICTER } from './content/framework.data.js';
import { ADMINISTRATOR } from './content/members.data.js';
import type { Story } from './story.js';

const FORKED = 'framework/fork';

async function fork(unit: Unit) {
  const frameworkVersionId = await currentFrameworkId(unit);
  if (frameworkVersionId === null) return refuse(notFound('framework'));
  return forkFramework(unit, { frameworkVersionId, title: FORK.title });
}

/** Writes one skill into the draft as it stands. */
async function put(
  unit: Unit,
  frameworkVersionId: FrameworkVersionId,
  skillOf: (skills: readonly Skill[]) => Skill | undefined,
) {
  const record = await unit.findOne(frameworkVersionTable, { id: frameworkVersionId });
  const skill = skillOf((await frameworkVersion(unit, frameworkVersionId))?.framework.skills ?? []);
  if (record === null || skill === undefined) return refuse(notFound('framework version'));
  return putSkill(unit, { frameworkVersionId, version: record.version, skill });
}

const stricter = (skills: readonly Skill[]): Skill | undefined => {
  const skill = skills.find(({ key }) => key === STRICTER.skill);
  return skill === undefined ? undefined : { ...skill, prerequisites: [...skill.prerequisites, STRICTER.prerequisite] };
};

/** A fork in draft with two edits. */
export async function tellFrameworkFork(story: Story): Promise<void> {
  const { key } = ADMINISTRATOR;
  await story.act(FORKED, key, { day: FORK.day, time: '13:00' }, fork);
  const id = story.idOf(FORKED, 'FrameworkVersion');
  await story.act('framework/stricter', key, { day: STRICTER.day, time: '13:25' }, (unit) => put(unit, id, stricter));
  await story.act('framework/added', key, { day: ADDED.day, time: '13:40' }, (unit) =>
    put(unit, id, () => ADDED.skill),
  );
}
