/** Why this file exists: the server is killed in the middle of writes, again and again; what was acknowledged is there, nothing is there twice. */
import { rmSync } from 'node:fs';
import { startServer, twinladder } from '../support/process.js';
import { openSite, pause, ROUNDS, settle, signIn, strayErrors, write } from './kill-site.js';

describe('killed without warning', () => {
  it(`the server loses no acknowledged write in ${ROUNDS} rounds, and doubles none`, async () => {
    const site = openSite();
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServer(site.settings);
      const cookie = await signIn(server, site);
      await settle(server, cookie, site);
      const writing = write(server, cookie, site, `s${round}`, () => false);
      await pause(50 + ((round * 37) % 200));
      await server.kill();
      await writing;
      expect(strayErrors(server)).toEqual([]);
    }
    const last = await startServer(site.settings);
    await settle(last, await signIn(last, site), site);
    expect(await last.stop()).toBe(0);
    expect(strayErrors(last)).toEqual([]);
    expect(site.ledger.acknowledged.size).toBeGreaterThan(ROUNDS);
    expect(twinladder(['verify-audit'], site.settings)).toMatchObject({ code: 0 });
    rmSync(site.dataDir, { recursive: true, force: true });
  }, 600_000);
});
