/** Why this file exists: the addresses of growth plans and of mentoring. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

const word = z.catch(z.optional(z.string()), undefined);

export const newPlanSearch = z.object({
  /** The job role version to grow towards. */
  target: word,
  /** Whose plan it is; the reader's own when absent. */
  person: word,
  /** Keys of overlays, joined by commas. */
  overlays: word,
});

export const planSearch = z.object({
  view: z.catch(z.optional(z.enum(['timeline', 'board'])), undefined),
  /** Key of the skill whose goal is open. */
  goal: word,
  /** What is being written. */
  write: z.catch(z.optional(z.enum(['evidence', 'drop', 'mentor', 'dates', 'close'])), undefined),
});
export type PlanSearch = z.infer<typeof planSearch>;

export const growthRoutes = [
  createRoute({
    getParentRoute,
    path: '/growth',
    component: lazyRouteComponent(() => import('./growth-page.js'), 'GrowthPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/growth/new',
    validateSearch: newPlanSearch,
    component: lazyRouteComponent(() => import('./new-plan-page.js'), 'NewPlanPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/growth/$planId',
    validateSearch: planSearch,
    component: lazyRouteComponent(() => import('./plan-page.js'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/mentoring',
    component: lazyRouteComponent(() => import('./mentoring-page.js'), 'MentoringPage'),
  }),
] as const;
