/** Why this file exists: the pages that need no sign-in: an advert, and an applicant's own status. They know nothing of sessions. */
import { lazy, Suspense, type ReactNode } from 'react';
import { Client, fetchExchange, Provider } from 'urql';
import { Waiting } from './public-states.js';
import { PublicLayout } from './public-layout.js';

const AdvertPage = lazy(() => import('./advert-page.js').then((m) => ({ default: m.AdvertPage })));
const StatusPage = lazy(() => import('./status-page.js').then((m) => ({ default: m.StatusPage })));

const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetchOptions: { credentials: 'omit', headers: { accept: 'application/json' } },
  exchanges: [fetchExchange],
});

export function PublicApp(): ReactNode {
  const [, kind, held = ''] = location.pathname.split('/');
  return (
    <Provider value={client}>
      <PublicLayout>
        <Suspense fallback={<Waiting />}>
          {kind === 'jobs' ? <AdvertPage address={held} /> : <StatusPage token={held} />}
        </Suspense>
      </PublicLayout>
    </Provider>
  );
}
