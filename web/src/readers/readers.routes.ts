/** Why this file exists: the addresses of who can see a record, and of contact data that auditors opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

const text = z.catch(z.optional(z.string()), undefined);

export const readersRoutes = [
  createRoute({
    getParentRoute,
    path: '/who-can-see',
    validateSearch: z.object({ kind: text, id: text }),
    component: lazyRouteComponent(() => import('./who-can-see-page.js'), 'WhoCanSeePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/opened-contacts',
    component: lazyRouteComponent(() => import('./opened-contacts-page.js'), 'OpenedContactsPage'),
  }),
] as const;
