/**
 * Why this file exists: an interviewer who has not submitted learns nothing about others' ratings through any path of the schema. Two worlds
 * are alike but for what the others rated; every root field is asked for everything that can be reached from it, with every id of the
 * organisation, and the answers must be the same in both worlds.
 */
import { allTables } from '../../src/platform/database/index.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { anyOperations } from '../support/any-operation.js';
import { schemaOf } from '../support/clients.js';
import { asSuperuser } from '../support/database.js';
import { fewAtOnce } from '../support/few-at-once.js';
import * as hiring from '../support/hiring.js';

const CANARY = 'Only the author and the allowed may read this sentence.';
const DEPTH = 6;

interface World {
  readonly organisation: TestOrganisation;
  /** Sits on the panel of both applications and has submitted nothing. */
  readonly blind: Client;
  /** May read what was submitted. */
  readonly manager: Client;
  /** Every id of the organisation's hiring records, in the same order in both worlds. */
  readonly ids: readonly string[];
}

let app: TestApp;
let low: World;
let high: World;
beforeAll(async () => {
  app = await startTestApp();
  low = await world(1, 'STRONG_NO');
  high = await world(5, 'STRONG_YES');
}, 120_000);
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

/** Two applications; all others have rated `level` everywhere, given the verdict; the blind one has a draft. */
async function world(level: number, verdict: string): Promise<World> {
  const organisation = await app.organisation();
  const manager = await hiring.giveManager(organisation, 'Mona Manager');
  const requisition = await hiring.giveRequisition(organisation, { manager, title: 'The opening' });
  const blind = await hiring.giveInterviewer(organisation, 'Bruno Blind');
  const others = [
    await hiring.giveInterviewer(organisation, 'Olga Other'),
    await hiring.giveInterviewer(organisation, 'Otto Other'),
  ];
  const [first, second] = others as [hiring.Employee, hiring.Employee];
  await hiring.givePlan(requisition, [
    { raters: [blind.personId, first.personId] },
    { raters: [first.personId, second.personId] },
    { raters: [blind.personId, second.personId] },
  ]);
  for (const name of ['Carla Candidate', 'Carl Candidate']) {
    const application = await hiring.giveApplication(requisition, { name });
    const interviews = await hiring.giveInterviews(application);
    await hiring.draftScorecard(blind.client, interviews[0] ?? '', { level: 2, verdict: 'NO' });
    const seats: readonly (readonly [number, hiring.Employee])[] = [
      [0, first],
      [1, first],
      [1, second],
      [2, second],
    ];
    for (const [at, rater] of seats) await submitCanaries(rater.client, interviews[at] ?? '', level, verdict);
  }
  return { organisation, blind: blind.client, manager: manager.client, ids: await idsOf(organisation) };
}

async function submitCanaries(client: Client, interviewId: string, level: number, verdict: string): Promise<void> {
  const { id, version, ratings } = await hiring.scorecardFor(client, interviewId, { level });
  const canaries = ratings.map((r) => ({ ...r, evidence: `${r.evidence}. ${CANARY} Level ${level}.` }));
  const draft = { scorecardId: id, version, verdict, summary: `${CANARY} All in all ${level}.`, ratings: canaries };
  const { scorecard } = await client.run('saveScorecard', draft, 'scorecard { version }');
  await client.run('submitScorecard', { scorecardId: id, version: scorecard.version });
}

/** One id of every hiring record, by table and order of creation. */
async function idsOf(organisation: TestOrganisation): Promise<string[]> {
  const tables = ['person', 'requisition', 'candidate', 'application', 'plan_interview', 'interview', 'scorecard'];
  return asSuperuser(app.databaseName, async (db) => {
    const found: string[] = [];
    for (const table of tables) {
      const rows = await db.query<{ id: string }>(`select id from ${table} where organisation_id = $1 order by id`, [
        organisation.id,
      ]);
      found.push(...rows.rows.map((r) => r.id));
    }
    return found;
  });
}

/** An answer with ids, times and cursors replaced by their place, so that two worlds can be compared. */
function normal(text: string): string {
  const places = new Map<string, string>();
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (!places.has(id)) places.set(id, `id${places.size}`);
      return places.get(id) ?? '';
    })
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'time')
    .replaceAll(/"endCursor":"[^"]*"/g, '"endCursor":"cursor"')
    .replaceAll(/org-\d+-\d+/g, 'org')
    .replaceAll(/[cm]\d+@/g, 'x@')
    .replaceAll(/ \([0-9a-f]{4}\)/g, '') // the builder ends its notes with a piece of an id
    .replaceAll(/Quote [\w-]+ when/g, 'Quote when');
}

interface Asked {
  readonly label: string;
  readonly text: string;
}

/** What a member of a world can learn: the answer to every root query, to its full depth, with every id. */
async function everything(client: Client, ids: readonly string[]): Promise<Asked[]> {
  const asked = ids.flatMap((id, place) =>
    anyOperations(schemaOf(app.running), { id, optional: false }, DEPTH)
      .filter((operation) => operation.kind === 'query' && (operation.takesId || place === 0))
      .map((operation) => ({ operation, place })),
  );
  return fewAtOnce(asked, async ({ operation, place }) => {
    const answer = await client.send(operation.text, { ...operation.variables });
    return {
      label: `${operation.field} with id ${place}`,
      text: normal(JSON.stringify([answer.data, answer.errors])),
    };
  });
}

/** The first place at which two answers differ, with what stands around it; `null` when they are the same. */
function difference(a: string, b: string): readonly [string, string] | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at++;
  return [a.slice(Math.max(0, at - 200), at + 100), b.slice(Math.max(0, at - 200), at + 100)];
}

describe('through every path of the schema', () => {
  it('an interviewer who has not submitted is told the same whatever the others rated', async () => {
    expect(low.ids.length).toBe(high.ids.length);
    const [inLow, inHigh] = [await everything(low.blind, low.ids), await everything(high.blind, high.ids)];
    for (const [n, asked] of inLow.entries())
      expect([asked.label, difference(asked.text, inHigh[n]?.text ?? '')]).toEqual([asked.label, null]);
    for (const { label, text } of [...inLow, ...inHigh]) expect([label, text.includes(CANARY)]).toEqual([label, false]);
  }, 300_000);

  it('a hiring manager who may read is told different things, so the comparison can fail', async () => {
    const [inLow, inHigh] = [await everything(low.manager, low.ids), await everything(high.manager, high.ids)];
    const differing = inLow.filter((asked, n) => inHigh[n]?.text !== asked.text).map((a) => a.label.split(' ')[0]);
    expect(differing).toEqual(
      expect.arrayContaining(['application', 'applicationEvaluation', 'compareCandidates', 'interview']),
    );
    expect(inLow.some(({ text }) => text.includes(CANARY))).toBe(true);
  }, 300_000);

  it('no answer was cut off by an error of ours, and every table of ratings was within reach', async () => {
    const names = allTables().map((t) => t.name);
    expect(names).toEqual(
      expect.arrayContaining(['rating', 'scorecard', 'scorecard_amendment', 'decision', 'debrief', 'dissent']),
    );
    for (const { label, text } of await everything(low.blind, low.ids.slice(-1)))
      expect([label, /INTERNAL|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED/.test(text)]).toEqual([label, false]);
  }, 120_000);
});
