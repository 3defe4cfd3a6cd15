/** Why this file exists: every address of the web app; each feature names its own, and a page's code is loaded when it is first opened. */
import { createRouter } from '@tanstack/react-router';
import { homeRoutes } from '../home/home.routes.js';
import { matrixRoutes } from '../matrices/matrix.routes.js';
import { reviewRoutes } from '../matrices/review.routes.js';
import { teamRoutes } from '../people/team.routes.js';
import { Broken, NotFound, root } from './root.js';

const routeTree = root.addChildren([...homeRoutes, ...matrixRoutes, ...reviewRoutes, ...teamRoutes]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
