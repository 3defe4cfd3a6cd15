/** Why this file exists: people with growth plans, for the tests of everything that reads or follows them. */
import { currentFramework } from '../../src/modules/frameworks/data.js';
import type { SkillKey } from '../../src/modules/frameworks/index.js';
import { entryLevels } from '../../src/modules/job-roles/data.js';
import { createGrowthPlan, startGrowthPlan } from '../../src/modules/growth/data.js';
import type { GrowthPlanId } from '../../src/modules/growth/index.js';
import type { Actor, PersonId } from '../../src/platform/access/index.js';
import { newId } from '../../src/platform/ids/index.js';
import type { Client, TestApp, TestOrganisation } from './app.js';
import { givePerson } from './people.js';
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

/** Gives a person everything that a job role could ask for but the given skills, which are one level short. @returns the job role version */
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

/** A plan towards the first rung of the production ladder that runs since a day, made by its person. */
export async function giveRunningPlan(
  app: TestApp,
  org: TestOrganisation,
  person: { personId: PersonId; client: Client },
  on: string,
): Promise<GrowthPlanId> {
  const target = (await jobRoleByKey(app, org, 'mle-1')).record.id;
  const scopes: Actor['scopes'] = new Map([
    ['growth-plan:create', new Set(['OWN'] as const)],
    ['growth-plan:update', new Set(['OWN'] as const)],
  ]);
  const actor: Actor = {
    organisationId: org.id,
    memberId: person.client.memberId ?? newId(),
    personId: person.personId,
    displayName: '',
    grants: [],
    scopes,
    sessionId: '',
    tokenId: null,
  };
  const outcome = await app.database.write({ organisationId: org.id, actor, requestId: 'test' }, async (unit) => {
    const made = await createGrowthPlan(unit, {
      targetJobRoleVersionId: target,
      overlayKeys: [],
      protectedHoursPerWeek: 8,
      startOn: on,
    });
    return made.ok ? startGrowthPlan(unit, { planId: made.value.id, version: 1, on }) : made;
  });
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value.id;
}
