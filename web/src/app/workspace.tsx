/** Why this file exists: everything that belongs to one sign-in: the client, the session, the pages. */
import { useEffect, useState, type ReactNode } from 'react';
import { RouterProvider } from '@tanstack/react-router';
import { Provider } from 'urql';
import { makeClient } from './client.js';
import { setCrumbs } from './crumbs.js';
import { loadedLater } from './later.js';
import { router } from './routes.js';
import { SessionGate } from './session.js';

const Messages = loadedLater(async () => (await import('./messages.js')).Messages);

/** Another sign-in starts with an empty cache. */
export function Workspace(): ReactNode {
  const [client, setClient] = useState(makeClient);
  const [count, setCount] = useState(0);
  const renew = (): void => {
    setClient(makeClient());
    setCount((n) => n + 1);
  };
  /** Whoever comes next starts at home: nothing that the last one saw, and no message to them, stays. */
  const leave = async (): Promise<void> => {
    const { notifications } = await import('@mantine/notifications');
    notifications.clean();
    await router.navigate({ to: '/', replace: true });
    renew();
  };
  useEffect(
    () => router.subscribe('onBeforeNavigate', ({ pathChanged }) => (pathChanged ? setCrumbs([]) : undefined)),
    [],
  );
  return (
    <>
      <Provider value={client} key={count}>
        <SessionGate renew={renew} leave={leave}>
          <RouterProvider router={router} />
        </SessionGate>
      </Provider>
      <Messages />
    </>
  );
}
