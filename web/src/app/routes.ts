/** Why this file exists: every address of the web app; each feature names its own, and a page's code is loaded when it is first opened. */
import { createRouter } from '@tanstack/react-router';
import { auditRoutes } from '../audit/audit.routes.js';
import { candidatesRoutes } from '../candidates/candidates.routes.js';
import { evaluationsRoutes } from '../evaluations/evaluations.routes.js';
import { frameworksRoutes } from '../frameworks/frameworks.routes.js';
import { growthRoutes } from '../growth/growth.routes.js';
import { homeRoutes } from '../home/home.routes.js';
import { accountRoutes } from '../identity/account.routes.js';
import { jobRolesRoutes } from '../job-roles/job-roles.routes.js';
import { matrixRoutes } from '../matrices/matrix.routes.js';
import { reviewRoutes } from '../matrices/review.routes.js';
import { skillsRoutes } from '../matrices/skills-routes.js';
import { peopleRoutes } from '../people/people.routes.js';
import { teamRoutes } from '../people/team.routes.js';
import { readersRoutes } from '../readers/readers.routes.js';
import { Broken, NotFound, root } from './root.js';

const routeTree = root.addChildren([
  ...accountRoutes,
  ...auditRoutes,
  ...candidatesRoutes,
  ...evaluationsRoutes,
  ...frameworksRoutes,
  ...growthRoutes,
  ...homeRoutes,
  ...jobRolesRoutes,
  ...matrixRoutes,
  ...reviewRoutes,
  ...skillsRoutes,
  ...peopleRoutes,
  ...teamRoutes,
  ...readersRoutes,
]);

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
