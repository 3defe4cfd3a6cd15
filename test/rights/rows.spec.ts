/** Why this file exists: each reading cell of the authorization matrix is tried on a row inside its reach and on one outside, generated from the matrix. */
import { GRANTS, matrixCells, type MatrixCell } from '../../src/modules/grants/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { LEAST_CELLS } from './least-cells.js';
import { giveGround, hiringRow, isAboutPeople, reachOf, READS, type Ground } from './rows.js';

let app: TestApp;
let ground: Ground;
let tries = 0;
beforeAll(async () => {
  app = await startTestApp();
  ground = await giveGround(app);
}, 120_000);
afterAll(async () => {
  expect(tries).toBeGreaterThanOrEqual(LEAST_CELLS.rows);
  expect(app.faults).toEqual([]);
  await app.close();
});

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);
const cells = matrixCells().filter((c) => c.action === 'read' && READS[c.resource] !== undefined);
const NAMED_ELSEWHERE = ['MENTEE', 'AGGREGATE', 'COUNTS'];
const tried = cells.filter(
  (c) => !NAMED_ELSEWHERE.includes(c.scope) && !(c.scope === 'OWN' && c.resource === 'application'),
);

describe('a cell of the matrix', () => {
  it.each(tried.map((c) => [`${c.grant} ${c.permission} @${c.scope}`, c] as const))(
    '%s lets in the rows of its reach and no others',
    async (_, cell: MatrixCell) => {
      const read = READS[cell.resource];
      const reach = await reachOf(ground, cell.resource, cell.grant, cell.scope);
      if (read === undefined || reach === null) throw new Error('no probe');
      expect(isNothing(await read(reach.client, reach.inside))).toBe(false);
      tries++;
      if (reach.outside === null) return;
      expect(isNothing(await read(reach.client, reach.outside))).toBe(true);
      tries++;
    },
  );

  const refused = Object.keys(READS).flatMap((resource) =>
    GRANTS.filter((grant) => !cells.some((c) => c.resource === resource && c.grant === grant)).map(
      (grant) => [resource as MatrixCell['resource'], grant] as const,
    ),
  );
  it.each(refused)('that is empty, %s for %s, reads nothing of any row', async (resource, grant) => {
    const client = await ground.organisation.member([grant]);
    const read = READS[resource];
    const [run] = ground.runs;
    const id = isAboutPeople(resource) ? run.interviewer.personId : hiringRow(resource, run);
    expect(isNothing(await read?.(client, id))).toBe(true);
    tries++;
  });
});
