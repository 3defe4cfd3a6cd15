/** Why this file exists: the addresses of interviews, scorecards and the candidate packet. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

/** How many held interviews the list shows. */
const listSearch = z.object({ done: z.catch(z.optional(z.int().check(z.minimum(20), z.maximum(100))), undefined) });

export const evaluationsRoutes = [
  createRoute({
    getParentRoute,
    path: '/interviews',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./interviews-page.js'), 'InterviewsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/interviews/$interviewId',
    component: lazyRouteComponent(() => import('./kit-page.js'), 'KitPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/interviews/$interviewId/scorecard',
    component: lazyRouteComponent(() => import('./scorecard-page.js'), 'ScorecardPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/applications/$applicationId',
    component: lazyRouteComponent(() => import('./packet-page.js'), 'PacketPage'),
  }),
] as const;
