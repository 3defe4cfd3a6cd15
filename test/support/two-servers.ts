/** Why this file exists: two servers on one database, one behind a wire that can be cut, and windows that listen at them. */
import { startTestApp, type Client, type TestApp, type TestOrganisation } from './app.js';
import { testDatabase } from './database.js';
import { proxyOf, type DatabaseProxy } from './database-proxy.js';
import { listen, type Listener } from './events.js';

export interface TwoServers {
  /** Changes happen here. */
  readonly one: TestApp;
  /** Windows are open here, behind the wire. */
  readonly two: TestApp;
  readonly wire: DatabaseProxy;
  readonly org: TestOrganisation;
  /** Opens a window; at the second server when nothing else is said. */
  window(client: Pick<Client, 'cookie'>, headers?: Record<string, string>, at?: TestApp): Promise<Listener>;
  leaveAll(): void;
  close(): Promise<void>;
}

export async function startTwoServers(): Promise<TwoServers> {
  const clone = await testDatabase();
  const wire = await proxyOf(clone);
  const one = await startTestApp({ database: clone });
  const two = await startTestApp({ database: wire.database });
  const open = new Set<Listener>();
  const leaveAll = (): void => {
    for (const listener of open) listener.leave();
    open.clear();
  };
  return {
    ...{ one, two, wire, leaveAll },
    org: await one.organisation(),
    window: async (client, headers = {}, at = two) => {
      const listener = await listen(at, client, headers);
      open.add(listener);
      return listener;
    },
    close: async () => {
      leaveAll();
      for (const app of [one, two]) {
        expect(app.faults).toEqual([]);
        await app.close();
      }
      await wire.close();
      await clone.drop();
    },
  };
}
