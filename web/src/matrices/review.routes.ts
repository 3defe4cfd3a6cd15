/** Why this file exists: the addresses of the claims that wait for a reviewer. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { getParentRoute } from '../app/root.js';

export const reviewRoutes = [
  createRoute({
    getParentRoute,
    path: '/reviews',
    component: lazyRouteComponent(() => import('./review-list-page.js'), 'ReviewListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reviews/$assessmentId',
    component: lazyRouteComponent(() => import('./review-page.js'), 'ReviewPage'),
  }),
] as const;
