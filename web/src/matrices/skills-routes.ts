/** Why this file exists: the addresses of a person's skills and of where they stand. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined);
const word = z.catch(z.optional(z.string()), undefined);

export const skillsSearch = z.object({
  show: z.catch(z.optional(z.enum(['all', 'gaps', 'known', 'waiting'])), undefined),
  text: z.catch(z.optional(z.coerce.string()), undefined),
  category: word,
  /** Key of the skill that is open. */
  skill: word,
  /** What is being written about it. */
  write: z.catch(z.optional(z.enum(['claim', 'evidence'])), undefined),
  asOf: day,
  knownAt: day,
});
export type SkillsSearch = z.infer<typeof skillsSearch>;

export const standingSearch = z.object({
  /** Whose standing; the reader's own when absent. */
  person: word,
  /** Keys of overlays, joined by commas. */
  overlays: word,
  /** The job role version that is explored. */
  role: word,
  /** Whether the way to it is shown. */
  way: z.catch(z.optional(z.literal('shown')), undefined),
});
export type StandingSearch = z.infer<typeof standingSearch>;

const page = () => import('./skills-page.js');

export const skillsRoutes = [
  createRoute({
    getParentRoute,
    path: '/skills',
    validateSearch: skillsSearch,
    component: lazyRouteComponent(page, 'MySkillsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/$personId/skills',
    validateSearch: skillsSearch,
    component: lazyRouteComponent(page, 'PersonSkillsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/standing',
    validateSearch: standingSearch,
    component: lazyRouteComponent(() => import('./standing-page.js'), 'StandingPage'),
  }),
] as const;
