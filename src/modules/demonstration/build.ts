/** Why this file exists: builds the demonstration organisation once, act by act, and goes on where an earlier telling stopped. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberId } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { ok } from '../../platform/outcome/index.js';
import { appendFacts } from '../audit/index.js';
import { memberByEmail } from '../identity/index.js';
import { allOrganisations } from '../tenancy/index.js';
import { instantOf, storyDay } from './calendar.js';
import { tellChapters } from './chapters.js';
import { administratorEmail } from './company.js';
import { ADMINISTRATOR } from './content/members.data.js';
import { COMPANY } from './content/people.data.js';
import { foundOrganisation } from './found-organisation.js';
import { ACT_PREFIX, Story, storyClock, type StoryClock, type Told } from './story.js';

const FIRST = 'begin';
const LAST = 'end';

interface Trace extends Told {
  readonly act: string;
}

/** What earlier tellings left in the audit trail, by act. */
function traces(database: Database, organisationId: OrganisationId): Promise<Trace[]> {
  return database.read({ organisationId, actor: null, requestId: 'demonstration' }, (unit) =>
    unit.rows<Trace>(
      `select substr(request_id, $3) as act, type, entity, entity_id as "entityId", data from audit_event
        where organisation_id = $1 and request_id like $2 order by seq`,
      [`${ACT_PREFIX}%`, ACT_PREFIX.length + 1],
    ),
  );
}

const byAct = (all: readonly Trace[]): Map<string, readonly Told[]> => {
  const found = new Map<string, Told[]>();
  for (const { act, ...told } of all) found.set(act, [...(found.get(act) ?? []), told]);
  return found;
};

const demonstrationOf = async (database: Database): Promise<OrganisationId | null> =>
  (await allOrganisations(database)).find(({ isDemonstration }) => isDemonstration)?.id ?? null;

/** The organisation itself; `null` when another one has its short name. */
async function found(database: Database): Promise<OrganisationId | null> {
  const founded = await foundOrganisation(database, {
    ...COMPANY,
    adminEmail: administratorEmail,
    adminName: ADMINISTRATOR.name ?? '',
    adminHeadline: ADMINISTRATOR.headline,
    password: null,
    isDemonstration: true,
  });
  if (founded.ok) return founded.value.organisationId;
  if (founded.problem.code !== 'ORGANISATION_SLUG_TAKEN')
    throw new Error(`no demonstration: ${founded.problem.message}`);
  return demonstrationOf(database);
}

/** The day the story is told on: the one that an earlier telling began with, or the present one, which is then written down. */
async function begin(
  database: Database,
  clock: StoryClock,
  organisationId: OrganisationId,
  told: Map<string, readonly Told[]>,
  today: string,
): Promise<Story> {
  const begun = told.get(FIRST)?.[0]?.data?.['storyDay'];
  const theatre = { database, clock, organisationId, storyDay: typeof begun === 'string' ? begun : storyDay(today) };
  const story = new Story(theatre, told);
  await story.act(FIRST, null, { day: -400, time: '08:30' }, (unit) => {
    unit.record({
      type: 'DemonstrationBegun',
      entity: 'Organisation',
      entityId: organisationId,
      data: { storyDay: theatre.storyDay },
    });
    return Promise.resolve(ok(null));
  });
  return story;
}

async function administrator(database: Database, organisationId: OrganisationId): Promise<MemberId> {
  const member = await database.read({ organisationId, actor: null, requestId: 'demonstration' }, (unit) =>
    memberByEmail(unit, administratorEmail),
  );
  if (member === null) throw new Error('the demonstration has no administrator');
  return member.id;
}

async function tell(story: Story, administratorId: MemberId): Promise<void> {
  await tellChapters(story, administratorId);
  await story.act(LAST, null, { day: 0, time: '08:00' }, (unit) => {
    unit.record({ type: 'DemonstrationCompleted', entity: 'Organisation', entityId: story.theatre.organisationId });
    return Promise.resolve(ok(null));
  });
}

/**
 * A second door to the same database whose clock stands where the story is, so that what happened in spring was recorded in spring.
 * The audit trail is dated by the database and says when all of it was really written.
 */
async function withStoryClock(
  database: Database,
  work: (told: Database, clock: StoryClock) => Promise<void>,
): Promise<void> {
  const { options } = database.source;
  if (options.type !== 'postgres' || options.url === undefined)
    throw new Error('the demonstration needs the address of the database');
  const clock = storyClock();
  const own = new Database({ url: options.url, poolSize: 1, statementTimeoutMs: 60_000, clock });
  own.setAuditSink(appendFacts);
  await own.open();
  try {
    await work(own, clock);
  } finally {
    await own.close();
  }
}

/** Waits until no other process tells the story; the lock ends with the door's only connection. Asked again and again: a wait would be cut short. */
async function oneTellingAtATime(own: Database): Promise<void> {
  const taken = async (): Promise<boolean> => {
    const [row] = await own.readShared<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('demonstration')) as mine`,
    );
    return row?.mine !== true;
  };
  while (await taken()) await sleep(200);
}

/** What is there already. */
async function present(
  database: Database,
): Promise<{ known: OrganisationId | null; told: Map<string, readonly Told[]> }> {
  const known = await demonstrationOf(database);
  return { known, told: known === null ? new Map<string, readonly Told[]>() : byAct(await traces(database, known)) };
}

/** Creates the demonstration organisation unless it is there; completes one that is half built; leaves a complete one as it is. */
export async function ensureDemonstration(database: Database): Promise<void> {
  if ((await present(database)).told.has(LAST)) return;
  const today = database.now().toISOString().slice(0, 10);
  await withStoryClock(database, async (own, clock) => {
    await oneTellingAtATime(own);
    const { known, told } = await present(own);
    if (told.has(LAST)) return;
    clock.turnTo(instantOf(storyDay(today), { day: -401 }));
    const organisationId = known ?? (await found(own));
    if (organisationId === null) return;
    const story = await begin(own, clock, organisationId, told, today);
    await tell(story, await administrator(own, organisationId));
  });
}
