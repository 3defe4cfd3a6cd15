/** Why this file exists: the demonstration is there once, whole, the same at every build, and worth looking at. */
import { ensureDemonstration } from '../../../src/modules/demonstration/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ demo: true });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('the demonstration', () => {
  it('is built', async () => {
    const at = performance.now();
    await ensureDemonstration(app.database);
    process.stderr.write(`built in ${performance.now() - at}\n`);
    const again = performance.now();
    await ensureDemonstration(app.database);
    process.stderr.write(`again in ${performance.now() - again}\n`);
    expect(1).toBe(1);
  });
});
