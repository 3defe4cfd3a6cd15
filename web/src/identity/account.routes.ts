/** Why this file exists: the addresses of the own account, and of how the organisation signs in. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

const accountSearch = z.object({
  /** `all`: tokens of everybody, for administrators and auditors. */
  tokens: z.catch(z.optional(z.enum(['all'])), undefined),
  /** Why connecting the company's sign-in did not work; see `sign-on-problem.tsx`. */
  problem: z.catch(z.optional(z.string()), undefined),
});

export const accountRoutes = [
  createRoute({
    getParentRoute,
    path: '/account',
    validateSearch: accountSearch,
    component: lazyRouteComponent(() => import('./account-page.js'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sign-on',
    component: lazyRouteComponent(() => import('./sign-on-page.js'), 'SignOnPage'),
  }),
] as const;
