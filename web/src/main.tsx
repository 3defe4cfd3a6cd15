/** Why this file exists: starts the web app. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { StrictMode, useState, type ReactNode } from 'react';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { makeClient } from './app/client.js';
import { router } from './app/routes.js';
import { SessionGate } from './app/session.js';
import { cssVariables, theme } from './app/theme.js';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
setNonce(nonce);
const colorSchemeManager = localStorageColorSchemeManager({ key: 'twinladder-colour-scheme' });

/** Everything that belongs to one sign-in; another one starts with an empty cache. */
function App(): ReactNode {
  const [client, setClient] = useState(makeClient);
  const [count, setCount] = useState(0);
  const renew = (): void => {
    setClient(makeClient());
    setCount((n) => n + 1);
  };
  return (
    <Provider value={client} key={count}>
      <SessionGate renew={renew}>
        <RouterProvider router={router} />
      </SessionGate>
    </Provider>
  );
}

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
createRoot(element).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <App />
      <Notifications position="bottom-right" />
    </MantineProvider>
  </StrictMode>,
);
