/** Why this file exists: people with growth plans, for the tests of everything that reads or follows them. */
import { currentFramework } from '../../src/modules/frameworks/data.js';
import type { SkillKey } from '../../src/modules/frameworks/index.js';
import { entryLevels } from '../../src/modules/job-roles/data.js';
import type { PersonId } from '../../src/platform/access/index.js';
import type { Client, TestApp, TestOrganisation } from './app.js';
import { giveColleague, givePerson } from './people.js';
import { giveProfile, inSnapshot, jobRoleByKey, levelsOf } from './profiles.js';

/** A learner, their manager, and somebody who offers to mentor. */
export interface Crew {
  readonly org: TestOrganisation;
  readonly manager: { readonly personId: PersonId; readonly client: Client };
  readonly learner: { readonly personId: PersonId; readonly client: Client };
  readonly mentor: { readonly personId: PersonId; readonly client: Client };
}

export async function giveCrew(app: TestApp): Promise<Crew> {
  const org = await app.organisation();
  const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'], name: 'Mara Manager' });
  const learner = await givePerson(org, { managerId: manager.personId, name: 'Lena Learner' });
  const mentor = await givePerson(org, { grants: ['EMPLOYEE', 'MENTOR'], name: 'Moa Mentor', mentorCapacity: 2 });
  return { org, manager, learner, mentor };
}

/** Gives a person exactly what the bridge from data scientist to engineer asks for at its start. */
export async function giveBridgeEntry(app: TestApp, org: TestOrganisation, personId: PersonId): Promise<string> {
  const bridge = await jobRoleByKey(app, org, 'bridge-ds-mle');
  await giveProfile(app, org, personId, entryLevels(bridge));
  return bridge.record.id;
}

export const PLAN =
  'growthPlan { id version state isBridge startOn endOn goals { id version skillKey state } activities { id version activityKey state startOn endOn } supportFindings { code } }';

/** Levels that lack two small steps to a job role: everything but the given skills, those one level short. */
export async function giveAlmost(
  app: TestApp,
  org: TestOrganisation,
  personId: PersonId,
  jobRoleKey: string,
  short: readonly string[],
): Promise<string> {
  const target = await jobRoleByKey(app, org, jobRoleKey);
  const { framework } = await inSnapshot(app, org, currentFramework);
  const asked = levelsOf(target);
  const all = new Map(framework.skills.map(({ key }) => [key as string, 5]));
  for (const key of short) all.set(key, (asked.get(key) ?? 1) - 1);
  const held = [...all].filter(([, level]) => level > 0).map(([key, level]) => [key as SkillKey, level] as const);
  await giveProfile(app, org, personId, new Map<string, number>(held));
  return target.record.id;
}

/** A manager's reports. */
export const giveReports = (org: TestOrganisation, managerId: PersonId, count: number): Promise<readonly PersonId[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => giveColleague(org, { managerId, name: `Report ${i}` })));
