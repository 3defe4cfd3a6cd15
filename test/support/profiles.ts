/** Why this file exists: employees with verified levels, for the tests of everything that compares levels. */
import type { PersonId } from '../../src/platform/access/index.js';
import type { Clock } from '../../src/platform/clock/index.js';
import type { Unit } from '../../src/platform/database/index.js';
import { ok, type Outcome, type Problem } from '../../src/platform/outcome/index.js';
import type { EvidenceTypeKey, Level, SkillKey } from '../../src/modules/frameworks/index.js';
import { currentJobRoleVersionByKey, type JobRoleVersion } from '../../src/modules/job-roles/data.js';
import type { JobRoleKey } from '../../src/modules/job-roles/index.js';
import { importConfirmed } from '../../src/modules/matrices/data.js';
import { addPerson } from '../../src/modules/people/data.js';
import type { TestApp, TestOrganisation } from './app.js';
import type { givePerson } from './people.js';

/** Runs a command in a write unit without an actor; throws when it is refused. */
export async function inUnit<T>(
  app: TestApp,
  org: TestOrganisation,
  work: (unit: Unit) => Promise<Outcome<T, Problem>>,
): Promise<T> {
  const outcome = await app.database.write({ organisationId: org.id, actor: null, requestId: 'test' }, work);
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.message}`);
  return outcome.value;
}

export interface ProfileOptions {
  /** Evidence behind every level; `design-document` carries all levels. */
  readonly evidence?: string;
  /** Day that the levels speak of and on which the work was done; today when absent. */
  readonly validOn?: string;
  readonly expiresOn?: string;
  /** ISO instant at which they were recorded; now when absent. */
  readonly recordedAt?: string;
  /** Who confirmed them; a new person when absent. */
  readonly reviewerId?: PersonId;
}

/** Gives a person confirmed levels with evidence. @param levels  skill key to level, an entry or a map */
export async function giveProfile(
  app: TestApp,
  org: TestOrganisation,
  personId: PersonId,
  levels: Readonly<Record<string, number>> | ReadonlyMap<string, number>,
  options: ProfileOptions = {},
): Promise<void> {
  const entries = levels instanceof Map ? [...levels] : Object.entries(levels);
  if (entries.length === 0) return;
  await inUnit(app, org, async (unit) => {
    const reviewer =
      options.reviewerId === undefined
        ? await addPerson(unit, { displayName: 'Vera Reviewer' })
        : ok({ id: options.reviewerId });
    if (!reviewer.ok) return reviewer;
    const today = unit.now.toISOString().slice(0, 10);
    const occurredOn = options.validOn ?? today;
    return importConfirmed(
      unit,
      entries.map(([skill, level]) => ({
        personId,
        claimantPersonId: personId,
        source: 'ARTEFACT',
        skillKey: skill as SkillKey,
        level: level as Level,
        evidence: [
          {
            typeKey: (options.evidence ?? 'design-document') as EvidenceTypeKey,
            title: 'Work that shows it',
            occurredOn,
          },
        ],
        validOn: options.validOn ?? today,
        expiresOn: options.expiresOn ?? null,
        reviewerId: reviewer.value.id,
        ...(options.recordedAt === undefined ? {} : { recordedAt: options.recordedAt }),
      })),
    );
  });
}

/** A person with a sign-in, as `givePerson` returns them. */
export type GivenPerson = Awaited<ReturnType<typeof givePerson>>;

/** Reads in the organisation without an actor. */
export const inSnapshot = <T>(app: TestApp, org: TestOrganisation, work: (unit: Unit) => Promise<T>): Promise<T> =>
  app.database.read({ organisationId: org.id, actor: null, requestId: 'test' }, work);

/** The current version of a job role of the library, by its key. */
export async function jobRoleByKey(app: TestApp, org: TestOrganisation, key: string): Promise<JobRoleVersion> {
  const found = await inSnapshot(app, org, (unit) => currentJobRoleVersionByKey(unit, key as JobRoleKey));
  if (found === null) throw new Error(`no job role ${key}`);
  return found;
}

/** Levels that a job role asks for, by skill key. */
export const levelsOf = ({ requirements }: JobRoleVersion): ReadonlyMap<string, number> =>
  new Map(requirements.map(({ skill, level }) => [skill, level]));

/** A clock that starts at an instant and moves one millisecond with every look, so that nothing depends on the day of the run. */
export function tickingClock(from = '2026-06-15T12:00:00.000Z'): Clock {
  let ticks = 0;
  return { now: () => new Date(Date.parse(from) + ticks++) };
}

const FIT = `fit isReady coverage demonstrated words mustHaveTotal mustHaveMet missing { skillKey status held required } lines { skillKey status }
  research { demonstrated } production { demonstrated }`;
/** The whole fit of a person to a job role version. */
export const fitQuery = (more = '') =>
  `query($p: ID!, $j: ID!, $o: [String!]) { fit(personId: $p, jobRoleVersionId: $j, overlayKeys: $o${more}) { title track rung overlayKeys ${FIT} } }`;
