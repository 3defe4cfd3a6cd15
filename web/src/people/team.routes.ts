/** Why this file exists: the address of the page about one's own direct reports. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { getParentRoute } from '../app/root.js';

export const teamRoutes = [
  createRoute({
    getParentRoute,
    path: '/team',
    component: lazyRouteComponent(() => import('./team-page.js'), 'TeamPage'),
  }),
] as const;
