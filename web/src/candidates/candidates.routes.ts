/** Why this file exists: the addresses of requisitions and of the comparison of their candidates; filters and tabs are part of them. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';
import { STATES } from './requisition-states.js';

const text = z.catch(z.optional(z.coerce.string()), undefined);

const listSearch = z.object({
  whose: z.catch(z.optional(z.enum(['mine', 'all'])), undefined),
  state: z.catch(z.optional(z.enum(STATES)), undefined),
  text,
});

export const REQUISITION_TABS = ['pipeline', 'plan', 'requirements', 'posting', 'activity'] as const;
const pageSearch = z.object({
  tab: z.catch(z.optional(z.enum(REQUISITION_TABS)), undefined),
  /** Application whose drawer is open. */
  application: text,
});

const compareSearch = z.object({
  /** Ids of applications, joined by commas; absent for those who are under way. */
  with: text,
  rows: z.catch(z.optional(z.enum(['must', 'all', 'talk'])), undefined),
  /** Application whose debrief and decision are open. */
  decide: text,
});

export const candidatesRoutes = [
  createRoute({
    getParentRoute,
    path: '/requisitions',
    validateSearch: (search) => z.parse(listSearch, search),
    component: lazyRouteComponent(() => import('./requisition-list-page.js'), 'RequisitionListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/requisitions/new',
    validateSearch: (search) => z.parse(z.object({ jobRole: text }), search),
    component: lazyRouteComponent(() => import('./requisition-new-page.js'), 'RequisitionNewPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/requisitions/$requisitionId',
    validateSearch: (search) => z.parse(pageSearch, search),
    component: lazyRouteComponent(() => import('./requisition-page.js'), 'RequisitionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/requisitions/$requisitionId/compare',
    validateSearch: (search) => z.parse(compareSearch, search),
    component: lazyRouteComponent(() => import('../evaluations/compare-page.js'), 'ComparePage'),
  }),
] as const;
