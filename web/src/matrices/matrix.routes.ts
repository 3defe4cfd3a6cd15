/** Why this file exists: the address of the skills matrix; every filter is part of it, so that a view can be sent to somebody. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

const word = z.catch(z.optional(z.string()), undefined);
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.catch(z.optional(z.enum(values)), undefined);

export const matrixSearch = z.object({
  tab: oneOf(['coverage']),
  view: oneOf(['gap']),
  q: word,
  team: word,
  category: word,
  jobRole: word,
  overlay: word,
  sort: word,
  group: oneOf(['team', 'none']),
  asOf: z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined),
});
export type MatrixSearch = z.infer<typeof matrixSearch>;

export const matrixRoutes = [
  createRoute({
    getParentRoute,
    path: '/matrix',
    validateSearch: matrixSearch,
    component: lazyRouteComponent(() => import('./matrix-page.js'), 'MatrixPage'),
  }),
] as const;
