/** Why this file exists: everything that belongs to one sign-in: the client, the session, the pages. */
import '@mantine/notifications/styles.css';
import { useState, type ReactNode } from 'react';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { Provider } from 'urql';
import { makeClient } from './client.js';
import { router } from './routes.js';
import { SessionGate } from './session.js';

/** Another sign-in starts with an empty cache. */
export function Workspace(): ReactNode {
  const [client, setClient] = useState(makeClient);
  const [count, setCount] = useState(0);
  const renew = (): void => {
    setClient(makeClient());
    setCount((n) => n + 1);
  };
  return (
    <>
      <Provider value={client} key={count}>
        <SessionGate renew={renew}>
          <RouterProvider router={router} />
        </SessionGate>
      </Provider>
      <Notifications position="bottom-right" />
    </>
  );
}
