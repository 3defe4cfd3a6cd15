/** Why this file exists: the addresses of interviews, scorecards and the candidate packet. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

/** How many held interviews the list shows. */
const listSearch = z.object({ done: z.catch(z.optional(z.int().check(z.minimum(20), z.maximum(100))), undefined) });
/** How the packet arranges what the panel saw. */
const packetSearch = z.object({ view: z.catch(z.optional(z.enum(['item', 'person'])), undefined) });

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
    validateSearch: packetSearch,
    component: lazyRouteComponent(() => import('./packet-page.js'), 'PacketPage'),
  }),
] as const;
