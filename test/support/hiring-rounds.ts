/** Why this file exists: applications by the hundred for races: made by the commands behind the API, many in one transaction, since only the race itself is under test. */
import {
  interviewTable,
  recordDebrief,
  saveScorecard,
  scheduleInterviews,
  scorecardTable,
  submitScorecard,
} from '../../src/modules/evaluations/data.js';
import type { ItemKey, ScorecardId } from '../../src/modules/evaluations/index.js';
import { addCandidate, apply, moveApplication } from '../../src/modules/candidates/data.js';
import type { ApplicationId, RequisitionId } from '../../src/modules/candidates/index.js';
import type { SkillKey } from '../../src/modules/frameworks/index.js';
import { scopesOf } from '../../src/modules/grants/index.js';
import type { Actor } from '../../src/platform/access/index.js';
import type { Unit } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { ok, type Outcome, type Problem } from '../../src/platform/outcome/index.js';
import type { TestApp } from './app.js';
import { SITTINGS, type Employee, type GivenRequisition } from './hiring.js';

/** Rounds that share a transaction. */
const BATCH = 50;

export interface WrittenDraft {
  readonly applicationId: ApplicationId;
  readonly scorecardId: ScorecardId;
  /** Of the scorecard. */
  readonly version: number;
}
export interface Undecided {
  readonly applicationId: ApplicationId;
  /** Of the application. */
  readonly version: number;
}

type Work<T> = (unit: Unit) => Promise<Outcome<T, Problem>>;

/** Runs work in a write unit of somebody who hires; throws when it is refused. */
async function as<T>(app: TestApp, { organisation }: GivenRequisition, who: Employee, work: Work<T>): Promise<T> {
  const actor: Actor = {
    organisationId: organisation.id,
    memberId: who.client.memberId ?? newId(),
    personId: who.personId,
    displayName: '',
    grants: [],
    scopes: scopesOf(['EMPLOYEE', 'HIRING_MANAGER', 'INTERVIEWER']),
    sessionId: '',
    tokenId: null,
  };
  const outcome = await app.database.write({ organisationId: organisation.id, actor, requestId: 'test' }, work);
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.message}`);
  return outcome.value;
}

/** The value of a command in the middle of a unit; throws when it is refused, which rolls the unit back. */
function done<T>(outcome: Outcome<T, Problem>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.message}`);
  return outcome.value;
}

async function enter(unit: Unit, requisitionId: RequisitionId, n: number): Promise<ApplicationId> {
  const candidate = done(await addCandidate(unit, { displayName: `Round ${n}`, source: 'DIRECT' }));
  const applied = done(await apply(unit, { requisitionId, candidateId: candidate.id }));
  done(await scheduleInterviews(unit, { applicationId: applied.id }));
  return applied.id;
}

async function write(unit: Unit, applicationId: ApplicationId, rater: Employee): Promise<WrittenDraft> {
  const interviewId = (await unit.findOne(interviewTable, { applicationId }))?.id ?? newId<'Interview'>();
  const card = await unit.findOne(scorecardTable, { interviewId, authorId: rater.personId });
  if (card === null) throw new Error('the rater has no scorecard');
  const [slot] = SITTINGS[0].items;
  const rating = {
    itemKey: slot.itemKey as ItemKey,
    skillKey: slot.skillKeys[0] as SkillKey,
    level: 3,
    isNotAssessed: false,
    evidence: `Named the broken feed and who repaired it that night (${applicationId.slice(-4)})`,
  };
  const content = { verdict: 'YES', summary: 'A talk that showed the work', ratings: [rating] } as const;
  done(await saveScorecard(unit, { scorecardId: card.id, version: card.version, ...content }));
  const saved = await unit.findOne(scorecardTable, { id: card.id });
  return { applicationId, scorecardId: card.id, version: saved?.version ?? 0 };
}

/** Does the rounds `from` to `to` of something, in batches. */
async function inBatches<T>(count: number, work: (from: number, to: number) => Promise<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let from = 0; from < count; from += BATCH) all.push(...(await work(from, Math.min(count, from + BATCH))));
  return all;
}

const eachOf = async <A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<Outcome<B[], Problem>> => {
  const results: B[] = [];
  for (const item of items) results.push(await work(item));
  return ok(results);
};
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);

/**
 * Applications on a requisition whose plan has one sitting of one rater, each with a whole scorecard that is not submitted.
 * @returns one for each round
 */
export function giveDrafts(
  app: TestApp,
  requisition: GivenRequisition,
  rater: Employee,
  count: number,
): Promise<WrittenDraft[]> {
  const { manager } = requisition;
  const requisitionId = requisition.requisitionId as RequisitionId;
  return inBatches(count, async (from, to) => {
    const entered = await as(app, requisition, manager, (unit) =>
      eachOf(numbers(from, to), (n) => enter(unit, requisitionId, n)),
    );
    return as(app, requisition, rater, (unit) => eachOf(entered, (id) => write(unit, id, rater)));
  });
}

/** The same, submitted and talked over in a debrief: only the decision is missing. */
export async function giveUndecided(
  app: TestApp,
  requisition: GivenRequisition,
  rater: Employee,
  count: number,
): Promise<Undecided[]> {
  const { manager } = requisition;
  const drafts = await giveDrafts(app, requisition, rater, count);
  return inBatches(count, async (from, to) => {
    const batch = drafts.slice(from, to);
    await as(app, requisition, rater, (unit) =>
      eachOf(batch, async ({ scorecardId, version }) => done(await submitScorecard(unit, { scorecardId, version }))),
    );
    return as(app, requisition, manager, (unit) =>
      eachOf(batch, async ({ applicationId }) => {
        done(await moveApplication(unit, { applicationId, version: 1, stage: 'DEBRIEF' }));
        const notes = 'We compared the anchors.';
        done(await recordDebrief(unit, { applicationId, notes, attendeeIds: [manager.personId], waivers: [] }));
        return { applicationId, version: 2 };
      }),
    );
  });
}
