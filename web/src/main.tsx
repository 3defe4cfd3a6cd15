/** Why this file exists: starts the web app: the workspace of those who sign in, or the pages that need no sign-in; neither loads the other. */
import '@mantine/core/styles.css';
import './app/app.css';
import { lazy, StrictMode, Suspense } from 'react';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { cssVariables, theme } from './app/theme.js';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
setNonce(nonce);
const colorSchemeManager = localStorageColorSchemeManager({ key: 'twinladder-colour-scheme' });

/** Addresses of pages without sign-in. */
const isPublic = /^\/(jobs|status)\//.test(location.pathname);
const isInvited = location.pathname === '/invitation';
const App = lazy(() =>
  isInvited
    ? import('./invited/invited-app.js').then(({ InvitedApp }) => ({ default: InvitedApp }))
    : isPublic
      ? import('./public/public-app.js').then(({ PublicApp }) => ({ default: PublicApp }))
      : import('./app/workspace.js').then(({ Workspace }) => ({ default: Workspace })),
);

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
      <Suspense>
        <App />
      </Suspense>
    </MantineProvider>
  </StrictMode>,
);
