/** Why this file exists: the address of the own account. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

const accountSearch = z.object({
  /** `all`: tokens of everybody, for administrators and auditors. */
  tokens: z.catch(z.optional(z.enum(['all'])), undefined),
});

export const accountRoutes = [
  createRoute({
    getParentRoute,
    path: '/account',
    validateSearch: accountSearch,
    component: lazyRouteComponent(() => import('./account-page.js'), 'AccountPage'),
  }),
] as const;
