/** Why this file exists: the addresses of job roles. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { getParentRoute } from '../app/root.js';
import * as search from './search.js';

export const jobRolesRoutes = [
  createRoute({
    getParentRoute,
    path: '/job-roles',
    validateSearch: search.listSearch,
    component: lazyRouteComponent(() => import('./list/list-page.js'), 'JobRolesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/job-roles/new',
    validateSearch: search.newSearch,
    component: lazyRouteComponent(() => import('./new/new-page.js'), 'NewJobRolePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/job-roles/compare',
    validateSearch: search.compareSearch,
    component: lazyRouteComponent(() => import('./compare/compare-page.js'), 'CompareJobRolesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/job-roles/bridge',
    validateSearch: search.bridgeSearch,
    component: lazyRouteComponent(() => import('./bridge/bridge-page.js'), 'BridgePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/job-roles/$jobRoleId',
    validateSearch: search.roleSearch,
    component: lazyRouteComponent(() => import('./definition/definition-page.js'), 'JobRolePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/job-roles/$jobRoleId/edit',
    validateSearch: search.editSearch,
    component: lazyRouteComponent(() => import('./builder/builder-page.js'), 'JobRoleBuilderPage'),
  }),
] as const;
