/** Why this file exists: the address of the first page. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { getParentRoute } from '../app/root.js';

export const homeRoutes = [
  createRoute({ getParentRoute, path: '/', component: lazyRouteComponent(() => import('./home-page.js'), 'HomePage') }),
] as const;
