/** Why this file exists: the addresses of the directory and of one person. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

const text = z.catch(z.optional(z.coerce.string()), undefined);

const directorySearch = z.object({
  view: z.catch(z.optional(z.enum(['members', 'approvals', 'provisioning'])), undefined),
  text,
  team: text,
  leavers: z.catch(z.optional(z.boolean()), undefined),
  /** The member whose grants are open. */
  member: text,
});
export type DirectorySearch = z.infer<typeof directorySearch>;

export const peopleRoutes = [
  createRoute({
    getParentRoute,
    path: '/people',
    validateSearch: directorySearch,
    component: lazyRouteComponent(() => import('./people-page.js'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/$personId',
    component: lazyRouteComponent(() => import('./person-page.js'), 'PersonPage'),
  }),
] as const;
